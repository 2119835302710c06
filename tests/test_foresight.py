"""Nothing that became known after a day changes an answer as known by the end of that day.

Every case is a past, known by 15 March 2029, and two futures of it: claims, citations, documents and tenures
published later, withdrawals and ends of tenures known later. Whatever is asked as known by that day must not
tell one future from the other, nor either from no future at all.
"""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import networkx as nx
import pyoxigraph
import samples
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import claim, entity, keyed, party, when

from backchannel.graph import quads, store
from backchannel.graph.accounts import accounts
from backchannel.graph.asking import ask
from backchannel.graph.asof import as_known, as_of, last_day
from backchannel.graph.bounds import state
from backchannel.graph.channel_attempts import attempts_between
from backchannel.graph.channels import histories, standing
from backchannel.graph.clock import known_stamp
from backchannel.graph.consensus import consensus, live_claims
from backchannel.graph.corroboration import corroboration
from backchannel.graph.cut_answers import (
    channel_question,
    contact_question,
    cuts,
    last_contact_question,
    office_question,
)
from backchannel.graph.derivation import derived
from backchannel.graph.differences import differences
from backchannel.graph.disputes import disputes, withdrawals
from backchannel.graph.errors import UnknownNameError
from backchannel.graph.holders import holders, seats
from backchannel.graph.ledger import LEDGER_LEVELS, ledger
from backchannel.graph.model import (
    Channel,
    Citation,
    Claim,
    Content,
    Document,
    Key,
    Knowledge,
    Names,
    Participant,
    Tenure,
    When,
)
from backchannel.graph.occasions import occasions
from backchannel.graph.projection import NETWORK_LEVELS, network
from backchannel.graph.silences import claimed_silences
from backchannel.ontology.library import Question, library

CASES = 2000 if LARGE else 60
ASKED = 300 if LARGE else 30
DAY = "2029-03-15"
PAST = [10, 13, 14, 15]
FUTURE = [16, 17, 20, None]  # days of March; None: nobody can date the publication
DATED = [day for day in FUTURE if day]
DATES = ("2029-03-10", "2029-03-0X", "2029-02~", "2029-03-12/2029-03-14", "2029-03", "2029-03-18", None)
SPANS = (
    "2029-01-10/..",
    "2029-01-10/2029-03-14",
    "2029-02/2029-03",
    "/2029-03-12",
    "2029-03-01/2029-03-11",
    "2029-04-01/..",
)
PEOPLE = {
    "person/firefly": ("office/fr-minister", "state/fr"),
    "person/teasdale": ("office/fr-general", "state/fr"),
    "person/trentino": ("office/sy-minister", "state/sy"),
    "person/spaldoni": ("office/sy-minister", "state/sy"),
}
PRESENT = [
    entity("person/spaldoni", "Pinky Spaldoni"),
    entity("party/spokesman", "a spokesman", state="state/sy", unnamed=True),
]
VOICES = (
    "party/spokesman",
    "party/spokesman",
    "organisation/gazette",
    "person/teasdale",
    "person/trentino",
    "party/generals",
)
LINES = ("channel/hotline", "channel/whisper")


def stamp(day: int | None) -> str | None:
    return known_stamp(f"2029-03-{day:02d}") if day else None


# --- worlds


def documents() -> dict[Key, Document]:
    """One document for each day of publication, and one of which nobody knows it."""
    made = [
        Document(
            f"document/d{day or 'unknown'}",
            f"The paper of {day}",
            "en",
            "organisation/gazette",
            when(f"2029-03-{day:02d}") if day else None,
            known=stamp(day),
        )
        for day in [*PAST, *FUTURE]
    ]
    return keyed(made)


DOCUMENTS = documents()


def citation(name: str, day: int | None, rng: random.Random, taken_from: str | None = None) -> Citation:
    paper = f"d{day or 'unknown'}"
    said = rng.choice([None, when("2029-03-09"), when("2029-03-08")])
    return Citation(f"citation/{name}/{paper}", "reports", f"document/{paper}", taken_from, said=said)


def chain(name: str, days: list[int | None], rng: random.Random) -> tuple[Citation, ...]:
    """Citations in a row of documents, or each on its own; most go back to the utterance."""
    utterance = Citation(f"citation/{name}/utterance", "utters")
    made: list[Citation] = [utterance] if rng.random() < 0.7 else []
    for day in dict.fromkeys(days):
        above = made[-1].key if made and rng.random() < 0.7 else None
        made.append(citation(name, day, rng, above))
    return tuple(made)


