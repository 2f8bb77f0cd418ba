"""The programmes that come with the house, read from our own file; plain values, no database."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deele.core import dates

FILE = Path(__file__).resolve().parent.parent / "starter" / "programmes.toml"
SUMS = {"amount_min": "amount_min", "amount_max": "amount_max", "granted_sum": "granted_cents"}


@dataclass(frozen=True)
class ReadVersion:
    """A version with its rounds, as fields of the models."""

    values: dict[str, Any]
    rounds: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class ReadProgramme:
    """A programme with its versions, the oldest first."""

    name: str
    summary: str
    versions: list[ReadVersion]


def read(path: Path = FILE) -> list[ReadProgramme]:
    """All programmes of the file. Raises KeyError, dates.BadDate: the file is ours, a fault in it is a bug."""
    with path.open("rb") as file:
        found = tomllib.load(file)
    return [
        ReadProgramme(one["name"], one["summary"], [version(row) for row in one["version"]])
        for one in found["programme"]
    ]


def version(row: dict[str, Any]) -> ReadVersion:
    """One version."""
    rounds = [values(one) for one in row.get("round", [])]
    return ReadVersion(values({name: value for name, value in row.items() if name != "round"}), rounds)


def values(row: dict[str, Any]) -> dict[str, Any]:
    """Fields of a model: euros become cents, the date its source gives becomes a day with its precision."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        if name == "as_of":
            found["as_of"], found["as_of_precision"] = dates.parse(value)
        elif name in SUMS:
            found[SUMS[name]] = value * 100
        else:
            found[name] = value.strip() if isinstance(value, str) else value
    return found
