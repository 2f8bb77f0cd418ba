"""CSV and XLSX files as records: the columns of the directory, those of the practice sets, German headings."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from deele.core import geo, spreadsheet, text
from deele.core.tabular import Limits, Row
from deele.likeness.rules.records import Record

BadTable = spreadsheet.BadTable
LIMITS = Limits()
# Headings, folded; the first that a table has is taken.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "nr", "nummer", "kennung", "schlussel"),
    "name": ("name", "title", "titel", "bezeichnung", "projekt", "organisation", "einrichtung"),
    "kind": ("kind", "art", "wohnform", "typ", "kategorie"),
    "street": ("street", "strasse", "adresse", "anschrift", "strassehausnummer", "strasseundhausnummer"),
    "zip": ("zip", "postalcode", "postcode", "plz", "postleitzahl"),
    "city": ("city", "town", "ort", "stadt", "gemeinde", "wohnort"),
    "lat": ("lat", "latitude", "breite", "breitengrad"),
    "lon": ("lon", "lng", "longitude", "lange", "langengrad"),
    "phone": ("phone", "telefon", "tel", "telefonnummer", "fon"),
    "email": ("email", "mail", "mailadresse"),
    "website": ("website", "webseite", "internet", "homepage", "url", "web"),
    "description": ("description", "beschreibung", "notes", "kurzbeschreibung", "bemerkung"),
}


class MissingColumn(BadTable):
    """The table lacks `id` or `name`."""

    code = "missing_column"


def columns(header: list[str]) -> dict[str, str]:
    """Which heading holds which field. Raises MissingColumn."""
    spelled = {"".join(text.words(name)): name for name in reversed(header)}
    found = {
        field: next(spelled[name] for name in names if name in spelled)
        for field, names in COLUMNS.items()
        if any(name in spelled for name in names)
    }
    for field in ("id", "name"):
        if field not in found:
            raise MissingColumn(
                _("The table has no column “%(column)s”. Please name it so; found: %(found)s.")
                % {"column": field, "found": ", ".join(header[:12])}
            )
    return found


def _degrees(written: str) -> float | None:
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None


def record(row: Row, found: dict[str, str]) -> Record:
    """One row as a record; positions outside Germany count as unknown."""
    values = {field: row[heading] for field, heading in found.items()}
    lat, lon = _degrees(values.pop("lat", "")), _degrees(values.pop("lon", ""))
    if lat is None or lon is None or not geo.in_germany(lat, lon):
        lat = lon = None
    return Record(**values, lat=lat, lon=lon)


def read(file: IO[bytes], name: str) -> Iterator[Record]:
    """Yield the records of an open file, row by row. Raises BadTable: no table, no id, an id twice."""
    table = spreadsheet.read(file, name, limits=LIMITS)
    found = columns(table.header)
    seen: set[str] = set()
    for row in table.rows:
        one = record(row, found)
        if not one.id or one.id in seen:
            raise BadTable(
                _("Row %(row)s: the id “%(id)s” is missing or stands twice. Please give every row its own.")
                % {"row": row.number, "id": one.id}
            )
        seen.add(one.id)
        if one.name:
            yield one


def read_path(path: Path) -> Iterator[Record]:
    """The same for a file on disk. Raises BadTable also when it cannot be opened."""
    try:
        with path.open("rb") as file:
            yield from read(file, path.name)
    except OSError as error:
        raise BadTable(
            _("“%(name)s” can't be read: %(reason)s. Please check the name and the permissions.")
            % {"name": path, "reason": error.strerror or error}
        ) from error


def truth(path: Path) -> set[tuple[str, str]]:
    """Known pairs from a table with the columns id_a and id_b, smaller id first. Raises BadTable."""
    try:
        with path.open("rb") as file:
            table = spreadsheet.read(file, path.name, limits=LIMITS)
            if not {"id_a", "id_b"} <= set(table.header):
                raise MissingColumn(_("The table of known pairs needs the columns id_a and id_b."))
            return {(min(row["id_a"], row["id_b"]), max(row["id_a"], row["id_b"])) for row in table.rows}
    except OSError as error:
        raise BadTable(
            _("“%(name)s” can't be read: %(reason)s. Please check the name and the permissions.")
            % {"name": path, "reason": error.strerror or error}
        ) from error
