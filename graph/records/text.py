"""From the bytes of a case's file to its text, or a fault that says what is wrong with the file."""

from __future__ import annotations

from backchannel.graph.errors import CaseError

__all__ = ["MAX_BYTES", "Fault", "decode"]

MAX_BYTES = 64 * 1024 * 1024


class Fault(CaseError):
    """A file that can't be read as what it should be; ``line`` counts from 1."""

    def __init__(self, line: int, message: str, expected: str = "", hint: str = "") -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message
        self.expected = expected
        self.hint = hint


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, at most 64 MiB, no NUL.

    Raises :class:`Fault` with the line at which it goes wrong.

    >>> decode("\\ufeffзаголовок".encode())
    'заголовок'
    >>> decode(b"a\\nM\\xfcller")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ...
    backchannel.graph.records.text.Fault: line 2: byte 0xFC is not UTF-8
    """
    if len(data) > MAX_BYTES:
        raise Fault(1, f"the file has {len(data):,} bytes", f"at most {MAX_BYTES:,}", "split it into several")
    nul = data.find(b"\0")
    if nul >= 0:
        raise Fault(
            _line(data, nul), "a NUL byte", "text in UTF-8", "was it saved as UTF-16, or is it binary?"
        )
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise Fault(_line(data, error.start), found, "text in UTF-8", "save the file as UTF-8") from None


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
