"""The facets of the page: what counts, when it counts, and that they can be used by hand and by address."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from browser import Opened, open_file, surroundings, violations
from conftest import LARGE
from page_case import FUTURE, page_case
from playwright.sync_api import Browser
from samples import citation, entity, keyed

from backchannel.exports.html import page
from backchannel.exports.page_data import page_data
from backchannel.exports.versions import versions
from backchannel.graph.asof import as_known
from backchannel.graph.builds import Build
from backchannel.graph.clock import NEVER, day_bounds
from backchannel.graph.consensus import Consensus, consensus
from backchannel.graph.gregorian import eve
from backchannel.graph.model import Claim, Document, Key, Knowledge
from backchannel.graph.projection import NETWORK_LEVELS, network
from backchannel.graph.semantics import Truth, truth_within

FACETS = (
    *("outcome", "mode", "state", "rank", "channel", "status"),
    *("stance", "reliability", "source", "language", "public"),
)
EVERY = ".".join(FACETS)

Values = Mapping[str, frozenset[str]]


# --- what the claims say, worked out anew without the page


def values_of(one: Consensus, then: Knowledge) -> Values:
    """The values of each facet by the live claims of a contact, '' where nothing is said."""
    parties = [party for claim in one.claims for party in claim.participants]
    documents = [then.documents[key] for claim in one.claims for key in read_in(then.claims[claim.key])]
    modes = [claim.mode for claim in one.claims if claim.mode]
    public = [claim.public for claim in one.claims if claim.public is not None]
    found: dict[str, Iterable[str | None]] = {
        "outcome": [one.outcome],
        "mode": modes[:1],
        "state": [party.state for party in parties],
        "rank": [party.rank for party in parties],
        "channel": [key for claim in one.claims for key in claim.channels],
        "status": [one.status],
        "stance": [claim.stance for claim in one.claims],
        "reliability": [f"{claim.reliability or ''}{claim.credibility or ''}" for claim in one.claims],
        "source": [document.publisher or document.key for document in documents],
        "language": [document.language for document in documents],
        "public": ["public" if told else "non-public" for told in public[:1]],
    }
    return {facet: frozenset(filter(None, values)) or frozenset({""}) for facet, values in found.items()}


def read_in(claim: Claim) -> list[Key]:
    return [one.document for one in claim.citations if one.document]


@dataclass(frozen=True)
class Choice:
    """What a reader may choose, all of it at once."""

    level: str = "person"
    known: str | None = None
    since: str | None = None
    until: str | None = None
    possible: bool = True
    who: Key | None = None
    facets: Values = field(default_factory=dict)

    def address(self) -> str:
        parts = [f"level={self.level}", f"possible={'yes' if self.possible else 'no'}"]
        days = {"known": self.known, "from": self.since, "to": self.until, "who": self.who}
        parts += [f"{name}={value}" for name, value in days.items() if value]
        parts += [f"{facet}={value}" for facet, values in self.facets.items() for value in sorted(values)]
        return "&".join([*parts, f"open={EVERY}", f"whole={EVERY}"])


@dataclass(frozen=True)
class Contact:
    """A contact as of a day, with all that a choice may ask of it."""

    one: Consensus
    values: Values
    ends: frozenset[Key]


def contacts_then(knowledge: Knowledge, choice: Choice) -> dict[Key, Contact]:
    then = as_known(knowledge, choice.known)
    ends: dict[Key, set[Key]] = {}
    for source, target, key in network(knowledge, choice.level, known=choice.known).edges(keys=True):
        ends.setdefault(key, set()).update((source, target))
    return {
        key: Contact(one, values_of(one, then), frozenset(ends.get(key, ())))
        for key, one in consensus(knowledge, choice.known).items()
    }


def passing(contacts: Mapping[Key, Contact], choice: Choice) -> list[Key]:
    return sorted(key for key, contact in contacts.items() if passes(contact, choice))


def passes(contact: Contact, choice: Choice) -> bool:
    start = day_bounds(choice.since)[0] if choice.since else "0001-01-01T00:00:00Z"
    end = day_bounds(choice.until)[1] if choice.until else NEVER
    truth = truth_within(contact.one.bounds, start, end)
    in_time = truth is Truth.CERTAIN or (truth is Truth.POSSIBLE and choice.possible)
    wanted = all(contact.values[facet] & values for facet, values in choice.facets.items())
    return in_time and wanted and (choice.who is None or choice.who in concerned(contact))


def concerned(contact: Contact) -> set[Key | None]:
    parties = [party for claim in contact.one.claims for party in claim.participants]
    named = {key for party in parties for key in (party.entity, party.office, party.state)}
    return named | contact.ends | contact.values["channel"]


def counted(contacts: Mapping[Key, Contact], choice: Choice) -> dict[tuple[str, str], int]:
    """For each value that a contact of the day has, or that is chosen: how many remain with it alone."""
    every = {
        (facet, value) for contact in contacts.values() for facet in FACETS for value in contact.values[facet]
    }
    every |= {(facet, value) for facet, values in choice.facets.items() for value in values}
    return {
        (facet, value): len(
            passing(contacts, replace(choice, facets={**choice.facets, facet: frozenset({value})}))
        )
        for facet, value in every
    }


# --- the page against it


def days_of(stamps: Iterable[str | None]) -> list[str]:
    """The days before the stamps, and the days beside those."""
    found = {date.fromisoformat(eve(one)) for one in stamps if one and "0002" < one < "9998"}
    return sorted(str(day + timedelta(days=by)) for day in found for by in (-1, 0, 1))


def choices(knowledge: Knowledge, count: int) -> Iterator[Choice]:
    """Combinations a reader may come to, always the same ones."""
    chance = random.Random(20220324)
    told = [claim for claim in knowledge.claims.values() if claim.kind == "contact"]
    bounds = [claim.when.bounds for claim in told if claim.when]
    world = days_of([stamp for one in bounds for stamp in (one.earliest, one.latest)])
    press = days_of([claim.known for claim in told])
    people = sorted({party.entity for claim in told for party in claim.participants})
    rows = list(contacts_then(knowledge, Choice()).values())
    for _ in range(count):
        since, until = sorted(chance.sample(world, 2))
        like = chance.choice(rows).values  # a contact that is there, so that not every answer is empty
        other = chance.choice(rows).values
        facets = {
            facet: frozenset(chance.choice(sorted(one[facet])) for one in (like, other))
            for facet in chance.sample(FACETS, chance.choice((0, 1, 1, 2, 3)))
        }
        yield Choice(
            level=chance.choice(NETWORK_LEVELS),
            known=chance.choice(press) if chance.random() < 0.5 else None,
            since=since if chance.random() < 0.5 else None,
            until=until if chance.random() < 0.5 else None,
            possible=chance.random() < 0.6,
            who=chance.choice(people) if chance.random() < 0.2 else None,
            facets=facets,
        )


BOXES = """[...document.querySelectorAll('#filters input[data-facet]')].map(box =>
    [box.dataset.facet, box.dataset.value, Number(box.parentElement.querySelector('.count').textContent)])"""


def boxes(opened: Opened) -> dict[tuple[str, str], int]:
    return {(facet, value): count for facet, value, count in opened.page.evaluate(BOXES)}


def press(opened: Opened, facet: str, value: str) -> None:
    opened.page.evaluate(
        """([facet, value]) => [...document.querySelectorAll('#filters input[data-facet]')]
             .find(box => box.dataset.facet === facet && box.dataset.value === value).click()""",
        [facet, value],
    )


@pytest.mark.browser
def test_canvas_table_and_counts_are_what_the_claims_of_that_day_say(
    browser: Browser, seed_build: Build, tmp_path: Path
) -> None:
    known = seed_build.knowledge()
    path = tmp_path / "seed.html"
    path.write_text(page(known, build_hash=seed_build.hash, title=seed_build.title), encoding="utf-8")
    rounds, counts, filled, pressed = 200 if LARGE else 30, 0, 0, 0
    chance = random.Random(1)
    with open_file(browser, path) as opened:
        for choice in choices(known, rounds):
            contacts = contacts_then(known, choice)
            expected = passing(contacts, choice)
            opened.go(choice.address())
            assert opened.shown() == opened.rows() == expected, choice
            assert opened.drawn() == [key for key in expected if contacts[key].ends], choice
            told, wanted = boxes(opened), counted(contacts, choice)
            assert told == {one: wanted[one] for one in told}, choice
            assert {facet for facet, _ in wanted.keys() - told.keys()} <= single(wanted, choice), choice
            counts += len(told)
            filled += bool(expected)
            free = sorted(one for one in told if one[0] not in choice.facets)
            if free:
                one = chance.choice(free)
                press(opened, *one)
                assert len(opened.shown()) == told[one], (choice, one)
                pressed += 1
        assert opened.quiet()
    assert (filled > rounds / 2, counts > 25 * rounds, pressed > rounds * 0.8) == (True, True, True)


def single(wanted: Mapping[tuple[str, str], int], choice: Choice) -> set[str]:
    """The facets that leave nothing to choose: a single value, and it isn't chosen."""
    sizes = {facet: sum(one == facet for one, _ in wanted) for facet in FACETS}
    return {facet for facet, size in sizes.items() if size < 2 and facet not in choice.facets}


