"""The measures in words: what was chosen, and what each measure means."""

from __future__ import annotations

from collections.abc import Iterable

from backchannel.graph.analytics.choices import Choices
from backchannel.graph.analytics.definitions import DEFINITIONS
from backchannel.graph.analytics.measured import Measured, Taken
from backchannel.graph.analytics.registry import IN_TIME, LINKS, MEASURES, Measure
from backchannel.graph.analytics.sampling import Sampled
from backchannel.graph.analytics.temporal.measures import start_of
from backchannel.graph.gregorian import BEGINNING

__all__ = ["definitions_markdown", "statements", "weight_words"]

ANSWERS = "Answers compare held, refused and ignored contacts of which somebody says who sought them."


def statements(found: Measured) -> list[str]:
    """What an answer rests on, in sentences: window, clocks, what carries, what a link weighs, samples."""
    asked, last = found.asked, found.taken[-1]
    known = f"known by the end of {asked.known}" if asked.known else "by all that was published"
    return [
        f"Level: {asked.level}. Window: {_window(found)}; {known}.",
        f"Carrying: {carrying_words(last.choices)}.",
        *([ANSWERS] if any(MEASURES[name].definition == "response" for name in asked.names) else []),
        *([_in_time(found)] if any(MEASURES[name].projection == IN_TIME for name in asked.names) else []),
        *(f"Weight of a link: {words}." for words in weights_words(found)),
        *(sentence for one in found.taken for sentence in _samples(one)),
        *(["–: not on record in that period, or not defined."] if asked.every else []),
    ]


def carrying_words(choices: Choices) -> str:
    """Which contacts make a link.

    >>> carrying_words(Choices())
    'held contacts; contested ones left out; those that may lie in the window count'
    """
    contested = "contested ones as well" if choices.contested else "contested ones left out"
    certain = "that certainly lie" if choices.certain else "that may lie"
    return f"{', '.join(choices.outcomes)} contacts; {contested}; those {certain} in the window count"


def weight_words(choices: Choices) -> str:
    """What a link weighs.

    >>> weight_words(Choices(weight="decayed", half_life=90, day="2022-10-31"))
    'each contact 2^(-age/90 days) as of 2022-10-31, uncertain dates at the earliest: at the least'
    """
    if choices.weight == "binary":
        return "1, however many contacts it stands for"
    if choices.weight == "contacts":
        return "the number of its distinct contacts, without decay"
    end = {"earliest": "at the earliest: at the least", "latest": "at the latest: at the most"}
    seen = f"each contact 2^(-age/{choices.half_life:g} days) as of {choices.day}"
    return f"{seen}, uncertain dates {end[choices.dated]}"


def weights_words(found: Measured) -> list[str]:
    """What a link weighs, and which of the measures don't ask."""
    words = weight_words(found.taken[-1].choices)
    if len(found.taken) > 1 and found.asked.choices.weight == "decayed" and found.asked.choices.day is None:
        words = words.replace(f"as of {found.taken[-1].choices.day}", "as of the last day of each period")
    without = [MEASURES[one].title for one in found.asked.names if MEASURES[one].weight.startswith("none")]
    return [words + (f" (not used by: {', '.join(without)})" if without else "")]


def definitions_markdown(names: Iterable[str] = tuple(MEASURES)) -> str:
    """Each measure with its meaning, formula, edge cases, weight and reference, as Markdown.

    >>> print(definitions_markdown(["core"]).splitlines()[0])
    ## k-core
    """
    by_text: dict[str, list[Measure]] = {}
    for name in names:
        by_text.setdefault(MEASURES[name].definition, []).append(MEASURES[name])
    return "\n".join(_definition(text, several) for text, several in by_text.items())


def _definition(text: str, several: list[Measure]) -> str:
    about = DEFINITIONS[text]
    lines = [f"## {about.title}", "", about.meaning, ""]
    lines += [f"- **Formula:** {about.formula}", f"- **Reading:** {about.reading}"]
    lines += [f"- **Edge cases:** {about.edge_cases}", f"- **Reference:** {about.reference}"]
    lines += ["", *(_line(one) for one in several), ""]
    return "\n".join(lines)


def _line(one: Measure) -> str:
    best = "lowest first" if one.lowest_first else "highest first"
    about = f"of each {one.of}" if one.of != "network" else "of the network"
    links = f"links: {LINKS[one.projection]}"
    return f"- `{one.name}` ({one.title}), {about}, {best}; {links}; weight: {one.weight}"


def _window(found: Measured) -> str:
    asked = found.asked
    until = asked.until or asked.at
    if asked.every:
        first, last = found.taken[0].period, found.taken[-1].period
        return f"every {asked.every} from {first.since} to {last.until}"
    if asked.since or until:
        return f"{asked.since or 'the beginning'} to {until or 'the end'}"
    return "all time"


def _in_time(found: Measured) -> str:
    """From when word is followed, and what carries it."""
    starts = {start_of(one.network) for one in found.taken} - {BEGINNING}
    since = f"on {min(starts)[:10]}" if len(starts) == 1 else "at the beginning of each period"
    from_day = f"Word sets out {since}" if starts else "No held contact has a date"
    return (
        f"{from_day}; held contacts alone carry it, contested ones possibly, whatever outcomes are asked for."
    )


def _samples(one: Taken) -> list[str]:
    return [
        f"{' '.join([MEASURES[name].title, one.period.name]).strip()}: too large to be taken whole; from"
        f" {values.samples:,} sampled sources, all values within {values.error:.4f} with"
        f" {values.confidence:.0%} confidence."
        for name, values in one.values.items()
        if isinstance(values, Sampled)
    ]
