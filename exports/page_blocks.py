"""The page's data in blocks, in the order in which they are needed: nothing is decoded before somebody asks.

``start`` is what drawing and filtering by time need, ``names`` who is who, ``contacts`` the rest of each
contact, ``claims`` what is asked of all claims at once, ``groupings`` the nodes in other groups than states,
and ``texts-N`` the evidence of some claims each. Dates are places in the sorted table of all stamps, so that
they compare as the stamps do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from backchannel.exports.columns import coded, listed, packed
from backchannel.exports.groupings import SIDES
from backchannel.graph.projection import NETWORK_LEVELS
from backchannel.ontology.prefixes import ID_NS

__all__ = ["CHUNK", "blocks"]

Row = dict[str, Any]

CHUNK = 400  # claims a block of texts: some milliseconds to decode
STAMPS = ("since", "until", "earliest", "latest")
CODES = ("outcome", "status")
LATER_CODES = ("disputed", "mode", "public", "times", "when", "inferred")
LATER_LISTS = ("outcomes", "channels", "states", "voices")
FACETS = ("rank", "stance", "reliability", "documents")
PLACE = ("x", "y", "side")
BEND = 10_000  # a bend is written in ten thousandths, as it is rounded
CLAIM_CODES = ("kind", "about", "by", "office", "stance", "language", "unnamed", "reliability", "date")
DOCUMENT = ("document", "title", "publisher", "known", "language", "url")


def blocks(data: Mapping[str, Any], nodes: Sequence[Row], edges: Sequence[Row]) -> dict[str, str]:
    """Each block by its name, as :func:`~backchannel.exports.columns.packed` writes it.

    ``data`` is that of :func:`~backchannel.exports.page_data.page_data` with what names the build, ``nodes``
    and ``edges`` those of the drawings.
    """
    stamps = sorted(set(all_stamps(data)))
    places = {stamp: at for at, stamp in enumerate(stamps)}
    rows = [version for contact in data["contacts"] for version in contact["versions"]]
    parties = coded(party for row in rows for party in row["parties"])[1]
    return {
        "start": start(data, nodes, edges, stamps),
        "names": packed({}, {name: data[name] for name in NAMES} | {"groupings": ways(data)}),
        "contacts": contacts(data, rows, parties),
        "claims": claims(data, places),
        "groupings": groupings(data),
        **texts(data, parties),
    }


NAMES = ("entities", "channels", "tenures", "silences", "facets")


def all_stamps(data: Mapping[str, Any]) -> Iterator[str]:
    for contact in data["contacts"]:
        for version in contact["versions"]:
            yield from (version[name] for name in STAMPS)
    for claim in data["claims"].values():
        yield from (claim["known"], claim["withdrawn"])


# --- what drawing and filtering need -----------------------------------------------------------


def start(data: Mapping[str, Any], nodes: Sequence[Row], edges: Sequence[Row], stamps: Sequence[str]) -> str:
    places = {stamp: at for at, stamp in enumerate(stamps)}
    rows = [version for contact in data["contacts"] for version in contact["versions"]]
    columns = {name: [places[row[name]] for row in rows] for name in STAMPS}
    columns["versions"] = [len(contact["versions"]) for contact in data["contacts"]]
    tables = {name: coded(row[name] for row in rows) for name in CODES}
    columns |= {name: at for name, (at, _) in tables.items()}
    drawn, sides = node_columns(data, nodes)
    meta = {name: data[name] for name in ("language", "level", "build", "hues", "headings")}
    rest = {
        **meta,
        "ids": ID_NS,
        "stamps": stamps,
        "tables": {name: table for name, (_, table) in tables.items()},
        "sides": sides,
        "nodes": [node["key"] for node in nodes],
        "texts": -(-len(data["claims"]) // CHUNK),
        "chunk": CHUNK,
    }
    return packed({**columns, **drawn, **line_columns(data, nodes, edges)}, rest)


def node_columns(data: Mapping[str, Any], nodes: Sequence[Row]) -> tuple[dict[str, list[int]], list[str]]:
    """Where the nodes stand, of which level they are and of which state (its place among the hues, or -1)."""
    hues = {key: at for at, key in enumerate(data["hues"])}
    sides, table = coded(node["side"] for node in nodes)
    states = [data["entities"].get(node["key"], {}).get("state") for node in nodes]
    return {
        "node.level": [NETWORK_LEVELS.index(node["level"]) for node in nodes],
        "node.x": [node["x"] for node in nodes],
        "node.y": [node["y"] for node in nodes],
        "node.side": sides,
        "node.hue": [hues.get(state, -1) for state in states],
    }, table


def line_columns(data: Mapping[str, Any], nodes: Sequence[Row], edges: Sequence[Row]) -> dict[str, list[int]]:
    """For each level how many lines each version has, and their ends, ways and bends in that order."""
    firsts: list[int] = []
    total = 0
    for contact in data["contacts"]:
        firsts.append(total)
        total += len(contact["versions"])
    places = {node["id"]: at for at, node in enumerate(nodes)}
    found: dict[str, list[int]] = {}
    for level in NETWORK_LEVELS:
        own = [edge for edge in edges if edge["level"] == level]
        found |= level_columns(own, level, firsts, places, total)
    return found


def level_columns(
    own: Sequence[Row], level: str, firsts: Sequence[int], places: Mapping[str, int], total: int
) -> dict[str, list[int]]:
    """The lines of a level, which must come version by version."""
    counts = [0] * total
    versions = [firsts[edge["contact"]] + edge["version"] for edge in own]
    if versions != sorted(versions):
        raise ValueError(f"the lines of level {level}: expected them in the order of the contacts' versions")
    for version, group in groupby(versions):
        counts[version] = len(list(group))
    return {
        f"{level}.n": counts,
        f"{level}.from": [places[edge["from"]] for edge in own],
        f"{level}.to": [places[edge["to"]] for edge in own],
        f"{level}.way": [edge["way"] for edge in own],
        f"{level}.bend": [round(edge["bend"] * BEND) for edge in own],
    }


# --- the other groupings ------------------------------------------------------------------------


def ways(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """For each level the groupings that there are beside that by state."""
    return {level: list(found) for level, found in data["groupings"].items()}


def groupings(data: Mapping[str, Any]) -> str:
    """Where the nodes of a level stand and how its lines bend, in their order; and the headings."""
    columns: dict[str, list[int]] = {}
    heads = {}
    for level, found in data["groupings"].items():
        for name, way in found.items():
            one = f"{level}.{name}"
            columns |= {f"{one}.{of}": way["nodes"][at::3] for at, of in enumerate(PLACE)}
            columns[f"{one}.bend"] = [round(bend * BEND) for bend in way["bends"]]
            heads[one] = way["heads"]
    return packed(columns, {"heads": heads, "sides": SIDES})


# --- the rest of each contact ------------------------------------------------------------------


def contacts(data: Mapping[str, Any], rows: Sequence[Row], parties: Sequence[Row]) -> str:
    columns: dict[str, list[int]] = {}
    tables: dict[str, list[Any]] = {}
    for name in LATER_CODES:
        columns[name], tables[name] = coded(row[name] for row in rows)
    for name in LATER_LISTS:
        more, tables[name] = listed(name, [row[name] for row in rows])
        columns |= more
    more, tables["parties"] = listed("parties", [row["parties"] for row in rows], parties)
    columns |= more
    keys = {key: at for at, key in enumerate(data["claims"])}
    columns |= numbers("claims", [[keys[key] for key in row["claims"]] for row in rows])
    for name in FACETS:
        columns |= numbers(f"facets.{name}", [row["facets"][name] for row in rows])
    return packed(columns, {"keys": [contact["key"] for contact in data["contacts"]], "tables": tables})


def numbers(name: str, rows: Sequence[Sequence[int]]) -> dict[str, list[int]]:
    """Rows of numbers as two columns: how long each is, and all of them."""
    return {f"{name}.n": [len(row) for row in rows], name: [one for row in rows for one in row]}


# --- claims ------------------------------------------------------------------------------------


def claims(data: Mapping[str, Any], places: Mapping[str, int]) -> str:
    """What is asked of all claims at once; the documents they stand in, each once."""
    rows = list(data["claims"].values())
    columns = {name: [places[row[name]] for row in rows] for name in ("known", "withdrawn")}
    tables: dict[str, list[Any]] = {}
    for name in CLAIM_CODES:
        columns[name], tables[name] = coded(row[name] for row in rows)
    tables["document"] = documents(rows)
    return packed(columns, {"keys": list(data["claims"]), "tables": tables})


def documents(rows: Sequence[Row]) -> list[Row]:
    """What the steps of all chains say of documents, each once."""
    return coded(document_of(step) for row in rows for step in row["chain"])[1]


def document_of(step: Row) -> Row:
    return {name: step[name] for name in DOCUMENT}


def texts(data: Mapping[str, Any], parties: Sequence[Row]) -> dict[str, str]:
    """The evidence in blocks of so many claims: for each field a list; no IRI, which is made of the key."""
    rows = list(data["claims"].values())
    table = documents(rows)
    gone = {*CLAIM_CODES, "known", "withdrawn", "iri", "chain", "says"}
    found = {}
    for number, begin in enumerate(range(0, len(rows), CHUNK)):
        part = rows[begin : begin + CHUNK]
        fields = {name: [row[name] for row in part] for name in part[0] if name not in gone}
        columns, chain = chain_columns(part, table)
        said, says = say_columns(part, parties)
        found[f"texts-{number}"] = packed({**columns, **said}, {**fields, "chain": chain, "says": says})
    return found


def chain_columns(part: Sequence[Row], table: Sequence[Row]) -> tuple[dict[str, list[int]], Row]:
    """All steps of the chains, their documents as places in the table of the claims."""
    steps = [step for row in part for step in row["chain"]]
    at, whole = coded((document_of(step) for step in steps), table)
    if len(whole) > len(table):
        raise ValueError("the documents of a chain: expected all of them in the table of the claims")
    own = [name for name in (steps[0] if steps else ()) if name not in DOCUMENT]
    columns = {"chain.n": [len(row["chain"]) for row in part], "chain.document": at}
    return columns, {name: [step[name] for step in steps] for name in own}


def say_columns(part: Sequence[Row], parties: Sequence[Row]) -> tuple[dict[str, list[int]], Row]:
    """What the claims say: the parties as places in the table of the contacts, the rest by field as said."""
    more, table = listed("says.parties", [row["says"].get("parties", []) for row in part], parties)
    plain = [{name: value for name, value in row["says"].items() if name != "parties"} for row in part]
    fields = sorted({name for row in plain for name in row})
    says = {name: [row.get(name) for row in plain] for name in fields}
    return more, {**says, "parties": table[len(parties) :]}