def sides(rng: random.Random) -> tuple[Participant, ...]:
    one, other = rng.choice([("person/firefly", "person/trentino"), tuple(rng.sample(sorted(PEOPLE), 2))])
    roles = rng.choice([("initiator", "addressee"), ("participant", "participant")])
    made = [
        replace(party(key, role, *PEOPLE[key]), rank="minister")
        for key, role in zip((one, other), roles, strict=True)
    ]
    if rng.random() < 0.15:
        made[0] = party("state/fr", roles[0], at="state/fr")
    return tuple(made)


def any_claim(rng: random.Random, name: str, days: list[int | None]) -> Claim:
    """A claim of any kind, cited in the documents of some days and known from the first of them."""
    first = min(days, key=lambda day: day or 99)
    fields: dict[str, Any] = {
        "known": stamp(first),
        "citations": chain(name, sorted(days, key=lambda day: day or 99), rng),
        "voice": rng.choice(VOICES),
        "hedge": rng.choice([None, None, "reportedly"]),
    }
    kind = rng.choice(["contact"] * 5 + ["silence"] * 2 + ["silence", "channel", "account", "remark"])
    date = rng.choice(DATES)
    if kind == "contact":
        fields |= {
            "about": f"contact/{rng.choice('abc')}",
            "participants": sides(rng),
            "outcome": rng.choice([*4 * ["held"], "refused", "ignored", "attempted"]),
            "stance": rng.choice([*4 * ["asserts"], "alleges", "denies", "proposes", "announces"]),
            "mode": rng.choice(["call", "meeting", None]),
            "channels": rng.choice([(), LINES[:1], LINES]),
            "public": rng.choice([None, True, False]),
            "when": when(date) if date else None,
        }
    elif kind == "silence":
        span = rng.choice(SPANS)
        fields |= {
            "about": f"silence/{rng.choice('ab')}",
            "participants": sides(rng),
            "scope": rng.choice([*3 * ["any contact"], "calls", "public contact"]),
            "when": When(span, state(span, stamp(first))),
            "ended_by": rng.choice([None, None, "contact/a"]),
        }
    elif kind == "channel":
        span = rng.choice(SPANS)
        fields |= {
            "about": rng.choice(LINES),
            "state": rng.choice(["in use", "in place", "suspended", "unanswered", "closed"]),
            "when": rng.choice([When(span, state(span, stamp(first))), when("2029-03-11"), None]),
            "operator": rng.choice([None, "person/teasdale"]),
        }
    elif kind == "account":
        content = Content(rng.choice(["warning", "topic"]), f"words of {name}", "en", "state/fr", "state/sy")
        fields |= {"about": f"contact/{rng.choice('abc')}", "side": "state/fr", "contents": (content,)}
    else:
        fields |= {"about": f"contact/{rng.choice('abc')}"}
    return claim(name, kind=kind, **fields)


def any_tenure(rng: random.Random, name: str, days: list[int | None]) -> Tenure:
    """The start of a tenure, known by a day; its end comes with the future."""
    person = rng.choice(sorted(PEOPLE))
    start = rng.choice(["2028", "2029-03-10", "2029-02", "2029-03-15"])
    return Tenure(
        key=f"tenure/{name}",
        person=person,
        office=rng.choice([PEOPLE[person][0], "office/sy-minister"]),
        held=f"{start}/..",
        capacity=rng.choice(["substantive", "substantive", "acting", "designate"]),
        start=when(start),
        end=None,
        open_end=True,
        vouched=samples.RECORDED,
        start_known=stamp(rng.choice(days)) or samples.RECORDED,
        end_known=None,
        known_inferred=None,
        document="document/d10",
    )


def ended(rng: random.Random, one: Tenure, days: list[int | None]) -> Tenure:
    """The tenure with an end that became known on one of some days."""
    end = rng.choice(["2029-03-14", "2029-03", "2029-03-11", "2029-04-02", "2030"])
    begun = one.start.edtf
    known = stamp(rng.choice(days)) or samples.RECORDED
    return replace(one, held=f"{begun}/{end}", end=when(end), open_end=False, end_known=known)


