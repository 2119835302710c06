"""`backchannel verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backchannel.commands.common import graph_option, say
from backchannel.graph.builds import current

__all__ = ["command"]


@click.command("verify")
@graph_option
def command(graph: Path) -> None:
    """Check a build: its files against its manifest, its store against its quads.

    Disks and copies go wrong silently; a store with flipped bytes may well go on answering.

    \b
    Examples:
      backchannel verify
      backchannel verify --graph my-case-out
    """
    build = current(graph)
    damage = build.verify()
    for sentence in damage:
        say(sentence)
    if damage:
        say("build the case again: everything in a build is made from the case's text files")
        sys.exit(1)
    click.echo(f"build {build.hash} is whole: {build.manifest['quads']} quads")
