"""Measures on the projected networks, each with its meaning, formula and reference."""
