"""Words of the report: dates, lists and contacts as a person would say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from backchannel.exports.language import ENGLISH, JULIAN_OF_ORDINAL, Language
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Claim, Key, Knowledge, When
from backchannel.graph.semantics import SPEAKS_OF_FACT

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

OUTCOME_WORDS = {
    "held": "held",
    "attempted": "attempted, end not told",
    "refused": "refused",
    "ignored": "ignored",
    "cancelled": "cancelled",
    "proposed": "spoken of, not said to have happened",
}

# The long report is in English; the words for days, lengths and lists are the briefing's.
day_words = ENGLISH.day
length_words = ENGLISH.length
listed = ENGLISH.listed
occurrence_words = ENGLISH.occurrence
stretch_words = ENGLISH.stretch
which_words = ENGLISH.which


def iso_day(julian: int | None) -> str | None:
    """A Julian Day Number as YYYY-MM-DD, for machines.

    >>> from backchannel.graph.bounds import julian_day
    >>> iso_day(julian_day("2022-10-21")), iso_day(None)
    ('2022-10-21', None)
    """
    return None if julian is None else date.fromordinal(julian - JULIAN_OF_ORDINAL).isoformat()


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


def contact_words(knowledge: Knowledge, one: Consensus, words: Language = ENGLISH) -> str:
    """Who had, sought or was to have a contact: 'A to B' where it is told who sought it, else 'A and B'."""
    seekers, others = sides(one.claims)
    if seekers and others:
        both = (_labels(knowledge, keys, words) for keys in (seekers, others))
        return words.say("contact-sought", **dict(zip(("seekers", "others"), both, strict=True)))
    return _labels(knowledge, [*seekers, *others], words)


def _labels(knowledge: Knowledge, keys: Sequence[Key], words: Language) -> str:
    return words.listed(knowledge.label(key, words.code) for key in keys)
