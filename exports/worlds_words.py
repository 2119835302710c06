"""Ranks over possible worlds, in sentences: how sure a rank is, what was open, what the model is."""

from __future__ import annotations

from collections import Counter

from backchannel.exports.report_cut import hub_words
from backchannel.exports.report_words import listed, plural
from backchannel.graph.model import Knowledge
from backchannel.graph.worlds.choices import Choice
from backchannel.graph.worlds.influence import Answer
from backchannel.graph.worlds.ranks import Ranks
from backchannel.graph.worlds.rows import RankRow

__all__ = [
    "answer_words",
    "method_words",
    "percent",
    "question_words",
    "rank_sentence",
    "span_words",
]

ORDINALS = ("First", "Second", "Third")
QUESTIONS = {
    "source": ("origin that may be wrong", "origins that may be wrong"),
    "outcome": ("contested outcome", "contested outcomes"),
    "date": ("contact that may lie outside the window", "contacts that may lie outside the window"),
    "initiator": ("contested initiator", "contested initiators"),
    "identity": ("name that may mean several", "names that may mean several"),
}
PROBABILITIES = (
    "The probabilities are a choice and no measurement: the Admiralty code has none of its own, and each can"
    " be given otherwise (--probability)."
)


def percent(share: float) -> str:
    """A share in per cent, that is 0 or 100 only if it is none or all.

    >>> percent(0.934), percent(1), percent(0.9999), percent(0.0004), percent(0)
    ('93 %', '100 %', 'over 99 %', 'under 1 %', '0 %')
    """
    rounded = round(share * 100)
    if rounded == 100 and share < 1:
        return "over 99 %"
    return "under 1 %" if rounded == 0 and share > 0 else f"{rounded} %"


def span_words(least: int | None, greatest: int | None) -> str:
    """Between which ranks.

    >>> span_words(1, 3), span_words(2, 2), span_words(None, None)
    ('1 to 3', '2', '')
    """
    if least is None:
        return ""
    return f"{least}" if least == greatest else f"{least} to {greatest}"


def rank_sentence(row: RankRow) -> str:
    """How sure a rank is: 'First in 93 % of worlds (rank 1 to 3)'.

    >>> from backchannel.graph.worlds.counts import Spread
    >>> spread = Spread(1, 3, 1, 2, 1.0)
    >>> sure = RankRow("harmonic", "person/a", "A", 0.5, 1, 0.5, spread, 0.93, 0.93, None, None)
    >>> rank_sentence(sure)
    'First in 93 % of worlds (rank 1 to 3)'
    """
    if row.rank is None:
        return f"Without a rank; it has one in {percent(row.spread.placed)} of worlds"
    name = ORDINALS[row.rank - 1] if row.rank <= len(ORDINALS) else f"Rank {row.rank}"
    worlds = "all worlds" if row.holds == 1 else f"{percent(row.holds)} of worlds"
    span = span_words(row.spread.least, row.spread.greatest)
    return f"{name} in {worlds}" + (f" (rank {span})" if span and row.holds < 1 else "")


def method_words(found: Ranks) -> list[str]:
    """What was open, how many worlds that makes and how they were gone through, and the whole model."""
    return [_open(found), _gone_through(found), f"Model: {found.model.words()}.", PROBABILITIES]


def question_words(knowledge: Knowledge, choice: Choice, known: str | None = None) -> str:
    """What a choice asks, as people would."""
    if choice.kind == "identity":
        return f"who '{choice.on[0]}' is in '{knowledge.label(choice.on[1])}'"
    contact = f"'{hub_words(knowledge, choice.about, known)}'"
    if choice.kind == "source":
        voices = dict.fromkeys(knowledge.claims[key].voice for key in choice.on)
        return f"whether what {listed(knowledge.label(voice) for voice in voices)} says of {contact} is true"
    asked = {
        "outcome": f"what came of {contact}",
        "date": f"whether {contact} fell in the window",
        "initiator": f"who sought {contact}",
    }
    return asked[choice.kind]


def answer_words(knowledge: Knowledge, choice: Choice, answer: Answer) -> str:
    """One answer to a question.

    >>> from backchannel.graph.worlds.counts import Spread
    >>> none = Spread(None, None, None, None, 0.0)
    >>> coin = Choice("date c", "date", "contact/c", (), ("0.5", "1.0"), (0.5, 0.5))
    >>> [answer_words(Knowledge("A case", "en"), coin, Answer(n, 0.5, None, none)) for n in (0, 1)]
    ['it did', 'it did not']
    """
    option = choice.options[answer.option]
    if choice.kind == "identity":
        return knowledge.label(option)
    if choice.kind in ("source", "date"):
        return _level_words(choice, answer.option)
    first, *rest = (_position(knowledge, choice, one) for one in option.split(" > "))
    return f"{first}, else {', else '.join(rest)}" if len(rest) > 1 else first


def _level_words(choice: Choice, option: int) -> str:
    yes, no = ("yes", "no") if choice.kind == "source" else ("it did", "it did not")
    if option == 0:
        return yes
    if option < len(choice.options) - 1:
        return f"{yes}, if what is at least {percent(float(choice.options[option]))} sure stands"
    return no


def _position(knowledge: Knowledge, choice: Choice, position: str) -> str:
    if choice.kind == "initiator":
        return listed(knowledge.label(key) for key in position.split(" "))
    return "it is denied with right" if position == "denied" else position


def _open(found: Ranks) -> str:
    kinds = Counter(choice.kind for choice in found.space.choices)
    told = [f"{kinds[kind]} {words[kinds[kind] != 1]}" for kind, words in QUESTIONS.items() if kinds[kind]]
    if not told:
        return "Nothing is open that could change the graph: there is one world."
    return f"Open, as far as it can change the graph: {listed(told)}."


def _gone_through(found: Ranks) -> str:
    if found.exact:
        every = "that one" if found.number == 1 else "each"
        return f"{_number(found)}; {every} was gone through: all figures are exact."
    return (
        f"{_number(found)}; {plural(found.worlds.drawn, 'world')} drawn at random (seed {found.seed},"
        f" {len(found.worlds.weights):,} of them distinct). Least and greatest ranks are those of the drawn"
        " worlds: rarer ones may go further. Shares are estimates, in brackets their 95 % confidence interval"
        " (Wilson)."
    )


def _number(found: Ranks) -> str:
    if found.number is None:
        return "More distinct worlds than can be counted"
    return f"{found.number:,} distinct world{'s' if found.number != 1 else ''}"
