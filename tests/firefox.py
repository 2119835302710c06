"""Debian's Firefox for the tests, driven by WebDriver BiDi (W3C) over its own socket, without a network.

Playwright's Firefox is a build of its own; readers have this one. The client is as small as the tests need.
"""

from __future__ import annotations

import base64
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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from browser import ROWS
from websockets.sync.client import ClientConnection, connect

__all__ = ["Firefox", "Window", "firefox"]

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
KEYS = {
    "Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "ArrowLeft": "\ue012", "ArrowUp": "\ue013",
    "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}  # fmt: skip
WAIT = 30.0


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
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in PREFERENCES.items()]
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
    for _ in range(600):
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
        window.load(path.as_uri() + (f"#{state}" if state else ""))
        yield window
        del self.windows[context]
        with suppress(RuntimeError):  # the last tab can't be closed
            self.ask("browsingContext.close", context=context)
        self.ask("browser.removeUserContext", userContext=user)


@dataclass
class Window:
    """A page that was opened from a file, and all that it did besides showing itself."""

    firefox: Firefox
    context: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def note(self, method: str, params: dict[str, Any]) -> None:
        if method == "network.beforeRequestSent":
            self.requests.append(params["request"]["url"])
        elif method == "log.entryAdded":
            self.messages.append(params["text"] or "")
        elif method == "browsingContext.userPromptOpened":
            self.dialogs.append(params["message"])
        elif method == "browsingContext.downloadEnd" and params["status"] == "complete":
            self.files.append(Path(params["filepath"]))

    def load(self, address: str) -> None:
        self.firefox.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def evaluate(self, script: str) -> Any:
        """What an expression of JavaScript comes to; raises RuntimeError with what it throws."""
        result = self.firefox.ask(
            "script.evaluate",
            expression=f"Promise.resolve({script}).then(value => JSON.stringify(value))",
            target={"context": self.context},
            awaitPromise=True,
        )
        if result["type"] == "exception":
            raise RuntimeError(result["exceptionDetails"]["text"])
        found = result["result"]
        return json.loads(found["value"]) if found["type"] == "string" else None

    def settle(self) -> None:
        """Let pass two frames: what was done by then has been drawn, and what it caused been told."""
        self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def go(self, state: str) -> None:
        """Put a state into the address, as a link would."""
        self.evaluate(f"(location.hash = {json.dumps(state)}, 1)")
        self.until("backchannel.ready()")

    def until(self, script: str) -> None:
        """Wait until an expression is true; raises TimeoutError if it doesn't become so."""
        for _ in range(200):
            if self.evaluate(script):
                return
            self.settle()
        raise TimeoutError(f"expected to become true: {script}")

    def shown(self) -> list[str]:
        """The contacts that pass the filters."""
        return list(self.evaluate("backchannel.shown()"))

    def rows(self) -> list[str]:
        """The contacts of the table, sorted."""
        return list(self.evaluate(ROWS))

    def drawn(self) -> list[str]:
        """The contacts of which the canvas draws a line."""
        return list(self.evaluate("backchannel.drawn()"))

    def text(self, selector: str) -> str:
        return str(self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText"))

    def press(self, *keys: str) -> None:
        """Keys by their names, or characters, one after the other."""
        values = [KEYS.get(key, key) for key in keys]
        actions = [{"type": kind, "value": value} for value in values for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keyboard", "actions": actions})

    def click(self, selector: str) -> None:
        """Press the pointer in the middle of the first element that a selector finds."""
        script = f"""(() => {{
            const one = document.querySelector({json.dumps(selector)});
            one.scrollIntoView({{block: 'nearest'}});
            const box = one.getBoundingClientRect();
            return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
        }})()"""
        self.click_at(*self.evaluate(script))

    def click_at(self, x: int, y: int) -> None:
        move = {"type": "pointerMove", "x": x, "y": y}
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        self.act({"type": "pointer", "id": "mouse", "actions": [move, down, up]})

    def act(self, source: dict[str, Any]) -> None:
        self.firefox.ask("input.performActions", context=self.context, actions=[source])

    def screenshot(self) -> bytes:
        found = self.firefox.ask("browsingContext.captureScreenshot", context=self.context)
        return base64.b64decode(found["data"])
