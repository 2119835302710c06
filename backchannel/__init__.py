"""backchannel: who can still reach whom.

A knowledge graph of officials, their channels and contacts, in which every statement is a claim with
its source. ``backchannel.open("out")`` opens what ``backchannel build`` wrote.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backchannel.opened import Graph
    from backchannel.opened import open_graph as open

__all__ = ["Graph", "open"]

# Found on first use, so that `backchannel --help` doesn't wait for the engines to load.
_FOUND_IN = {"Graph": ("backchannel.opened", "Graph"), "open": ("backchannel.opened", "open_graph")}


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(f"module 'backchannel' has no attribute {name!r}")
    module, attribute = _FOUND_IN[name]
    return getattr(import_module(module), attribute)
