"""`backchannel locate`: from a quotation to offsets and a hash, so that no quotation need be kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from backchannel.commands.common import documents_option, say
from backchannel.exports.tables import printable
from backchannel.graph import case
from backchannel.graph.errors import BackchannelError, UnknownNameError
from backchannel.graph.model import Span
from backchannel.graph.nearest import nearest as nearest_word
from backchannel.graph.quotations import Near, exactly, loosely, nearest
from backchannel.graph.texts import Text, Texts, read_text

__all__ = ["command"]

LONGER = "give a longer passage, or choose the place that is meant"


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text; ``document`` is its id in the case, if it is one of the case's."""

    text: Text
    document: str | None
    span: Span


@click.command()
@click.argument("quotation")
@documents_option
@click.option("--document", "wanted", metavar="ID|FILE", help="Look only in this document, or in this file.")
@click.option(
    "--case",
    "folder",
    metavar="CASE",
    type=click.Path(path_type=Path, file_okay=False),
    help="The case whose documents are meant. Default: the seed case.",
)
def command(quotation: str, documents: Path | None, wanted: str | None, folder: Path | None) -> None:
    """Find where a quotation stands: print its offsets, the text's SHA-256 and length, as YAML.

    QUOTATION is a passage of a text at hand (in --documents, or the file named by --document); '-'
    reads it from standard input. Where it doesn't stand letter for letter, blanks, quotation marks,
    dashes and letter case are passed over. Found in several places: all are listed, and the exit
    code is 1. Not found: the nearest passage is shown with what differs, and the exit code is 1.

    \b
    Examples:
      backchannel locate --case my-case "spoke by telephone on Thursday"
      backchannel locate --document article.txt "spoke by telephone"
      pbpaste | backchannel locate --documents ~/articles -
    """
    sought = (sys.stdin.read() if quotation == "-" else quotation).strip()
    if not sought:
        raise click.UsageError("the quotation is empty: give a passage of the text")
    folder = folder or case.seed_folder()
    texts, ids = at_hand(folder, documents, wanted)
    found = places(texts, ids, sought)
    if not found:
        say(not_found(texts, sought))
    elif len(found) > 1:
        several = len({one.text.sha256 for one in found}) > 1
        advice = "name one of the documents by --document" if several else LONGER
        say(f"found in {len(found)} places: {advice}")
    click.echo("---\n".join(as_yaml(one) for one in found), nl=False)
    click.get_current_context().exit(0 if len(found) == 1 else 1)


def at_hand(folder: Path, documents: Path | None, wanted: str | None) -> tuple[list[Text], dict[str, str]]:
    """The texts to look in, and the ids of the case's documents by hash. Raises where there are none."""
    if wanted is not None and Path(wanted).is_file():
        text = read_text(Path(wanted))
        if text is None:
            raise BackchannelError(f"can't read {wanted}: expected text in UTF-8 of at most 64 MiB")
        return [text], ids_of(folder)
    where = documents or folder / "documents"
    ids = ids_of(folder)
    hashes = None if wanted is None else {hash_of(ids, wanted)}
    texts = [text for text in Texts(where).all() if hashes is None or text.sha256 in hashes]
    if not texts:
        what = "no text" if wanted is None else f"no text of {wanted!r}"
        raise BackchannelError(f"{what} in {where}: name the folder by --documents, or a file by --document")
    return texts, ids


def ids_of(folder: Path) -> dict[str, str]:
    """The ids of a case's documents by the hash of their texts."""
    documents = case.read(folder).knowledge.documents.values()
    return {one.sha256: one.key.split("/", 1)[1] for one in documents if one.sha256}


def hash_of(ids: dict[str, str], wanted: str) -> str:
    for sha256, name in ids.items():
        if name == wanted.removeprefix("document/"):
            return sha256
    hint = nearest_word(wanted, ids.values()) or f"there are {', '.join(sorted(ids.values()))}"
    raise UnknownNameError(f"{wanted!r} is neither a file nor a document with a hash in the case; {hint}")


def places(texts: Iterable[Text], ids: dict[str, str], sought: str) -> list[Found]:
    """Where the quotation stands: letter for letter, or else in another dress."""
    ways: tuple[Callable[[str, str], list[Span]], ...] = (exactly, loosely)
    for way in ways:
        found = [Found(text, ids.get(text.sha256), span) for text in texts for span in way(text.text, sought)]
        if found:
            return found
    return []


def as_yaml(found: Found) -> str:
    """What a dossier needs, ready to paste."""
    name = "none of the case's" if found.document is None else found.document
    lines = [
        f"# document: {name}",
        f"# file: {printable(str(found.text.path))}",
        f"sha256: {found.text.sha256}",
        f"length: {len(found.text.text)}",
        f"at: {found.span.start}-{found.span.end}",
    ]
    return "\n".join(lines).replace("\r", "") + "\n"


def not_found(texts: Iterable[Text], sought: str) -> str:
    """The nearest passage of all texts, and how it differs."""
    best: tuple[Near, Text] | None = None
    for text in texts:
        near = nearest(text.text, sought)
        if near is not None and (best is None or near.score > best[0].score):
            best = (near, text)
    if best is None:
        return "not found, nor anything like it: is it the right document?"
    near, text = best
    lines = [
        f"not found; the nearest passage stands in {text.path} at {near.span.start}-{near.span.end}:",
        f"  {' '.join(text.text[near.span.start : near.span.end].split())}",
        *(f"  you have {shown(given)}, the text has {shown(stands)}" for given, stands in near.differences),
    ]
    return printable("\n".join(lines))


def shown(words: str) -> str:
    return f"'{words}'" if words else "nothing"
