"""Entries as files: CSV and GeoJSON stream, XLSX is made whole and therefore limited."""

import json
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from deele.core import spreadsheet
from deele.core.errors import Refusal
from deele.directory.models import Entry
from deele.directory.queries import exports

MOST_IN_XLSX = 20_000
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
}


class TooMany(Refusal):
    """The workbook would be too large."""

    code = "too-many"


def write(form: str, rows: Iterable[Entry]) -> Iterator[bytes]:
    """The file in chunks; `form` is a key of TYPES. Raises TooMany at once for an XLSX of too many rows."""
    if form == "xlsx":
        return iter([_xlsx(rows)])
    if form == "geojson":
        return _geojson(rows)
    return spreadsheet.write_csv(exports.HEADER, map(exports.cells, rows), german_excel=True)


def _xlsx(rows: Iterable[Entry]) -> bytes:
    found = exports.first(rows, MOST_IN_XLSX + 1)
    if len(found) > MOST_IN_XLSX:
        raise TooMany(
            _("These are more than %(limit)s entries, too many for an Excel file. Narrow the search or take CSV.")
            % {"limit": MOST_IN_XLSX}
        )
    return spreadsheet.write_xlsx(exports.HEADER, map(exports.cells, found), title="Verzeichnis")


def _geojson(rows: Iterable[Entry]) -> Iterator[bytes]:
    start = '{"type": "FeatureCollection", "features": [\n'
    for feature in exports.features(rows):
        yield (start + json.dumps(feature, ensure_ascii=False)).encode()
        start = ",\n"
    yield ("\n]}" if start == ",\n" else f"{start}]}}").encode()
