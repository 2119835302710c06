"""Possible worlds: what a rank is worth while dates, outcomes, sources and names are open."""
