"""What each side says of a contact, as tables: side by side for people, one row a content for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.markup import escape

from backchannel.exports.report_model import Column, Row, Table, Value
from backchannel.exports.report_words import contact_words, listed, occurrence_words
from backchannel.exports.tables import printable
from backchannel.graph.accounts import Account, Readout, Version
from backchannel.graph.model import Content, Knowledge
from backchannel.graph.semantics import Truth

__all__ = ["account_tables", "accounts_table"]

NO_READOUT = "No side's account of what was said is on record; that is no proof that none was given."
NOTHING = "No account on record fits; that is no proof that nothing was said."

# The kinds of content as headings, in the order in which they are shown.
KIND_WORDS = {
    "topic": "spoken of",
    "message": "message",
    "warning": "warning",
    "demand": "demand",
    "agreement": "agreed",
    "assurance": "assurance",
    "confidential": "kept confidential",
}

CONTENTS = (
    Column("contact", "Contact", shown=False),
    Column("between", "Contact"),
    Column("when", "When"),
    Column("certainty", "In the time asked for"),
    Column("public", "Public"),
    Column("side", "Side"),
    Column("voice", "According to"),
    Column("stance", "Stance", shown=False),
    Column("kind", "Kind"),
    Column("what", "What was said"),
    Column("from", "From"),
    Column("to", "To"),
    Column("claims", "Claims", "claims"),
)

BY_VOICE = (
    Column("side", "Side"),
    Column("voice", "According to"),
    Column("kind", "Kind"),
    Column("what", "What was said"),
    Column("claims", "Claims", "claims"),
)

VERSIONS = (
    Column("voice", "According to"),
    Column("stance", "Stance"),
    Column("when", "When"),
    Column("seekers", "Sought by"),
    Column("outcome", "Outcome"),
    Column("mode", "How"),
    Column("channels", "Through"),
    Column("place", "Where"),
    Column("public", "Public"),
    Column("claims", "Claims", "claims"),
)


def accounts_table(knowledge: Knowledge, found: Iterable[Account], windowed: bool = False) -> Table:
    """One row a content, of every readout; ``windowed``: say whether the contact lies in the time asked for.

    >>> accounts_table(Knowledge("A case", "en"), []).rows
    ()
    """
    rows = tuple(
        (*_contact_cells(knowledge, one, windowed), *_said_cells(knowledge, readout, said))
        for one in found
        for readout in one.readouts
        for said in readout.contents
    )
    return Table("accounts", "What each side says", CONTENTS, rows, empty=NOTHING)


def account_tables(knowledge: Knowledge, one: Account, windowed: bool = False) -> tuple[Table, ...]:
    """A contact for people: what was said, side by side where there are two sides, else by voice; then the
    contact itself by voice, where several tell it."""
    title = heading(knowledge, one, windowed)
    two = len(one.sides) == 2 and all(readout.side for readout in one.readouts)
    said = _side_by_side(knowledge, one, title) if two else _by_voice(knowledge, one, title)
    return (said, _versions(knowledge, one)) if len(one.versions) > 1 else (said,)


def heading(knowledge: Knowledge, one: Account, windowed: bool) -> str:
    """The contact in one line: who, how, when, what came of it, how surely in the time asked for."""
    agreed = one.contact
    mode = next((claim.mode for claim in agreed.claims if claim.mode), None)
    parts = (
        contact_words(knowledge, agreed),
        mode if mode != "contact" else None,
        occurrence_words(agreed.bounds) + (" (disputed)" if agreed.date_disputed else ""),
        " / ".join(agreed.outcomes) or agreed.outcome,
        "contested" if agreed.contested else None,
        "non-public" if one.non_public else None,
        _certainty(one.truth) if windowed else None,
        agreed.contact,
    )
    return _line("; ".join(part for part in parts if part))


def _line(text: str) -> str:
    """Names on one line, without control characters."""
    return " ".join(printable(text).split())


def _certainty(truth: Truth) -> str:
    return "certainly in the time asked for" if truth is Truth.CERTAIN else "perhaps in the time asked for"


def _contact_cells(knowledge: Knowledge, one: Account, windowed: bool) -> Row:
    return (
        one.contact.contact,
        contact_words(knowledge, one.contact),
        occurrence_words(one.contact.bounds),
        one.truth.value if windowed else "",
        "non-public" if one.non_public else "",
    )


def _said_cells(knowledge: Knowledge, readout: Readout, said: Content) -> Row:
    return (
        knowledge.label(readout.side) if readout.side else "",
        _voice(knowledge, readout),
        readout.stance,
        said.kind,
        said.text,
        knowledge.label(said.sender) if said.sender else "",
        knowledge.label(said.receiver) if said.receiver else "",
        (readout.claim,),
    )


def _voice(knowledge: Knowledge, one: Readout | Version) -> str:
    office = f", {knowledge.label(one.voice_office)}" if one.voice_office else ""
    return knowledge.label(one.voice) + office


def _by_voice(knowledge: Knowledge, one: Account, title: str) -> Table:
    rows = tuple(
        (
            knowledge.label(readout.side) if readout.side else "",
            _spoken(knowledge, readout),
            KIND_WORDS.get(said.kind, said.kind),
            _content(knowledge, said),
            (readout.claim,),
        )
        for readout in one.readouts
        for said in readout.contents
    )
    return Table("said", title, BY_VOICE, rows, empty=NO_READOUT)


def _spoken(knowledge: Knowledge, readout: Readout) -> str:
    """The voice, and how it speaks where it doesn't simply assert."""
    manner = [] if readout.stance == "asserts" else [readout.stance]
    manner += [f"“{readout.hedge}”"] if readout.hedge else []
    return _voice(knowledge, readout) + (f" ({', '.join(manner)})" if manner else "")


