"""The interactive page: one HTML file that opens from a disk and asks nobody for anything.

pyvis holds nodes, edges and options; the template, the script and the style are ours and stand in
the file. The browser itself enforces the rest: the page's Content-Security-Policy lets run exactly
one script, known by its hash, and lets nothing be fetched.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from backchannel.exports.drawing import Drawing, drawing
from backchannel.exports.page_blocks import blocks
from backchannel.exports.page_data import page_data
from backchannel.exports.versions import versions
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.graph.texts import Texts

__all__ = ["page", "policy"]

# In vis-network's terms: positions come from the layout, so nothing moves by itself.
OPTIONS: dict[str, Any] = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 10_000_000,
        "keyboard": {"enabled": False},
    },
    "nodes": {"shape": "dot", "size": 7, "borderWidth": 2, "labelHighlightBold": False},
    "edges": {"width": 2, "hoverWidth": 1, "selectionWidth": 2, "arrowStrikethrough": False},
}


def page(
    knowledge: Knowledge,
    *,
    build_hash: str,
    title: str,
    texts: Texts | None = None,
    level: str = "person",
) -> str:
    """The page as text, to be written as UTF-8.

    ``build_hash`` names the build it shows, ``level`` (person, office, state) what it opens with;
    with the source ``texts`` at hand the page holds the quotations too. The same input gives the same
    text, whatever the hash seed.

    Raises ValueError for another level.

    >>> from backchannel.graph.model import Knowledge
    >>> text = page(Knowledge("A <case>", "en"), build_hash="b0", title="A <case>")
    >>> "<title>A &lt;case&gt;</title>" in text, "http-equiv" in text
    (True, True)
    """
    if level not in NETWORK_LEVELS:
        raise ValueError(f"expected a level of {', '.join(NETWORK_LEVELS)}; found {level!r}")
    lives = versions(knowledge)
    drawings = [drawing(knowledge, one, lives) for one in NETWORK_LEVELS]
    data = {
        **page_data(knowledge, texts, lives),
        "build": build_hash,
        "level": level,
        "groupings": dict(zip(NETWORK_LEVELS, (one.groupings for one in drawings), strict=True)),
        "headings": [heading for one in drawings for heading in one.headings],
    }
    net = picture(title, drawings)
    net.templateEnv = environment(build_hash, blocks(data, net.nodes, net.edges))
    net.path = "page.html"
    return whole(net.generate_html())


class Ids(list[str]):
    """A list that knows at once whether it holds an id; pyvis asks that of each node it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.known: set[str] = set()

    def append(self, one: str) -> None:
        self.known.add(one)
        super().append(one)

    def __contains__(self, one: object) -> bool:
        return one in self.known


class Picture(Network):  # type: ignore[misc]
    """pyvis' network, but nodes are looked up in tables and not in lists of all of them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.node_ids = Ids()

    def get_nodes(self) -> Collection[str]:
        """The ids of the nodes."""
        return self.node_map.keys()  # type: ignore[no-any-return]


def picture(title: str, drawings: Iterable[Drawing]) -> Network:
    """The nodes and edges of all levels in one pyvis network; directed, or it would drop parallel ones."""
    net = Picture(directed=True, heading=title)
    net.options = OPTIONS
    for one in drawings:
        for node in one.nodes:
            net.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
        for edge in one.edges:
            rest = {name: value for name, value in edge.items() if name not in ("from", "to")}
            net.add_edge(edge["from"], edge["to"], arrows="", **rest)
    return net


def environment(build_hash: str, packed: Mapping[str, str]) -> Environment:
    """Where pyvis finds our template instead of its own, and what the template needs beside pyvis' options.

    ``packed`` are the page's data in blocks, of pyvis' nodes and edges too.
    """
    loader = PackageLoader("backchannel.exports")
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    script, style = asset("page.js"), asset("page.css")
    env.globals.update(build=build_hash, blocks=packed, policy=policy(script, style))
    env.globals.update(script=Markup(script), style=Markup(style))
    return env


def policy(script: str, style: str) -> str:
    """The Content-Security-Policy under which this script and this style, and nothing else, work.

    >>> policy("1", "2").split("; ")[0]
    "default-src 'none'"
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src '{source_hash(script)}'",
            f"style-src '{source_hash(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def source_hash(text: str) -> str:
    """The hash by which a policy names an inline script or style (W3C CSP Level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def asset(name: str) -> str:
    """A committed asset; it stands inside an element whose end it must not contain."""
    text = (files("backchannel.exports") / "assets" / name).read_text(encoding="utf-8")
    if any(mark in text.lower() for mark in ("</script", "<!--", "</style", "\r")):
        raise ValueError(f"assets/{name} can't stand inside an HTML element; rebuild it (exports/page)")
    return text


def whole(text: str) -> str:
    """The text without lone surrogates, which no encoding can write."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
