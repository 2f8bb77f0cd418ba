"""Plans rebuilt from published facts (domain §5.4), read from our own file; plain values, no database."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deele.core import dates

FILE = Path(__file__).resolve().parent.parent / "starter" / "plans.toml"


@dataclass(frozen=True)
class ReadPlan:
    """A plan: fields of the model, the key of its place, its history as (phase, side, day, reason)."""

    key: str
    place: str
    values: dict[str, Any]
    history: list[tuple[str, str, dates.PartialDate, str]]


def read(path: Path = FILE) -> list[ReadPlan]:
    """All plans of the file. Raises KeyError, dates.BadDate: the file is ours, a fault in it is a bug."""
    with path.open("rb") as file:
        rows = tomllib.load(file)["plan"]
    return [plan(row) for row in rows]


def plan(row: dict[str, Any]) -> ReadPlan:
    """One plan."""
    as_of = dates.parse(row["as_of"])
    names = ("title", "carrier", "impulse", "kinds", "legal_form", "source", "source_url", "outcome", "stopped_for")
    values = {name: row[name] for name in names if name in row}
    values |= {"as_of": as_of.day, "as_of_precision": as_of.precision}
    lines = [(one["phase"], one.get("side", ""), dates.parse(one["since"]), one.get("note", "")) for one in row["line"]]
    return ReadPlan(row["key"], row["place"], values, lines)
