"""The evidence of a report: each claim cited, with who said it, through whom, where, how sure the date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backchannel.exports.language import ENGLISH, Language
from backchannel.exports.report_model import Column, Proof, Row, Table
from backchannel.graph.bounds import days
from backchannel.graph.evidence import Evidence, Step, evidence
from backchannel.graph.model import Claim, Key, Knowledge
from backchannel.graph.texts import Texts

__all__ = ["appendix", "certainty_words", "chain_words", "proofs"]

EVIDENCE = (
    Column("number", "Number", "count"),
    Column("claim", "Claim"),
    Column("iri", "IRI"),
    Column("kind", "Kind"),
    Column("voice", "Voice"),
    Column("voice_office", "In which office"),
    Column("unnamed", "Unnamed"),
    Column("stance", "Stance"),
    Column("paraphrase", "Paraphrase"),
    Column("hedge", "Hedged"),
    Column("date_given", "Date as given"),
    Column("certainty", "How sure the date is"),
    Column("inferred", "Why the date is inferred"),
    Column("known", "Known from"),
    Column("reliability", "Reliability"),
    Column("chain", "Chain and places"),
)

LASTING = ("silence", "channel")


def proofs(
    knowledge: Knowledge, claims: Iterable[Key], texts: Texts | None, words: Language = ENGLISH
) -> dict[Key, Proof]:
    """The evidence of each claim, in the order given."""
    return {key: _proof(knowledge, key, texts, words) for key in claims}


def appendix(knowledge: Knowledge, every: Iterable[Key], cited: Sequence[Key], texts: Texts | None) -> Table:
    """All claims that any row of a table rests on; those the document cites come first, numbered."""
    numbers = {key: number for number, key in enumerate(cited, start=1)}
    keys = [*cited, *(key for key in every if key not in numbers)]
    rows = tuple(_row(_proof(knowledge, key, texts), numbers) for key in keys)
    return Table("evidence", "Evidence", EVIDENCE, rows)


def certainty_words(claim: Claim, words: Language = ENGLISH) -> str:
    """How sure a claim's date is.

    >>> from backchannel.graph.bounds import occurrence
    >>> from backchannel.graph.model import When
    >>> claim = Claim("claim/a", "contact", "contact/a", "asserts", "person/b", "", "en", ())
    >>> certainty_words(claim)
    'no date'
    >>> from dataclasses import replace
    >>> certainty_words(replace(claim, when=When("2022-05", occurrence("2022-05"))))
    'in May 2022: one of 31 days'
    """
    first, last = days(claim.bounds)
    when = when_words(claim, words)
    if claim.kind in LASTING or first is None or last is None or first == last:
        return when
    return words.say("date-some-of" if claim.times > 1 else "date-one-of", when=when, days=last - first + 1)


def when_words(claim: Claim, words: Language = ENGLISH) -> str:
    """When it is supposed to have been, or over which time to have lasted."""
    if days(claim.bounds) == (None, None):
        return words.say("date-none")
    return words.stretch(claim.when) if claim.kind in LASTING else words.occurrence(claim.bounds)


def chain_words(steps: Iterable[Step]) -> str:
    """A claim's way from the document at hand up to the voice, on one line."""
    return " < ".join(_step_words(step) for step in steps)


def _step_words(step: Step) -> str:
    place = f" at {', '.join(step.places)}" if step.places else ""
    said = f", said {step.said}" if step.said else ""
    return f"{step.relay}: {step.title}{place}{said}"


def _proof(knowledge: Knowledge, key: Key, texts: Texts | None, words: Language = ENGLISH) -> Proof:
    claim = knowledge.claims[key]
    shown = evidence(knowledge, key, texts, words.code)
    return Proof(shown, claim.paraphrase_language, when_words(claim, words), certainty_words(claim, words))


def _row(proof: Proof, numbers: Mapping[Key, int]) -> Row:
    one: Evidence = proof.evidence
    return (
        numbers.get(one.claim),
        one.claim,
        one.iri,
        one.kind,
        one.voice,
        one.voice_office,
        "yes" if one.unnamed else "no",
        one.stance,
        one.paraphrase,
        one.hedge,
        one.when,
        proof.certainty,
        one.inferred,
        one.known,
        one.reliability,
        chain_words(one.chain),
    )
