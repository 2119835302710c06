"""The document of a dossier: what it is, when it was published, what it draws on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backchannel.graph.bounds import BEGINNING, END, UNKNOWN, Bounds
from backchannel.graph.model import Document, Key, Names, Stamp, When
from backchannel.graph.records.circles import circles
from backchannel.graph.records.dates import bounds_of, when
from backchannel.graph.records.desk import PARTIES, Desk
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.ledger import Record
from backchannel.graph.records.names import language_tag
from backchannel.graph.records.yamltext import Table
from backchannel.graph.semantics import intersect

__all__ = ["FIELDS", "Titled", "circular_sources", "document", "enter", "published_from"]

FIELDS = (
    "id",
    "title",
    "publisher",
    "language",
    "published",
    "published_inferred",
    "sha256",
    "length",
    "seen",
    "taken_from",
    "url",
    "note",
)
_SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class Titled:
    """A document whose id and title are entered and whose other fields are still to be read."""

    key: Key
    fields: Fields


def enter(desk: Desk, record: Record, node: Table, stem: str) -> Titled:
    """Enter a document under its id and title. One that has no id of its own is rejected, and what
    its dossier holds with it, under a key that nobody can name."""
    fields = Fields(record, node, FIELDS)
    fields.need("title", "a title in the coder's words")
    fields.need("id", "a short name for the document, like post-2022-03-23")
    last, title = fields.slug("id"), fields.text("title")
    key = f"document/{last}"
    if last is None or not desk.ledger.define(key, record, line=fields.line("id")):
        key = f"document/{stem} ({record.file})"
        desk.ledger.share(key, record)
    elif title:
        desk.index.add(key, Names(((title, desk.language),)))
    return Titled(key, fields)


def document(desk: Desk, one: Titled) -> None:
    """Read what a record says of a document beside its id and title."""
    fields = one.fields
    published = when(fields, "published", None)
    inferred = _inferred(fields, published)
    seen = fields.flag("seen")
    desk.documents[one.key] = Document(
        key=one.key,
        title=fields.text("title") or one.key,
        language=language_tag(fields, "language"),
        publisher=desk.refer(fields, "publisher", PARTIES),
        published=published,
        published_inferred=inferred,
        known=_known(inferred or published),
        sha256=_sha256(fields, seen is not False),
        length=fields.number("length", 0),
        taken_from=desk.refer_all(fields, "taken_from", ("document",)),
        seen=seen is not False,
        url=_url(fields),
        note=fields.text("note"),
        place=fields.record.place,
    )


def _inferred(fields: Fields, published: When | None) -> When | None:
    inner = fields.table("published_inferred", ("date", "because"))
    if (
        inner is None
        or not inner.need("date", "an EDTF date")
        or not inner.need("because", "the coder's reason")
    ):
        return None
    edtf, because = inner.text("date"), inner.text("because")
    bounds = bounds_of(inner, "date", edtf)
    if bounds and published and intersect([bounds, published.bounds]) is None:
        expected = f"a date within what the document itself says: {published.edtf}"
        inner.reject("date", f"the inferred date {edtf} contradicts 'published'", expected)
    return When(edtf, bounds, inferred=because) if bounds else None


def _known(published: When | None) -> Stamp | None:
    """The end of the possible days of publication: knowledge is never antedated."""
    return published.bounds.latest if published and published.bounds.latest != END else None


def published_from(document: Document) -> Stamp | None:
    """The beginning of the first possible day of publication: up to then an open end is certain."""
    found: Bounds = (document.published_inferred or document.published or When(None, UNKNOWN)).bounds
    return found.earliest if found.earliest != BEGINNING else None


def _sha256(fields: Fields, seen: bool) -> str | None:
    text = fields.text("sha256")
    if text is None:
        return None
    if not _SHA256.fullmatch(text):
        fields.reject("sha256", f"{len(text)} characters in 'sha256'", "64 characters 0-9 and a-f")
    elif not seen:
        fields.reject(
            "sha256", "a hash of a document that nobody has seen", "no sha256 where 'seen' is false"
        )
    return text.lower()


def _url(fields: Fields) -> str | None:
    text = fields.text("url")
    if text is not None and not _URL.fullmatch(text):
        fields.reject("url", f"'{text[:80]}' in 'url'", "an address that begins with http:// or https://")
    return text


def circular_sources(desk: Desk, entered: list[Titled]) -> None:
    """No document is taken from itself, at however many removes."""
    ring = circles({one.key: desk.documents[one.key].taken_from for one in entered})
    for one in entered:
        if one.key in ring:
            one.fields.reject(
                "taken_from", "this document would be taken from itself", "sources that end somewhere"
            )
