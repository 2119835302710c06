"""A window of Firefox for the tests: what it shows, what it did besides, and hands to use it with."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from browser import ROWS

if TYPE_CHECKING:
    from firefox import Firefox

__all__ = ["Window"]

KEYS = {
    "Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "ArrowLeft": "\ue012", "ArrowUp": "\ue013",
    "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}  # fmt: skip
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))"


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
        self.evaluate(FRAMES)

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
