"""The evidence of a briefing in little room: documents by number, one short paragraph a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backchannel.exports.language import Language
from backchannel.exports.report_model import Proof
from backchannel.graph.evidence import Step
from backchannel.graph.model import Key

__all__ = ["Citing"]


class Citing:
    """How claims and documents are cited: documents bear the numbers of their first appearance."""

    def __init__(self, evidence: Iterable[Proof], words: Language) -> None:
        self.words = words
        steps = [step for proof in evidence for step in proof.evidence.chain if step.document]
        self.numbers: dict[Key | None, int] = {}
        self.titles: dict[int, str] = {}
        for step in steps:
            number = self.numbers.setdefault(step.document, len(self.numbers) + 1)
            publisher = f" ({step.publisher})" if step.publisher else ""
            self.titles.setdefault(number, f"{step.title}{publisher}")

    def claim(self, proof: Proof) -> str:
        """When it is supposed to have been, through what it came, from when it was known."""
        return "; ".join(part for part in self._parts(proof) if part)

    def _parts(self, proof: Proof) -> Iterator[str]:
        one, say = proof.evidence, self.words.say
        if one.kind not in ("remark", "account", "retraction"):
            yield f"{proof.when} ({say('evidence-inferred')})" if one.inferred else proof.when
        yield say("evidence-hedged", hedge=one.hedge) if one.hedge else ""
        for step in one.chain:
            yield self._step(step)
        known = self.words.named(one.known)
        yield say("evidence-known", day=known) if known else say("evidence-known-unknown")
        yield one.reliability

    def _step(self, step: Step) -> str:
        said = self.words.say("evidence-said", when=step.said) if step.said else ""
        if step.document is None:
            return said
        named = f"{self.words.term('relay', step.relay)} D{self.numbers[step.document]}"
        places = self.words.say("evidence-at", places=", ".join(step.places)) if step.places else ""
        quotation = f"“{' '.join(step.quotation.split())}”" if step.quotation else ""
        return ", ".join(part for part in (named, places, said, quotation) if part)
