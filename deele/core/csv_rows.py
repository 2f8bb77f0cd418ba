"""CSV as it really comes: any encoding, any delimiter, broken quotes, NUL bytes; streamed."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext as _

from deele.core.tabular import BadTable, Limits, Notes

DELIMITERS = ";,\t|"
SAMPLE = 64 * 1024
CHUNK = 1024 * 1024
LONGEST_RECORD = 100  # lines a quoted cell may run over; beyond that the quote was never closed
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def records(file: IO[bytes], notes: Notes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV file with their numbers, blank ones as []. Raises BadTable."""
    encoding = _encoding(file, notes)
    file.seek(0)
    lent: Any = _Lent(file)
    text = io.TextIOWrapper(lent, encoding=encoding, errors="replace", newline="")
    try:
        yield from _Splitter(text, notes, limits).records()
    except (UnicodeError, csv.Error) as error:
        raise BadTable(
            _("The table cannot be read: its cells or lines are damaged. Please save it once more as CSV (UTF-8).")
        ) from error


class _Lent(io.BufferedIOBase):
    """The caller's file, which stays open when the text wrapper goes."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        return self.file.read(-1 if size is None else size)

    def read1(self, size: int = -1) -> bytes:
        return self.file.read(size)


def _encoding(file: IO[bytes], notes: Notes) -> str:
    """UTF-8 when the whole file is, else the Windows encoding that old Excel writes (Latin-1 is a part of it)."""
    file.seek(0)
    head = file.read(SAMPLE)
    for mark, name in BOMS:
        if head.startswith(mark):
            return name
    if b"\x00" in head:
        odd, even = head[1::2].count(0), head[::2].count(0)
        if max(odd, even) > len(head) * 0.3:
            return "utf-16-le" if odd > even else "utf-16-be"
        notes.add(_("The file held NUL characters; they were left out."))
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while head:
            decoder.decode(head)
            head = file.read(CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        notes.add(_("The file is not in UTF-8; it was read in the Windows encoding. Please check the umlauts."))
        return "cp1252"
    return "utf-8"


class _Splitter:
    """Cuts text into records and keeps the damage of a broken quote to its own line."""

    def __init__(self, text: IO[str], notes: Notes, limits: Limits) -> None:
        self.lines = _physical(text, limits)
        self.waiting: list[tuple[int, str]] = []
        self.notes = notes
        self.delimiter = ""
        self.width = 0

    def records(self) -> Iterator[tuple[int, list[str]]]:
        self._look_ahead()
        number = 0
        while (first := self._next()) is not None:
            number += 1
            cells = self._record(*first)
            self.width = self.width or len(cells)
            yield number, cells

    def _look_ahead(self) -> None:
        """Find the delimiter: the one that cuts the first lines most evenly. Excel's own `sep=;` line wins."""
        while len(self.waiting) < 50 and (line := next(self.lines, None)) is not None:
            self.waiting.append(line)
        if self.waiting and self.waiting[0][1].lower().startswith("sep=") and len(self.waiting[0][1]) == 5:
            self.delimiter = self.waiting.pop(0)[1][4]
            return
        sample = [line for _number, line in self.waiting if line.strip()]
        self.delimiter = max(DELIMITERS, key=lambda sign: _evenness(sample, sign))

    def _next(self) -> tuple[int, str] | None:
        return self.waiting.pop(0) if self.waiting else next(self.lines, None)

    def _record(self, line_number: int, line: str) -> list[str]:
        if '"' not in line:
            return line.split(self.delimiter)
        opened, stray = scan(line, self.delimiter, False)
        whole = line
        borrowed: list[tuple[int, str]] = []
        while opened and len(borrowed) < LONGEST_RECORD and (more := self._next()) is not None:
            borrowed.append(more)
            opened, odd = scan(more[1], self.delimiter, True)
            stray = stray or odd
        if borrowed:
            whole = "\n".join([line, *(text for _number, text in borrowed)])
        cells = _cut(whole, self.delimiter)
        wrong = stray or len(cells) != self.width
        if opened or (borrowed and wrong and self._fits_alone(line)):
            self.waiting[:0] = borrowed
            self._note(line_number)
            return _cut(line, self.delimiter, literal=True)
        if stray:
            self._note(line_number)
        return cells

    def _fits_alone(self, line: str) -> bool:
        """Whether the line, its quotes taken as letters, has as many cells as the heading."""
        return len(line.split(self.delimiter)) == self.width

    def _note(self, line_number: int) -> None:
        self.notes.add(
            _("Line %(line)s: the quotation marks do not match; the line was read as it stands. Please check it.")
            % {"line": line_number}
        )


def _physical(text: IO[str], limits: Limits) -> Iterator[tuple[int, str]]:
    longest = limits.cell * limits.columns
    number = 0
    while line := text.readline(longest):
        number += 1
        yield number, line.rstrip("\r\n").replace("\x00", "")


def scan(line: str, delimiter: str, inside: bool) -> tuple[bool, bool]:
    """Whether the line ends inside a quoted cell, and whether a letter follows a closing quote."""
    position, stray = 0, False
    while True:
        if inside or line[position : position + 1] == '"':
            position = _closing(line, position if inside else position + 1)
            if position < 0:
                return True, stray
            inside = False
            stray = stray or line[position : position + 1] not in ("", delimiter)
        position = line.find(delimiter, position)
        if position < 0:
            return False, stray
        position += 1


def _closing(line: str, position: int) -> int:
    """Where the cell goes on after its closing quote; -1 when none is in this line."""
    while (position := line.find('"', position)) >= 0:
        if line[position + 1 : position + 2] != '"':
            return position + 1
        position += 2
    return -1


def _cut(text: str, delimiter: str, *, literal: bool = False) -> list[str]:
    if literal:
        return [cell.strip('"') for cell in text.split(delimiter)]
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])


def _evenness(sample: list[str], sign: str) -> tuple[float, int]:
    """Share of lines that have the commonest number of cells, 0 when that is one; then that number."""
    counts = Counter(len(_cut(line, sign)) for line in sample)
    counts.pop(0, None)
    if not counts:
        return 0, 0
    width, lines = max(counts.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    return (lines / len(sample) if width > 1 else 0), width
