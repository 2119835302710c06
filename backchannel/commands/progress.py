"""Progress of long work, shown on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

__all__ = ["Watch"]


class Watch:
    """A progress bar on standard error, one task a stage; nothing where that is no terminal."""

    def __init__(self) -> None:
        columns = TextColumn("{task.description:<14}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %")
        console = Console(stderr=True)
        self.progress = Progress(
            *columns, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal
        )
        self.tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Watch:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self.tasks:
            self.tasks[stage] = self.progress.add_task(stage, total=None)
        self.progress.update(self.tasks[stage], completed=done, total=total or None)
