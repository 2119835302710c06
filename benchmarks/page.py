"""How fast and how large the page is: `python -m benchmarks.page`, in Chromium, headless, without a GPU.

A world of 10,000 officials and 30,000 contacts, each drawn singly, and one of 2,000 and 6,000: the first
picture, being ready, frames while panning and zooming with the mouse, one step of the bar of time. A fixed
loop of strokes on a canvas in the same browser says how fast the machine was just then.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.world import world

__all__ = ["Figures", "measure", "report", "sizes"]

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
# A step counts from the key to the picture; without these flags it would wait for the screen's next frame.
AT_ONCE = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
SIZE = {"width": 1280, "height": 800}
STEPS = 24
STATE = "#view=single&lang=en"

CALIBRATION = """async () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 900, height: 500 });
  const context = canvas.getContext("2d");
  const round = () => {
    const begun = performance.now();
    for (let at = 0; at < 3000; at += 1) {
      context.beginPath();
      context.moveTo((at * 37) % 900, (at * 91) % 500);
      context.lineTo((at * 53) % 900, (at * 29) % 500);
      context.stroke();
    }
    context.getImageData(0, 0, 1, 1);
    return performance.now() - begun;
  };
  return Array.from({ length: 7 }, round).sort((a, b) => a - b)[3];
}"""
MARKS = """() => Object.fromEntries(["drawn", "ready"].map(name => {
  const at = one => performance.getEntriesByName("backchannel-" + one)[0]?.startTime;
  return [name, (at(name) ?? at("ready")) - at("begun")];
}))"""
RECORD = """() => {
  const times = globalThis.frames_ = [];
  const note = time => { times.push(time); if (times.on !== false) requestAnimationFrame(note); };
  requestAnimationFrame(note);
}"""
RATE = """() => {
  const times = globalThis.frames_;
  times.on = false;
  return (times.length - 1) / (times.at(-1) - times[0]) * 1000;
}"""
# From the key until the frame with the new picture is handed over to be composed, and until all around it
# is drawn too; before that, how long it takes to hand over a frame in which a single word is another.
STEP = """async count => {
  const thumb = document.querySelector(".thumb.to");
  const event = key => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  const press = key => thumb.dispatchEvent(event(key));
  const channel = new MessageChannel();
  const handed = () => new Promise(done => requestAnimationFrame(() => {
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const rest = () => new Promise(done => setTimeout(done, 60));
  const took = { word: [], picture: [], whole: [] };
  const timed = async (name, act, until) => {
    const begun = performance.now();
    act();
    await until();
    took[name].push(performance.now() - begun);
    return begun;
  };
  const whole = async () => {
    while (!globalThis.backchannel.ready()) await handed();
  };
  for (let at = 0; at < count; at += 1) {
    await rest();
    await timed("word", () => { document.querySelector("#said").textContent = String(at); }, handed);
    await rest();
    const begun = await timed("picture", () => press(at % 4 < 3 ? "PageDown" : "PageUp"), handed);
    await whole();
    took.whole.push(performance.now() - begun);
  }
  return took;
}"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one page: milliseconds, but for the frames a second while panning and zooming."""

    calibration: float
    drawn: float
    ready: float
    panning: float
    zooming: float
    steps: dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="of each page (default 3)")
    parser.add_argument("--pages", type=Path, help="a folder in which the pages are kept")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="backchannel-bench-") as folder:
        at = arguments.pages or Path(folder)
        print(sizes(2000, 6000))
        for persons, contacts in ((10_000, 30_000), (2_000, 6_000)):
            path = written(at, persons, contacts)
            runs = [measure(path) for _ in range(arguments.runs)]
            print(report(f"{persons:,} nodes, {contacts:,} contacts", runs))


def written(folder: Path, persons: int, contacts: int) -> Path:
    """The page of a world, made if it isn't there."""
    from backchannel.exports.html import page

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{persons}-{contacts}.html"
    if not path.exists():
        known = world(persons, contacts)
        path.write_text(page(known, build_hash="bench", title=known.title), encoding="utf-8")
    return path


def sizes(persons: int, contacts: int) -> str:
    """The bytes of an empty page, and of each contact beside the texts of its claims."""
    from backchannel.exports.html import page
    from backchannel.graph.model import Knowledge

    def length(known: Knowledge) -> int:
        return len(page(known, build_hash="bench", title="A case").encode())

    empty = length(Knowledge("Nothing", "en"))
    bare = (length(world(persons, contacts, texts=False)) - length(world(persons, 1, texts=False))) / (
        contacts - 1
    )
    whole = (length(world(persons, contacts)) - length(world(persons, 1))) / (contacts - 1)
    return (
        f"empty page {empty / 1000:,.0f} kB (at most 500); a contact {bare:,.0f} bytes beside its texts"
        f" (at most 250), {whole:,.0f} with them"
    )


@contextmanager
def browsing(*more: str) -> Iterator[Any]:
    """A window of a Chromium of its own, offline."""
    import shutil

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *more])
        yield browser.new_page(viewport=SIZE, locale="en-GB")
        browser.close()


