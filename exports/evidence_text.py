"""Evidence as plain text, for a terminal."""

from __future__ import annotations

import textwrap

from backchannel.exports.tables import printable
from backchannel.graph.evidence import Evidence, Step

__all__ = ["evidence_text"]


def evidence_text(one: Evidence, width: int = 100) -> str:
    """A claim with its voice, its chain, its place and its words, as an indented block."""
    lines = [f"[{one.claim.split('/', 1)[1]}] {_voice(one)}"]
    lines.append(f"  {one.paraphrase}")
    lines.append(f"  when: {one.when}{_inferred(one.inferred)}")
    for step in one.chain:
        if step.document is None and not step.said:
            continue  # that the voice itself said it stands in the first line
        lines.append(f"  {_step(step)}")
        if step.quotation:
            lines.append(f"    “{' '.join(step.quotation.split())}”")
    lines += [f"  {label}: {value}" for label, value in _notes(one) if value]
    return "\n".join(_wrap(line, width) for line in lines) + "\n"


def _voice(one: Evidence) -> str:
    return f"{one.said_by}{' (unnamed)' if one.unnamed else ''} {one.stance}"


def _inferred(reason: str) -> str:
    return f" (inferred by the coder: {reason})" if reason else ""


def _step(step: Step) -> str:
    if step.document is None:
        return f"first said by the voice itself{f', {step.said}' if step.said else ''}"
    place = f", characters {', '.join(step.places)}" if step.places else ""
    said = f", said {step.said}" if step.said else ""
    publisher = f" ({step.publisher})" if step.publisher else ""
    return f"{step.relay}: {step.title}{publisher}{place}{said}"


def _notes(one: Evidence) -> list[tuple[str, str]]:
    return [
        ("hedged", one.hedge),
        ("known from", one.known),
        ("withdrawn", one.withdrawn),
        ("reliability", one.reliability),
        ("identified by the coder", one.identified),
        ("note", one.note),
    ]


def _wrap(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        printable(line.strip()),
        width,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
    )
