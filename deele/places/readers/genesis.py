"""Tables of GENESIS (Regionaldatenbank) as downloaded: semicolons, Latin-1, heading lines above, notes below."""

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from deele.places.readers.rows import BadFile

UNKNOWN = {"-", ".", "...", "/", "x", ""}  # signs of the statistical offices for "nothing" and "not to be told"


class Line(NamedTuple):
    """One row: day, official key (as many digits as the level has, states "03"), name, values by column title."""

    on: date
    key: str
    name: str
    values: dict[str, float]


class Table(NamedTuple):
    """A table with its number, title and rows."""

    number: str
    title: str
    lines: list[Line]


def read(path: Path) -> Table:
    """Read a table with the columns day, key, name and values. Raises BadFile."""
    try:
        rows = list(csv.reader(io.StringIO(_text(path)), delimiter=";"))
    except (OSError, csv.Error) as error:
        raise BadFile(f"{path.name}: cannot be read ({error})") from error
    data = [row for row in rows if len(row) > 3 and _day(row[0])]
    if not rows or "GENESIS-Tabelle" not in rows[0][0] or not data:
        raise BadFile(f"{path.name}: not a table of GENESIS with days and keys")
    titles = _titles(rows[: rows.index(data[0])], len(data[0]))
    lines = [Line(_day(row[0]), _key(row[1]), row[2].strip(), _values(row, titles)) for row in data]
    return Table(rows[0][0].split(":")[-1].strip(), rows[1][0].strip(), lines)


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _day(text: str) -> date | None:
    for form in ("%d.%m.%y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 a day without a clock
        except ValueError:
            continue
    return None


def _key(text: str) -> str:
    """The key with its leading zero: spreadsheets have eaten it."""
    digits = text.strip()
    return digits.zfill(2) if len(digits) < 3 else digits.zfill(5) if len(digits) < 6 else digits.zfill(8)


def _titles(head: list[list[str]], width: int) -> list[str]:
    """The title of a column is the last heading line above it that is no unit."""
    titles = [""] * width
    for row in head:
        for column in range(3, min(width, len(row))):
            if row[column].strip() and row[column].strip() != "Anzahl":
                titles[column] = row[column].strip()
    return titles


def _values(row: list[str], titles: list[str]) -> dict[str, float]:
    found = {}
    for title, cell in zip(titles[3:], row[3:], strict=False):
        if title and cell.strip() not in UNKNOWN:
            found[title] = float(cell.strip().replace(",", "."))
    return found