# --- what stands in the data


def later_case() -> Knowledge:
    """The case in which a later chronicle without a publisher and an undated leaflet take up claims."""
    case = page_case()
    claims = dict(case.claims)
    for name, document in (("call-1", "chronicle"), ("letter", "leaflet")):
        one = claims[f"claim/{name}"]
        claims[one.key] = replace(one, citations=(*one.citations, citation(name, document)))
    chronicle = replace(case.documents["document/chronicle"], language="de")
    leaflet = Document("document/leaflet", "A leaflet", None, None)
    documents = keyed([*case.documents.values(), chronicle, leaflet])
    return replace(case, claims=claims, documents=documents)


def test_the_values_of_each_version_are_places_in_tables() -> None:
    case = later_case()
    data = page_data(case)
    tables = data["facets"]
    rows = [version["facets"] for contact in data["contacts"] for version in contact["versions"]]
    lives = versions(case)
    assert len(rows) == len(lives) == 15
    for row, life in zip(rows, lives, strict=True):
        told = values_of(life.consensus, case)
        for name in ("rank", "stance", "reliability"):
            assert {tables[name][at] for at in row[name]} == told[name] - {""}
        assert {tables["documents"][at]["source"] for at in row["documents"]} == told["source"] - {""}
    assert [(one["source"], one.get("title"), one["language"]) for one in tables["documents"]] == [
        ("document/chronicle", "A later chronicle", "de"),
        ("organisation/gazette", None, "en"),
        ("document/leaflet", "A leaflet", ""),
    ]


