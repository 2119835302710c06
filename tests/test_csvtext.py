"""CSV is read strictly: no row is swallowed, no column guessed."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.graph.records.csvtext import Sheet, parse
from backchannel.graph.records.text import Fault

COLUMNS = ("id", "name", "says")


def sheet(text: str) -> Sheet:
    return parse(text, COLUMNS.__contains__, COLUMNS)


def test_rows_keep_the_line_on_which_they_begin() -> None:
    """A cell over several lines, and blank rows, don't shift the lines after them."""
    found = sheet('id,name\r\n1,"a\r\nb"\r\n\r\n,\r\n2,c\r\n')
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("1", "a\r\nb")), (6, ("2", "c"))]


def test_rows_of_another_length_are_left_to_the_reader() -> None:
    """Too few or too many cells are no fault of the file's."""
    assert [len(row.cells) for row in sheet("id,name\n1\n1,2,3\n").rows] == [1, 3]


FAULTS = {
    "": (1, "the table is empty"),
    "\n\n": (1, "the table is empty"),
    'id,name\n1,"a\n2,b\n3,c\n': (2, "a quote that is never closed"),
    'id,name\n1,"a" b\n': (2, "text after a closing quote"),
    "id,nmae\n": (1, "unknown column 'nmae'"),
    "id,,name\n": (1, "column 2 has no name"),
    "id,name,id\n": (1, "the column 'id' stands twice"),
    "id;name\n1;a\n": (1, "the columns are not separated by commas"),
    "id,name\n1," + "a" * 200_000 + "\n": (2, "not CSV: field larger than field limit"),
}


@pytest.mark.parametrize("text", FAULTS, ids=[reason for _, reason in FAULTS.values()])
def test_a_fault_of_the_file_is_told_with_its_line(text: str) -> None:
    """Each with the line where the trouble begins."""
    with pytest.raises(Fault) as fault:
        sheet(text)
    assert (fault.value.line, FAULTS[text][1] in fault.value.message) == (FAULTS[text][0], True)
    assert len(FAULTS) == 9


def test_an_unknown_column_offers_the_nearest() -> None:
    """As a question."""
    with pytest.raises(Fault) as fault:
        sheet("id,nmae\n")
    assert fault.value.hint == "did you mean 'name'?"


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8))
def test_what_was_written_is_what_is_read(rows: list[tuple[str, str, str]]) -> None:
    """Any cells: quotes, commas and line feeds among them."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([COLUMNS, *rows])
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert [row.cells for row in sheet(out.getvalue()).rows] == filled
