"""An HTML file printed to PDF by a Chromium or Chrome that is installed.

The browser is given no network: it resolves no name, and the report's own policy forbids it to load anything.
What it writes depends on its version and on the fonts of the machine; by the same browser on the same
machine the same page gives the same bytes, because the two dates that it puts into a file are blanked out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from backchannel.graph.errors import MissingToolError

__all__ = ["BROWSERS", "browser_path", "pdf_of", "without_dates"]

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
INSTALL = (
    "install Chromium (on Debian and Ubuntu: sudo apt-get install -y chromium), or print the page yourself"
)
ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
SECONDS = 300  # a report of 24 pages takes four on an idle machine, and many more on a busy one
# A date of the file's information (ISO 32000-1, 14.3.3), as Skia writes it. The key is optional.
STAMPED = re.compile(rb"/(?:CreationDate|ModDate) \(D:[0-9+\-Z']+\)")


def browser_path(names: Sequence[str] = BROWSERS) -> str:
    """The first browser of these names, or at these places, that is installed.

    Raises MissingToolError where there is none.

    >>> browser_path(["no-such-browser"])
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.MissingToolError: a PDF needs Chromium or Chrome, and neither was found; install Chromium (on Debian and Ubuntu: sudo apt-get install -y chromium), or print the page yourself
    """  # noqa: E501
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise MissingToolError(f"a PDF needs Chromium or Chrome, and neither was found; {INSTALL}")


def pdf_of(page: Path, browser: str | None = None) -> bytes:
    """The PDF of an HTML file; ``browser`` is a path as :func:`browser_path` finds it.

    Raises MissingToolError where there is no browser, or where it writes nothing.
    """
    command = [browser or browser_path(), *ARGUMENTS, *_sandbox()]
    with tempfile.TemporaryDirectory(prefix="backchannel-pdf-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "page.pdf"
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.resolve().as_uri()]
        said = _run(command)
        if not target.is_file():
            raise MissingToolError(f"{command[0]} printed no PDF of {page}; it said: {said or 'nothing'}")
        return without_dates(target.read_bytes())


def without_dates(pdf: bytes) -> bytes:
    """A PDF in which blanks, as many as there were letters, stand where the dates of its making were.

    >>> without_dates(b"/Producer (Skia)\\n/CreationDate (D:20220324120000+00'00')>>")[:24]
    b'/Producer (Skia)\\n       '
    """
    return STAMPED.sub(lambda match: b" " * len(match.group()), pdf)


def _sandbox() -> list[str]:
    """As root Chromium's sandbox can't start: it then refuses to run at all."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--no-sandbox"] if root else []


def _run(command: Sequence[str]) -> str:
    """Run the browser, and give the last line of what it said."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise MissingToolError(
            f"{command[0]} did not print the page within {SECONDS} seconds; {INSTALL}"
        ) from error
    except OSError as error:
        raise MissingToolError(f"{command[0]} can't be run: {error.strerror}; {INSTALL}") from error
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return lines[-1][:300] if lines else ""
