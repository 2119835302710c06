"""Small cases written to a folder: a good one to start from, and what a test puts in its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from backchannel.graph.case import Reading, read
from backchannel.graph.model import Claim

__all__ = [
    "CASE",
    "DOCUMENT",
    "GOOD",
    "ROSTER",
    "Files",
    "claim_of",
    "good_case",
    "one_claim",
    "read_with",
    "write",
]

Files = Mapping[str, str | bytes]

CASE = """\
title: The quiet line
recorded: 2024-06-01
"""

ROSTER = """\
states:
  - name: {en: Freedonia, de: Freedonien, ru: Фридония}
    id: fd
    also: {en: [Fredville]}
  - {name: Sylvania, id: sy, also: [Sylvan City]}
organisations:
  - {name: Ministry of the Moat, state: Freedonia, kind: ministry}
  - {name: The Harbour Gazette, kind: newspaper}
offices:
  - {name: Freedonian Minister of the Moat, organisation: Ministry of the Moat, rank: minister}
  - {name: Sylvanian Minister of Bridges, state: Sylvania, rank: minister}
  - {name: Sylvanian Adviser, state: Sylvania, rank: adviser}
persons:
  - name: {en: Rufus Firefly, de: Rufus Feuerfliege, ru-Latn: Rufus Fajerflaj}
    misprints: {de: [Rufus Feuerfliger]}
    same_as: [wikidata:Q1]
  - name: John Sullivan
  - name: Jake Sullivan
  - name: Ada Trentino
tenures:
  - {person: Rufus Firefly, office: Freedonian Minister of the Moat, held: 2020-03-01/.., source: records}
  - {person: Ada Trentino, office: Sylvanian Minister of Bridges, held: 2019-05/2024-05-20}
parties:
  - {name: a moat spokeswoman, kind: unnamed voice, organisation: Ministry of the Moat, rank: working}
"""

CHANNELS = """\
channels:
  - {name: the moat phone, kind: hotline, between: [Freedonia, Sylvania]}
"""

DOCUMENT = """\
document:
  id: gazette-1
  title: Report on the moat
  publisher: The Harbour Gazette
  language: en
  published: 2024-05-04
  sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
  length: 900
"""

GOOD: Files = {
    "case.yaml": CASE,
    "roster/roster.yaml": ROSTER,
    "channels/channels.yaml": CHANNELS,
    "dossiers/gazette-1.yaml": DOCUMENT
    + """\
names:
  - {printed: Sullivan, means: [John Sullivan, Jake Sullivan], at: 10-18}
claims:
  - id: moat-call
    from: Rufus Firefly
    to: Ada Trentino
    how: call
    channel: the moat phone
    when: 2024-04-30
    outcome: refused
    said: {by: a moat spokeswoman, on: {date: 2024-05-01, wording: on Wednesday}}
    at: [0-80, 100-120]
    says: Firefly rang and was turned away.
    reliability: B2
  - kind: silence
    between: [Freedonia, Sylvania]
    scope: calls
    during: 2024-05-01/..
    says: The two have not telephoned since.
not_coded:
  - {at: 880-900, because: the byline}
""",
}


def one_claim(*lines: str) -> dict[str, str | bytes]:
    """A second dossier, dossiers/x.yaml, with one claim: its first field stands on line 4."""
    head = "document: {id: x, title: Another report, published: 2024-05-05, length: 500}\n# claims\nclaims:\n"
    fields = "".join(f"{'  - ' if number == 0 else '    '}{line}\n" for number, line in enumerate(lines))
    return {"dossiers/x.yaml": head + fields}


def write(folder: Path, files: Files) -> Path:
    """Write files into a folder; a text of bytes as it is."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def good_case(folder: Path, changes: Files | None = None) -> Path:
    """The good case with some of its files replaced and others added."""
    return write(folder, {**GOOD, **(changes or {})})


def read_with(folder: Path, changes: Files | None = None) -> Reading:
    """Read the good case with changes."""
    return read(good_case(folder, changes))


def claim_of(reading: Reading, last: str) -> Claim:
    """The claim with this id."""
    return reading.knowledge.claims[f"claim/{last}"]
