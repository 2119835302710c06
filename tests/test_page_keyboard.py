"""The page by keys alone, from its opening: every contact is reached, announced, and its evidence read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Opened, open_file
from playwright.sync_api import Browser

from backchannel.exports.html import page
from backchannel.graph.builds import Build
from backchannel.graph.model import Knowledge

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.id || document.activeElement.dataset.keep || ''"


@pytest.fixture(scope="module")
def file(seed_build: Build, seed_knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keyboard") / "graph.html"
    text = page(seed_knowledge, build_hash=seed_build.hash, title=seed_build.title)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    """A page that was just opened: nothing was clicked, and no test clicks."""
    with open_file(browser, file) as found:
        yield found


@pytest.fixture(scope="module")
def statements(seed_knowledge: Knowledge) -> dict[str, set[str]]:
    """The IRIs of the statements about each contact: its evidence."""
    found: dict[str, set[str]] = {}
    for claim in seed_knowledge.claims.values():
        if claim.about.startswith("contact/"):
            found.setdefault(claim.about, set()).add(f"https://w3id.org/backchannel/id/{claim.key}")
    return found


def focused(opened: Opened) -> str:
    return str(opened.page.evaluate(FOCUSED))


def selected(opened: Opened) -> str:
    return str(opened.page.evaluate("backchannel.state().sel"))


def press(opened: Opened, *keys: str) -> None:
    for key in keys:
        opened.page.keyboard.press(key)


def tab_to(opened: Opened, wanted: str, limit: int = 120) -> int:
    """Press Tab until something has the focus; how often it took."""
    for count in range(1, limit):
        press(opened, "Tab")
        if focused(opened) == wanted:
            return count
    raise AssertionError(f"expected to reach {wanted!r} with Tab; {limit} presses didn't")


def evidence(opened: Opened) -> set[str]:
    found: list[str] = opened.page.locator("#panel .claim .iri code").all_inner_texts()
    return set(found)


def read_and_return(opened: Opened, statements: dict[str, set[str]], back: str) -> None:
    """From what is chosen to its evidence and back with Escape to where one was."""
    contact = selected(opened)
    press(opened, "Enter")
    assert focused(opened) == "panel-title", contact
    assert selected(opened) == contact and evidence(opened) == statements[contact], contact
    press(opened, "Escape")
    assert focused(opened) == back, contact


def test_every_contact_of_the_canvas_is_reached_announced_and_read(
    opened: Opened, statements: dict[str, set[str]]
) -> None:
    tab_to(opened, "graph")
    visited: list[str] = []
    while len(visited) <= len(statements):
        press(opened, ".")
        contact = selected(opened)
        if contact in visited:
            break
        visited.append(contact)
        heard(opened, contact)
        read_and_return(opened, statements, "graph")
        # Escape from the evidence leads back to the contact, not to the beginning of the walk.
        assert selected(opened) == contact
    assert sorted(visited) == sorted(statements) and len(visited) >= 20
    assert set(opened.drawn()) <= set(visited)
    press(opened, "Escape")
    assert selected(opened) == "" and focused(opened) == "graph"
    assert opened.quiet()


def heard(opened: Opened, contact: str) -> None:
    """What is announced names parties, outcome and date of a contact, as its row in the table does."""
    said = opened.page.locator("#said").inner_text()
    row = opened.page.locator(f"tr[data-contact='{contact}']")
    assert opened.page.evaluate("contact => backchannel.label(contact)", contact) in said, contact
    for cell in (row.locator("td.outcome span").first, row.locator("td.when button")):
        assert cell.inner_text() in said, contact


def test_the_arrows_lead_to_nodes_and_the_full_stop_round_their_contacts(opened: Opened) -> None:
    tab_to(opened, "graph")
    nodes = set()
    for arrow in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowLeft"):
        press(opened, arrow)
        nodes.add(selected(opened))
    here = selected(opened)
    found: list[str] = []
    for _ in range(40):
        press(opened, ".")
        if selected(opened) in found:
            break
        found.append(selected(opened))
    assert len(nodes) >= 3 and 0 < len(found) < len(opened.shown())
    if len(found) > 1:
        press(opened, ",")
        assert selected(opened) == found[-1]
    opened.go(f"who={here}")
    assert sorted(found) == opened.shown()


def test_every_contact_of_the_table_is_reached_and_read(
    opened: Opened, statements: dict[str, set[str]]
) -> None:
    press(opened, "Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    press(opened, "Enter")
    assert focused(opened) == "table"
    visited: list[str] = []
    tab_to(opened, f"row-{opened.page.locator('tr[data-contact]').first.get_attribute('data-contact')}")
    while focused(opened).startswith("row-") and len(visited) <= len(statements):
        here = focused(opened)
        contact = here.removeprefix("row-")
        press(opened, "Enter")
        assert selected(opened) == contact and focused(opened) == "panel-title"
        assert evidence(opened) == statements[contact]
        press(opened, "Escape")
        assert focused(opened) == here, "Escape leads back to the row"
        visited.append(contact)
        press(opened, "Tab")
    assert sorted(visited) == sorted(statements) == opened.rows()
    assert opened.quiet()


def test_what_is_opened_from_the_evidence_leads_back_as_well(opened: Opened) -> None:
    """From a contact to a person who speaks, and with Escape back to the canvas."""
    tab_to(opened, "graph")
    press(opened, ".", "Enter")
    contact = selected(opened)
    for _ in range(20):
        if opened.page.evaluate("document.activeElement.matches('#panel .claim .voice .name')"):
            break
        press(opened, "Tab")
    press(opened, "Enter")
    assert selected(opened) != contact and focused(opened) == "panel-title"
    press(opened, "Escape")
    assert focused(opened) == "graph" and selected(opened) == contact
