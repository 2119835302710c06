"""The names of a thing in a case: one text, or one a language; further spellings; misprints."""

from __future__ import annotations

import re

from backchannel.graph.model import Names
from backchannel.graph.names import slug
from backchannel.graph.records.fields import Fields, shown
from backchannel.graph.records.yamltext import Items, Node, Table

__all__ = ["NAMED", "id_of", "language_tag", "names"]

NAMED = ("id", "name", "also", "misprints", "same_as", "note")

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

Forms = tuple[tuple[str, str], ...]


def names(fields: Fields, language: str) -> Names | None:
    """The names of a record, or None where it has none that can be read.

    ``language`` is the one of texts that stand without any (the case's).
    """
    if not fields.need("name", "a text, or one text a language"):
        return None
    preferred = _forms(fields, "name", language)
    return (
        Names(preferred, _forms(fields, "also", language), _forms(fields, "misprints", language))
        if preferred
        else None
    )


def _forms(fields: Fields, key: str, language: str) -> Forms:
    node = fields.raw(key)
    if not isinstance(node, Table):
        return tuple((text, language) for text in _texts(fields, key, node))
    for again, line in node.twice:
        fields.record.reject(
            line, f"the language '{shown(again)}' stands twice in '{key}'", "each language once"
        )
    found = [
        (text, tag)
        for tag, value in node.values.items()
        if _is_tag(fields, key, tag, node.lines[tag])
        for text in _texts(fields, key, value)
    ]
    return tuple(found)


def _texts(fields: Fields, key: str, node: Node | None) -> list[str]:
    """The forms in a node: of a name one, of the others also a list."""
    if node is None:
        return []
    if isinstance(node, Items) and key == "name":
        fields.record.reject(
            node.line, "a list in 'name'", "one name a language", "put further names into 'also'"
        )
        return []
    nodes = node.values if isinstance(node, Items) else [node]
    return [text for text in (fields.as_text(one, key) for one in nodes) if text]


def _is_tag(fields: Fields, key: str, tag: str, line: int) -> bool:
    if _TAG.fullmatch(tag):
        return True
    fields.record.reject(line, f"'{shown(tag)}' in '{key}'", "a language tag such as en, de, ru or ru-Latn")
    return False


def language_tag(fields: Fields, key: str) -> str | None:
    """A language tag (BCP 47), possibly with a script."""
    tag = fields.text(key)
    if tag is None or _is_tag(fields, key, tag, fields.line(key)):
        return tag
    return None


def id_of(fields: Fields, found: Names | None) -> str | None:
    """The id of a record: as given, or made from the English, else the first, name."""
    if fields.has("id"):
        return fields.slug("id")
    if found is None:
        return None
    made = slug(found.label("en"))
    if not made:
        fields.reject(
            "name", f"no id can be made from '{shown(found.label())}'", "an English name, or an 'id'"
        )
    return made or None
