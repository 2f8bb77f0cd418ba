"""Lists of members as others keep them: a CSV file with semicolon or comma, or our own starter; plain values only."""

import csv
import io
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from deele.alliance.enums import Basis, Level, OrganisationKind

FILE = Path(__file__).resolve().parent.parent / "starter" / "members.toml"
BASES = {
    "gruendung": Basis.FOUNDER,
    "spaeter_beigetreten": Basis.JOINED,
    "beigetreten": Basis.JOINED,
    "mitglied": Basis.JOINED,
    "ueber_dachverband": Basis.UMBRELLA,
    "mitwirkung_aktion": Basis.TAKES_PART,
    "mitwirkend_ohne_mitgliedschaft": Basis.TAKES_PART,
    "als_gruppe_genannt": Basis.NAMED_AS_GROUP,
}
NEEDED = ("id", "organisation", "kind", "membership_basis")
# Themes as lists write them in free words → keys of office.enums.Theme, by the beginning of the word.
THEMES = (
    ("gemeinwesenarbeit", "gemeinwesenarbeit"), ("quartier", "nachbarschaft"), ("nachbarschaft", "nachbarschaft"),
    ("siedlergemeinschaft", "nachbarschaft"), ("wohn", "wohnen"), ("neue wohnformen", "wohnen"), ("mieten", "wohnen"),
    ("daseinsvorsorge", "daseinsvorsorge"), ("ländlich", "laendlicher_raum"), ("landkreise", "kommunale_steuerung"),
    ("kommunen", "kommunale_steuerung"), ("teilhabe", "inklusion"), ("inklusion", "inklusion"), ("flucht", "migration"),
    ("integration", "migration"), ("mobilität", "mobilitaet"), ("gesundheit", "gesundheit_arztpraxis"),
)  # fmt: skip


@dataclass(frozen=True)
class ReadMember:
    """A member as a list names it. `through` is the id of its umbrella body in the same list."""

    external_id: str
    name: str
    kind: str
    level: str
    basis: str
    themes: list[str] = field(default_factory=list)
    website: str = ""
    source: str = ""
    source_url: str = ""
    as_of: str = ""
    through: str = ""
    place: str = ""
    note: str = ""


class BadList(ValueError):
    """The file is no list of members."""


def read_csv(text: str) -> tuple[list[ReadMember], list[str]]:
    """The members of a CSV file, and what could not be read, a sentence each. Raises BadList without the columns."""
    dialect = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=dialect)
    missing = [name for name in NEEDED if name not in (rows.fieldnames or [])]
    if missing:
        raise BadList(", ".join(missing))
    found, problems = [], []
    for number, row in enumerate(rows, start=2):
        clean = {key: (value or "").strip() for key, value in row.items() if key and not isinstance(value, list)}
        if not clean["organisation"] or clean["membership_basis"] not in BASES:
            problems.append(f"Zeile {number}: Name fehlt oder Zugehörigkeit „{clean['membership_basis']}“ unbekannt.")
            continue
        found.append(member(clean))
    return found, problems


def member(row: dict[str, str]) -> ReadMember:
    """One row. Summaries are words of whoever made the list, never the member's: they become a note."""
    summaries = {
        "Verständnis": row.get("understanding_summary", ""), "Erwartet": row.get("expects_summary", ""),
        "Trägt bei": row.get("contributes_summary", ""),
    }  # fmt: skip
    ours = [f"{key} (unsere Zusammenfassung): {text}" for key, text in summaries.items() if text]
    notes = [row.get("evidence_note", ""), *ours]
    kind, level = row["kind"], row.get("level", "")
    return ReadMember(
        external_id=row["id"],
        name=row["organisation"],
        kind=kind if kind in OrganisationKind.values else OrganisationKind.OTHER,
        level=level if level in Level.values else Level.PLACE,
        basis=BASES[row["membership_basis"]],
        themes=themes(row.get("themes", "")),
        source=row.get("source", "") or "Öffentliche Angaben zum Bündnis",
        source_url=row.get("source_url", ""),
        as_of=row.get("as_of", ""),
        through=row.get("umbrella_id", ""),
        note="\n".join(filter(None, notes)),
    )


def themes(text: str) -> list[str]:
    """Themes written freely, as keys; what has no key is left out."""
    words = [one.strip().lower() for one in text.split(";")]
    keys = [key for word in words for start, key in THEMES if word.startswith(start)]
    return list(dict.fromkeys(keys))


def starter(path: Path = FILE) -> list[ReadMember]:
    """The members that come with the house. Raises KeyError: the file is ours, a fault in it is a bug."""
    with path.open("rb") as file:
        told = tomllib.load(file)
    return [ReadMember(**{**row, "basis": BASES[row["basis"]]}) for row in told["member"]]
