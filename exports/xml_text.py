"""Text as XML 1.0 can hold it, and elements as text, for the writers that stream."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["HEAD", "element", "xml_name", "xml_text"]

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

# What can't stand as it is. Outside Char (XML 1.0, 2.2) even a reference is no well-formed XML; line
# ends and tabs in attributes are lost unless they are references (3.3.3).
SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
REFERENCES |= {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
UNNAMED = re.compile(r"[^A-Za-z0-9.-]")


def xml_text(text: str) -> str:
    """A text for the inside of an element or an attribute; what XML has no place for becomes U+FFFD.

    >>> xml_text('a<b & "c"'), xml_text("line\\nline"), xml_text("bell\\x07 half\\ud800")
    ('a&lt;b &amp; &quot;c&quot;', 'line&#10;line', 'bell\ufffd half\ufffd')
    """
    return SPECIAL.sub(_reference, text) if SPECIAL.search(text) else text


def _reference(match: re.Match[str]) -> str:
    return REFERENCES.get(match.group(), "\ufffd")


def xml_name(key: str) -> str:
    """A key as the id of an element, an NMTOKEN (XML 1.0, 2.3): the slash becomes a colon.

    Whatever else an id can't hold, and the underscore that says so, is written as its number, so that two
    keys never become one id.

    >>> xml_name("person/lloyd-austin"), xml_name("person/a b"), xml_name("person/a_20_b")
    ('person:lloyd-austin', 'person:a_20_b', 'person:a_5f_20_5f_b')
    """
    return UNNAMED.sub(_numbered, key)


def _numbered(match: re.Match[str]) -> str:
    return ":" if match.group() == "/" else f"_{ord(match.group()):x}_"


def element(name: str, attributes: Mapping[str, str | None], inside: str = "") -> str:
    """An element on a line of its own; attributes that are None or empty are left out.

    >>> element("node", {"id": "a", "label": ""}), element("data", {"key": "k"}, "x")
    ('<node id="a"/>\\n', '<data key="k">x</data>\\n')
    """
    given = "".join(f' {key}="{xml_text(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{inside}</{name}>\n" if inside else f"<{name}{given}/>\n"
