"""`backchannel build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backchannel.commands.common import say, stale_sentences, strict_option
from backchannel.commands.progress import Watch
from backchannel.graph.build import SHACL_LIMIT, Built, build
from backchannel.graph.case import seed_folder

__all__ = ["command"]

# So many problems are printed in full; all of them stand in the build's problems.json.
SHOWN = 50


@click.command("build")
@click.argument("case", type=click.Path(path_type=Path), required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="Where to build.",
)
@click.option("--keep-going", is_flag=True, help="Build the good records even where others are rejected.")
@click.option(
    "--shapes/--no-shapes",
    default=None,
    help=f"Validate by the SHACL shapes (default: up to {SHACL_LIMIT:,} claims).",
)
@strict_option
def command(case: Path | None, out: Path, keep_going: bool, shapes: bool | None, strict: bool) -> None:
    """Build CASE (default: the seed case) into a store that answers.

    The build lies in DIR/builds/<hash>; DIR/current is switched to it at once and whole. The same
    case gives the same bytes. Rejected records are listed with file and line; then nothing is
    published unless --keep-going is given, and the exit code is 1 in either case.

    \b
    Examples:
      backchannel build
      backchannel build my-case --out my-case-out
      backchannel build my-case --keep-going
    """
    folder = case or seed_folder()
    with Watch() as watch:
        built = build(folder, out, watch, keep_going=keep_going, shapes=shapes)
    _tell_problems(built)
    _tell_result(built, folder, out)
    sys.exit(1 if built.failed or (strict and built.warnings) else 0)


def _tell_problems(built: Built) -> None:
    listed = [str(problem) for problem in built.problems]
    listed += [f"finding ({one.severity}): {one.message}" for one in built.findings]
    listed += [f"shape broken: {violation}" for violation in built.violations]
    listed += [f"shape (warning): {warning}" for warning in built.shape_warnings]
    for sentence in listed[:SHOWN]:
        say(sentence)
    if len(listed) > SHOWN:
        say(f"... and {len(listed) - SHOWN} more, listed in the build's problems.json and findings.json")


def _tell_result(built: Built, folder: Path, out: Path) -> None:
    say(f"read {built.read} records of {folder}: {built.built} built, {built.rejected} rejected")
    if built.warnings:
        say(f"{built.warnings} warnings and findings: nothing was left out for them (--strict counts them)")
    if not built.shapes_checked:
        say(f"the shapes were not run (by default up to {SHACL_LIMIT:,} claims; --shapes runs them)")
    if built.path is None:
        say("nothing was published: mend the records above, or build the others with --keep-going")
        return
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(built.counts.items()))
    for sentence in stale_sentences(out, built.hash):
        say(sentence)
    click.echo(f"built {built.hash} into {out}: {built.quads} quads ({kinds})")
