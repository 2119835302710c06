"""`backchannel summary`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from backchannel.commands.common import (
    as_of,
    at_option,
    format_option,
    graph_option,
    known_option,
    say,
    stale_sentences,
)
from backchannel.exports.tables import render
from backchannel.graph.builds import Build

__all__ = ["command"]


@click.command("summary")
@at_option
@known_option
@format_option
@graph_option
def command(at: str | None, known: str | None, form: str, graph: Path) -> None:
    """Say what a build holds, how much of each kind, and what to open.

    \b
    Examples:
      backchannel summary
      backchannel summary --format json
      backchannel summary --known 2022-04-01
    """
    build = as_of(graph, at, known)
    say(f"{build.title} (build {build.hash})")
    click.echo(render(["kind", "count"], _counts(build), form), nl=False)
    for sentence in (*stale_sentences(graph, build.hash), *_next_steps(graph)):
        say(sentence)


def _counts(build: Build) -> list[tuple[str, int]]:
    knowledge = build.knowledge()
    entities = Counter(entity.kind for entity in knowledge.entities.values())
    claims = Counter(claim.kind for claim in knowledge.claims.values())
    contacts = {claim.about for claim in knowledge.claims.values() if claim.kind == "contact"}
    rows = [(_PLURALS[kind], entities[kind]) for kind in _PLURALS]
    rows += [
        ("tenures", len(knowledge.tenures)),
        ("channels", len(knowledge.channels)),
        ("documents", len(knowledge.documents)),
        ("printed names", len(knowledge.mentions)),
        ("contacts", len(contacts)),
    ]
    rows += [(f"claims: {kind}", count) for kind, count in sorted(claims.items())]
    return [*rows, ("claims", len(knowledge.claims)), ("quads", build.quads)]


_PLURALS = {
    "person": "persons",
    "office": "offices",
    "organisation": "organisations",
    "state": "states",
    "party": "described parties",
}


def _next_steps(graph: Path) -> list[str]:
    named = ("graph.html", "briefing/briefing.html", "report/report.html")
    found = [f"open {graph / name}" for name in named if (graph / name).exists()]
    made = found or [f"next: backchannel graph --graph {graph}, backchannel report --graph {graph}"]
    return [*made, f"ask: backchannel ask --graph {graph}"]
