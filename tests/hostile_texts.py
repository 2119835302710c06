"""Texts that try to become more than text, drawn from a seed; a case with one of its own in every field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Any

from page_case import everywhere, page_case

from backchannel.graph.model import Knowledge

__all__ = ["CANARY", "hostile_case", "hostile_text"]

# Whatever runs, leaves this behind.
CANARY = "window.pwned=1"

ATOMS = (
    f"<script>{CANARY}</script>",
    f"</script><script>{CANARY}</script>",
    f"</ScRiPt ><sCript/x>{CANARY}</scRipt\t>",
    f'<img src=x onerror="{CANARY}">',
    f"<svg/onload={CANARY}>",
    f"<svg><animate onbegin={CANARY} attributeName=x></svg>",
    f"<iframe srcdoc=\"<script>parent.{CANARY}</script>\"></iframe>",
    f"'\"><details open ontoggle={CANARY}>",
    f"\" autofocus onfocus=\"{CANARY}\" x=\"",
    f"javascript:{CANARY}",
    f"JaVaScRiPt:{CANARY}//",
    f"java\tscript:{CANARY}",
    f"data:text/html,<script>{CANARY}</script>",
    "https://example.org/\"onclick=\"window.pwned=1",
    f"<a href='javascript:{CANARY}'>x</a>",
    f"<style>*{{background:url(javascript:{CANARY})}}</style>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    f"<math><mtext><script>{CANARY}</script></mtext></math>",
    f"<template><script>{CANARY}</script></template>",
    "</title><textarea></style>--><!--<script>",
    "<!--", "-->", "]]>", "<![CDATA[", "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY e 'x'>]>&e;",
    f"{{{{ constructor.constructor('{CANARY}')() }}}}",
    f"${{{CANARY}}}", f"`${{{CANARY}}}`", "{% raw %}", "{{ 7 * 7 }}", "#{7*7}",
    "&lt;script&gt;", "&#60;script&#62;", "\\u003cscript\\u003e", "\\x3cscript\\x3e", "%3Cscript%3E",
    "\u202eevil\u202c", "\u2066\u05d0\u05d1\u2069", "\u200b\ufeff", "\u2028\u2029", "\x00", "\x07\x1b[31m",
    "\x7f", "\ud800", "\udc00x", "\U0001f4a3", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "a\u0301" * 40,
    "\uffff", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then",
    "=1+1", "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1",
    '"', "'", "\\", "\\\"", "\r\n", "|", "> } <", '"""', ";", "#", "\\u0022",
    "undefined", "null", "[object Object]", "NaN", "../../etc/passwd", "%00", "%%%", "x" * 10_000,
)  # fmt: skip
KEYS = "abc<>\"&'#%{}`=;: ~.-_\u202e\u05d0\U0001f4a3"


def hostile_text(rng: Random) -> str:
    """One to three of the atoms with common letters around them, sometimes turned round or in capitals."""
    parts = [rng.choice(ATOMS) for _ in range(rng.choice([1, 1, 2, 3]))]
    text = rng.choice(["", "", " ", "x", "1"]).join(parts)
    if rng.random() < 0.1:
        text = text.upper() if rng.random() < 0.5 else text[::-1]
    return rng.choice(["", "", "", "Ann ", "=", "\n"]) + text


def hostile_case(rng: Random) -> tuple[Knowledge, list[str]]:
    """The page's case with another hostile text in every field that people write, keys too; and the texts."""
    made: list[str] = []

    def change(text: str) -> str:
        made.append(hostile_text(rng))
        return made[-1]

    case = page_case()
    parts = ("entities", "channels", "tenures", "documents", "mentions", "claims")
    changed = {part: everywhere(getattr(case, part), change) for part in parts}
    documents = {
        key: replace(one, url=rng.choice([change(""), f"https://example.org/{change('')}"]))
        for key, one in changed["documents"].items()
    }
    poisoned = replace(case, title=change(""), **{**changed, "documents": documents})
    names = {
        key: f"{key.split('/')[0]}/{hostile_key(rng, at)}" for at, key in enumerate(sorted(keys_of(case)))
    }
    made += names.values()
    return rekeyed(poisoned, names), made


def hostile_key(rng: Random, at: int) -> str:
    """A key that no two share and that holds no slash, which parts the kind from the name."""
    return "".join(rng.choice(KEYS) for _ in range(rng.randint(3, 12))) + f"__proto__{at}"


def keys_of(case: Knowledge) -> set[str]:
    hubs = {claim.about for claim in case.claims.values() if claim.about}
    return {*case.entities, *case.channels, *case.documents, *case.claims, *hubs}


def rekeyed(thing: Any, names: dict[str, str]) -> Any:
    """A copy in which each key, wherever it stands, has its new name."""
    if isinstance(thing, str):
        return names.get(thing, thing)
    if isinstance(thing, tuple):
        return tuple(rekeyed(one, names) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{one.name: rekeyed(getattr(thing, one.name), names) for one in fields(thing)})
    if hasattr(thing, "items"):
        return dict(sorted((names.get(key, key), rekeyed(one, names)) for key, one in thing.items()))
    return thing
