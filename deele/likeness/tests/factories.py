"""Records as rows of the directory look: few fields, real kinds."""

from datetime import UTC, datetime
from typing import Any

from deele.likeness import actions
from deele.likeness.rules import Record

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOURCE = "test"


def record(name: str = "AllerHaus", **fields: Any) -> Record:
    """A project in Verden unless said otherwise."""
    given = {"kind": "mehrgenerationenwohnen", "zip": "27283", "city": "Verden (Aller)", **fields}
    return Record(**{"id": name, "name": name, **given})


def stored(ref: str, one: Record, source: str = SOURCE) -> Record:
    """The record, told to likeness under `ref`."""
    actions.index(source=source, ref=ref, record=one, now=NOW)
    return one
