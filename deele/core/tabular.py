"""The plain shape of a table from outside: heading, rows as text, notes; and the refusal of what is none."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.core.errors import Refusal

MOST_NOTES = 20
STRANGE_SPACES = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\ufeff": "", "\x00": ""})
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class BadTable(Refusal):
    """The file is no table we can read. The message names what it is, why that fails, what to do."""

    code = "bad_table"


class Limits(NamedTuple):
    """What a table may be; bytes unless said otherwise. XLSX are ZIP files: `unpacked` and `ratio` stop bombs."""

    size: int = 100 * 1024 * 1024
    rows: int = 250_000
    columns: int = 200
    cell: int = 30_000  # characters; Excel itself ends at 32,767
    unpacked: int = 600 * 1024 * 1024
    ratio: int = 150
    parts: int = 2_000


class Row(dict[str, str]):
    """One row: heading → text, every heading present. `number` counts as a spreadsheet does: 1 is the heading."""

    def __init__(self, number: int, cells: Iterable[tuple[str, str]]) -> None:
        super().__init__(cells)
        self.number = number


@dataclass
class Table:
    """A table being read: `rows` streams once; `notes` is complete when the last row was taken."""

    header: list[str]
    rows: Iterator[Row]
    notes: list[str] = field(default_factory=list)


class Notes(list[str]):
    """Sentences for the person who sent the file; after some of them only counted."""

    def __init__(self) -> None:
        super().__init__()
        self.more = 0

    def add(self, sentence: str) -> None:
        if len(self) < MOST_NOTES:
            self.append(sentence)
        else:
            self.more += 1

    def close(self) -> None:
        """Say how many were left out."""
        if self.more:
            text = ngettext("… and %(number)s more note.", "… and %(number)s more notes.", self.more)
            self.append(text % {"number": self.more})
            self.more = 0


def clean(cell: str) -> str:
    """A cell without strange spaces and without the apostrophe that `guarded` put before a formula sign."""
    if cell.isascii():  # the common case, and a third of the time
        text = cell.strip()
    else:
        text = unicodedata.normalize("NFC", cell.translate(STRANGE_SPACES).strip())
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_STARTS else text


def heading(cells: list[str], limits: Limits) -> list[str]:
    """Headings made distinct: an empty one becomes "#3", a second "Ort" becomes "Ort (2)". Raises BadTable."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    if len(cells) > limits.columns:
        raise BadTable(
            _("The table has %(columns)s columns; at most %(limit)s can be read. Please remove some.")
            % {"columns": len(cells), "limit": limits.columns}
        )
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"#{number}"
        same = sum(1 for other in names if other == name or other.startswith(f"{name} ("))
        names.append(f"{name} ({same + 1})" if same else name)
    return names


def assemble(
    records: Iterable[tuple[int, list[str]]], header: list[str], notes: Notes, limits: Limits
) -> Iterator[Row]:
    """Records brought under the heading: short ones filled, long ones cut with a note, empty ones left out."""
    width = len(header)
    taken = 0
    for number, cells in records:
        values = [clean(cell) for cell in cells]
        if not any(values):
            continue
        taken += 1
        if taken > limits.rows:
            raise BadTable(
                _("The table has more than %(limit)s rows. Please split it into several files.")
                % {"limit": limits.rows}
            )
        if any(values[width:]):
            notes.add(_("Row %(row)s has more cells than the heading; the surplus was left out.") % {"row": number})
        if max(map(len, values)) > limits.cell:
            notes.add(_("Row %(row)s holds a very long text; its end was left out.") % {"row": number})
            values = [value[: limits.cell] for value in values]
        values += [""] * (width - len(values))
        yield Row(number, zip(header, values, strict=False))
    notes.close()
