"""The commands, one a file; :mod:`backchannel.cli` gathers them."""
