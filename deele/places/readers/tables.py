"""The cleaned tables: CSV in UTF-8 with a header line; empty is unknown; keys are text with leading zeros."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from deele.places.readers.rows import BadFile, PostcodeRow, Register, RegisterRow, ValueRow
from deele.places.rules import naming

Row = dict[str, str]


def rows(path: Path, needed: Iterable[str]) -> Iterator[Row]:
    """The rows of a table. Raises BadFile when a needed column is missing or the text is no UTF-8."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = set(needed) - set(table.fieldnames or ())
            if missing:
                raise BadFile(f"{path.name}: column {', '.join(sorted(missing))} is missing")
            yield from table
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise BadFile(f"{path.name}: cannot be read ({error})") from error


def number(text: str | None) -> float | None:
    """A number, None for empty. Raises ValueError."""
    return float(text) if text else None


def register(folder: Path, on: date) -> Register:
    """The register from the cleaned tables, where the official file is missing. Regions: Lower Saxony only."""
    codes = {name: code for code, name in naming.ASSOCIATION_KINDS.items()}
    district_codes = {name: code for code, name in naming.DISTRICT_KINDS.items()}
    found: dict[str, RegisterRow] = {}
    for row in rows(folder / "districts_de.csv", ["kreis", "name", "type", "land", "land_name", "seat"]):
        found.setdefault(row["land"], RegisterRow("state", row["land"], row["land_name"]))
        code = district_codes.get(row["type"], "44")
        found[row["kreis"]] = RegisterRow("district", row["kreis"], row["name"], row["seat"], code)
    if "03" in found:
        for key, name in naming.REGION_NAMES.items():
            found[key] = RegisterRow("region", key, name)
    for row in rows(folder / "associations_de.csv", ["assoc", "name", "type", "seat"]):
        found[row["assoc"]] = RegisterRow(
            "association", row["assoc"], row["name"], row["seat"], codes.get(row["type"], "")
        )
    for row in rows(folder / "municipalities_de.csv", ["ags", "name", "designation", "type_code", "population"]):
        found[row["ags"]] = _municipality(row)
    return Register(on, list(found.values()), "municipalities_de.csv")


def _municipality(row: Row) -> RegisterRow:
    full = f"{row['name']}, {row['designation']}" if row["designation"] else row["name"]
    return RegisterRow(
        "municipality",
        row["ags"],
        full,
        code=row["type_code"],
        association_key=row["assoc"],
        population=int(row["population"] or 0),
        area_ha=round(float(row["area_km2"] or 0) * 100),
        postcode=row["postcode"],
    )


def points(path: Path, key: str) -> dict[str, tuple[float, float]]:
    """Key → (lat, lon): the main town where it is known, else a point inside."""
    found = {}
    for row in rows(path, [key, "lon", "lat"]):
        lat, lon = row.get("town_lat") or row["lat"], row.get("town_lon") or row["lon"]
        if lat and lon:
            found[row[key]] = (float(lat), float(lon))
    return found


def postcodes(folder: Path, source: str) -> list[PostcodeRow]:
    """Which code lies in which municipality, each with the point of the code."""
    where = {
        row["postcode"]: (number(row["lat"]), number(row["lon"]))
        for row in rows(folder / "postcodes_de.csv", ["postcode", "lat", "lon"])
    }
    links = rows(folder / "postcode_municipality_de.csv", ["postcode", "ags", "source"])
    return [
        PostcodeRow(row["postcode"], row["ags"], *where.get(row["postcode"], (None, None)), source) for row in links
    ]


def by_place_and_year(path: Path, key: str, columns: Iterable[str]) -> Iterator[ValueRow]:
    """Figures of a table with one row for a place and a year; the indicator is the name of the column."""
    wanted = list(columns)
    for row in rows(path, [key, "year", *wanted]):
        for column in wanted:
            if row[column]:
                yield ValueRow(column, row[key], int(row["year"]), float(row[column]))


def by_place(path: Path, key: str, columns: Iterable[str], year: int) -> Iterator[ValueRow]:
    """Figures of a table with one row for a place."""
    wanted = list(columns)
    for row in rows(path, [key, *wanted]):
        for column in wanted:
            if row[column]:
                yield ValueRow(column, row[key], year, float(row[column]))


# What each share of the Zensus is a share of; a dash: a plain sum.
CENSUS_WEIGHTS = {"vacancy_pct": "dwellings", "owner_occupied_pct": "dwellings", "rent_eur_m2": "dwellings"}


def census(path: Path, year: int = 2022) -> Iterator[ValueRow]:
    """Zensus 2022 by municipality of today; those merged since are one, shares weighted by what they are shares of."""
    together: dict[str, list[Row]] = defaultdict(list)
    columns: list[str] = []
    for row in rows(path, ["ags_2026", "population", "dwellings"]):
        together[row["ags_2026"]].append(row)
        columns = columns or [name for name in row if name not in ("ags", "ags_2026", "population")]
    for key, parts in together.items():
        for column in columns:
            value = _joined(parts, column)
            if key and value is not None:
                yield ValueRow(f"census_{column}", key, year, value)


def _joined(parts: list[Row], column: str) -> float | None:
    if any(not part[column] for part in parts):
        return None
    if len(parts) == 1:
        return float(parts[0][column])
    if column == "dwellings":
        return sum(float(part[column]) for part in parts)
    weights = [float(part[CENSUS_WEIGHTS.get(column, "population")] or 0) for part in parts]
    if not sum(weights):
        return None
    total = sum(float(part[column]) * weight for part, weight in zip(parts, weights, strict=True))
    return round(total / sum(weights), 2)
