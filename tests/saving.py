"""What the page exports, as a reader gets it: through the menu, as a file."""

from __future__ import annotations

import time
from pathlib import Path

from browser import Opened

__all__ = ["saved", "text_of"]

# Chromium drops, without a word, what a page saves beyond ten files within a second. No reader is so quick.
BURST, SECONDS = 10, 1.1


def saved(opened: Opened, way: str) -> tuple[str, bytes]:
    """The name and the bytes of an export, made through the menu."""
    unhurried(opened)
    if opened.page.locator("#exports").is_hidden():
        opened.page.locator("#export").click()
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"[data-export={way}]").click()
    download = waiting.value
    opened.saves.append(time.monotonic())
    return download.suggested_filename, Path(download.path()).read_bytes()


def unhurried(opened: Opened) -> None:
    """Wait, where the page has just saved as many files as it may, until it may again."""
    burst = opened.saves[-BURST:]
    left = burst[0] + SECONDS - time.monotonic() if len(burst) == BURST else 0
    if left > 0:
        opened.page.wait_for_timeout(left * 1000)


def text_of(opened: Opened, way: str) -> str:
    return saved(opened, way)[1].decode("utf-8")
