"""The pictures of the README, made anew: `make screenshots` (the seed case's page must be in out/)."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from browser import ARGUMENTS
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
SELECTED = "#sel=contact/austin-shoigu-attempts-2022"
SHOTS: list[tuple[str, str, dict[str, Any]]] = [
    ("page-light", SELECTED, {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"}),
    ("page-dark", "#tour=no", {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"}),
    ("page-phone", "#tour=no", {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"}),
]


def main() -> None:
    page_file = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "graph.html"
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or "chromium"
        found = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for name, state, options in SHOTS:
            page = found.new_context(offline=True, **options).new_page()
            page.goto(page_file.resolve().as_uri() + state)
            page.wait_for_function("() => backchannel.ready()")
            page.screenshot(path=folder / f"{name}.png")
        found.close()


if __name__ == "__main__":
    main()
