"""From the SVG a plotting library writes to one that may stand in a page or alone.

Style attributes become presentation attributes, so that a page's Content-Security-Policy need not
allow inline styles; the ink becomes ``currentColor``, so that a plot follows the page into the dark;
ids get a prefix, so that two plots don't share any; a title and a description say what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

__all__ = ["FONTS", "INK", "PAPER", "inline", "standalone"]

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
INK = "#101418"
PAPER = "#ffffff"
FONTS = "DejaVu Sans, Verdana, Geneva, sans-serif"
REFERENCE = re.compile(r"url\(#([^)]+)\)")

Element = ElementTree.Element


def inline(svg: str, name: str, title: str, description: str, titles: Mapping[str, str]) -> str:
    """The plot as an element of an HTML page, in the page's own ink.

    ``name`` becomes the prefix of its ids; ``titles`` are short texts for parts of the drawing, by
    the ids these have in ``svg``.

    >>> plot = '<svg xmlns="http://www.w3.org/2000/svg"><g id="a" style="fill: #101418"/></svg>'
    >>> drawn = inline(plot, "plot", "A plot", "A dot.", {"a": "the dot"})
    >>> drawn[drawn.index("<g") :]
    '<g id="plot-a" fill="currentColor"><title>the dot</title></g></svg>'
    """
    root = _cleaned(svg, name, titles)
    _describe(root, name, title, description)
    text = ElementTree.tostring(root, encoding="unicode")
    return text.replace(f' xmlns="{SVG}"', "", 1)


def standalone(svg: str, name: str, title: str, description: str, titles: Mapping[str, str]) -> str:
    """The plot as a file of its own: dark ink on white paper. Parameters as of :func:`inline`."""
    root = _cleaned(svg, name, titles)
    _describe(root, name, title, description)
    root.set("color", INK)
    _, _, width, height = root.get("viewBox", "0 0 0 0").split()
    paper = ElementTree.Element(f"{{{SVG}}}rect", width=width, height=height, fill=PAPER)
    root.insert(2, paper)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _cleaned(svg: str, name: str, titles: Mapping[str, str]) -> Element:
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if _is_useless(child):
                parent.remove(child)
    for element in root.iter():
        _restyle(element)
        _rename(element, name, titles)
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    _strip_blanks(root)
    return root


def _is_useless(element: Element) -> bool:
    tag = element.tag.removeprefix(f"{{{SVG}}}")
    holds_only_style = tag == "defs" and all(child.tag == f"{{{SVG}}}style" for child in element)
    return tag in ("metadata", "style") or holds_only_style


def _restyle(element: Element) -> None:
    for part in element.attrib.pop("style", "").split(";"):
        name, _, value = (text.strip() for text in part.partition(":"))
        if name and name != "font-family":
            element.set(name, value)
    for name in ("fill", "stroke"):
        if element.get(name) == INK:
            element.set(name, "currentColor")


def _rename(element: Element, name: str, titles: Mapping[str, str]) -> None:
    own = element.get("id")
    if own is not None:
        element.set("id", f"{name}-{own}")
    if own in titles:
        note = ElementTree.Element(f"{{{SVG}}}title")
        note.text = titles[own or ""]
        element.insert(0, note)
    target = element.attrib.pop(f"{{{XLINK}}}href", None)
    if target is not None:
        element.set("href", f"#{name}-{target.removeprefix('#')}")
    for key, value in element.attrib.items():
        element.set(key, REFERENCE.sub(rf"url(#{name}-\1)", value))


def _describe(root: Element, name: str, title: str, description: str) -> None:
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    root.set("font-family", FONTS)
    root.set("stroke-linejoin", "round")
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{SVG}}}{tag}", id=f"{name}-{tag}")
        element.text = text
        root.insert(place, element)


def _strip_blanks(root: Element) -> None:
    for element in root.iter():
        if element.tag != f"{{{SVG}}}text" and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
