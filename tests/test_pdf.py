"""The report as PDF, by the browser at hand: the same bytes, nothing fetched, a clear word without one."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from backchannel.cli import group
from backchannel.exports.pdf import browser_path, pdf_of, without_dates
from backchannel.graph.errors import MissingToolError

PAGES = re.compile(rb"/Type /Page\b")


@pytest.fixture(scope="module")
def chromium() -> str:
    """The path of a browser; skipped where there is none, but failed in CI."""
    try:
        return browser_path()
    except MissingToolError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.mark.browser
def test_the_report_is_printed(chromium: str, seed_out: Path, tmp_path: Path) -> None:
    """On A4, tagged, without a date of its making; printed again it has the same bytes."""
    arguments = ["report", "--graph", str(seed_out), "-o", str(tmp_path), "--pdf"]
    done = CliRunner().invoke(group, arguments)
    assert done.exit_code == 0, done.output
    assert str(tmp_path / "report.pdf") in done.stdout.splitlines()
    pdf = (tmp_path / "report.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-1.")
    assert len(PAGES.findall(pdf)) >= 15
    assert b"/MediaBox [0 0 594.95" in pdf or b"/MediaBox [0 0 595" in pdf
    assert b"/StructTreeRoot" in pdf  # tagged: a screen reader finds headings and tables
    assert not re.search(rb"/(CreationDate|ModDate)", pdf)
    assert pdf == pdf_of(tmp_path / "report.html", chromium)


@pytest.mark.browser
def test_the_browser_asks_nobody(chromium: str, tmp_path: Path) -> None:
    """A page that would load from this very machine prints, and no connection is ever made."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        page = tmp_path / "page.html"
        page.write_text(
            f"<!doctype html><title>x</title><img src='http://127.0.0.1:{port}/a.png'>"
            f"<img src='http://localhost:{port}/b.png'>",
            encoding="utf-8",
        )
        assert len(PAGES.findall(pdf_of(page, chromium))) == 1
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_without_a_browser_nothing_is_written(
    seed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error comes before the work, and says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    done = CliRunner().invoke(group, ["report", "--graph", str(seed_out), "-o", str(tmp_path / "r"), "--pdf"])
    assert done.exit_code == 1
    assert isinstance(done.exception, MissingToolError)
    assert "sudo apt-get install -y chromium" in str(done.exception)
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize(("code", "said"), [(1, "no display"), (0, "")])
def test_a_browser_that_prints_nothing(tmp_path: Path, code: int, said: str) -> None:
    """What it said is passed on."""
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {code}\n", encoding="utf-8")
    browser.chmod(0o755)
    with pytest.raises(MissingToolError, match=f"printed no PDF of .*; it said: {said or 'nothing'}"):
        pdf_of(tmp_path / "page.html", str(browser))


def test_a_browser_that_cannot_be_run(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="can't be run: No such file or directory"):
        pdf_of(tmp_path / "page.html", str(tmp_path / "browser"))


def test_blanks_keep_every_place() -> None:
    """A PDF's table of contents counts bytes: none may move."""
    made = b"<</Producer (x)\n/CreationDate (D:20290210120000+00'00')\n/ModDate (D:20290210120000+00'00')>>"
    found = without_dates(made)
    assert len(found) == len(made)
    assert b"Date" not in found
    assert without_dates(b"/Title (CreationDate D:1)") == b"/Title (CreationDate D:1)"
