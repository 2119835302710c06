"""What the page exports, as a reader gets it: through the menu, as a file."""

from __future__ import annotations

from pathlib import Path

from browser import Opened

__all__ = ["saved", "text_of"]


def saved(opened: Opened, way: str) -> tuple[str, bytes]:
    """The name and the bytes of an export, made through the menu."""
    if opened.page.locator("#exports").is_hidden():
        opened.page.locator("#export").click()
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"[data-export={way}]").click()
    download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()


def text_of(opened: Opened, way: str) -> str:
    return saved(opened, way)[1].decode("utf-8")
