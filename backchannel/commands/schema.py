"""`backchannel schema`: the JSON Schema of a case's files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from backchannel.commands.common import say
from backchannel.graph.case_schema import KINDS, schema
from backchannel.graph.errors import BackchannelError

__all__ = ["as_json", "command", "modeline"]


def modeline(path: str) -> str:
    """The comment by which the YAML language server finds a file's schema.

    >>> modeline("../.schema/dossier.json")
    '# yaml-language-server: $schema=../.schema/dossier.json'
    """
    return f"# yaml-language-server: $schema={path}"


def as_json(kind: str | None) -> str:
    """The schema as a file's text."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="The kind of file. Default: any of them.")
def command(output: Path | None, kind: str | None) -> None:
    """Write the JSON Schema of a case's YAML files, for completion and checks in an editor.

    Each kind of file has a schema: case (case.yaml), roster, channels, dossier. `backchannel new`
    has already put them into CASE/.schema and named them in the first line of each file.

    \b
    Examples:
      backchannel schema --kind dossier -o dossier.schema.json
      backchannel schema > case.schema.json

    \b
    An editor with the YAML language server (VS Code's YAML extension by Red Hat, Neovim,
    Emacs, Helix ...) takes it from the first line of a file:
      # yaml-language-server: $schema=../dossier.schema.json
    """
    text = as_json(kind)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
        say(f"wrote {output}; name it in the first line of a file: {modeline(output.name)}")


def write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BackchannelError(
            f"can't write {path}: {error.strerror}; name a file in a folder that exists"
        ) from error
