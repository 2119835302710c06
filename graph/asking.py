"""Ask a question of the library: names become IRIs, days midnights, and the answer keeps its claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from backchannel.graph.answers import LIST, Result, Term
from backchannel.graph.errors import AmbiguousNameError, DateError, QueryError, UnknownNameError
from backchannel.graph.iris import iri_of, key_of
from backchannel.graph.lookup import KINDS, Lookup
from backchannel.graph.model import Key, Knowledge
from backchannel.graph.nearest import nearest
from backchannel.ontology import library
from backchannel.ontology.library import ENTITY_TYPES, Param, Question

__all__ = ["ask", "claims_in", "named", "strangers"]

CONCATENATED = re.compile(r"separator=[^)]*\) AS \?(\w+)\)")


def named(name: str) -> Question:
    """The question of a name or a number. Raises QueryError with the nearest name.

    >>> named("04").name
    'last-contact'
    """
    try:
        return library.find(name)
    except KeyError:
        names = [question.name for question in library.library()]
        hint = nearest(name, names) or "`backchannel ask` lists them"
        raise QueryError(f"the library has no question {name!r}; {hint}") from None


def ask(
    question: Question, values: Mapping[str, str], knowledge: Knowledge, answer: Callable[[str], Result]
) -> Result:
    """The answer to a question with its parameters set; those left out keep their defaults.

    Parameters: ``values``, by parameter: a name in any spelling (or a key, or an IRI) for who or what
    has one, a day ``YYYY-MM-DD`` (or a month, or a year), a text, a number; ``knowledge``, which knows
    the names; ``answer``, which runs a SELECT on the graph.
    Raises UnknownNameError, AmbiguousNameError, DateError, or QueryError for a parameter that the
    question doesn't have or a number that is none.
    """
    resolved = {name: _value(_param(question, name), value, knowledge) for name, value in values.items()}
    try:
        sparql = question.with_parameters(resolved)
    except ValueError as error:
        kinds = {param.type for param in question.params if param.name in values}
        kind = DateError if kinds & {"known", "day"} and "day" in str(error) else QueryError
        raise kind(f"{question.name}: {error}") from error
    return _in_order(answer(sparql), set(CONCATENATED.findall(sparql)))


def _param(question: Question, name: str) -> Param:
    for param in question.params:
        if param.name == name:
            return param
    names = [param.name for param in question.params]
    hint = nearest(name, names)
    raise QueryError(
        f"'{question.name}' has no parameter {name!r}; expected one of: {', '.join(names) or 'none'}"
        + (f"; {hint}" if hint else "")
    )


def _value(param: Param, value: str, knowledge: Knowledge) -> str:
    if param.type not in ENTITY_TYPES:
        return value
    kinds = KINDS if param.type == "party" else (param.type,)
    return iri_of(Lookup(knowledge).find(value, kinds))


def _in_order(result: Result, lists: set[str]) -> Result:
    """The members of each list sorted: SPARQL leaves the order of GROUP_CONCAT open."""
    in_list = [column in lists for column in result.columns]
    rows = (
        tuple(_sorted(term) if listed else term for term, listed in zip(row, in_list, strict=True))
        for row in result.terms
    )
    return replace(result, terms=tuple(rows))


def _sorted(term: Term | None) -> Term | None:
    return replace(term, value=LIST.join(sorted(term.value.split(LIST)))) if term else None


def claims_in(result: Result) -> list[Key]:
    """The keys of the claims that an answer names, in the order in which it does.

    >>> cell = Term("literal", LIST.join(iri_of(key) for key in ("claim/b", "contact/x", "claim/a")))
    >>> claims_in(Result("select", ("claims",), ((cell,),)))
    ['claim/b', 'claim/a']
    """
    cells = [part for row in result.terms for term in row if term for part in term.value.split(LIST)]
    keys = [key for cell in cells if (key := key_of(cell)) and key.startswith("claim/")]
    return list(dict.fromkeys(keys))


def strangers(question: Question, values: Mapping[str, str], knowledge: Knowledge) -> list[Param]:
    """The parameters left to a default that this graph doesn't know: it belongs to another case."""
    left = [param for param in question.params if param.type in ENTITY_TYPES and param.name not in values]
    return [param for param in left if not _known(param, knowledge)]


def _known(param: Param, knowledge: Knowledge) -> bool:
    try:
        _value(param, param.default, knowledge)
    except (UnknownNameError, AmbiguousNameError):
        return False
    return True
