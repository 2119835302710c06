"""The page's data read back out of its blocks, as exports/page_data.py and the drawings had made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any

from backchannel.exports.columns import unpacked
from backchannel.exports.page_blocks import (
    BEND,
    CLAIM_CODES,
    CODES,
    FACETS,
    LATER_CODES,
    LATER_LISTS,
    PLACE,
    STAMPS,
)
from backchannel.graph.projection import NETWORK_LEVELS

__all__ = ["blocks_of", "page_of", "read_back"]

Row = dict[str, Any]
Block = tuple[dict[str, list[int]], Any]


def page_of(text: str) -> Row:
    """The data of a page's text; see :func:`read_back`."""
    return read_back(blocks_of(text))


def blocks_of(text: str) -> dict[str, str]:
    """The blocks of a page by name, as they stand in its script elements."""
    return dict(re.findall(r'<script type="text/plain" id="data-([a-z0-9-]+)">([^<]*)</script>', text))


def read_back(packed: dict[str, str]) -> Row:
    """Everything that was packed: the page's data, its ``nodes`` (but for their labels) and its ``edges``."""
    blocks = {name: unpacked(text) for name, text in packed.items()}
    meta = blocks["start"][1]
    names = ("language", "level", "build", "hues", "headings")
    contacts = read_contacts(blocks)
    return {
        **{name: meta[name] for name in names},
        **blocks["names"][1],
        "groupings": read_groupings(*blocks["groupings"], blocks["names"][1]["groupings"]),
        "contacts": contacts,
        "claims": read_claims(blocks),
        "nodes": read_nodes(*blocks["start"]),
        "edges": read_edges(*blocks["start"], contacts),
    }


def rows(columns: dict[str, list[int]], name: str) -> Iterator[list[int]]:
    """The rows of a list column."""
    ends = list(accumulate(columns[f"{name}.n"], initial=0))
    return (columns[name][a:b] for a, b in pairwise(ends))


def read_contacts(blocks: dict[str, Block]) -> list[Row]:
    (first, meta), (later, rest) = blocks["start"], blocks["contacts"]
    claims = blocks["claims"][1]["keys"]
    fields: dict[str, list[Any]] = {name: [meta["stamps"][at] for at in first[name]] for name in STAMPS}
    for name in CODES:
        fields[name] = [meta["tables"][name][at] for at in first[name]]
    for name in LATER_CODES:
        fields[name] = [rest["tables"][name][at] for at in later[name]]
    tables = {**{name: rest["tables"][name] for name in (*LATER_LISTS, "parties")}, "claims": claims}
    for name, table in tables.items():
        fields[name] = [[table[at] for at in row] for row in rows(later, name)]
    facets = zip(*(rows(later, f"facets.{name}") for name in FACETS), strict=True)
    fields["facets"] = [dict(zip(FACETS, row, strict=True)) for row in facets]
    versions = iter(dict(zip(fields, row, strict=True)) for row in zip(*fields.values(), strict=True))
    return [
        {"key": key, "iri": meta["ids"] + key, "versions": [next(versions) for _ in range(count)]}
        for key, count in zip(rest["keys"], first["versions"], strict=True)
    ]


def read_nodes(columns: dict[str, list[int]], meta: Row) -> list[Row]:
    levels = [NETWORK_LEVELS[at] for at in columns["node.level"]]
    sides = [meta["sides"][at] for at in columns["node.side"]]
    places = zip(meta["nodes"], levels, columns["node.x"], columns["node.y"], sides, strict=True)
    return [
        {"id": f"{level} {key}", "level": level, "key": key, "x": x, "y": y, "side": side}
        for key, level, x, y, side in places
    ]


def read_edges(columns: dict[str, list[int]], meta: Row, contacts: list[Row]) -> list[Row]:
    ids = [node["id"] for node in read_nodes(columns, meta)]
    owners = [(at, number) for at, one in enumerate(contacts) for number in range(len(one["versions"]))]
    found = []
    for level in NETWORK_LEVELS:
        lines = zip(*(columns[f"{level}.{name}"] for name in ("from", "to", "way", "bend")), strict=True)
        for (contact, number), count in zip(owners, columns[f"{level}.n"], strict=True):
            for place in range(count):
                a, b, way, bend = next(lines)
                name = f"{level} {contacts[contact]['key']} {number} {place}"
                ends = {"from": ids[a], "to": ids[b], "way": way, "bend": bend / BEND}
                found.append({"id": name, "level": level, "contact": contact, "version": number, **ends})
    return found


def read_groupings(columns: dict[str, list[int]], rest: Row, ways: dict[str, list[str]]) -> Row:
    return {
        level: {name: read_way(f"{level}.{name}", columns, rest) for name in ways[level]} for level in ways
    }


def read_way(name: str, columns: dict[str, list[int]], rest: Row) -> Row:
    places = zip(*(columns[f"{name}.{of}"] for of in PLACE), strict=True)
    return {
        "nodes": [value for place in places for value in place],
        "bends": [bend / BEND for bend in columns[f"{name}.bend"]],
        "heads": rest["heads"][name],
    }


def read_claims(blocks: dict[str, Block]) -> dict[str, Row]:
    columns, rest = blocks["claims"]
    meta = blocks["start"][1]
    parts = sorted((int(name[6:]), name) for name in blocks if name.startswith("texts-"))
    parties = blocks["contacts"][1]["tables"]["parties"]
    texts = [
        row for _, name in parts for row in read_texts(blocks[name], rest["tables"]["document"], parties)
    ]
    found = {}
    for at, (key, text) in enumerate(zip(rest["keys"], texts, strict=True)):
        known = {name: meta["stamps"][columns[name][at]] for name in ("known", "withdrawn")}
        codes = {name: rest["tables"][name][columns[name][at]] for name in CLAIM_CODES}
        found[key] = {**known, **codes, **text, "iri": meta["ids"] + key}
    return found


def read_texts(block: Block, documents: list[Row], parties: list[Row]) -> Iterator[Row]:
    columns, fields = block
    chain, says = fields.pop("chain"), fields.pop("says")
    common = [*parties, *says.pop("parties")]
    steps = [
        {**documents[at], **{name: values[place] for name, values in chain.items()}}
        for place, at in enumerate(columns["chain.document"])
    ]
    chains = rows({"chain": list(range(len(steps))), "chain.n": columns["chain.n"]}, "chain")
    for at, (own, named) in enumerate(zip(chains, rows(columns, "says.parties"), strict=True)):
        said = {name: values[at] for name, values in says.items() if values[at] is not None}
        said |= {"parties": [common[place] for place in named]} if named else {}
        one = {name: values[at] for name, values in fields.items()}
        yield {**one, "chain": [steps[place] for place in own], "says": said}
