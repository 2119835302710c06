"""Words of the report: dates, lists and contacts as a person would say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from backchannel.graph.bounds import Bounds, days, julian_day, occurrence
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Claim, Key, Knowledge, When
from backchannel.graph.semantics import SPEAKS_OF_FACT, hull

__all__ = [
    "OUTCOME_WORDS",
    "contact_words",
    "day_words",
    "iso_day",
    "length_words",
    "listed",
    "occurrence_words",
    "plural",
    "said_words",
    "shortened",
    "sides",
    "stretch_words",
    "which_words",
]

JULIAN_OF_ORDINAL = julian_day(date(1, 1, 1)) - 1
FEW = 2  # so many possible dates stand one by one
OUTCOME_WORDS = {
    "held": "held",
    "attempted": "attempted, end not told",
    "refused": "refused",
    "ignored": "ignored",
    "cancelled": "cancelled",
    "proposed": "spoken of, not said to have happened",
}


def day_words(day: int | date) -> str:
    """A day (or its Julian Day Number) as people write it.

    >>> day_words(date(2022, 10, 3)), day_words(julian_day("2022-10-21"))
    ('3 October 2022', '21 October 2022')
    """
    known = date.fromordinal(day - JULIAN_OF_ORDINAL) if isinstance(day, int) else day
    return f"{known.day} {known:%B} {known.year}"


def which_words(several: Sequence[Bounds]) -> str:
    """When the one contact was that may be any of several; long lists by the time they lie in together.

    >>> which_words([occurrence("2022-05"), occurrence("2022-10-21")])
    'in May 2022 or on 21 October 2022'
    >>> which_words([occurrence("2022-05"), occurrence("2022-06-01"), occurrence("2022-06-30")])
    'one of 3 contacts, between 1 May 2022 and 30 June 2022'
    """
    if len(several) <= FEW:
        return listed(map(occurrence_words, several), "or")
    return f"one of {len(several)} contacts, {occurrence_words(hull(several))}"


def length_words(least: int, most: int | None) -> str:
    """A number of days of which only bounds are known.

    >>> length_words(143, 173), length_words(2, 2), length_words(5, None)
    ('143 to 173 days', '2 days', 'at least 5 days')
    """
    if most is None:
        return f"at least {plural(least, 'day')}"
    return plural(least, "day") if least == most else f"{least} to {most} days"


def iso_day(julian: int | None) -> str | None:
    """A Julian Day Number as YYYY-MM-DD, for machines.

    >>> iso_day(julian_day("2022-10-21")), iso_day(None)
    ('2022-10-21', None)
    """
    return None if julian is None else _day(julian).isoformat()


def occurrence_words(bounds: Bounds) -> str:
    """When something happened: 'on', 'in', 'between', 'by', 'not before', 'at an unknown time'.

    >>> from backchannel.graph.bounds import occurrence
    >>> [occurrence_words(occurrence(text)) for text in ("2022-10-21", "2022-05", "2022-03-22/2022-03-23")]
    ['on 21 October 2022', 'in May 2022', 'between 22 March 2022 and 23 March 2022']
    >>> [occurrence_words(occurrence(text)) for text in ("2022", "/2022-03-23", "../..")]
    ['in 2022', 'on or before 23 March 2022', 'at an unknown time']
    """
    first, last = days(bounds)
    if first is None:
        return "at an unknown time" if last is None else f"on or before {day_words(last)}"
    if last is None:
        return f"on or after {day_words(first)}"
    return f"on {day_words(first)}" if first == last else _within(_day(first), _day(last))


def stretch_words(when: When | None) -> str:
    """During which time a state of affairs lasted. A beginning or end that is only roughly known stays
    rough: of 'since March' no first day is made.

    >>> from backchannel.graph.bounds import UNKNOWN
    >>> texts = ("2022-02-24/..", "2022-03/..", "2022-06/2022-08", "/2022-03-23", "2022-02-24/")
    >>> for text in texts:
    ...     print(stretch_words(When(text, UNKNOWN)))
    since 24 February 2022
    since March 2022
    from June 2022 to August 2022
    until 23 March 2022
    from 24 February 2022 until an unknown time
    >>> stretch_words(When("2022-03-22~/..", UNKNOWN)), stretch_words(None)
    ('since some day between 21 March 2022 and 23 March 2022', 'over an unknown time')
    """
    if when is None or not when.edtf:
        return "over an unknown time"
    begin, slash, end = when.edtf.partition("/")
    if not slash:
        return occurrence_words(when.bounds)
    return _stretch(_edge_words(begin), _edge_words(end), still=end == "..")


def _stretch(begin: str, end: str, still: bool) -> str:
    if begin and end:
        return f"on {begin}" if begin == end and begin[0].isdigit() else f"from {begin} to {end}"
    if begin:
        return f"since {begin}" if still else f"from {begin} until an unknown time"
    return f"until {end}" if end else "over an unknown time"


def _edge_words(edtf: str) -> str:
    """One end of an interval: a day, a month, a year, or some day between two; nothing where it is open."""
    first, last = days(occurrence(edtf)) if edtf not in ("", "..") else (None, None)
    if first is None or last is None:
        return ""
    if first == last:
        return day_words(first)
    words = _within(_day(first), _day(last))
    return words.removeprefix("in ") if words.startswith("in ") else f"some day {words}"


def said_words(when: When | None) -> str:
    """A claim's date as the dossier has it: EDTF, the source's wording, and whether it is inferred.

    >>> from backchannel.graph.bounds import occurrence
    >>> said_words(When("2022-05", occurrence("2022-05"), "im Mai", "de", "the report is of May"))
    '2022-05 “im Mai” (inferred)'
    """
    if when is None or not (when.edtf or when.wording):
        return ""
    wording = f"“{when.wording}”" if when.wording else ""
    inferred = "(inferred)" if when.inferred else ""
    return " ".join(part for part in (when.edtf, wording, inferred) if part)


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names as a list in a sentence.

    >>> listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    every = list(names)
    return f" {last} ".join((", ".join(every[:-1]), every[-1])) if len(every) > 1 else "".join(every)


def plural(count: int, noun: str, several: str | None = None) -> str:
    """A number with its noun.

    >>> plural(1, "day"), plural(2, "day"), plural(0, "reply", "replies")
    ('1 day', '2 days', '0 replies')
    """
    return f"{count} {noun if count == 1 else several or noun + 's'}"


def shortened(text: str, length: int) -> str:
    """A label cut to a number of characters, on one line.

    >>> shortened("high-ranking officials of both countries", 12)
    'high-rankin…'
    """
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def sides(claims: Iterable[Claim]) -> tuple[list[Key], list[Key]]:
    """Who sought a contact, and the others, by its claims of fact; nobody sought it where none says so.

    Those whom one claim names by person and another only by office or state stand there once, as
    the person.
    """
    every = list(claims)
    told = [claim for claim in every if claim.stance in SPEAKS_OF_FACT] or every
    seekers: dict[Key, None] = {}
    others: dict[Key, None] = {}
    for claim in told:
        for one in claim.participants:
            if one.role in ("initiator", "addressee", "participant"):
                (seekers if one.role == "initiator" else others).setdefault(one.entity)
    return list(seekers), [key for key in others if key not in seekers]


def contact_words(knowledge: Knowledge, one: Consensus) -> str:
    """Who had, sought or was to have a contact: 'A to B' where it is told who sought it, else 'A and B'."""
    seekers, others = sides(one.claims)
    if seekers and others:
        return f"{_labels(knowledge, seekers)} to {_labels(knowledge, others)}"
    return _labels(knowledge, [*seekers, *others])


def _labels(knowledge: Knowledge, keys: Sequence[Key]) -> str:
    return listed(knowledge.label(key) for key in keys)


def _day(julian: int) -> date:
    return date.fromordinal(julian - JULIAN_OF_ORDINAL)


def _within(first: date, last: date) -> str:
    """A whole month or year by its name, any other stretch by its ends."""
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and after.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"in {first:%B} {first.year}"
        if first.month == 1 and last.month == 12 and first.year == last.year:
            return f"in {first.year}"
    return f"between {day_words(first)} and {day_words(last)}"
