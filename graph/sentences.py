"""A text cut into sentences, each by its span, so that none can be passed over unnoticed.

The boundaries are those of `sentencex <https://github.com/wikimedia/sentencex>`_, the splitter that
Wikimedia keeps for its translations: rules and abbreviations language by language, offsets in code
points. (pySBD and syntok, the better known ones, rest since 2021 and 2022.) Three things are added
for newspaper pages: a line break always ends a sentence, since headings, captions and bullets bear
no full stop; a quotation of several sentences is cut into them; a German ordinal ('zum 1. Mal')
doesn't end one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from backchannel.graph.model import Span

__all__ = ["sentences"]

QUOTE_MARKS = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]')
LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
LEADING_QUOTES = re.compile(r"(?<=\s)[\"'(\u2018-\u201f\u00ab\u00bb\u2039\u203a\u2033]+$")
# An article or a preposition before 'NN.' announces an ordinal; without one ('Das war 2022.') it is the end.
ORDINAL = re.compile(
    r"\b(?:der|die|das|des|dem|den|im|am|zum|zur|vom|beim|ab|bis|seit|ihr\w*|sein\w*|jed\w+)\s+\d{1,3}\.\s*$",
    re.IGNORECASE,
)
TAIL = 40  # how far back the rules look: the time of a long line must not grow with its square


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of a text, in order, as spans of code points from 0.

    Every character that isn't blank lies in exactly one span, and no span begins or ends with a
    blank. ``language`` is a language tag; one that isn't known is cut by general rules.

    >>> text = "Ein Anruf\\n\\nSie sprachen zum 1. Mal seit Mai. „Gut so. Weiter“, sagte er."
    >>> [text[span.start : span.end] for span in sentences(text, "de")]
    ['Ein Anruf', 'Sie sprachen zum 1. Mal seit Mai.', '„Gut so.', 'Weiter“, sagte er.']
    >>> sentences(" \\n ")
    []
    """
    found = []
    for line in LINE.finditer(text):
        starts = [line.start() + start for start in boundaries(line.group(), language)]
        for start, end in zip(starts, [*starts[1:], line.end()], strict=True):
            found += list(trimmed(text, start, end))
    return found


def boundaries(line: str, language: str) -> list[int]:
    """Where the sentences of one line begin; the first at 0."""
    tag = language.split("-")[0].lower()
    # One code point for one, so that offsets stay. sentencex keeps a whole quotation together, one
    # whose closing mark is missing to the end of the line; and on some blanks (no-break space) it panics.
    plain = QUOTE_MARKS.sub(" ", "".join(" " if char.isspace() else char for char in line))
    starts = [0]
    for item in sentencex.get_sentence_boundaries(tag, plain):
        start = before_quotes(line, item["start_index"])
        if start > starts[-1] and not goes_on(line, item["start_index"], tag):
            starts.append(start)
    return starts


def before_quotes(line: str, start: int) -> int:
    """The beginning of a sentence moved before the marks that open it."""
    opening = LEADING_QUOTES.search(line[max(0, start - TAIL) : start])
    return start - len(opening.group()) if opening else start


def goes_on(line: str, start: int, tag: str) -> bool:
    """Whether a sentence goes on after all: behind an ordinal ('zum 1.'), a quotation ('"No!" he said')."""
    before = line[max(0, start - TAIL) : start]
    if line[start].islower() and QUOTE_MARKS.match(before.rstrip()[-1:]):
        return True
    return tag == "de" and ORDINAL.search(before) is not None


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without blanks at its ends, or nothing where it holds nothing else."""
    stretch = text[start:end]
    if stretch.strip():
        yield Span(start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip()))