def past(rng: random.Random) -> Knowledge:
    """What was known by the day: claims, some of them withdrawn by then, and tenures, some of them over."""
    claims = [
        any_claim(rng, f"p{n}", rng.choices(PAST, k=rng.choice([1, 1, 2]))) for n in range(rng.randint(2, 9))
    ]
    claims += withdrawing(rng, claims, "q", PAST)
    tenures = [any_tenure(rng, f"t{n}", list(PAST)) for n in range(rng.randint(1, 4))]
    tenures = [ended(rng, one, list(PAST)) if rng.random() < 0.3 else one for one in tenures]
    lines = [Channel(key, Names(((key, "en"),)), "hotline", ("state/fr", "state/sy")) for key in LINES]
    base = samples.knowledge(latest(claims))
    return replace(
        base,
        entities=keyed([*base.entities.values(), *PRESENT]),
        channels=keyed(lines),
        documents={key: one for key, one in DOCUMENTS.items() if (one.known or "") <= known_stamp(DAY)},
        tenures=keyed(tenures),
    )


def latest(claims: list[Claim]) -> list[Claim]:
    """The claims by key, the last of each."""
    return list({one.key: one for one in claims}.values())


def withdrawing(rng: random.Random, claims: list[Claim], name: str, days: list[Any]) -> list[Claim]:
    """Corrections and retractions of some live claims on some days, and those claims, withdrawn."""
    made: list[Claim] = []
    for number, old in enumerate(claims):
        if old.withdrawn or rng.random() > 0.25:
            continue
        day = rng.choice([day for day in days if day])
        gone = stamp(day)
        if old.known is None or gone is None or gone < old.known:
            continue
        new = any_claim(rng, f"{name}{number}", [day])
        if rng.random() < 0.3:
            new = replace(
                new, kind="retraction", about=old.key, retracts=old.key, outcome=None, participants=()
            )
            new = replace(new, when=None, contents=(), state=None, scope=None, channels=(), ended_by=None)
        else:
            date = replace(old, key=new.key, citations=new.citations, known=new.known, supersedes=old.key)
            new = replace(date, outcome=rng.choice(["held", "refused"]) if old.kind == "contact" else None)
        made += [replace(new, voice=old.voice), replace(old, withdrawn=gone)]
    return made


def future(rng: random.Random, known: Knowledge) -> Knowledge:
    """One future of a past: more claims, more citations, withdrawals, documents, tenures, ends of tenures."""
    claims = [cited_again(rng, one) for one in known.claims.values()]
    claims += [
        any_claim(rng, f"f{n}", rng.choices(FUTURE, k=rng.choice([1, 2]))) for n in range(rng.randint(0, 6))
    ]
    claims += withdrawing(rng, claims, "g", FUTURE)
    tenures = [
        ended(rng, one, list(FUTURE)) if one.end is None and rng.random() < 0.6 else one
        for one in known.tenures.values()
    ]
    later = [any_tenure(rng, f"u{n}", list(FUTURE)) for n in range(rng.randint(0, 2))]
    return replace(
        known, claims=keyed(latest(claims)), documents=DOCUMENTS, tenures=keyed([*tenures, *later])
    )


def cited_again(rng: random.Random, one: Claim) -> Claim:
    """The claim with citations in later documents, at times, taken from an earlier one or not.

    Not in a document of unknown date: that one counts as out as soon as a claim it cites was known.
    """
    if rng.random() < 0.5:
        return one
    name = one.key.split("/")[1]
    above = rng.choice([None, one.citations[0].key])
    again = [citation(name, day, rng, above) for day in rng.sample(DATED, rng.choice([1, 2]))]
    return replace(one, citations=(*one.citations, *again))


# --- answers, as plain values: a claim or a tenure by its key; what else stands in it is as_known's business


def plain(value: object) -> object:
    if isinstance(value, Claim | Tenure | Document | Citation):
        return value.key
    if isinstance(value, nx.Graph):
        edges = [(*ends, plain(data)) for *ends, data in value.edges(data=True)]
        return sorted(map(repr, value.nodes(data=True))), sorted(map(repr, edges))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple((one.name, plain(getattr(value, one.name))) for one in dataclasses.fields(value))
    if isinstance(value, Mapping):
        return [(plain(key), plain(one)) for key, one in value.items()]
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return sorted(map(repr, map(plain, value))) if isinstance(value, set | frozenset) else value


