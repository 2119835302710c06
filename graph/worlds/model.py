"""With which probability the claims are taken to be true: defaults, each of which can be given otherwise.

The Admiralty code (NATO STANAG 2511, AJP-2.1) rates sources A to F and what they say 1 to 6 in words; no
probabilities belong to it, and officers who were asked for some gave widely different ones (M. G. Samet,
Subjective Interpretation of Reliability and Accuracy Scales for Evaluating Military Intelligence, US Army
Research Institute, Technical Paper 260, 1975). The numbers here are therefore *a choice*.

The credibility of the information is read as S. Kent reads such words (Words of Estimative Probability,
Studies in Intelligence 8(4), 1964: almost certain 93 %, probable 75 %, about even 50 %, probably not 30 %,
almost certainly not 7 %). The reliability of the source is how far that rating is relied on: the rest is
ignorance, shared evenly between true and false. That is discounting as in G. Shafer, A Mathematical Theory
of Evidence (1976) ch. 11, read as a probability as in P. Smets and R. Kennes, The Transferable Belief
Model, Artificial Intelligence 66 (1994):

    p(claim) = reliance * p(credibility) + (1 - reliance) / 2

Who alleges, or weakens what he says by a hedge, is relied on less, by a factor. A claim that nobody rated
is taken at its word, as everywhere else here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from backchannel.graph.errors import ModelError
from backchannel.graph.model import Claim

__all__ = ["DEFAULTS", "KINDS", "Model", "model_of"]

# What may be left open, in the order in which it is told.
KINDS = ("source", "outcome", "date", "initiator", "identity")

DEFAULTS: Mapping[str, float] = MappingProxyType(
    {
        "A": 1.0, "B": 0.9, "C": 0.7, "D": 0.4, "E": 0.1, "F": 0.5,
        "1": 0.93, "2": 0.75, "3": 0.5, "4": 0.3, "5": 0.07, "6": 0.5,
        "unrated": 1.0, "hedged": 0.8, "alleged": 0.6, "undated": 0.5,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Model:
    """What varies from world to world, and how likely each choice is.

    ``probabilities`` has, by name: A to F, how far a source of that reliability is relied on; 1 to 6, how
    likely information of that credibility is true; ``unrated``, that of a claim without a rating;
    ``hedged`` and ``alleged``, by what the reliance on such a claim is multiplied; ``undated``, how likely
    a contact without any limit to its date was within the window. All are 0 to 1. ``varied`` are the
    :data:`KINDS` that vary; what doesn't is taken as the graph without worlds takes it.
    """

    probabilities: Mapping[str, float] = field(default_factory=lambda: DEFAULTS)
    varied: frozenset[str] = frozenset(KINDS)

    def belief(self, claim: Claim) -> float:
        """How likely it is that a claim is true, by its ratings and its wording.

        >>> from backchannel.graph.model import Claim
        >>> said = Claim("claim/a", "contact", "contact/a", "asserts", "person/a", "", "en", (),
        ...     reliability="B", credibility=2)
        >>> round(Model().belief(said), 3)
        0.725
        """
        if "source" not in self.varied:
            return 1.0
        reliance = self._reliance(claim)
        return reliance * self._credibility(claim) + (1 - reliance) / 2

    def _reliance(self, claim: Claim) -> float:
        given = self.probabilities
        reliance = given[claim.reliability] if claim.reliability else 1.0
        reliance *= given["hedged"] if claim.hedge else 1.0
        return reliance * (given["alleged"] if claim.stance == "alleges" else 1.0)

    def _credibility(self, claim: Claim) -> float:
        if claim.credibility is None:
            return self.probabilities["unrated"]
        return self.probabilities[str(claim.credibility)]

    def words(self) -> str:
        """The whole model in one line, to be cited: 'varied: ...; A=1 B=0.9 ...'."""
        varied = ", ".join(kind for kind in KINDS if kind in self.varied) or "nothing"
        given = " ".join(f"{name}={self.probabilities[name]:g}" for name in DEFAULTS)
        return f"varied: {varied}; {given}"


def model_of(given: Mapping[str, float] | None = None, varied: Iterable[str] | None = None) -> Model:
    """A model with some probabilities given otherwise, and only some kinds of choice varied.

    Raises :class:`~backchannel.graph.errors.ModelError` for a name that is none, a value that is no
    probability, or a kind that is none.

    >>> model_of({"B": 1}, ["date"]).varied
    frozenset({'date'})
    >>> model_of({"B": 2})
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.ModelError: B=2: expected a probability from 0 to 1
    """
    for name, value in (given or {}).items():
        if name not in DEFAULTS:
            raise ModelError(f"{name[:40]!r} has no probability; expected one of {', '.join(DEFAULTS)}")
        if not 0 <= value <= 1:
            raise ModelError(f"{name}={value:g}: expected a probability from 0 to 1")
    kinds = frozenset(KINDS if varied is None else varied)
    if kinds - set(KINDS):
        found = ", ".join(sorted(kinds - set(KINDS)))
        raise ModelError(f"{found[:40]!r} can't vary; expected {', '.join(KINDS)}")
    return Model(MappingProxyType({**DEFAULTS, **(given or {})}), kinds)
