"""The page in a real browser: quiet, whole, honest about time, usable by keyboard, deaf to hostile text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from browser import Opened, open_file, surroundings, violations
from conftest import LARGE
from page_case import contact_keys, everywhere, page_case
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.builds import Build
from backchannel.graph.model import Knowledge
from backchannel.graph.projection import NETWORK_LEVELS, network
from backchannel.graph.texts import Texts, digest

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "de", "ru")


@pytest.fixture(scope="module")
def case() -> Knowledge:
    return page_case()


@pytest.fixture(scope="module")
def file(case: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    path.write_text(page(case, build_hash="0123abcd", title="Freedonia and Sylvania"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Opened]:
    """One window for the tests that only change the state in the address."""
    with open_file(browser, file) as opened:
        yield opened


@pytest.fixture
def opened(shared: Opened) -> Opened:
    shared.go("")
    return shared


# --- quiet and whole ---


def test_it_asks_for_nothing_but_itself_and_says_nothing_on_the_console(browser: Browser, file: Path) -> None:
    with open_file(browser, file, plain=True) as opened:
        for state in (
            "level=office",
            "level=state&tab=silences",
            "sel=contact/call-2",
            "tab=channels&theme=dark",
        ):
            opened.go(state)
        opened.page.reload()
        assert opened.requests == [file.as_uri()] * 2
        assert opened.messages == []


def test_it_has_a_title_a_language_and_landmarks(opened: Opened) -> None:
    assert opened.page.title() == "Freedonia and Sylvania"
    assert opened.page.evaluate("document.documentElement.lang") == "en"
    landmarks = [
        opened.page.locator(f"body > {name}").count() for name in ("header", "nav", "main", "aside", "footer")
    ]
    assert landmarks == [1, 1, 1, 1, 1]
    assert opened.page.locator("footer").inner_text() == "Build 0123abcd"


def test_what_is_shown_of_anything_is_text(
    browser: Browser, tmp_path: Path, seed_knowledge: Knowledge
) -> None:
    """Whatever of the seed case is opened, the languages in turn: nothing of the program shows through."""
    path = tmp_path / "seed.html"
    path.write_text(page(seed_knowledge, build_hash="0123abcd", title="A case"), encoding="utf-8")
    hubs = {claim.about for claim in seed_knowledge.claims.values() if claim.kind != "remark"}
    known = hubs | set(seed_knowledge.channels) | {one.key for one in seed_knowledge.of_kind("person")}
    chosen = sorted(known) if LARGE else sorted(known)[::2]
    seen = 0
    with open_file(browser, path) as opened:
        for at, key in enumerate(chosen):
            for language in LANGUAGES if LARGE else LANGUAGES[at % 3 :][:1]:
                opened.go(f"lang={language}&sel={key}")
                text = opened.page.locator("body").inner_text()
                assert not re.search(r"\[object|undefined|\bNaN\b|\bnull\b", text), key
                seen += 1
        assert opened.quiet()
    assert seen == len(chosen) * (3 if LARGE else 1) > 25


def test_numbers_table_and_canvas_are_one_set(opened: Opened, case: Knowledge) -> None:
    assert opened.shown() == opened.rows() == sorted(contact_keys(case))
    assert sorted({*opened.drawn(), "contact/alone"}) == opened.rows()
    status = opened.page.locator("#status").inner_text()
    assert status.startswith("14 of 14 contacts · 15 lines · 1 without a date")
    assert "1 not drawn between persons" in status
    assert opened.page.locator("#tab-contacts").inner_text() == "Contacts (14)"


def test_every_parallel_contact_is_drawn_and_can_be_picked(opened: Opened) -> None:
    """Somewhere each line is nearer than every other, so that a click there means it alone."""
    for level, count in (("person", 15), ("office", 14), ("state", 13)):
        opened.go(f"level={level}")
        assert len(opened.page.evaluate("backchannel.lines()")) == count
        missed = opened.page.evaluate(
            """() => {
                 const { network, lines } = backchannel;
                 const point = (id, part) => network.body.edges[id].edgeType.getPoint(part);
                 const at = (id, part) => network.getEdgeAt(network.canvasToDOM(point(id, part)));
                 return lines().filter(id => ![0.5, 0.35, 0.65].some(part => at(id, part) === id));
               }"""
        )
        assert missed == []


def test_outcomes_differ_without_colour(opened: Opened) -> None:
    styles = opened.page.evaluate(
        """() => Object.fromEntries(backchannel.lines().map(id => {
             const {dashes, arrows} = backchannel.network.body.edges[id].options;
             const end = [arrows.to, arrows.from, arrows.middle].find(one => one.enabled);
             return [backchannel.contactOf(id).slice(8), JSON.stringify([dashes, end ? end.type : ''])];
           }))"""
    )
    named = {name: styles[name] for name in ("call-1", "call-2", "call-3", "letter", "summit", "visit")}
    assert len(set(named.values())) == 6
    assert styles["three"].endswith(',""]')


def test_a_contested_contact_is_marked_on_canvas_and_in_the_table(opened: Opened) -> None:
    marked = opened.page.evaluate(
        """backchannel.lines().filter(id => backchannel.network.body.edges[id].options.label === '≠')
             .map(backchannel.contactOf)"""
    )
    assert marked == ["contact/dispute"]
    assert "contested" in opened.page.locator("tr[data-contact='contact/dispute']").inner_text()


# --- filters and both clocks ---

STATES = [
    "",
    "outcome=held",
    "outcome=refused&outcome=attempted",
    "mode=call&state=state/sy",
    "channel=channel/hotline",
    "status=contested",
    "public=non-public",
    "who=person/vera",
    "from=2029-02-10&to=2029-03-31",
    "from=2029-02-10&to=2029-03-31&possible=no",
    "known=2029-06-30",
    "known=2029-02-28",
    "known=2029-06-30&outcome=refused&from=2029-02-01",
    "outcome=held&channel=channel/notes&mode=visit",
]


@pytest.mark.parametrize("level", NETWORK_LEVELS)
def test_filters_change_table_counts_and_canvas_alike(opened: Opened, level: str) -> None:
    sizes = []
    for state in STATES:
        opened.go(f"level={level}&{state}")
        shown = opened.shown()
        assert opened.rows() == shown
        assert set(opened.drawn()) <= set(shown)
        assert opened.page.locator("#status").inner_text().startswith(f"{len(shown)} of ")
        sizes.append(len(shown))
    assert sizes == [14, 8, 3, 6, 1, 1, 1, 3, 7, 4, 13, 0, 2, 0]


def test_the_canvas_shows_what_the_python_network_holds(opened: Opened, case: Knowledge) -> None:
    """Levels, windows and days of knowledge, each against `network(...)` with the same arguments."""
    windows = [(None, None), ("2029-01-10", "2029-03-31"), ("2029-02-10", "2029-02-10"), ("2029-05-01", None)]
    compared = 0
    for level, (since, until), known in product(NETWORK_LEVELS, windows, (None, "2029-06-30")):
        graph = network(case, level, since=since, until=until, known=known)
        edges = {key: edge for _, _, key, edge in graph.edges(keys=True, data=True)}
        opened.go(f"level={level}&from={since or ''}&to={until or ''}&known={known or ''}")
        assert opened.drawn() == sorted(edges)
        opened.go(f"level={level}&from={since or ''}&to={until or ''}&known={known or ''}&possible=no")
        assert opened.drawn() == sorted(key for key, edge in edges.items() if edge["certain"])
        compared += 1
    assert compared == 24


def test_each_count_of_a_facet_is_what_choosing_it_would_leave(opened: Opened) -> None:
    opened.go("outcome=held&from=2029-01-01")
    boxes = opened.page.evaluate(
        """[...document.querySelectorAll('#filters input[data-facet]')].map(box =>
             [box.dataset.facet, box.dataset.value,
              Number(box.parentElement.querySelector('.count').textContent)])"""
    )
    checked = 0
    for facet, value, count in boxes:
        chosen = f"{facet}={value}" + ("" if facet == "outcome" else "&outcome=held")
        opened.go(f"{chosen}&from=2029-01-01")
        assert len(opened.shown()) == count, (facet, value)
        checked += 1
    assert checked >= 20


def test_possible_contacts_are_fainter_and_can_be_hidden(opened: Opened) -> None:
    opened.go("from=2029-02-10&to=2029-02-28")
    faint = """contact => {
        const line = backchannel.lines().find(id => backchannel.contactOf(id) === contact);
        return backchannel.network.body.edges[line].options.color.opacity;
    }"""
    assert opened.page.evaluate(faint, "contact/call-2") < opened.page.evaluate(faint, "contact/corrected")
    assert "possibly" in opened.page.locator("tr[data-contact='contact/call-2']").inner_text()
    assert "3 only possibly in the range" in opened.page.locator("#status").inner_text()
    opened.page.get_by_label("Also contacts only possibly in the range").uncheck()
    assert opened.shown() == ["contact/corrected"]
    assert "possible=no" in opened.page.url


def test_the_thumbs_and_the_dates_move_the_same_range(opened: Opened) -> None:
    opened.page.locator("input.thumb.from").focus()
    for _ in range(3):
        opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#day-from").input_value() == "2029-01-08"
    assert "contact/call-1" not in opened.shown()
    opened.page.locator("#day-to").fill("2029-02-28")
    opened.page.locator("#day-to").press("Enter")
    assert "to=2029-02-28" in opened.page.url
    opened.page.get_by_label("Whole time").click()
    assert len(opened.shown()) == 14


def test_a_thumb_can_be_dragged(opened: Opened) -> None:
    """Drawing anew at each step must not take the thumb out of the hand."""
    bar = opened.page.locator(".bar").bounding_box()
    assert bar is not None
    y = bar["y"] + bar["height"]
    opened.page.mouse.move(bar["x"] + 1, y)
    opened.page.mouse.down()
    for part in (0.1, 0.25, 0.4, 0.5):
        opened.page.mouse.move(bar["x"] + bar["width"] * part, y)
    opened.page.mouse.up()
    first, last = "2029-01-05", "2029-06-30"
    middle = opened.page.locator("#day-from").input_value()
    assert first < "2029-03-28" < middle < "2029-04-08" < last
    assert opened.rows() == opened.shown() != []


def test_a_bar_of_the_histogram_sets_the_range(opened: Opened) -> None:
    bars = opened.page.locator(".histogram .area")
    assert bars.count() > 5
    bars.first.click(position={"x": 2, "y": 20})
    assert "from=2029-01-05" in opened.page.url
    assert len(opened.shown()) < 14


def test_turning_back_the_clock_of_publication_shows_what_was_said_then(opened: Opened) -> None:
    opened.go("known=2029-06-30&sel=contact/corrected")
    panel = opened.page.locator("#panel")
    assert "refused" in panel.inner_text() and "What corrected says." in panel.inner_text()
    assert (
        "What correction says." not in panel.inner_text()
        and "1 more became known only later" in panel.inner_text()
    )
    opened.go("sel=contact/corrected")
    assert "What correction says." in panel.inner_text() and "1 had been withdrawn" in panel.inner_text()
    assert "contact/late" in opened.shown()
    opened.page.get_by_label("Earlier publication").click()
    assert "known=2029-07-01" in opened.page.url
    opened.page.get_by_label("Earlier publication").click()
    assert "known=2029-03-01" in opened.page.url and "contact/late" not in opened.shown()


def test_an_empty_view_says_why_and_leads_out(opened: Opened) -> None:
    empty = opened.page.locator("#empty")
    assert empty.is_hidden()
    opened.go("from=2031-01-01&to=2031-02-01&possible=no")
    assert "No contact in this view" in empty.inner_text() and "14 contacts match" in empty.inner_text()
    opened.page.get_by_role("button", name="Show the whole time").click()
    assert len(opened.shown()) == 14 and empty.is_hidden()
    opened.go("mode=visit&outcome=held")
    empty.get_by_role("button", name="Clear all filters").click()
    assert len(opened.shown()) == 14
    opened.go("known=2028-01-01")
    opened.page.get_by_role("button", name="Show everything published").click()
    assert len(opened.shown()) == 14


def test_a_link_restores_the_view(browser: Browser, file: Path, opened: Opened) -> None:
    state = "level=office&from=2029-02-01&sel=contact%2Fcall-2&tab=silences&sort=-outcome&outcome=refused"
    state += "&lang=de&theme=dark"
    opened.go(state)
    expected = (
        opened.rows(),
        opened.page.locator("#panel").inner_text(),
        opened.page.locator("#silences").inner_text(),
    )
    with open_file(browser, file, state) as again:
        assert (
            again.rows(),
            again.page.locator("#panel").inner_text(),
            again.page.locator("#silences").inner_text(),
        ) == expected
        assert again.page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert again.page.evaluate("document.documentElement.lang") == "de"


def test_nonsense_in_the_address_is_as_if_nothing_stood_there(opened: Opened) -> None:
    wrong = [
        "level=planet",
        "from=2029-02-30",
        "sel=__proto__",
        "tab=<img>",
        "sort=constructor",
        "known=9999-99-99",
        "%%%",
        "lang=xx&theme=pink",
    ]
    for state in wrong:
        opened.go(state)
        assert len(opened.shown()) == 14
    assert opened.messages == []


# --- search, evidence ---


def find(opened: Opened, text: str) -> list[str]:
    box = opened.page.locator("#find")
    box.fill(text)
    return [" ".join(one.split()) for one in opened.page.locator("#found li").all_inner_texts()]


def test_search_finds_every_spelling_and_says_which_matched(opened: Opened) -> None:
    assert find(opened, "светлячк") == ["Rufus Firefly found by “Руфус Светлячков” (ru) · person"]
    assert find(opened, "FEUERFLIEGE")[0] == "Rufus Firefly found by “Rufus Feuerfliege” (de) · person"
    assert "misprint" in find(opened, "firefly-fly")[0]
    assert find(opened, "trentina")[0] == "Ambassador Trentino person"
    assert find(opened, "hotline")[0] == "the hotline Channel"
    assert find(opened, "zzzz") == ["nothing found"]
    find(opened, "светлячк")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel-title").inner_text() == "Rufus Firefly"
    assert opened.page.evaluate("document.activeElement.id") == "panel-title"


def test_a_click_on_a_line_shows_its_evidence(opened: Opened) -> None:
    for contact in ("contact/call-2", "contact/letter", "contact/three"):
        opened.go("")
        point = opened.page.evaluate(
            """contact => {
                 const id = backchannel.lines().find(line => backchannel.contactOf(line) === contact);
                 const { network } = backchannel;
                 const at = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
                 const box = document.querySelector('#graph').getBoundingClientRect();
                 return [at.x + box.left, at.y + box.top];
               }""",
            contact,
        )
        opened.page.mouse.click(*point)
        opened.page.wait_for_function("contact => backchannel.state().sel === contact", arg=contact)
        assert f"What {contact.split('/')[1]} says." in opened.page.locator("#panel").inner_text()


def test_the_evidence_says_who_through_whom_where_in_whose_words_and_how_surely_dated(opened: Opened) -> None:
    opened.go("sel=contact/call-2")
    panel = opened.page.locator("#panel").inner_text()
    for expected in (
        "Rufus Firefly → Ambassador Trentino",
        "Gloria Teasdale, Chief of Staff of Freedonia says",
        "reliability B2",
        "What call-2 says.",
        "2029-02-01/2029-02-20 “for weeks”",
        "date inferred by the coder: counted back from March",
        "known from 2029-03-01",
        "quoted in A report in the Gazette · The Gazette · code points 10-24",
        "the original statement · said 2029-02-21 “on Tuesday”",
        "https://w3id.org/backchannel/id/claim/call-2",
        "https://w3id.org/backchannel/id/contact/call-2",
    ):
        assert expected in panel


def test_the_iri_can_be_copied(browser: Browser, file: Path) -> None:
    with open_file(browser, file, "sel=contact/call-1") as opened:
        opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        opened.page.locator("#panel .claim .copy").first.click()
        opened.page.wait_for_function(
            "() => document.querySelector('#panel .claim .copy').textContent === 'Copied'"
        )
        chosen = opened.page.evaluate("navigator.clipboard.readText()")
        assert chosen == "https://w3id.org/backchannel/id/claim/call-1"


def test_a_person_shows_spellings_contacts_silences_and_what_they_said(opened: Opened) -> None:
    opened.go("sel=person/teasdale")
    panel = opened.page.locator("#panel")
    assert "Contacts shown (2)" in panel.inner_text() and "Said by them (1)" in panel.inner_text()
    panel.get_by_role("button", name="Only contacts of Gloria Teasdale").click()
    assert opened.shown() == ["contact/at-home", "contact/undated"]
    opened.go("sel=state/fr")
    assert "Silences" in panel.inner_text() and "Show as States" in panel.inner_text()


def test_silences_and_channels_are_listed_with_their_claims(opened: Opened) -> None:
    opened.page.get_by_role("tab", name="Silences (1)").click()
    text = opened.page.locator("#silences").inner_text()
    assert all(
        part in text
        for part in ("2029-02-01/2029-03-31", "Freedonia, Sylvania", "except for ducks", "almost")
    )
    opened.page.get_by_role("tab", name="Channels (2)").click()
    text = opened.page.locator("#channels").inner_text()
    assert all(
        part in text
        for part in (
            "the hotline",
            "established 2028-06",
            "unanswered 2029-02-01/..",
            "nothing said of its state",
        )
    )
    opened.page.locator("#channels").get_by_role("button", name="the hotline").click()
    panel = opened.page.locator("#panel").inner_text()
    assert "Fredville · answered for by Gloria Teasdale" in panel and "Statements (2)" in panel
    opened.go("known=2029-02-01&tab=silences")
    assert "None in this range" in opened.page.locator("#silences").inner_text()


# --- hands: keyboard, table, language, narrow screens ---


def test_a_keyboard_walk_reaches_every_contact(opened: Opened, case: Knowledge) -> None:
    opened.page.locator("#graph").focus()
    seen = set()
    for _ in range(20):
        opened.page.keyboard.press(".")
        seen.add(opened.page.evaluate("backchannel.state().sel"))
    assert seen == contact_keys(case)
    assert re.search(r"→|–", opened.page.locator("#said").inner_text())
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "panel-title"
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("document.activeElement.id") == "graph"
    assert opened.page.evaluate("backchannel.state().sel") in seen
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("backchannel.state().sel") == ""


def test_arrow_keys_reach_every_node(opened: Opened) -> None:
    opened.page.locator("#graph").focus()
    seen = set()
    for key in [
        "ArrowRight",
        *["ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowRight", "ArrowDown", "ArrowDown"] * 3,
    ]:
        opened.page.keyboard.press(key)
        seen.add(opened.page.evaluate("backchannel.state().sel"))
    assert len(seen) == 7


def test_the_table_sorts_and_opens_by_keyboard(opened: Opened) -> None:
    opened.page.get_by_role("button", name="Outcome").click()
    assert opened.page.locator("th[aria-sort='ascending']").inner_text() == "Outcome ↑"
    column = [text.split(" ≠")[0] for text in opened.page.locator("#table td.outcome").all_inner_texts()]
    assert column == sorted(column) and len(set(column)) == 6
    opened.page.keyboard.press("Enter")
    assert "sort=-outcome" in opened.page.url
    opened.page.locator("tr[data-contact='contact/letter'] button").press("Enter")
    assert opened.page.evaluate("backchannel.state().sel") == "contact/letter"
    assert opened.page.locator("tr.chosen").get_attribute("data-contact") == "contact/letter"


def test_german_interface_and_names(opened: Opened) -> None:
    opened.page.get_by_label("Language of this page").select_option("Deutsch")
    assert opened.page.evaluate("document.documentElement.lang") == "de"
    assert "14 von 14 Kontakten" in opened.page.locator("#status").inner_text()
    assert "Rufus Feuerfliege" in opened.page.locator("#table").inner_text()
    missing = opened.page.evaluate("document.body.innerText.match(/\\{\\w+\\}/g)")
    assert missing is None


def test_dark_and_light_by_system_and_by_hand(browser: Browser, file: Path) -> None:
    with open_file(browser, file, scheme="dark") as opened:
        theme = "document.documentElement.dataset.theme"
        assert opened.page.evaluate(theme) == "dark"
        opened.page.get_by_label("Colours of this page").select_option("Light")
        assert opened.page.evaluate(theme) == "light"


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_nothing_sticks_out_sideways(browser: Browser, file: Path, width: int) -> None:
    with open_file(browser, file, width=width, height=844) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width
        assert opened.page.evaluate("document.querySelector('#graph canvas').clientWidth") <= width


def test_on_a_phone_the_evidence_comes_as_a_sheet(browser: Browser, file: Path) -> None:
    with open_file(browser, file, width=390, height=844) as opened:
        panel = opened.page.locator("#panel")
        assert panel.is_hidden()
        opened.page.locator("tr[data-contact='contact/call-1'] button").click()
        box = panel.bounding_box()
        assert box is not None and box["width"] == 390 and box["y"] + box["height"] == 844
        opened.page.get_by_role("button", name="Close").click()
        assert panel.is_hidden()


@pytest.mark.parametrize(("scheme", "width"), surroundings(390))
def test_axe_finds_no_violation(browser: Browser, file: Path, scheme: str, width: int) -> None:
    states = [
        "",
        "sel=contact/call-2&from=2029-02-10",
        "sel=person/firefly&tab=silences&outcome=held",
        "tab=channels&mode=visit&outcome=held",
    ]
    with open_file(browser, file, scheme=scheme, width=width, height=844, bypass=True) as opened:
        for state in states:
            opened.go(state)
            assert violations(opened) == [], state


# --- hostile text ---

HOSTILE = (
    "</script><script>window.pwned = 1</script>",
    '<img src=x onerror="window.pwned = 1">',
    "<svg/onload=window.pwned=1>",
    "javascript:window.pwned=1",
    "'\"><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "<!--<script>",
    "{{ 7 * 7 }}${window.pwned=1}`",
    "\u202eevil\u2066 \u05d0\u05d1\u05d2 \U0001f4a3\u2028\u2029\x00\x07",
    "]]>&lt;script&gt;",
    "__proto__",
)  # fmt: skip


def poisoned(first: int) -> tuple[Knowledge, str]:
    """The case with all payloads before every text of every object; the one at ``first`` comes first."""
    case, payload = page_case(), "".join(HOSTILE[first:] + HOSTILE[:first])
    parts = ("entities", "channels", "tenures", "documents", "mentions", "claims")
    changed = {part: everywhere(getattr(case, part), lambda text: payload + text) for part in parts}
    return replace(case, **changed), payload


ROUNDS = range(len(HOSTILE)) if os.environ.get("BACKCHANNEL_LARGE") else (0, 3)


@pytest.mark.parametrize("guarded", [True, False], ids=["policy on", "policy stripped"])
@pytest.mark.parametrize("first", ROUNDS)
def test_hostile_text_runs_nothing(browser: Browser, tmp_path: Path, first: int, guarded: bool) -> None:
    case, payload = poisoned(first)
    text = page(case, build_hash=payload, title=payload)
    if not guarded:
        text, stripped = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        assert stripped == 1
    path = tmp_path / "graph.html"
    path.write_text(text, encoding="utf-8", newline="")
    with open_file(browser, path) as opened:
        look_everywhere(opened, HOSTILE[first])
        assert opened.quiet(), (opened.requests, opened.messages, opened.dialogs)
        assert opened.page.evaluate("typeof window.pwned") == "undefined"
        assert opened.page.evaluate(ELEMENTS) == [8, 0, 0, 0, 1]
        assert opened.page.evaluate(
            "[...document.querySelectorAll('a')].every(a => /^(https?:|#)/.test(a.getAttribute('href')))"
        )


ELEMENTS = "['script', 'img', 'iframe', 'object', 'link'].map(name => document.querySelectorAll(name).length)"


def look_everywhere(opened: Opened, payload: str) -> None:
    """Bring every part of the page onto the screen."""
    opened.page.locator("#graph").hover()
    for state in (
        "sel=contact/call-2",
        "sel=person/firefly&level=office",
        "sel=silence/winter&tab=silences",
        "sel=channel/hotline&tab=channels&level=state&lang=de",
    ):
        opened.go(state)
    opened.page.locator("#find").fill(payload.replace("\x00", "")[:40])
    opened.page.locator("#find").fill("firefly")
    opened.page.keyboard.press("Enter")
    assert payload[:6].strip("\u202e\x00") in opened.page.locator("#panel-title").inner_text()


# --- the seed case ---


def test_the_seed_case_shows_what_its_networks_hold(
    browser: Browser, seed_build: Build, tmp_path: Path
) -> None:
    known = seed_build.knowledge()
    path = tmp_path / "seed.html"
    path.write_text(page(known, build_hash=seed_build.hash, title=seed_build.title), encoding="utf-8")
    with open_file(browser, path) as opened:
        assert opened.rows() == sorted(contact_keys(known)) and len(opened.rows()) >= 20
        compared = 0
        for level, day, (since, until) in product(
            NETWORK_LEVELS, (None, "2022-04-01", "2022-10-31"), ((None, None), ("2022-03-01", "2022-05-31"))
        ):
            graph = network(known, level, known=day, since=since, until=until)
            opened.go(f"level={level}&known={day or ''}&from={since or ''}&to={until or ''}")
            assert opened.drawn() == sorted({key for _, _, key in graph.edges(keys=True)})
            compared += 1
        assert compared == 18
        assert find(opened, "Шойгу")[0].startswith("Sergei Shoigu found by")
        assert opened.quiet()


def test_with_the_texts_at_hand_the_quotation_stands_at_its_place(
    browser: Browser, case: Knowledge, tmp_path: Path
) -> None:
    words = "The duke rang twice; nobody came to the telephone."
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(words, encoding="utf-8")
    gazette = replace(case.documents["document/gazette"], sha256=digest(words.encode()), length=len(words))
    told = replace(case, documents={**case.documents, gazette.key: gazette})
    path = tmp_path / "graph.html"
    path.write_text(page(told, build_hash="b", title="t", texts=Texts(tmp_path / "texts")), encoding="utf-8")
    with open_file(browser, path, "sel=contact/call-2") as opened:
        assert opened.page.locator("#panel blockquote").all_inner_texts() == ["ang twice; nob"]