OFFICES = ("office/fr-minister", "office/sy-minister", "office/fr-general")
Operation = Callable[[Knowledge], object]
OPERATIONS: dict[str, Operation] = {
    "consensus": lambda known: consensus(known, DAY),
    "live_claims": lambda known: live_claims(known, DAY),
    "network": lambda known: [network(known, level, known=DAY) for level in NETWORK_LEVELS],
    "claimed_silences": lambda known: claimed_silences(known, DAY),
    "histories": lambda known: histories(known, at="2029-03-20", known=DAY),
    "standing": lambda known: [standing(one, "2029-03-14") for one in histories(known, known=DAY)],
    "disputes": lambda known: disputes(known, DAY),
    "withdrawals": lambda known: withdrawals(known, DAY),
    "last_day": lambda known: last_day(known, DAY),
    "holders": lambda known: [holders(known, office, "2029-03-14", DAY) for office in OFFICES],
    "holders of a later day": lambda known: [holders(known, office, "2029-04-01", DAY) for office in OFFICES],
    "seats": lambda known: seats(known, "2029-03-10", DAY),
    "accounts": lambda known: accounts(known, known=DAY),
    "occasions": lambda known: [
        occasions(known, known=DAY, outcomes=None),
        occasions(known, "state/fr", "state/sy", level="person", since="2029-03", until="2029-03", known=DAY),
    ],
    "corroboration": lambda known: corroboration(known, DAY),
    "differences": lambda known: differences(known, "2029-03-13", DAY, at="2029-03-14"),
    "ledger": lambda known: [ledger(known, level, known=DAY) for level in LEDGER_LEVELS],
    "attempts_between": lambda known: [attempts_between(known, line, known=DAY) for line in LINES],
    "cuts of a contact": lambda known: [
        cuts(known, contact_question(known, one, DAY), by, DAY)
        for one in sorted(consensus(known, DAY))
        for by in ("document", "voice")
    ],
    "cuts of the last contact": lambda known: cuts_of_last_contact(known),
    "cuts of a channel": lambda known: [
        cuts(known, channel_question(known, line, "2029-03-14", DAY), known=DAY) for line in LINES
    ],
    "cuts of an office": lambda known: [
        cuts(known, office_question(known, office, "2029-03-14", DAY), known=DAY) for office in OFFICES
    ],
    "as_known": lambda known: of_record(as_known(known, DAY)),
    "as_of": lambda known: of_record(as_of(known, "2029-03-14", DAY)),
}


def cuts_of_last_contact(known: Knowledge) -> object:
    """That there is nothing to ask about is an answer as well."""
    try:
        question = last_contact_question(known, "state/fr", "state/sy", "2029-03-20", DAY)
    except UnknownNameError as error:
        return str(error)
    return cuts(known, question, known=DAY)


def of_record(known: Knowledge) -> str:
    """All of the claims, tenures and documents, every field of them, with the citations."""
    return repr([sorted(some.items()) for some in (known.claims, known.tenures, known.documents)])


@given(st.integers(0, 2**40))
@settings(max_examples=CASES)
def test_no_answer_knows_the_future(seed: int) -> None:
    rng = random.Random(seed)
    begun = past(rng)
    one, other = future(rng, begun), future(rng, begun)
    told = []
    for name, operation in OPERATIONS.items():
        expected = plain(operation(begun))
        if plain(operation(one)) != expected or plain(operation(other)) != expected:
            told.append(name)
    assert told == []


def test_the_worlds_have_all_that_matters() -> None:
    """Pasts that say something, futures that would change it, and every kind of what comes later."""
    counted: Counter[str] = Counter()
    for seed in range(200):
        rng = random.Random(seed)
        begun = past(rng)
        later = future(rng, begun)
        counted["a new claim"] += len(later.claims.keys() - begun.claims.keys())
        for key, one in begun.claims.items():
            then = later.claims[key]
            counted["a withdrawal"] += one.withdrawn is None and then.withdrawn is not None
            counted["a citation"] += len(then.citations) > len(one.citations)
            counted["withdrawn already"] += one.withdrawn is not None
        for key, tenure in begun.tenures.items():
            counted["an end of a tenure"] += tenure.end is None and later.tenures[key].end is not None
        counted["a start of a tenure"] += len(later.tenures.keys() - begun.tenures.keys())
        changed = [name for name, ask_it in UNBOUND.items() if plain(ask_it(later)) != plain(ask_it(begun))]
        counted.update(f"{name} changes" for name in changed)
    assert len(OPERATIONS) == 24
    assert len(counted) == 6 + len(UNBOUND), counted
    assert min(counted.values()) > 40, counted


