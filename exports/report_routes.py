"""Routes as tables: those open, lines that are not, those that share nothing, what goes with each loss."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_route_words import (
    UNTOLD,
    choice_words,
    element_words,
    last_words,
    line_words,
    route_words,
    silence_words,
    state_words,
)
from backchannel.exports.report_words import iso_day, length_words
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.route_answer import Answer, Route
from backchannel.graph.route_last import last_use
from backchannel.graph.route_lines import Line
from backchannel.graph.routes import Loss, Routes
from backchannel.graph.silences import ClaimedSilence

__all__ = ["closed_table", "cuts_table", "disjoint_table", "each_table", "routes_table"]

ROUTES = (
    Column("route", "Route"),
    Column("nodes", "Leads through", shown=False),
    Column("lines", "By", shown=False),
    Column("count", "Lines", "count", shown=False),
    Column("rank", "Rank"),
    Column("offices", "In office", shown=False),
    Column("open", "Open"),
    Column("state", "State"),
    Column("channels", "Channels used"),
    Column("last_use", "Last proven use"),
    Column("last_use_first_day", "Not before", "days", shown=False),
    Column("last_use_last_day", "Not after", "days", shown=False),
    Column("days_since", "Days since"),
    Column("voices", "According to"),
    Column("remains", "Remains"),
    Column("claims", "Claims", "claims"),
)

CLOSED = (
    Column("line", "Line"),
    Column("key", "Key", shown=False),
    Column("rank", "Rank"),
    Column("state", "State"),
    Column("why", "Why", shown=False),
    Column("last_use", "Last held contact"),
    Column("days_since", "Days since"),
    Column("voices", "According to"),
    Column("claims", "Claims", "claims"),
)

DISJOINT = (
    Column("sharing", "Share no"),
    Column("number", "No.", "count"),
    Column("route", "Route"),
    Column("open", "Open"),
    Column("cut", "Would be cut by the loss of"),
    Column("claims", "Claims", "claims"),
)

CUTS = (
    Column("of", "Of"),
    Column("cut", "Without these no route is left"),
    Column("keys", "Keys", shown=False),
    Column("size", "How many", "count"),
)

EACH = (
    Column("what", "If this goes"),
    Column("key", "Key", shown=False),
    Column("lost_count", "Routes lost", "count"),
    Column("left_count", "left", "count"),
    Column("disjoint_left", "of which share nothing", "count"),
    Column("lost", "Lost"),
    Column("left", "What is left"),
    Column("claims", "Claims of what is lost", "claims"),
)

NOBODY, NO_LINE = "person, office or line", "line"


def routes_table(knowledge: Knowledge, found: Routes) -> Table:
    """One row a route, by length and rank; ``remains`` says what is left where something is left out."""
    kept = {route.path for route in found.left.routes}
    compared = found.left is not found.now
    rows = tuple(
        _route(knowledge, route, found.asked.day, ("yes" if route.path in kept else "no") if compared else "")
        for route in found.now.routes
    )
    return Table("routes", "Routes", ROUTES, rows, empty="No route is known to have stood open.")


def closed_table(knowledge: Knowledge, found: Routes) -> Table:
    """One row a line that is not open and would be on a route if it were; claimed silences stand below."""
    untold = [_closed(knowledge, line, found.asked.day) for line in found.closed if line.state == UNTOLD]
    rows = [_closed(knowledge, line, found.asked.day) for line in found.closed if line.state != UNTOLD]
    rows += [*(_silence(knowledge, one) for one in found.silences), *untold]
    return Table("closed", "Lines that were not open", CLOSED, tuple(rows), empty="None is on record.")


def disjoint_table(knowledge: Knowledge, answer: Answer) -> Table:
    """A largest set of routes that share nothing, and one of routes that share no line."""
    apart = zip(answer.disjoint, answer.places, strict=True)
    rows = [
        _disjoint(knowledge, NOBODY, number, route, choice_words(knowledge, place))
        for number, (route, place) in enumerate(apart, start=1)
    ]
    rows += [
        _disjoint(knowledge, NO_LINE, number, route, "")
        for number, route in enumerate(answer.disjoint_lines, start=1)
    ]
    return Table("disjoint", "Routes that share nothing", DISJOINT, tuple(rows), empty="There is no route.")


def cuts_table(knowledge: Knowledge, answer: Answer) -> Table:
    """The smallest sets that separate the ends: of persons, offices and lines; and of lines alone."""
    rows = [
        (of, " and ".join(element_words(knowledge, key) for key in cut), " ".join(cut), len(cut))
        for of, (cuts, _) in ((NOBODY, answer.cuts), (NO_LINE, answer.line_cuts))
        for cut in cuts
    ]
    more = [of for of, (_, more) in ((NOBODY, answer.cuts), (NO_LINE, answer.line_cuts)) if more]
    note = f"There are more than these ({' and '.join(more)})." if more else ""
    title = "The smallest losses that separate the ends"
    return Table("cuts", title, CUTS, tuple(rows), note, "There is no route to cut.")


def each_table(knowledge: Knowledge, found: Routes) -> Table:
    """What is left if each person, office, party or channel goes, the greatest loss first."""
    rows = tuple(_loss(knowledge, one) for one in found.each)
    return Table("each", "What is left if each goes", EACH, rows, empty="There is no route to lose.")


def _route(knowledge: Knowledge, route: Route, day: str, remains: str) -> Row:
    lines = route.lines
    uses = [last_use(line) for line in lines]
    oldest = min(uses, key=lambda use: (use.last_day is not None, use.last_day or 0))
    return (
        route_words(knowledge, route),
        " ".join(route.nodes),
        " ".join(line.key for line in lines),
        len(lines),
        _each(line.rank or "" for line in lines),
        _each(knowledge.label(end.office) for line in lines for end in line.ends if end.office),
        str(route.truth),
        _each(state_words(line) for line in lines),
        _each(knowledge.label(key) for line in lines for key in _channels(line)),
        _per_line(knowledge, lines, [last_words(line) or "none on record" for line in lines]),
        iso_day(oldest.first_day),
        iso_day(oldest.last_day),
        _per_line(knowledge, lines, [_since(line, day) for line in lines]),
        _voices(knowledge, lines),
        remains,
        route.claims,
    )


def _closed(knowledge: Knowledge, line: Line, day: str) -> Row:
    tenures = tuple(claim for end in line.ends if end.why for claim in end.tenures)
    return (
        line_words(knowledge, line),
        line.key,
        line.rank or "",
        state_words(line) if line.state != UNTOLD else "nothing known by then",
        line.why,
        last_words(line),
        _since(line, day),
        _voices(knowledge, [line]),
        tuple(dict.fromkeys((*line.claims, *tenures))),
    )


def _silence(knowledge: Knowledge, one: ClaimedSilence) -> Row:
    between, _, words = silence_words(knowledge, one).partition(": ")
    voice = knowledge.label(one.voice)
    return (between, one.silence, "", f"silent: {words}", "", "", "", voice, (one.claim,))


def _disjoint(knowledge: Knowledge, sharing: str, number: int, route: Route, cut: str) -> Row:
    return (sharing, number, route_words(knowledge, route), str(route.truth), cut, route.claims)


def _loss(knowledge: Knowledge, one: Loss) -> Row:
    return (
        element_words(knowledge, one.key),
        one.key,
        len(one.lost),
        len(one.left),
        one.disjoint_left,
        "; ".join(route_words(knowledge, route) for route in one.lost),
        "; ".join(route_words(knowledge, route) for route in one.left) or "nothing",
        tuple(dict.fromkeys(claim for route in one.lost for claim in route.claims)),
    )


def _channels(line: Line) -> list[Key]:
    """The channels by which a line was last used; a channel's own line is in the route's name."""
    proofs = () if line.is_channel else last_use(line).proofs
    return sorted({key for proof in proofs for key in proof.channels})


def _voices(knowledge: Knowledge, lines: Iterable[Line]) -> str:
    """By whose word lines are open or not."""
    claims = [knowledge.claims[key] for line in lines for key in line.claims]
    return _each(knowledge.label(claim.voice) for claim in claims)


def _since(line: Line, day: str) -> str:
    least, most = last_use(line).since(day)
    return "" if least is None else length_words(least, most).removesuffix(" days").removesuffix(" day")


def _per_line(knowledge: Knowledge, lines: Sequence[Line], texts: Sequence[str]) -> str:
    """What is told of each line, with its name where there are several."""
    if len(lines) == 1:
        return texts[0]
    told = zip(lines, texts, strict=True)
    return "; ".join(f"{line_words(knowledge, line)}: {text or 'unknown'}" for line, text in told)


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
