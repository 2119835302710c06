"""YAML is read as typed, with the line of everything, and what a case doesn't need is refused."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backchannel.graph.records.text import MAX_BYTES, Fault, decode
from backchannel.graph.records.yamltext import MAX_DEPTH, Items, Node, Table, Text, parse

AS_TYPED = [
    "no",
    "Yes",
    "0123",
    "12:30",
    "2004",
    "2015~",
    "~",
    "null",
    "1e3",
    ".5",
    "0x1F",
    "2022-03-24",
    "=",
    "<<",
]


def plain(node: Node | None) -> Any:
    """A tree without its lines."""
    if isinstance(node, Table):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Items):
        return [plain(value) for value in node.values]
    return node.value if node else None


def scalars(node: Node | None) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    inner = (
        node.values.values() if isinstance(node, Table) else node.values if isinstance(node, Items) else ()
    )
    return [found for one in inner for found in scalars(one)]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    """Nothing is taken for a boolean, an octal number, minutes, a date or nothing."""
    assert plain(parse(f"a: {typed}\nb: [{typed}]\n{typed}: c\n")) == {"a": typed, "b": [typed], typed: "c"}
    assert len(AS_TYPED) == 14


def test_every_node_and_key_knows_its_line() -> None:
    """Lines count from 1, also in flow collections, after comments, and of texts over many lines."""
    tree = parse("# a comment\na: 1\nb:\n  - c: >\n      two\n      lines\n    d: [x,\n      y]\n")
    assert isinstance(tree, Table)
    assert tree.lines == {"a": 2, "b": 3}
    assert [(one.value, one.line) for one in scalars(tree)] == [
        ("1", 2),
        ("two lines\n", 4),
        ("x", 7),
        ("y", 8),
    ]


def test_an_empty_text_has_no_tree() -> None:
    """Nothing, and nothing but comments."""
    assert [parse(text) for text in ("", "\n\n", "# only a comment\n")] == [None, None, None]


def test_a_key_that_stands_twice_is_told_and_the_first_value_stays() -> None:
    """Also in flow mappings, and at every depth."""
    tree = parse("a: 1\nb: {c: 1, c: 2}\na: 3\n")
    assert isinstance(tree, Table)
    inner = tree.values["b"]
    assert isinstance(inner, Table)
    assert (plain(tree), tree.twice, inner.twice) == ({"a": "1", "b": {"c": "1"}}, [("a", 3)], [("c", 2)])


def test_nesting_is_refused_over_its_limit_and_read_up_to_it() -> None:
    """A hundred levels pass, one more doesn't, a hundred thousand are not even looked at."""
    assert len(scalars(parse("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH))) == 1
    for depth in (MAX_DEPTH + 1, 100_000):
        with pytest.raises(Fault, match="nested more than 100 deep"):
            parse("[" * depth + "x" + "]" * depth)


REFUSED = {
    "a: &x 1": "the anchor '&x'",
    "a: &x [1]": "the anchor '&x'",
    "a: *x": "the alias '*x'",
    "a: !!python/name:os.system x": "the tag '!!python/name:os.system'",
    "a: !!python/object/new:dict {}": "the tag '!!python/object/new:dict'",
    "a: !mine x": "the tag '!mine'",
    "a: ! x": "the tag '!'",
    "a: !!str x": "the tag '!!str'",
    "--- !<tag:example.org,2000:x>\na: b": "the tag 'tag:example.org,2000:x'",
    "a: 1\n---\nb: 2": "a second YAML document",
    "{a: b}: c": "a key that is itself a list or mapping",
    "a: b: c": "mapping values are not allowed",
    "a: [1": "not YAML",
    'a: "\\ud800"': "invalid Unicode character escape code",
    "a: \x07": "control characters are not allowed",
}


@pytest.mark.parametrize("text", REFUSED, ids=REFUSED.values())
def test_what_a_case_does_not_need_is_refused(text: str) -> None:
    """Each with its reason and a line that exists."""
    with pytest.raises(Fault) as fault:
        parse(text)
    assert REFUSED[text] in fault.value.message
    assert 1 <= fault.value.line <= text.count("\n") + 1
    assert len(REFUSED) == 15


def test_the_line_of_a_control_character_counts_lines_not_bytes() -> None:
    """Letters of several bytes before it don't move it."""
    with pytest.raises(Fault) as fault:
        parse("я: щщщщщщщщщщщщ\nб: щщщщ\nв: \x01\n")
    assert fault.value.line == 3


TREES = st.recursive(
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=12) | st.sampled_from(AS_TYPED),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdефг1 ", min_size=1), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(tree=TREES, flow=st.booleans())
def test_what_was_written_is_what_is_read(tree: Any, flow: bool) -> None:
    """Any tree of texts, in block or flow style, comes back as it was."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    assert plain(parse(text)) == tree


@given(
    st.lists(
        st.sampled_from(["a: 1", "  b: 2", "- c", "'d", "", "# e", "{f: g}", "? h", "!i j"]), max_size=12
    )
)
def test_reading_agrees_with_pyyaml_on_what_is_yaml(lines: list[str]) -> None:
    """What PyYAML refuses is refused; what is read is what PyYAML's loader of plain texts reads."""
    text = "\n".join(lines)
    try:
        found = parse(text)
    except Fault:
        return
    assert plain(found) in (yaml.load(text, Loader=yaml.BaseLoader), None) or "twice" in repr(found)


def test_decoding_takes_utf8_with_or_without_a_byte_order_mark() -> None:
    """The mark is no part of the text."""
    assert decode(b"\xef\xbb\xbfa: 1") == decode(b"a: 1") == "a: 1"


def test_decoding_refuses_what_is_no_text() -> None:
    """Bytes that aren't UTF-8, NUL, and files over 64 MiB, with the line where they can tell."""
    lines = []
    for data in (b"a\nb\xff", b"a\n\nb\x00", b"\xed\xa0\x80", b"x" * (MAX_BYTES + 1)):
        with pytest.raises(Fault) as fault:
            decode(data)
        lines.append(fault.value.line)
    assert lines == [2, 3, 1, 1]
