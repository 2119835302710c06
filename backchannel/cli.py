"""The command line: `backchannel COMMAND`."""

from __future__ import annotations

import importlib
import sys

import click

from backchannel.graph.errors import BackchannelError

__all__ = ["main"]

# Each command lives in a module of its own and is imported only when it is used or listed, so that
# `backchannel query` doesn't pay for the plotting libraries of `backchannel report`.
COMMANDS: dict[str, str] = {
    "new": "Start a case of your own: a commented folder of text files.",
    "schema": "Write the JSON Schema of a case, for completion and checks in an editor.",
    "build": "Build a case into a store that answers.",
    "summary": "Say what a build holds, how much of each kind, and what to open.",
    "ask": "Ask a question of the library.",
    "query": "Ask in SPARQL.",
    "show": "Show a person, office, channel, contact or claim with its evidence.",
    "contacts": "Show the contacts of a time, those that certainly lie in it and those that may.",
    "silence": "Show the silences: claimed ones, and gaps in days at least and at most.",
    "channels": "Show each channel: its state on a day, its history, its last proven use.",
    "routes": "Show which routes were open between two on a day, and what is left without somebody.",
    "reach": "Say whether word could get from one to another by a day, and through whom.",
    "trends": "Show how contacts changed over time, and whether that is more than chance.",
    "holder": "Say who held an office on a day: certainly, possibly, several, or nobody known.",
    "accounts": "Show what each side says of a contact, side by side.",
    "disputes": "Show what is contested, side by side.",
    "origins": "Count the independent origins of each statement.",
    "cut": "Find the fewest sources without which an answer changes.",
    "ranks": "Say how sure each rank is, over all that the claims leave open.",
    "measures": "Rank persons, offices or states by measures of their network.",
    "diff": "Show what became known, was withdrawn or changed between two days.",
    "graph": "Write the interactive page.",
    "network": "Write the network for Gephi, yEd, networkx or a spreadsheet.",
    "report": "Write the report: HTML, Markdown, tables.",
    "briefing": "Write a briefing of a few pages, in English or German, that prints well.",
    "locate": "Turn a quotation into offsets and a hash.",
    "coverage": "List every sentence of a document as coded, or not coded and why.",
    "ontology": "Write the browsable page of the ontology.",
    "verify": "Check a build against its manifest.",
}


class Lazy(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"backchannel.commands.{cmd_name}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"backchannel.commands.{cmd_name}.command is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="backchannel")
def group() -> None:
    """Who can still reach whom: officials, their channels and contacts, every statement with its source.

    \b
    Start here:
      backchannel build             build the seed case into ./out
      backchannel ask               list the questions the graph can answer
      backchannel graph             write out/graph.html, the interactive page
      backchannel report            write out/report/report.html
      backchannel new my-case       start a case of your own
    """


def main() -> None:
    """Run the command line; an error of ours is one clear sentence and exit code 1."""
    try:
        group.main(standalone_mode=True)
    except BackchannelError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # `backchannel query ... | head`
        sys.stderr.close()
        sys.exit(0)