def test_a_case_without_contacts_has_empty_tables() -> None:
    tables = page_data(Knowledge("Nothing", "en"))["facets"]
    assert tables == {"rank": [], "stance": [], "reliability": [], "documents": []}


# --- by hand


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("facets") / "graph.html"
    path.write_text(page(later_case(), build_hash="b", title="Freedonia"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def window(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(window: Opened) -> Opened:
    window.go("")
    return window


@pytest.mark.browser
def test_a_document_that_came_later_does_not_count_before(opened: Opened) -> None:
    opened.go(f"open={EVERY}")
    after = boxes(opened)
    assert after["source", "document/chronicle"] == after["language", "de"] == 1
    assert after["source", "document/leaflet"] == 1, (
        "without a day it could be read as soon as its claim was known"
    )
    assert "A later chronicle" in opened.page.locator("#filters").inner_text()
    opened.go(f"open={EVERY}&known=2029-06-30")
    before = boxes(opened)
    assert ("source", "document/chronicle") not in before and ("language", "de") not in before
    opened.go("known=2029-06-30&source=document/chronicle")
    assert opened.shown() == []
    opened.go(f"known={FUTURE}&source=document/chronicle")
    assert opened.shown() == ["contact/call-1"]


@pytest.mark.browser
def test_facets_fold_and_say_how_many_values_are_chosen(opened: Opened, browser: Browser, file: Path) -> None:
    rank = opened.page.locator("details.facet", has_text="How it is said")
    assert rank.get_attribute("open") is None
    rank.locator("summary").focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_function("() => backchannel.state().open.includes('stance')")
    assert opened.page.evaluate("document.activeElement.dataset.keep") == "facet stance"
    rank.get_by_label("denies").check()
    rank.get_by_label("proposes").check()
    assert opened.shown() == ["contact/dispute", "contact/summit"]
    assert rank.locator("summary .count").inner_text() == "2 chosen"
    with open_file(browser, file, opened.page.url.split("#")[1]) as again:
        other = again.page.locator("details.facet", has_text="How it is said")
        assert other.get_attribute("open") == "" and again.shown() == opened.shown()


@pytest.mark.browser
def test_what_is_chosen_stands_in_chips_that_the_keyboard_takes_away(opened: Opened) -> None:
    opened.go("who=person/firefly&from=2029-01-01&possible=no&known=2029-06-30&rank=minister&reliability=B2")
    chips = opened.page.locator("#filters .chip")
    assert [one.replace("\u00a0", " ").split(" ×")[0] for one in chips.all_inner_texts()] == [
        "Who: Rufus Firefly",
        "From: 2029-01-01",
        "Only what certainly lies in the range",
        "Known by: 2029-06-30",
        "Rank of the parties: ministers",
        "Reliability (Admiralty code): B2: usually reliable, probably true",
    ]
    assert opened.shown() == ["contact/call-2"]
    chips.nth(5).focus()
    for key, left in (("Enter", 5), ("Delete", 4), ("Backspace", 3), (" ", 2), ("Enter", 1)):
        opened.page.keyboard.press(key)
        assert chips.count() == left
        assert opened.page.evaluate("document.activeElement.className").startswith("chip")
    opened.page.keyboard.press("Enter")
    assert chips.count() == 0 and len(opened.shown()) == 14
    assert opened.page.evaluate("document.activeElement.dataset.keep") == "filters"
    assert opened.page.get_by_role("button", name="Clear all filters").is_disabled()


def crowded() -> Knowledge:
    """A case of as many newspapers as contacts."""
    case = page_case()
    hubs = [claim for claim in case.claims.values() if claim.kind == "contact"]
    papers = [entity(f"organisation/p{at:02}", f"Paper {at:02}") for at in range(len(hubs))]
    papers[3] = entity("organisation/p03", "Müller's Paper")
    documents = [
        Document(f"document/d{at:02}", "A report", "en", paper.key, known="2029-03-02T00:00:00Z")
        for at, paper in enumerate(papers)
    ]
    claims = {
        claim.key: replace(claim, citations=(citation(claim.key[6:], f"d{at:02}"),))
        for at, claim in enumerate(hubs)
    }
    return replace(
        case,
        entities=keyed([*case.entities.values(), *papers]),
        documents=keyed([*case.documents.values(), *documents]),
        claims={**case.claims, **claims},
    )


@pytest.mark.browser
def test_a_long_list_is_cut_short_searched_or_shown_whole(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(page(crowded(), build_hash="b", title="Papers"), encoding="utf-8")
    with open_file(browser, path, "open=source&source=organisation/p12") as opened:
        box = opened.page.locator("details.facet", has_text="Source").first
        values = box.locator("label .value")
        assert values.count() == 8 and "Paper 12" in values.all_inner_texts(), "what is chosen stays in sight"
        finder = box.get_by_label("Find a value: Source")
        finder.press_sequentially("muller")
        assert sorted(values.all_inner_texts()) == ["Müller's Paper", "Paper 12"]
        box.get_by_label("Müller's Paper").check()
        assert finder.input_value() == "muller" and len(opened.shown()) == 2
        finder.fill("zzz")
        assert sorted(values.all_inner_texts()) == ["Müller's Paper", "Paper 12"]
        finder.fill("")
        box.get_by_role("button", name="Show").click()
        assert values.count() == 15 and "whole=source" in opened.page.url
        names = values.all_inner_texts()
        assert names == sorted(names), "equal counts stand by name"
        box.get_by_role("button", name="Show fewer").click()
        assert values.count() == 8 and opened.quiet()


@pytest.mark.browser
def test_nonsense_in_the_address_of_facets_is_as_if_nothing_stood_there(opened: Opened) -> None:
    for state in ("open=planet", "open=", "open=rank.planet&whole=constructor", "open=none&whole=%00"):
        opened.go(state)
        assert len(opened.shown()) == 14
    opened.go("open=rank.planet")
    assert opened.page.evaluate("backchannel.state().open") == "rank"
    opened.go("language=__proto__&source=constructor&reliability=Z9&rank=%3Cb%3E")
    assert opened.shown() == [] and opened.messages == []
    assert "Language of the source: __proto__" in opened.page.locator("#filters .chips").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), surroundings(320))
def test_axe_finds_no_violation_in_open_facets_and_chips(
    browser: Browser, file: Path, scheme: str, width: int
) -> None:
    state = f"open={EVERY}&whole={EVERY}&rank=minister&stance=asserts&from=2029-02-01&possible=no"
    with open_file(browser, file, width=width, height=844, scheme=scheme, bypass=True) as opened:
        if width < 900:
            opened.page.locator("#filters > details > summary").click()
        for language in ("en", "de", "ru"):
            opened.go(f"{state}&lang={language}")
            assert opened.page.locator("#filters label.choice").first.is_visible()
            assert violations(opened) == [], language
            assert opened.page.evaluate("document.documentElement.scrollWidth") == width
