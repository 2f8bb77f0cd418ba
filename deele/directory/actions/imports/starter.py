"""The entries a new house begins with: facts with their sources, through the same door as every table."""

from datetime import datetime
from pathlib import Path

from deele.directory.actions.imports.checking import check
from deele.directory.actions.imports.intake import drop, take_in
from deele.directory.actions.imports.taking_over import take_over
from deele.directory.models.imports import Batch, Verdict

FILE = Path(__file__).resolve().parents[2] / "starter" / "entries.csv"
SOURCE = "Startbestand"


def load_starter(*, now: datetime) -> Batch | None:
    """Take the starter over and publish it. A second time writes nothing and returns None."""
    with FILE.open("rb") as file:
        batch = take_in(file=file, name=FILE.name, by=None, source=SOURCE, publish=True)
    check(batch=batch, by=None)
    if not batch.rows.ready().exclude(verdict=Verdict.SAME).exists():
        drop(batch=batch, by=None)
        return None
    return take_over(batch=batch, by=None, now=now)