def opened(window: Any, path: Path) -> None:
    window.goto(path.as_uri() + STATE)
    window.wait_for_function("() => globalThis.backchannel", timeout=120_000)
    window.wait_for_timeout(700)


def measure(path: Path) -> Figures:
    """One run over a page: start and frames at the screen's rate, steps as fast as they go."""
    with browsing() as window:
        opened(window, path)
        marks = window.evaluate(MARKS)
        panning, zooming = frames(window, drag), frames(window, wheel)
        calibration = window.evaluate(CALIBRATION)
    with browsing(*AT_ONCE) as window:
        opened(window, path)
        window.evaluate(STEP, 4)  # the first ones compile
        steps = window.evaluate(STEP, STEPS)
    return Figures(calibration, marks["drawn"], marks["ready"], panning, zooming, steps)


def frames(window: Any, act: Any) -> float:
    """Frames a second while something is done with the mouse on the canvas."""
    box = window.locator("#graph").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    window.mouse.move(*middle)
    window.evaluate(RECORD)
    act(window, *middle)
    rate: float = window.evaluate(RATE)
    window.wait_for_timeout(700)  # until the camera has come to rest
    return rate


def drag(window: Any, x: float, y: float) -> None:
    window.mouse.down()
    for dx, dy in ((90, 40), (-90, -40), (60, -30), (0, 0)):
        window.mouse.move(x + dx, y + dy, steps=40)
    window.mouse.up()


def wheel(window: Any, _x: float, _y: float) -> None:
    for turn in (-60, 60):
        for _ in range(30):
            window.mouse.wheel(0, turn)
            window.wait_for_timeout(12)


def report(name: str, runs: list[Figures]) -> str:
    """The figures as text, each the median of the runs; a step also at its slowest tenth."""

    def median(field: str) -> float:
        return statistics.median(getattr(run, field) for run in runs)

    def step(what: str, name: str) -> str:
        took = sorted(one for run in runs for one in run.steps[name])
        tenth = took[len(took) * 9 // 10]
        return f"  {what:<40} {statistics.median(took):9.1f} ms   (a tenth over {tenth:.1f})"

    return "\n".join(
        [
            f"{name}; 3,000 strokes on a canvas: {median('calibration'):.1f} ms",
            f"  {'first picture':<40} {median('drawn'):9.0f} ms after the script's start",
            f"  {'ready':<40} {median('ready'):9.0f} ms",
            f"  {'panning':<40} {median('panning'):9.1f} frames a second",
            f"  {'zooming':<40} {median('zooming'):9.1f} frames a second",
            step("a step of the bar of time, the picture", "picture"),
            step("the same with all that counts it", "whole"),
            step("a frame with another word, for comparison", "word"),
        ]
    )


if __name__ == "__main__":
    main()