def _side_by_side(knowledge: Knowledge, one: Account, title: str) -> Table:
    sides = {side: [readout for readout in one.readouts if readout.side == side] for side in one.sides}
    # The title of a column is markup to the table's printer; a name must not be.
    columns = (
        Column("what", ""),
        *(Column(side, f"{escape(_line(knowledge.label(side)))} says") for side in sides),
    )
    rows: list[Row] = [
        (
            "according to",
            *(_lines(_spoken(knowledge, readout) for readout in told) for told in sides.values()),
        )
    ]
    kinds = {said.kind for readout in one.readouts for said in readout.contents}
    for kind in (kind for kind in KIND_WORDS if kind in kinds):
        rows.append((KIND_WORDS[kind], *(_cell(knowledge, told, kind) for told in sides.values())))
    rows.append(("claims", *(tuple(readout.claim for readout in told) for told in sides.values())))
    return Table("said", title, columns, tuple(rows))


def _cell(knowledge: Knowledge, told: Sequence[Readout], kind: str) -> Value:
    """What one side says of one kind; with the voice in front where several speak for it."""
    lines = []
    for readout in told:
        ahead = f"{knowledge.label(readout.voice)}: " if len(told) > 1 else ""
        lines += [ahead + _content(knowledge, said) for said in readout.contents if said.kind == kind]
    return _lines(lines) or "–"


def _content(knowledge: Knowledge, said: Content) -> str:
    sender = knowledge.label(said.sender) if said.sender else ""
    receiver = knowledge.label(said.receiver) if said.receiver else ""
    way = f"{sender} to {receiver}" if sender and receiver else sender or (receiver and f"to {receiver}")
    return f"{said.text} ({way})" if way else said.text


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _versions(knowledge: Knowledge, one: Account) -> Table:
    """The contact itself, one row a voice."""
    if one.differs:
        title = f"The same contact by voice: they differ in {listed(one.differs)}"
    else:
        title = "The same contact by voice"
    rows = tuple(_version_row(knowledge, version) for version in one.versions)
    return Table("versions", title, VERSIONS, rows)


def _version_row(knowledge: Knowledge, one: Version) -> Row:
    date = occurrence_words(one.when.bounds) if one.when and one.when.edtf else ""
    inferred = " (inferred)" if one.when and one.when.edtf and one.when.inferred else ""
    public = {None: "", True: "yes", False: "no"}
    return (
        _voice(knowledge, one),
        one.stance if one.stance != "asserts" else "",
        date + inferred,
        listed(knowledge.label(key) for key in one.seekers),
        one.outcome or "",
        one.mode or "",
        listed(knowledge.label(key) for key in one.channels),
        one.place or "",
        public[one.public],
        one.claims,
    )
