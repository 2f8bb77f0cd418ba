"""Tables in and out: CSV and XLSX. Reading streams and trusts nothing; writing is safe against formulas."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from typing import IO, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core import csv_rows, file_signs, tabular, xlsx_rows
from deele.core.tabular import FORMULA_STARTS, BadTable, Limits, Notes, Row, Table

__all__ = ["BadTable", "Limits", "Row", "Table", "guarded", "read", "write_csv", "write_xlsx"]

LIMITS = Limits()
# A sign, then digits as numbers and telephone numbers have them: no program takes this for more than a number.
HARMLESS = re.compile(r"[+-]\d[\d .,/()-]*|[+-]?\(\d[\d .,/()-]*")
MEGABYTE = 1024 * 1024


def read(file: IO[bytes], name: str, *, limits: Limits = LIMITS) -> Table:
    """Read a table from a binary file; what it is decides its content, `name` only helps the message.

    The rows stream: keep the file open until the last was taken. Raises BadTable, at once for what is
    no table, while streaming for damage further on.
    """
    _check_size(file, name, limits)
    kind = file_signs.kind_of(_head(file))
    notes = Notes()
    if kind == "zip":
        xlsx_rows.inspect(file, limits)
        records = xlsx_rows.records(file, notes, limits)
    elif kind == "text":
        records = csv_rows.records(file, notes, limits)
    else:
        raise xlsx_rows.not_a_table(kind)
    return _table(records, notes, limits)


def _table(records: Iterator[tuple[int, list[str]]], notes: Notes, limits: Limits) -> Table:
    for _number, cells in records:
        if any(tabular.clean(cell) for cell in cells):
            header = tabular.heading([tabular.clean(cell) for cell in cells], limits)
            return Table(header, tabular.assemble(records, header, notes, limits), notes)
    raise xlsx_rows.not_a_table("empty")


def _head(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read(file_signs.HEAD)


def _check_size(file: IO[bytes], name: str, limits: Limits) -> None:
    size = file.seek(0, io.SEEK_END)
    # Django's uploaded files answer seek with None; they know their size.
    size = size if size is not None else file.tell()
    if size > limits.size:
        raise BadTable(
            _("“%(name)s” has %(size)s MB; at most %(limit)s MB can be read. Please split it into several files.")
            % {"name": name, "size": round(size / MEGABYTE), "limit": limits.size // MEGABYTE},
            code="too_large",
        )


def guarded(text: str) -> str:
    """Text that no spreadsheet program runs as a formula: an apostrophe before = + - @ tab and CR.

    Rule: OWASP, CSV Injection. Numbers and telephone numbers (-5, +49 511 123) stay as they are;
    `read` takes the apostrophe away again, so that out and in is the same.
    """
    if text.startswith(FORMULA_STARTS) and not HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def write_csv(header: Iterable[str], rows: Iterable[Iterable[Any]], *, german_excel: bool = False) -> Iterator[bytes]:
    """The table as chunks of UTF-8. `german_excel`: byte order mark and semicolons, as a double click expects."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";" if german_excel else ",")
    if german_excel:
        buffer.write("\ufeff")
    for cells in chain([header], rows):
        writer.writerow([guarded(plain(cell)) for cell in cells])
        if buffer.tell() > 64 * 1024:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def plain(value: Any) -> str:
    """A value as text for a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return local.strftime("%Y-%m-%d %H:%M")
    return str(value)


def write_xlsx(header: Iterable[str], rows: Iterable[Iterable[Any]], *, title: str = "Tabelle") -> bytes:
    """The table as a workbook with one sheet; numbers and dates stay such, text is never a formula."""
    import openpyxl  # noqa: PLC0415  heavy: loads numpy where present
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for cells in chain([header], rows):
        line = []
        for value in cells:
            cell = WriteOnlyCell(sheet)
            if isinstance(value, (int, float, date)) and not isinstance(value, (bool, datetime)):
                cell.value = value
            else:
                text = guarded(plain(value))
                cell.value = _printable(text)
                cell.data_type = "s"
            line.append(cell)
        sheet.append(line)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _printable(text: str) -> str:
    """Text without the control characters that XML 1.0 forbids, cut where Excel ends."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)[:32_767]
