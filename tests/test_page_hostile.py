"""Hostile texts in every field run nothing, whatever is opened or exported, policy or not."""

from __future__ import annotations

import csv
import io
import re
from itertools import count
from pathlib import Path
from random import Random
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from browser import Opened, open_file
from conftest import LARGE
from hostile_texts import hostile_case
from playwright.sync_api import Browser
from rdflib import Graph
from saving import saved

from backchannel.exports.html import page
from backchannel.graph.model import Knowledge
from backchannel.graph.sparql_guard import check

pytestmark = pytest.mark.browser

TEXTS = 10_000 if LARGE else 300
GUARDS = ("on", "bypassed", "stripped")
META = r'<meta http-equiv="Content-Security-Policy"[^>]*>'

# All that a text could have become: what runs, what loads, what acts.
BECAME = """() => {
    const every = [...document.querySelectorAll('*')];
    const tags = ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'VIDEO', 'AUDIO', 'FRAME', 'PORTAL',
        'TEMPLATE', 'MATH', 'ANIMATE', 'SET', 'FOREIGNOBJECT', 'USE', 'IMAGE'];
    const bad = every.filter(one => tags.includes(one.tagName.toUpperCase())).map(one => one.outerHTML);
    for (const one of every) for (const { name, value } of one.attributes) {
        if (/^on/i.test(name)) bad.push(`${one.tagName} ${name}`);
        const leads = /^(href|src|srcdoc|action|formaction|data|xlink:href)$/i.test(name);
        if (leads && !/^(https?:|#|data:,$|blob:)/.test(value)) bad.push(`${one.tagName} ${name}=${value}`);
    }
    const counts = ['script', 'style', 'link', 'meta', 'head title']
        .map(tag => document.querySelectorAll(tag).length);
    return [bad, counts, typeof globalThis.pwned, typeof Object.prototype.pwned];
}"""


def written(case: Knowledge, build: str, path: Path, guard: str) -> Path:
    text = page(case, build_hash=build, title=case.title)
    if guard == "stripped":
        text, stripped = re.subn(META, "", text)
        assert stripped == 1
    path.write_text(text, encoding="utf-8", newline="")
    return path


def harmless(opened: Opened, guard: str, where: str) -> None:
    bad, counts, here, everywhere = opened.page.evaluate(BECAME)
    assert bad == [], where
    assert counts == [8, 1, 1, 4 if guard == "stripped" else 5, 1], where
    assert (here, everywhere) == ("undefined", "undefined"), where
    loud = [url for url in opened.requests if not url.startswith(("file:", "blob:"))]
    assert (loud, opened.messages, opened.dialogs) == ([], [], []), where


def keys_of(case: Knowledge) -> list[str]:
    hubs = {claim.about for claim in case.claims.values() if claim.about}
    return sorted({*case.entities, *case.channels, *hubs})


def look_everywhere(opened: Opened, case: Knowledge, guard: str, rng: Random) -> int:
    """Open whatever has a panel, in one language or another; search for what is there; how many panels."""
    panels = 0
    for key in keys_of(case):
        looks = f"lang={rng.choice(['en', 'de', 'ru'])}&level={rng.choice(['person', 'office', 'state'])}"
        tab = rng.choice(["contacts", "silences", "channels"])
        opened.go(f"{looks}&tab={tab}&lanes=open&open=source.language.reliability&sel={quote(key, safe='')}")
        if opened.page.evaluate("backchannel.state().sel") == whole(key):
            panels += 1
            harmless(opened, guard, key)
    names = [one.label for one in case.entities.values()]
    for name in rng.sample(names, 4):
        opened.page.locator("#find").fill(whole(name).replace("\x00", "")[:60])
        harmless(opened, guard, name)
        opened.page.keyboard.press("Escape")
    opened.page.locator("#graph").hover()
    return panels


def whole(text: str) -> str:
    """As a file in UTF-8 holds it: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def take_along(browser: Browser, opened: Opened, folder: Path) -> None:
    """Every export is what it says it is, and nothing in it acts."""
    opened.go("level=person")
    files = {way: saved(opened, way) for way in ("svg", "csv", "rq", "ttl", "graphml")}
    text = {way: data.decode("utf-8") for way, (_, data) in files.items()}
    drawing(browser, folder / "drawing.svg", files["svg"][1])
    rows = list(csv.reader(io.StringIO(text["csv"], newline="")))
    assert len(rows) > 10 and len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]
    check(text["rq"])
    assert ElementTree.fromstring(text["graphml"]) is not None
    assert len(Graph().parse(data=text["ttl"], format="turtle")) > 100
    harmless_names = re.compile(r"backchannel-[A-Za-z0-9]+-[a-z]+\.[a-z]+")
    assert all(harmless_names.fullmatch(name) for name, _ in files.values())


def drawing(browser: Browser, path: Path, data: bytes) -> None:
    """The SVG opened as a document of its own, where no policy of ours holds."""
    path.write_bytes(data)
    with open_file(browser, path) as opened:
        bad, _, here, _ = opened.page.evaluate(BECAME)
        assert bad == [] and here == "undefined" and opened.quiet()
        assert (
            opened.page.evaluate("document.querySelectorAll('script, foreignObject, a, style').length") == 0
        )


def test_hostile_texts_run_nothing(browser: Browser, tmp_path: Path) -> None:
    rng = Random("hostile")
    texts, panels, rounds = 0, 0, 0
    for number in count():
        if texts >= TEXTS:
            break
        case, made = hostile_case(rng)
        guard = GUARDS[number % 3] if LARGE else GUARDS[number % 2 * 2]
        path = written(case, rng.choice(made), tmp_path / f"{number}.html", guard)
        with open_file(browser, path, bypass=guard == "bypassed") as opened:
            harmless(opened, guard, "opening")
            panels += look_everywhere(opened, case, guard, rng)
            take_along(browser, opened, tmp_path)
            harmless(opened, guard, "after the exports")
        texts, rounds = texts + len(made), rounds + 1
    assert texts >= TEXTS and rounds >= 2 and panels >= 25 * rounds


def test_the_canary_would_sing(browser: Browser, tmp_path: Path) -> None:
    """A page that does make markup of a text is caught, and the policy is what stops it from running."""
    case, _ = hostile_case(Random("canary"))
    sung = []
    for guard in ("on", "stripped"):
        with open_file(browser, written(case, "b", tmp_path / f"{guard}.html", guard)) as opened:
            opened.page.evaluate(
                "() => { const box = document.createElement('p'); document.body.append(box);"
                " try { box.innerHTML = '<img src=x onerror=\"window.pwned=1\">' } catch { /* refused */ } }"
            )
            opened.page.wait_for_timeout(200)
            sung.append(opened.page.evaluate(BECAME)[2])
    assert sung == ["undefined", "number"]