# The same operations without a day of publication: these must be able to tell the futures apart.
UNBOUND: dict[str, Operation] = {
    "consensus": consensus,
    "silences": claimed_silences,
    "disputes": disputes,
    "holders": lambda known: [holders(known, office, "2029-03-14") for office in OFFICES],
    "corroboration": corroboration,
    "accounts": accounts,
}


# --- the end of a tenure that became known later


def leaving(known: str | None) -> Knowledge:
    """Trentino held an office from May 2028; that he left it in March 2029 is known from a day, or never."""
    one = replace(
        any_tenure(random.Random(1), "trentino-sy-minister", [10]),
        person="person/trentino",
        office="office/sy-minister",
        capacity="substantive",
        start=when("2028-05-01"),
        held="2028-05-01/..",
    )
    if known:
        gone = {"held": "2028-05-01/2029-03-13", "end": when("2029-03-13"), "open_end": False}
        one = replace(one, **gone, end_known=known_stamp(known))
    return replace(samples.knowledge([]), tenures=keyed([one]), documents=DOCUMENTS)


def test_an_end_counts_from_the_day_on_which_it_became_known() -> None:
    later = leaving("2029-03-16")
    before, after = (
        holders(later, "office/sy-minister", "2029-03-14", DAY),
        holders(later, "office/sy-minister", "2029-03-14", "2029-03-16"),
    )
    assert (before.verdict, after.verdict) == ("certain", "nobody known")
    assert plain(before) == plain(holders(leaving(None), "office/sy-minister", "2029-03-14", DAY))


def test_an_end_counts_in_the_library_from_the_day_on_which_it_became_known() -> None:
    values = {"office": "office/sy-minister", "day": "2029-03-14"}
    (question,) = (one for one in library() if one.name == "holder-of-office")
    later, never = asker(leaving("2029-03-16")), asker(leaving(None))
    assert later(question, values | {"known": DAY}) == never(question, values | {"known": DAY})
    assert later(question, values | {"known": "2029-03-16"}) != never(
        question, values | {"known": "2029-03-16"}
    )


# --- the library's questions

CLOCKED = [one for one in library() if any(param.type == "known" for param in one.params)]
NAMED = {
    "person": sorted(PEOPLE),
    "office": list(OFFICES),
    "state": ["state/fr", "state/sy"],
    "channel": list(LINES),
    "party": [*2 * ("person/firefly", "person/trentino"), *sorted(PEOPLE), "state/fr", "state/sy"],
    "day": ["2029-03", "2029-03-10", "2029-03-14", "2029-02-20/2029-03-14", "2029"],
    "integer": ["1", "3", "40"],
}
CHOSEN = {
    "then": ["2029-03-13"],
    "called": ["Trentino", "Firefly", "Gloria"],
    "level": ["person", "state"],
    "voice": ["party/spokesman", "person/teasdale"],
    "day": ["2029-03-14", "2029-03-20"],
}


def values_of(rng: random.Random, question: Question) -> dict[str, str]:
    """Random values for the parameters of a question, and the day for its clock."""
    values: dict[str, str] = {}
    for param in question.params:
        if param.name in CHOSEN:
            values[param.name] = rng.choice(CHOSEN[param.name])
        elif param.type == "known":
            values[param.name] = DAY
        elif param.type in NAMED:
            choice = [one for one in NAMED[param.type] if one not in values.values()] or NAMED[param.type]
            values[param.name] = rng.choice(choice)
    return values


def asker(known: Knowledge) -> Callable[[Question, dict[str, str]], list[str]]:
    """A function that asks a question of what is known, and gives its rows in a fixed order."""
    opened = pyoxigraph.Store()
    lines = "".join([*quads.statements(known, samples.RECORDED), *derived(known)])
    opened.bulk_load(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)

    def rows(question: Question, values: dict[str, str]) -> list[str]:
        return sorted(map(repr, ask(question, values, known, partial(store.answer, opened)).rows))

    return rows


def test_a_question_of_the_library_knows_no_future() -> None:
    counted: Counter[str] = Counter()
    told = []
    for seed in range(ASKED):
        rng = random.Random(1000 + seed)
        begun = past(rng)
        before, after = asker(begun), asker(future(rng, begun))
        for question in CLOCKED:
            values = values_of(rng, question)
            expected = before(question, values)
            counted[question.name] += bool(expected)
            if after(question, values) != expected:
                told.append((question.name, seed, values))
    assert told == []
    assert len(CLOCKED) >= 30
    assert len(+counted) > len(CLOCKED) * 0.7, sorted({one.name for one in CLOCKED} - set(+counted))
