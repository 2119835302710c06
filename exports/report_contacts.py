"""The chapter on contacts: who was in touch with whom, and each contact in the order of time."""

from __future__ import annotations

from collections import Counter, defaultdict

from backchannel.exports.report_model import Column, Figure, Row, Section, Table
from backchannel.exports.report_scope import Scope
from backchannel.exports.report_words import contact_words, iso_day, occurrence_words, said_words, sides
from backchannel.graph.analytics import OUTCOMES
from backchannel.graph.bounds import days
from backchannel.graph.consensus import Consensus
from backchannel.graph.model import Key

__all__ = ["contacts_table", "matrix_section", "pairs_table", "timeline_section"]

Pair = tuple[Key, Key]

CONTACTS = (
    Column("contact", "Contact", shown=False),
    Column("when", "When"),
    Column("first_day", "First possible day", "days", shown=False),
    Column("last_day", "Last possible day", "days", shown=False),
    Column("who", "Who"),
    Column("sought_by", "Sought by", shown=False),
    Column("outcome", "Outcome"),
    Column("how", "How"),
    Column("channels", "Channel"),
    Column("date_given", "Date as given"),
    Column("status", "Standing"),
    Column("claims", "Claims", "claims"),
)

PAIRS = (
    Column("one", "One"),
    Column("one_state", "State", shown=False),
    Column("other", "The other"),
    Column("other_state", "State", shown=False),
    *(Column(outcome, outcome.capitalize(), "count") for outcome in OUTCOMES),
    Column("contested", "Contested", "count"),
    Column("claims", "Claims", "claims"),
)


def matrix_section(scope: Scope, figures: tuple[Figure, ...]) -> Section:
    """Who was in touch with whom, as a picture and as a table."""
    return Section(
        "matrix",
        "Who was in touch with whom",
        "Each pair with its contacts by outcome. A meeting of several counts for each pair of its two sides.",
        figures,
        (pairs_table(scope),),
    )


def timeline_section(scope: Scope, figures: tuple[Figure, ...]) -> Section:
    """Every contact in the order of time, as a picture and as a table."""
    return Section(
        "timeline",
        "When",
        "A contact of uncertain date may lie anywhere within its bar. Inferred dates are marked.",
        figures,
        (contacts_table(scope),),
    )


def contacts_table(scope: Scope) -> Table:
    """Every contact of the window, one row each."""
    rows = tuple(_contact_row(scope, one) for one in scope.contacts)
    return Table("contacts", "Contacts", CONTACTS, rows, empty="No contact is on record for this window.")


def pairs_table(scope: Scope) -> Table:
    """Every two nodes that were in touch or tried to be, with the number of contacts by outcome."""
    counts, contested, claims = _counted(scope)
    order = sorted(counts, key=lambda pair: (-counts[pair]["held"], -counts[pair].total(), *pair))
    rows: tuple[Row, ...] = tuple(
        (
            scope.label(pair[0]),
            scope.state_label(pair[0]),
            scope.label(pair[1]),
            scope.state_label(pair[1]),
            *(counts[pair][outcome] for outcome in OUTCOMES),
            contested[pair],
            tuple(sorted(claims[pair])),
        )
        for pair in order
    )
    return Table("pairs", "Contacts of each pair", PAIRS, rows, empty="No two were in touch in this window.")


def _counted(scope: Scope) -> tuple[dict[Pair, Counter[str]], Counter[Pair], dict[Pair, set[Key]]]:
    """For each pair: contacts by outcome, those contested, and the claims. A contact counts once."""
    counts: dict[Pair, Counter[str]] = defaultdict(Counter)
    contested: Counter[Pair] = Counter()
    claims: dict[Pair, set[Key]] = defaultdict(set)
    met: set[tuple[Pair, Key]] = set()
    for one, other, data in scope.network.edges(data=True):
        pair = (min(one, other), max(one, other))
        claims[pair].update(data["claims"])
        if (pair, data["contact"]) not in met:
            met.add((pair, data["contact"]))
            counts[pair][data["outcome"]] += 1
            contested[pair] += bool(data["contested"])
    return counts, contested, claims


def _contact_row(scope: Scope, one: Consensus) -> Row:
    first, last = days(one.bounds)
    seekers, _ = sides(one.claims)
    return (
        one.contact,
        occurrence_words(one.bounds),
        iso_day(first),
        iso_day(last),
        contact_words(scope.knowledge, one),
        "; ".join(scope.label(key) for key in seekers),
        _outcome(one),
        _means(one),
        "; ".join(
            scope.label(key) for key in sorted({key for claim in one.claims for key in claim.channels})
        ),
        "; ".join(dict.fromkeys(text for text in (said_words(claim.when) for claim in one.claims) if text)),
        _standing(one),
        tuple(claim.key for claim in one.claims),
    )


def _outcome(one: Consensus) -> str:
    several = max(claim.times for claim in one.claims)
    outcomes = " / ".join(one.outcomes) if one.contested and one.outcomes else one.outcome
    return f"{outcomes}, at least {several} times" if several > 1 else outcomes


def _means(one: Consensus) -> str:
    modes = dict.fromkeys(claim.mode for claim in one.claims if claim.mode and claim.mode != "contact")
    hidden = any(claim.public is False for claim in one.claims)
    return ", ".join([*modes, *(["not public"] if hidden else [])])


def _standing(one: Consensus) -> str:
    return f"{one.status}, date disputed" if one.date_disputed else one.status
