"""Whom word could reach, and by what chain of contacts: in words and as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import day_words, iso_day, listed, occurrence_words, plural
from backchannel.graph.bounds import UNKNOWN, days
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.occasions import testimony, window
from backchannel.graph.reach import Hop, Reach
from backchannel.graph.semantics import Truth, certainly_before

__all__ = ["chain_tables", "chains_table", "reach_words", "reached_table", "span_words"]

NOBODY = (
    "No chain of held contacts on record leads there in time; that is no proof that word could not get there."
)
BOTH = (Truth.CERTAIN, Truth.POSSIBLE)

CHAIN = (
    Column("certainty", "How sure", shown=False),
    Column("step", "Step", "count"),
    Column("from", "From"),
    Column("to", "To"),
    Column("when", "When"),
    Column("first_day", "First possible day", "days", shown=False),
    Column("last_day", "Last possible day", "days", shown=False),
    Column("how", "How"),
    Column("status", "Standing", shown=False),
    Column("open", "What is open"),
    Column("contact", "Contact", shown=False),
    Column("arrives_first", "There at the earliest", "days", shown=False),
    Column("arrives_last", "There for sure by", "days", shown=False),
    Column("claims", "Claims", "claims"),
)

REACHED = (
    Column("who", "Who"),
    Column("key", "Key", shown=False),
    Column("certainty", "How sure"),
    Column("arrives_first", "At the earliest", "days"),
    Column("arrives_last", "For sure by", "days"),
    Column("contacts", "Contacts", "count"),
    Column("through", "Through"),
    Column("claims", "Claims", "claims"),
)


def span_words(since: str | None, by: str | None) -> str:
    """The time within which word may travel, to be put behind a question; nothing where it is not limited.

    >>> span_words("2022-03-01", "2022-05"), span_words(None, "2022-05-19"), span_words(None, None)
    (' between 1 March 2022 and 31 May 2022', ' on or before 19 May 2022', '')
    """
    if since is None and by is None:
        return ""
    start, end = window(since, by)
    return f" {occurrence_words(replace(UNKNOWN, earliest=start, latest=end))}"


def reach_words(knowledge: Knowledge, found: Reach) -> list[str]:
    """The answer for a pair in plain sentences.

    >>> reach_words(Knowledge("A case", "en"), Reach("a", "b", Truth.IMPOSSIBLE, None, None, {}))[0][:14]
    'No chain of he'
    """
    if found.truth is Truth.IMPOSSIBLE:
        return [NOBODY]
    lines = [_when(found)]
    if found.truth is Truth.POSSIBLE:
        lines.append(_why_open(found))
    lines += [_leave(knowledge, found, each) for each in BOTH if found.leave.get(each) is not None]
    lines += [_lasts(found, each) for each in BOTH if each in found.lasts]
    return lines


def _when(found: Reach) -> str:
    soonest = f"on {day_words(found.first)}" if found.first is not None else "on a day that is not known"
    if found.truth is Truth.POSSIBLE:
        return f"Possibly, at the earliest {soonest}; not certainly."
    if found.last is None:
        return f"Certainly, but on a day that is not known; possibly {soonest} already."
    if found.first == found.last:
        return f"Certainly: it would have been there {soonest}, and no sooner."
    return f"Certainly by {day_words(found.last)}; possibly {soonest} already."


def _why_open(found: Reach) -> str:
    contested = any(hop.told.contested for hop in found.chains[Truth.POSSIBLE])
    dates = len(found.chains[Truth.POSSIBLE]) > 1 or not contested
    why = listed([*(["the dates"] if dates else []), *(["what is contested"] if contested else [])])
    leave = "leave" if dates else "leaves"
    return f"In some courses of events it would not have got there: {why} {leave} that open."


def _leave(knowledge: Knowledge, found: Reach, each: Truth) -> str:
    day = found.leave[each]
    who, sure = knowledge.label(found.source), "certainly" if each is Truth.CERTAIN else "possibly"
    return f"Word that {who} had by {day_words(day)} would {sure} still have been in time." if day else ""


def _lasts(found: Reach, each: Truth) -> str:
    length, hops = found.lasts[each], len(found.chains[each])
    if hops == 1:
        return f"{'Certainly' if each is Truth.CERTAIN else 'Possibly'} in a single contact."
    if each is Truth.CERTAIN:
        return (
            f"By the fastest certain chain, no more than {plural(length, 'day')} from first contact to last."
        )
    return f"At best {plural(length, 'day')} lie between the first contact and the last."


def chain_tables(knowledge: Knowledge, found: Reach) -> list[Table]:
    """For people: the certain chain and the possible one; a single table where they are the same."""
    certain, possible = (found.chains.get(each, ()) for each in BOTH)
    tables = []
    if certain:
        same = " (and possibly sooner)" if certain == possible and found.first != found.last else ""
        tables.append(
            _table(knowledge, f"A chain that certainly holds{same}", _rows(knowledge, found, Truth.CERTAIN))
        )
    if possible and possible != certain:
        title = "A chain that may hold" if not certain else "A chain that may have been sooner"
        tables.append(_table(knowledge, title, _rows(knowledge, found, Truth.POSSIBLE)))
    return tables


def chains_table(knowledge: Knowledge, found: Reach) -> Table:
    """For machines: both chains in one table, the certain one first."""
    rows = tuple(row for each in BOTH for row in _rows(knowledge, found, each))
    return _table(knowledge, "Chains of contacts", rows)


def reached_table(knowledge: Knowledge, source: Key, found: Sequence[Reach]) -> Table:
    """Everybody whom word from one could reach."""
    rows = tuple(_reached(knowledge, one) for one in found)
    title = f"Whom word from {knowledge.label(source)} could reach"
    return Table("reached", title, REACHED, rows, empty="Nobody, by the held contacts on record.")


def _reached(knowledge: Knowledge, one: Reach) -> Row:
    hops = one.chains.get(Truth.CERTAIN) or one.chains[Truth.POSSIBLE]
    return (
        knowledge.label(one.target),
        one.target,
        str(one.truth),
        iso_day(one.first),
        iso_day(one.last),
        len(hops),
        ", ".join(knowledge.label(hop.target) for hop in hops[:-1]),
        tuple(dict.fromkeys(claim for hop in hops for claim in hop.claims)),
    )


def _table(knowledge: Knowledge, title: str, rows: tuple[Row, ...]) -> Table:
    return Table("chain", title, CHAIN, rows, empty=NOBODY)


def _rows(knowledge: Knowledge, found: Reach, each: Truth) -> tuple[Row, ...]:
    hops = found.chains.get(each, ())
    return tuple(_row(knowledge, found, each, hops, step) for step in range(len(hops)))


def _row(knowledge: Knowledge, found: Reach, each: Truth, hops: tuple[Hop, ...], step: int) -> Row:
    hop = hops[step]
    first, last = days(hop.told.bounds)
    told = testimony(hop.told)
    means = dict.fromkeys(claim.mode for claim in told if claim.mode and claim.mode != "contact")
    return (
        str(each),
        step + 1,
        knowledge.label(hop.source),
        knowledge.label(hop.target),
        occurrence_words(hop.told.bounds) + (" (dates differ)" if hop.told.date_disputed else ""),
        iso_day(first),
        iso_day(last),
        ", ".join(means),
        hop.told.status,
        _open(hops, step),
        hop.told.contact,
        iso_day(found.first),
        iso_day(found.last),
        hop.claims,
    )


def _open(hops: tuple[Hop, ...], step: int) -> str:
    """What keeps a step from being certain: that it took place, or that it came after those before."""
    contested = "whether it was held: contested" if hops[step].told.contested else ""
    bounds = hops[step].told.bounds
    behind = any(not certainly_before(hop.told.bounds, bounds) for hop in hops[:step])
    order = "whether it came after what is before it here" if behind else ""
    return "; ".join(part for part in (contested, order) if part)
