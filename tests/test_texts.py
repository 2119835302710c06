"""Texts are found by the hash of their bytes, and spans count in them exactly as they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.graph.model import Document, Span
from backchannel.graph.texts import MAX_BYTES, MAX_DEPTH, Texts, digest, read_text


def document(data: bytes) -> Document:
    return Document("document/a", "A note", "en", None, sha256=digest(data))


@given(text=st.text(st.characters(codec="utf-8")), start=st.integers(0, 20), length=st.integers(0, 20))
def test_a_quotation_is_the_slice_of_the_text_as_given(
    tmp_path_factory: pytest.TempPathFactory, text: str, start: int, length: int
) -> None:
    """No newline is translated, no mark dropped: offsets count code points of the file as it is."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "any-name").write_bytes(text.encode())
    texts = Texts(folder)
    assert texts.find(digest(text.encode())) == text
    expected = text[start : start + length] if start + length <= len(text) else None
    assert texts.quote(document(text.encode()), Span(start, start + length)) == expected


def test_files_that_are_no_texts_are_passed_over(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, files over the limit, folders, pipes: none of them is an error."""
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "latin.txt").write_bytes("Müller".encode("latin-1"))
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder.txt").mkdir()
    assert [text.text for text in Texts(tmp_path).all()] == ["good"]
    assert read_text(tmp_path / "large.txt") is None


def test_links_out_of_the_folder_are_ignored_and_those_within_are_not_counted_twice(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("outside")
    folder = tmp_path / "documents"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "a.txt").write_text("inside")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    (folder / "again.txt").symlink_to(folder / "below" / "a.txt")
    (folder / "nowhere.txt").symlink_to(folder / "missing")
    (folder / "loop").symlink_to(folder / "loop")
    texts = Texts(folder)
    assert texts.find(digest(b"outside")) is None
    assert [text.text for text in texts.all()] == ["inside"]


def test_only_so_deep(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*["d"] * MAX_DEPTH)
    (deepest / "d").mkdir(parents=True)
    (deepest / "in.txt").write_text("in")
    (deepest / "d" / "out.txt").write_text("out")
    assert [text.text for text in Texts(tmp_path).all()] == ["in"]


def test_no_folder_holds_no_texts(tmp_path: Path) -> None:
    """Having none of the texts is a case's normal state."""
    texts = Texts(tmp_path / "missing")
    assert texts.find("0" * 64) is None
    assert texts.quote(Document("document/a", "unseen", None, None, seen=False), Span(0, 1)) is None


def test_a_text_that_was_changed_is_no_longer_the_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    texts = Texts(tmp_path)
    assert len(list(texts.all())) == 1
    path.write_text("after!")
    assert texts.find(digest(b"before")) is None


def test_a_hash_in_capitals_is_the_same_hash(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert Texts(tmp_path).find(digest(b"a").upper()) == "a"
