"""Plain places, and registers of three villages, as files in the official layout."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from django.db import connection

from deele.places.actions import load_reference
from deele.places.models import Edition, Load, Place, PlaceName, Postcode
from deele.places.readers import folder, starter
from deele.places.readers.rows import Register, RegisterRow

FIRST, SECOND = date(2030, 3, 31), date(2030, 6, 30)
PARENT_COLUMNS = ("state_key", "region_key", "district_key", "association_key", "municipality_key")


def place(key: str = "03361012", name: str = "Verden (Aller)", level: str = "municipality", **columns) -> Place:
    """One place with its own key in the right column, below `parent`."""
    parent = columns.get("parent")
    above = {column: getattr(parent, column) for column in PARENT_COLUMNS} if parent else {}
    own = {} if level == "locality" else {f"{level}_key": key}
    return Place.objects.create(
        **{
            "key": key,
            "name": name,
            "display_name": name,
            "level": level,
            "sort_name": name.lower(),
            "state_key": key[:2],
            **above,
            **own,
            **columns,
        }
    )


_copies: dict[str, list[tuple]] = {}


def load_starter() -> None:
    """Lower Saxony as far as the starter knows it. On SQLite copied after the first time."""
    # Elsewhere a copied id would not move the sequence; a house with places gets the real thing.
    if connection.vendor != "sqlite" or Place.objects.exists():
        load_reference(reference=starter.read())
        return
    tables = [model._meta.db_table for model in (Place, PlaceName, Postcode, Load)]
    with connection.cursor() as cursor:
        if not _copies:
            load_reference(reference=starter.read())
            for table in tables:
                _copies[table] = cursor.execute(f"SELECT * FROM {table}").fetchall()
            return
        for table in tables:
            marks = ", ".join(["%s"] * len(_copies[table][0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", _copies[table])
    renew()


def rows(**changed: RegisterRow | None) -> list[RegisterRow]:
    """A register: one state, one district, an association of two villages, a town beside it."""
    found = {
        "state": RegisterRow("state", "90", "Musterland"),
        "district": RegisterRow("district", "90001", "Muster", "Musterstadt", "44"),
        "association": RegisterRow("association", "900015401", "Auetal", "Oberau", "52"),
        "oberau": RegisterRow("municipality", "90001001", "Oberau", "", "64", "900015401", 1000, 1000, "99001"),
        "unterau": RegisterRow("municipality", "90001002", "Unterau", "", "64", "900015401", 500, 600, "99001"),
        "town": RegisterRow(
            "municipality", "90001003", "Musterstadt, Stadt", "", "63", "900010003", 9000, 4000, "99002"
        ),
        "forest": RegisterRow("municipality", "90001501", "Wald, gemfr. Gebiet", "", "66", "900019501", 0, 900),
    }
    found.update({key: row for key, row in changed.items() if row})
    return [row for key, row in found.items() if changed.get(key, row) is not None]


def line(row: RegisterRow, on: date) -> str:
    """A row as a record of GV100AD."""
    kind = {"state": "10", "region": "20", "district": "40", "association": "50", "municipality": "60"}[row.level]
    key = row.key[:5] if kind == "50" else row.key
    text = f"{kind}{on:%Y%m%d}{key:<8}{(row.association_key or row.key)[5:9] if kind in ('50', '60') else '':<4}"
    text += f"{row.name:<50}{row.seat:<50}{row.code:<2}".ljust(106)
    if kind == "60":
        text += f"{row.area_ha:011}{row.population:011}{0:011}".ljust(37) + f"{row.postcode:<5}"
    return text.ljust(220)


def write_register(home: Path, found: list[RegisterRow] | None = None, on: date = FIRST) -> Path:
    """A folder with a register in the official layout; the folder."""
    (home / "official").mkdir(parents=True, exist_ok=True)
    path = home / "official" / f"GV100AD_{on:%d%m%Y}.txt"
    path.write_text("\n".join(line(row, on) for row in found or rows()) + "\n", encoding="utf-8")
    return home


def load(home: Path, found: list[RegisterRow] | None = None, on: date = FIRST):
    """Load such a register."""
    return load_reference(reference=folder.read(write_register(home, found, on)))


def register(found: list[RegisterRow] | None = None, on: date = FIRST) -> Register:
    """Such a register as rows."""
    return Register(on, found or rows(), "made for a test")


def renew() -> None:
    """Tell the finder that places were made by hand."""
    Edition.objects.update_or_create(pk=1, defaults={"stamp": uuid4().hex})
