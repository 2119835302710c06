"""What the claims of each kind say: contacts, silences, channels, accounts, remarks, retractions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from backchannel.graph.bounds import state
from backchannel.graph.model import Content, Document, Key, When
from backchannel.graph.records.dates import when
from backchannel.graph.records.desk import Desk
from backchannel.graph.records.documents import published_from
from backchannel.graph.records.fields import Fields
from backchannel.graph.records.parties import one_party, participants, party
from backchannel.graph.records.yamltext import Node, Table
from backchannel.ontology import terms

__all__ = ["READERS"]

Values = dict[str, Any]

_CHANNELS = ("channel",)
_ONE_OF = "for some day of a stretch write [2022-03-01..2022-03-10]"


def _contact(desk: Desk, document: Document, fields: Fields) -> Values:
    _check_ends(fields)
    stance = fields.text("stance")
    if stance != "proposes":
        fields.need("outcome", f"one of {', '.join(terms.OUTCOMES)} (or stance: proposes)")
    found = participants(desk, fields, ("from", "to", "between", "through", "refused_by"))
    both = {one.entity for one in found if one.role == "initiator"} & {
        one.entity for one in found if one.role == "addressee"
    }
    for entity in sorted(both):
        fields.reject(
            "to", f"'{desk.index.label(entity)}' stands in 'from' and in 'to'", "two different parties"
        )
    return {
        "participants": found,
        "outcome": fields.word("outcome", terms.OUTCOMES),
        "mode": fields.word("how", terms.MODES),
        "channels": desk.refer_all(fields, "channel", _CHANNELS),
        "when": when(fields, "when", document.language or desk.language),
        "times": fields.number("times", 1) or 1,
        "public": fields.flag("public"),
        "location": fields.text("where"),
        "topics": tuple(dict.fromkeys(text for text, _ in fields.texts("topics"))),
    }


def _check_ends(fields: Fields) -> None:
    """A contact says who sought whom, or between whom it was, and not both."""
    directed = fields.has("from") or fields.has("to")
    if fields.has("between"):
        _at_least_two(fields)
    if directed and fields.has("between"):
        fields.reject(
            "between", "'between' beside 'from' or 'to'", "'between' only where nobody says who began"
        )
    elif not directed and not fields.has("between"):
        fields.reject("from", "nobody had this contact", "'from' and 'to', or 'between'")


def _at_least_two(fields: Fields) -> None:
    count = len(fields.items("between"))
    if count < 2:
        fields.reject("between", f"{count or 'no'} party in 'between'", "a list of two or more")


def _silence(desk: Desk, document: Document, fields: Fields) -> Values:
    if fields.need("between", "a list of two or more parties"):
        _at_least_two(fields)
    ended_by = fields.slug("ended_by")
    return {
        "participants": participants(desk, fields, ("between",)),
        "scope": fields.word("scope", terms.SCOPES, "any contact"),
        "exceptions": tuple(dict.fromkeys(text for text, _ in fields.texts("except"))),
        "when": _during(desk, document, fields),
        "ended_by": f"contact/{ended_by}" if ended_by else None,
    }


def _during(desk: Desk, document: Document, fields: Fields) -> When | None:
    """The interval in which something held; an open end is certain until the document came out."""
    vouched = published_from(document)
    found = when(fields, "during", document.language or desk.language, lambda edtf: state(edtf, vouched))
    if found and found.edtf and "/" not in found.edtf:
        expected = "an interval start/end, like 2022-02-24/.. (still so) or 2022-02-24/ (end unknown)"
        fields.reject("during", f"'{found.edtf}' is no interval (in 'during')", expected)
    return found


def _channel(desk: Desk, document: Document, fields: Fields) -> Values:
    fields.need("channel", "the name of a channel")
    said = [fields.has(key) for key in ("state", "where", "operator", "level")]
    if not any(said):
        fields.reject("state", "nothing is said of the channel", "'state', 'where', 'operator' or 'level'")
    if fields.has("during") and fields.has("when"):
        fields.reject("when", "'when' beside 'during'", "'during' for what held, 'when' for what happened")
    operator = one_party(desk, fields, "operator")
    return {
        "about": desk.refer(fields, "channel", _CHANNELS) or "",
        "state": fields.word("state", terms.CHANNEL_STATES),
        "when": _during(desk, document, fields) or _event(desk, document, fields),
        "location": fields.text("where"),
        "operator": operator.entity if operator else None,
        "level": fields.word("level", terms.RANKS),
    }


def _event(desk: Desk, document: Document, fields: Fields) -> When | None:
    found = when(fields, "when", document.language or desk.language)
    if found and found.edtf and "/" in found.edtf:
        fields.reject("when", "an interval in 'when'", "'during' for the time in which it held", _ONE_OF)
    return found


def _account(desk: Desk, document: Document, fields: Fields) -> Values:
    fields.need("contact", "the id of a contact")
    side = one_party(desk, fields, "side")
    found = [_content(desk, fields, node) for node in fields.items("said_there")]
    return {"side": side.entity if side else None, "contents": tuple(one for one in found if one)}


def _content(desk: Desk, fields: Fields, node: Node) -> Content | None:
    kinds = tuple(terms.CONTENT_KINDS)
    if not isinstance(node, Table):
        fields.record.reject(
            node.line, "this is no mapping (in 'said_there')", "a mapping such as 'topic: ...'"
        )
        return None
    inner = Fields(fields.record, node, (*kinds, "from", "to"), "said_there")
    given = [kind for kind in kinds if inner.has(kind)]
    if len(given) != 1:
        found = "nothing said" if not given else f"{' and '.join(given)} at once"
        inner.record.reject(node.line, f"{found} (in 'said_there')", "exactly one of " + ", ".join(kinds))
        return None
    ends = [_end(desk, inner, key) for key in ("from", "to")]
    return Content(given[0], inner.text(given[0]) or "", desk.language, *ends)


def _end(desk: Desk, inner: Fields, key: str) -> Key | None:
    node = inner.raw(key)
    found = party(desk, inner, key, node) if node is not None else None
    return found.entity if found else None


def _remark(desk: Desk, document: Document, fields: Fields) -> Values:
    given = [key for key in ("contact", "channel", "silence") if fields.has(key)]
    if len(given) > 1:
        fields.reject(given[1], f"'{given[1]}' beside '{given[0]}'", "one thing that the remark is about")
    return {
        "about": desk.refer(fields, "channel", _CHANNELS),
        "participants": participants(desk, fields, ("between",)),
    }


def _retraction(desk: Desk, document: Document, fields: Fields) -> Values:
    fields.need("retracts", "the id of the claim that is withdrawn")
    retracted = fields.slug("retracts")
    return {"retracts": f"claim/{retracted}" if retracted else None}


READERS: Mapping[str, Callable[[Desk, Document, Fields], Values]] = MappingProxyType(
    {
        "contact": _contact,
        "silence": _silence,
        "channel": _channel,
        "account": _account,
        "remark": _remark,
        "retraction": _retraction,
    }
)
