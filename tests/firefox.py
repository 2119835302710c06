"""Debian's Firefox for the tests, driven by WebDriver BiDi (W3C) over its own socket, without a network.

Playwright's Firefox is a build of its own; readers have this one. The client is as small as the tests need.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from firefox_window import Window
from websockets.sync.client import ClientConnection, connect

__all__ = ["Firefox", "firefox"]

INSTALL = "sudo apt-get install -y firefox-esr"
EVENTS = [
    "network.beforeRequestSent",
    "log.entryAdded",
    "browsingContext.userPromptOpened",
    "browsingContext.downloadEnd",
]
# No service of the browser's own may reach out; what is asked for in spite of it ends at a closed port.
PREFERENCES: dict[str, Any] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "toolkit.telemetry.server": "",
    "intl.accept_languages": "en-GB",
    "browser.download.always_ask_before_handling_new_types": False,
}
WAIT = 120.0


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox that is started once; skipped where there is none, but failed in CI."""
    path = shutil.which("firefox-esr")
    if path is None:
        message = f"Firefox is missing; install it with: {INSTALL}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with started(path, tmp_path_factory.mktemp("downloads")) as found:
        yield found


@contextmanager
def started(path: str, downloads: Path) -> Iterator[Firefox]:
    # Not under pytest's folder: the profile is nothing that a failed test should keep.
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(one)});\n" for name, one in PREFERENCES.items()]
        (Path(profile) / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile]
        log = Path(profile) / "log.txt"
        with log.open("wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        try:
            with connect(f"{address(log, process)}/session", max_size=None, proxy=None) as socket:
                yield Firefox(socket, downloads)
        finally:
            process.terminate()
            process.wait()


def address(log: Path, process: subprocess.Popen[bytes]) -> str:
    """The socket that the browser says it listens on."""
    for _ in range(int(WAIT * 20)):
        found = re.search(r"listening on (ws://\S+)", log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[1]
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"expected Firefox to open its socket; found: {log.read_text(errors='replace')[:500]}")


class Firefox:
    """A session of WebDriver BiDi: commands go out, their answers and the events come in."""

    def __init__(self, socket: ClientConnection, downloads: Path) -> None:
        self.socket = socket
        self.numbers = itertools.count(1)
        self.windows: dict[str, Window] = {}
        self.version: str = self.ask("session.new", capabilities={})["capabilities"]["browserVersion"]
        self.ask("session.subscribe", events=EVENTS)
        behaviour = {"type": "allowed", "destinationFolder": str(downloads)}
        self.ask("browser.setDownloadBehavior", downloadBehavior=behaviour)

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a command; raises RuntimeError with what the browser says if it is an error."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv(timeout=WAIT))
            if message.get("id") == number:
                break
            self.event(message)
        if message["type"] == "error":
            raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
        return message["result"]

    def event(self, message: dict[str, Any]) -> None:
        """Note an event with the window it is about."""
        params = message.get("params", {})
        context = params.get("context") or params.get("source", {}).get("context")
        window = self.windows.get(context or "")
        if window is not None:
            window.note(message["method"], params)

    @contextmanager
    def open(self, path: Path, state: str = "", *, width: int = 1280, height: int = 800) -> Iterator[Window]:
        """A file opened in a window that shares nothing with others."""
        user = self.ask("browser.createUserContext")["userContext"]
        context = self.ask("browsingContext.create", type="tab", userContext=user)["context"]
        window = self.windows[context] = Window(self, context)
        self.ask("browsingContext.setViewport", context=context, viewport={"width": width, "height": height})
        window.load(f"{path.as_uri()}#{state or 'tour=no'}")
        yield window
        del self.windows[context]
        with suppress(RuntimeError):  # the last tab can't be closed
            self.ask("browsingContext.close", context=context)
        self.ask("browser.removeUserContext", userContext=user)
