"""`backchannel new`: a commented starting case."""

from __future__ import annotations

import shlex
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from backchannel.commands.common import say
from backchannel.commands.schema import as_json, modeline
from backchannel.graph.case_schema import KINDS
from backchannel.graph.errors import BackchannelError

__all__ = ["command"]

SCHEMAS = ".schema"
KIND_BY_FOLDER = {"": "case", "roster": "roster", "channels": "channels", "dossiers": "dossier"}


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Start a case of your own: a folder of commented text files that builds as it is.

    CASE is a folder that doesn't exist yet, or an empty one. What it holds is invented: two states,
    three offices and persons, a channel, and one document with a contact, a silence and a channel
    that is in use. Replace it file by file; an editor completes and checks the files by the schemas
    in CASE/.schema.

    \b
    Example:
      backchannel new my-case
    """
    if folder.exists() and any(folder.iterdir()):
        raise BackchannelError(
            f"{folder} is not empty: name a folder that doesn't exist yet, or an empty one"
        )
    try:
        written = copy(files("backchannel") / "starter", folder)
        written += write_schemas(folder / SCHEMAS)
    except OSError as error:
        raise BackchannelError(f"can't write the case into {folder}: {error.strerror}") from error
    say(f"wrote {written} files into {folder}; next:")
    click.echo(next_commands(folder), nl=False)


def copy(source: Traversable, target: Path) -> int:
    """Copy the starting case, with the line that names each file's schema; returns how many files."""
    target.mkdir(parents=True, exist_ok=True)
    written = 0
    for item in sorted(source.iterdir(), key=lambda one: one.name):
        if item.is_dir():
            written += copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(head(target / item.name, source.name) + item.read_bytes())
            written += 1
    return written


def head(path: Path, folder: str) -> bytes:
    """The first line of a YAML file; nothing for a text, whose bytes its hash pins."""
    if path.suffix != ".yaml":
        return b""
    top = folder not in KIND_BY_FOLDER
    schema = f"{'' if top else '../'}{SCHEMAS}/{KIND_BY_FOLDER['' if top else folder]}.json"
    return (modeline(schema) + "\n").encode()


def write_schemas(folder: Path) -> int:
    folder.mkdir()
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(as_json(kind), encoding="utf-8", newline="\n")
    return len(KINDS)


def next_commands(folder: Path) -> str:
    """The three commands that come next, ready to paste."""
    case, out = shlex.quote(str(folder)), shlex.quote(f"{folder}-out")
    lines = [
        (f"backchannel build {case} --out {out}", "build it into a store that answers"),
        (f"backchannel graph --graph {out}", "draw it: writes graph.html there"),
        (f"backchannel coverage {case}", "which sentences are still to be coded"),
    ]
    width = max(len(line) for line, _ in lines)
    return "".join(f"{line:<{width}}  # {about}\n" for line, about in lines)
