"""Measurements beside the raw engine: `make bench`."""
