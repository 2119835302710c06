"""What a report says of itself: what it was made of, how, and what it can't tell."""

from __future__ import annotations

from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import day_words, listed, plural
from backchannel.graph.analytics.definitions import PROJECTION
from backchannel.graph.consensus import live_claims

__all__ = ["facts", "method"]


def facts(scope: Scope, build: str) -> tuple[tuple[str, str], ...]:
    """The report's scope, as pairs of a name and a text."""
    return (
        ("Day of the report", _day(scope)),
        ("Known", _known(scope)),
        ("Window", _window(scope)),
        ("Level", f"{scope.options.level}s"),
        ("Two capitals", _between(scope)),
        ("Made of", _made_of(scope)),
        ("Build", build),
    )


def _day(scope: Scope) -> str:
    if scope.at is None or scope.last_day is None:
        return "none: no document has a date of publication"
    words = f"{day_words(scope.last_day)} ({scope.at})"
    return words if scope.options.at else f"{words}, the last day on which a cited document was published"


def _known(scope: Scope) -> str:
    known = scope.options.known
    return (
        f"what was published, and not withdrawn, by the end of {known}" if known else "everything published"
    )


def _window(scope: Scope) -> str:
    since = scope.options.since
    until = scope.options.until or scope.at
    begin = f"from {since}" if since else "from the first contact on record"
    return f"{begin} to the end of {until}" if until else f"{begin} on"


def _between(scope: Scope) -> str:
    if scope.states is None:
        return "none: no two states were in contact"
    names = listed(scope.label(state) for state in scope.states)
    return (
        names
        if scope.options.between
        else f"{names}, the two with the most contacts and attempts between them"
    )


def _made_of(scope: Scope) -> str:
    claims = live_claims(scope.knowledge, scope.options.known)
    documents = {one.document for claim in claims for one in claim.citations if one.document}
    seen = [key for key in documents if scope.knowledge.documents[key].seen]
    contacts, silences = (
        plural(len(scope.contacts), "contact"),
        plural(len(scope.silences), "claimed silence"),
    )
    return (
        f"{plural(len(claims), 'claim')} from {plural(len(documents), 'document')}"
        f" ({len(seen)} of them seen, the others known through these);"
        f" {contacts} and {silences} in the window"
    )


METHOD = """
Claims, not facts
Everything here is what a voice says, as a document tells it. A statement is only as good as the claims
behind it; their numbers lead to who said it, through whom, and where it stands. Several documents that go
back to one voice are one voice.

Two clocks
What happened is dated by the claims; what was known, by the publication of their documents. The day of the
report leaves out what certainly came later; the clock of knowledge leaves out what was not yet published or
already withdrawn. Neither is ever the day on which the report was made.

Uncertain dates
A date is a range of days; 'possible' means that the range meets the window. About-dates are widened by a
fixed number of days. Where a document gives no date, the coder's inference stands, marked, with its reason.

From contacts to a graph
{projection}

What is missing
The documents are a selection, and none was written to be complete. That no contact is on record is no sign
that there was none, least of all where channels are not public. Numbers compare what the documents mention,
not what officials did; a difference of one or two contacts means nothing.

Files
Every table lies beside this report in full as files, with the claims of each row and with the columns
that are left out here because they are empty or meant for machines. In CSV a text that a spreadsheet could
take for a formula has an apostrophe before it; JSON has it as it is.
"""


def method() -> tuple[tuple[str, str], ...]:
    """How the report came about and what it can't tell, as pairs of a heading and a text."""
    parts = METHOD.format(projection=PROJECTION).strip().split("\n\n")
    halves = (part.split("\n", 1) for part in parts)
    return tuple((heading, " ".join(text.split())) for heading, text in halves)
