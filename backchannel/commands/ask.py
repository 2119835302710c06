"""`backchannel ask`."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from backchannel.commands.common import as_of, documents_option, format_option, graph_option, say
from backchannel.exports.evidence_text import evidence_text
from backchannel.exports.report_holders import tenure_text
from backchannel.exports.tables import render
from backchannel.graph import store
from backchannel.graph.answers import LIST, Result, Term, Value
from backchannel.graph.asking import ask, claims_in, named, strangers
from backchannel.graph.asof import as_known
from backchannel.graph.builds import Build
from backchannel.graph.errors import QueryError
from backchannel.graph.evidence import evidence
from backchannel.graph.iris import key_of
from backchannel.graph.model import Key, Knowledge
from backchannel.ontology.library import EVERYTHING, Param, Question, library
from backchannel.ontology.terms import CODE_LISTS

__all__ = ["command"]

# So many claims are shown in full under an answer; `backchannel show` gives the others.
SHOWN = 50

# The names of concepts that differ from the words for them.
WORDS = {name: word for codes in CODE_LISTS.values() for word, name in codes.items() if name != word}
CONCEPT = re.compile(r"\b(" + "|".join(sorted(WORDS)) + r")\b")

T = TypeVar("T")

WHAT = {
    "person": "A person, in any spelling.",
    "office": "An office.",
    "state": "A state.",
    "channel": "A channel.",
    "party": "A person, office, organisation, state, party or channel, in any spelling.",
    "known": "As known by the end of this day (YYYY-MM-DD).",
    "day": "A day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY), or two of them (A/B).",
    "text": "A text.",
    "integer": "A whole number.",
}


class Library(click.Group):
    """One command a question, made from its file when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [question.name for question in library()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        try:
            return _command(named(cmd_name))
        except QueryError as error:
            raise click.UsageError(str(error), ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Questions"):
            formatter.write_dl([(f"{one.number} {one.name}", one.question) for one in library()])


@click.group(
    "ask", cls=Library, invoke_without_command=True, subcommand_metavar="[QUESTION [--PARAMETER ...]]"
)
@format_option
@graph_option
@click.pass_context
def command(ctx: click.Context, form: str, graph: Path) -> None:
    """Ask a QUESTION of the library, by name or number; without one, list them.

    Each question has its own parameters: `backchannel ask QUESTION --help` shows them, with what
    they are if left out. Names may be given in any spelling. Under a table stands the evidence.

    \b
    Examples:
      backchannel ask
      backchannel ask last-contact --who "Lloyd Austin" --with "Sergei Shoigu" --known 2022-10-31
      backchannel ask 09 --format csv
    """
    if ctx.invoked_subcommand is None:
        rows = [(question.number, question.name, question.question) for question in library()]
        click.echo(render(("number", "name", "question"), rows, form), nl=False)


def _command(question: Question) -> click.Command:
    made = click.Command(
        question.name,
        callback=partial(_answer, question),
        params=[*(_option(param) for param in question.params), *_clocks(question)],
        help=f"{question.question}\n\n{question.notes}\n\n\b\nExample:\n  {_example(question)}",
        short_help=question.question,
    )
    evidence_option = click.option(
        "--evidence/--no-evidence", default=True, help="Whether to show the claims."
    )
    for decorate in (documents_option, evidence_option, format_option, graph_option):
        made = decorate(made)
    return made


def _option(param: Param) -> click.Option:
    flag = f"--{param.name.replace('_', '-')}"
    meta = "DAY" if param.type in ("known", "day") else param.type.upper()
    kind = click.INT if param.type == "integer" else click.STRING
    return click.Option(
        [flag, param.name], type=kind, metavar=meta, help=WHAT[param.type], show_default=param.default
    )


def _clocks(question: Question) -> list[click.Option]:
    """The two clocks, as far as the question has them not as parameters of its own."""
    own = {param.name for param in question.params}
    helps = {
        "at": "Of what had begun by the end of this day (YYYY-MM-DD). Default: everything.",
        "known": WHAT["known"] + " Default: everything.",
    }
    return [
        click.Option([f"--{name}", f"as_of_{name}"], metavar="DAY", help=text)
        for name, text in helps.items()
        if name not in own
    ]


def _example(question: Question) -> str:
    given = [param for param in question.params if param.default != EVERYTHING]
    options = (f"--{param.name.replace('_', '-')} {shlex.quote(param.default)}" for param in given)
    return " ".join(("backchannel ask", question.name, *options))


def _answer(
    question: Question,
    graph: Path,
    form: str,
    evidence: bool,
    documents: Path | None,
    as_of_at: str | None = None,
    as_of_known: str | None = None,
    **values: object,
) -> None:
    form, build = _meant("form", form), as_of(_meant("graph", graph), as_of_at, as_of_known)
    given = {name: str(value) for name, value in values.items() if value is not None}
    names = build.excerpt()
    result = ask(question, given, names, partial(store.answer, build.store))
    if form != "table":
        click.echo(render(result.columns, result.rows, form), nl=False)
        return
    rows = [tuple(_cell(term) for term in row) for row in result.terms]
    click.echo(render(result.columns, rows, form), nl=False)
    _remark(question, given, result, names)
    if evidence:
        clock = given.get("known", as_of_known)
        _show_evidence(result, build, documents, None if clock == EVERYTHING else clock)


def _meant(name: str, value: T) -> T:
    """An option's value; one that was given before the question counts unless it is given again behind."""
    here = click.get_current_context()
    group = here.parent
    typed = click.core.ParameterSource.COMMANDLINE
    if group is None or here.get_parameter_source(name) == typed or group.get_parameter_source(name) != typed:
        return value
    given: T = group.params[name]
    return given


def _cell(term: Term | None) -> Value:
    """A cell for people: of an IRI of ours the name that the evidence below has."""
    if term is None:
        return None
    parts = term.value.split(LIST)
    keys = [key_of(part) for part in parts]
    if not any(keys):
        return _in_words(term.short()) if term.kind == "literal" else term.short()
    return LIST.join(key.split("/", 1)[1] if key else part for key, part in zip(keys, parts, strict=True))


def _in_words(value: Value) -> Value:
    """A text in which the names of concepts (`inPlace`) are the words that a case uses (`in place`)."""
    return CONCEPT.sub(lambda found: WORDS[found[0]], value) if isinstance(value, str) else value


def _remark(question: Question, given: dict[str, str], result: Result, knowledge: Knowledge) -> None:
    """Say what an empty answer means, and which defaults are of another case."""
    for param in strangers(question, given, knowledge):
        flag = f"--{param.name}"
        say(f"{param.default!r}, which {flag} is if left out, is not in this graph: give {flag}")
    if not len(result):
        say("nothing on record answers this; that is no proof that there was nothing")


def _show_evidence(result: Result, build: Build, documents: Path | None, known: str | None) -> None:
    keys = claims_in(result)
    for block in _blocks(keys[:SHOWN], build, documents, known):
        click.echo(f"\n{block}", nl=False)
    if len(keys) > SHOWN:
        say(f"{len(keys) - SHOWN} more claims stand behind this; `backchannel show claim/ID` shows each")


def _blocks(keys: list[Key], build: Build, documents: Path | None, known: str | None) -> Iterator[str]:
    """Each claim with what could be known of it then: later documents and ends of tenures are left out."""
    knowledge, texts = as_known(build.excerpt(keys), known), build.texts(documents)
    for key in keys:
        if key in knowledge.claims:
            yield evidence_text(evidence(knowledge, key, texts))
        else:
            yield tenure_text(knowledge, key, known)
