"""XLSX from strangers: looked at as a ZIP first, then streamed by openpyxl with hardened XML."""

import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import IO, Any

from django.utils.translation import gettext as _

from deele.core import file_signs
from deele.core.tabular import BadTable, Limits, Notes

ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})
FREE = 20 * 1024 * 1024  # below this no ratio is asked: small workbooks of one repeated word pack very well
WORDS = 120 * 1024 * 1024  # all words of a workbook are held in memory
DAMAGE = (
    zipfile.BadZipFile,
    SyntaxError,  # broken XML: what the standard library and lxml (openpyxl takes either) raise is a kind of it
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
)


def inspect(file: IO[bytes], limits: Limits) -> None:
    """Look at the ZIP's table of contents before anything is unpacked. Raises BadTable."""
    file.seek(0)
    try:
        parts = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadTable(_("The workbook is damaged: it cannot be unpacked. Please save it once more.")) from error
    _name_what_it_is({part.filename for part in parts})
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    bomb = unpacked > FREE and unpacked / packed > limits.ratio
    bomb = bomb or any(part.file_size > WORDS and part.filename.endswith("sharedStrings.xml") for part in parts)
    if len(parts) > limits.parts or unpacked > limits.unpacked or bomb:
        raise BadTable(
            _(
                "The workbook would unpack to %(unpacked)s MB, far more than a table of ours needs, so it was not "
                "opened. Please copy only the rows into a new workbook, or save them as CSV."
            )
            % {"unpacked": round(unpacked / 1024**2)},
            code="zip_bomb",
        )


def _name_what_it_is(names: set[str]) -> None:
    if any(name.startswith("xl/workbook") for name in names) and "xl/workbook.bin" not in names:
        return
    kind = "word" if "word/document.xml" in names else "ods" if "content.xml" in names else "zip"
    raise not_a_table(kind)


def not_a_table(kind: str) -> BadTable:
    """The refusal that names what the file is instead of a table."""
    return BadTable(
        _(
            "This is %(kind)s, not a table. Only CSV and Excel workbooks (.xlsx) can be read. "
            "Please open it in your spreadsheet program, save it as .xlsx or CSV, and send that file."
        )
        % {"kind": file_signs.NAMES[kind]}
    )


def records(file: IO[bytes], notes: Notes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet that holds any, with their numbers. Raises BadTable."""
    import openpyxl  # noqa: PLC0415  heavy: loads numpy where present

    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and filters we do not need
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            yield from _rows(_first_filled(book, notes), notes, limits)
    except DAMAGE as error:
        raise BadTable(
            _("The workbook is damaged or not made by a spreadsheet program. Please save it once more as .xlsx or CSV.")
        ) from error


def _first_filled(book: Any, notes: Notes) -> Any:
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # some programs state a wrong size, and the rest would be missed
        if any(value not in (None, "") for row in sheet.iter_rows(values_only=True) for value in row):
            if len(book.worksheets) > 1:
                notes.add(
                    _("The workbook has %(number)s sheets; “%(sheet)s” was read.")
                    % {"number": len(book.worksheets), "sheet": sheet.title}
                )
            return sheet
    raise not_a_table("empty")


def _rows(sheet: Any, notes: Notes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    rows = sheet.iter_rows(values_only=True, max_col=limits.columns + 1)
    for number, values in enumerate(rows, start=1):
        if any(value in ERRORS for value in values if isinstance(value, str)):
            notes.add(_("Row %(row)s holds a formula with an error; its cell was read as empty.") % {"row": number})
        yield number, [as_text(value) for value in values]


def as_text(value: Any) -> str:
    """A cell as a German would write it: dates as 2024-05-03, numbers with a comma, truth as ja and nein."""
    if value is None or (isinstance(value, str) and value in ERRORS):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}".replace(".", ",")
    return str(value).replace("_x000D_", "")
