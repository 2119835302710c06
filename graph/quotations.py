"""From a quotation to the place where it stands: exact, else in another dress, else the nearest."""

from __future__ import annotations

import difflib
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backchannel.graph.model import Span

__all__ = ["Near", "exactly", "loosely", "nearest"]

QUOTES = dict.fromkeys("\"'`´«»‹›″′‘’‚‛“”„‟", "'")
DASHES = dict.fromkeys("-‐‑‒–—―−", "-")
SAME = QUOTES | DASHES | {"…": "...", "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": ""}
CLUSTER = re.compile(r"\s+|\S[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*")
WORD = re.compile(r"\w+")


def exactly(text: str, quotation: str) -> list[Span]:
    """Every place where a quotation stands letter for letter, overlapping ones too.

    >>> exactly("anana", "ana")
    [Span(start=0, end=3), Span(start=2, end=5)]
    """
    return [Span(at, at + len(quotation)) for at in occurrences(text, quotation)]


def loosely(text: str, quotation: str) -> list[Span]:
    """Every place where a quotation stands but for blanks, marks, dashes, case or composition.

    Runs of blanks are one blank, all quotation marks one mark, all dashes one dash; letters match by
    canonical caseless matching (Unicode, section 3.13, D145). The spans count in ``text`` as it is.

    >>> text = "He said: “We  won\\u2019t –\\nnot now.”"
    >>> [text[span.start : span.end] for span in loosely(text, 'we won\\'t - NOT now')]
    ['We  won’t –\\nnot now']
    """
    wanted = Folded.of(quotation.strip()).text
    folded = Folded.of(text)
    spans = (folded.span(at, at + len(wanted)) for at in occurrences(folded.text, wanted))
    return list(dict.fromkeys(span for span in spans if span is not None))


def occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text reduced to what counts, and for each of its characters the stretch it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Folded:
        parts: list[str] = []
        starts, ends = array("I"), array("I")  # four bytes a letter: texts may be of 64 MiB
        for cluster in CLUSTER.finditer(text):
            folded = fold(cluster.group())
            parts.append(folded)
            starts.extend([cluster.start()] * len(folded))
            ends.extend([cluster.end()] * len(folded))
        return cls("".join(parts), starts, ends)

    def span(self, start: int, end: int) -> Span | None:
        """The stretch of the original, or None where an end lies within a letter (half of 'ß')."""
        splits_first = start > 0 and self.starts[start - 1] == self.starts[start]
        splits_last = end < len(self.ends) and self.ends[end] == self.ends[end - 1]
        return None if splits_first or splits_last else Span(self.starts[start], self.ends[end - 1])


def fold(cluster: str) -> str:
    """A letter with its marks, or a run of blanks, in the form that is compared."""
    if cluster.isspace():
        return " "
    plain = "".join(SAME.get(char, char) for char in cluster)
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", plain).casefold())


@dataclass(frozen=True, slots=True)
class Near:
    """The passage most like a quotation: ``score`` from 0 to 1 is the share of words in common (that
    of :class:`difflib.SequenceMatcher`), ``differences`` pairs (in the quotation, in the text)."""

    span: Span
    score: float
    differences: tuple[tuple[str, str], ...]


def nearest(text: str, quotation: str) -> Near | None:
    """The passage that shares most words with a quotation, or None where it shares none.

    >>> near = nearest("On Monday they spoke twice by telephone.", "they spoke once by telephone")
    >>> near.span, near.differences
    (Span(start=10, end=39), (('once', 'twice'),))
    """
    given = [word.group() for word in WORD.finditer(quotation)]
    stands = list(WORD.finditer(text))
    wanted = [fold(word) for word in given]
    words = [fold(word.group()) for word in stands]
    window = best_window(words, wanted)
    if window is None:
        return None
    cut = trimmed(wanted, words, window)
    matcher = difflib.SequenceMatcher(None, wanted, words[cut.start : cut.end], autojunk=False)
    differences = tuple(
        (" ".join(given[a:b]), " ".join(word.group() for word in stands[cut.start + c : cut.start + d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
    return Near(Span(stands[cut.start].start(), stands[cut.end - 1].end()), matcher.ratio(), differences)


def best_window(words: Sequence[str], wanted: Sequence[str]) -> Span | None:
    """The stretch of as many words as are wanted, and a few more, that shares most with them."""
    width = len(wanted) + len(wanted) // 4
    need = Counter(wanted)
    have: Counter[str] = Counter()
    shared, best, at = 0, 0, 0
    for index, word in enumerate(words):
        have[word] += 1
        shared += have[word] <= need[word]
        if index >= width:
            old = words[index - width]
            shared -= have[old] <= need[old]
            have[old] -= 1
        if shared > best:
            best, at = shared, index + 1
    return Span(max(0, at - width), at) if best else None


def trimmed(wanted: Sequence[str], words: Sequence[str], window: Span) -> Span:
    """The window without what lies before and after the words that answer to those wanted.

    Words of the quotation before the first shared one may stand for as many of the text.
    """
    here = words[window.start : window.end]
    matcher = difflib.SequenceMatcher(None, wanted, here, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(here), blocks[-1].b + len(wanted) - blocks[-1].a)
    return Span(window.start + first, window.start + last)
