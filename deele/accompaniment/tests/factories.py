"""Rows for the tests of accompaniment."""

from datetime import UTC, date, datetime
from typing import Any

from deele.accompaniment.models import Member, PhaseChange, Plan
from deele.directory.tests.factories import place
from deele.office.models import Area, Carrier

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)


def area(key: str = "wohnen") -> Area:
    """An area of work."""
    carrier, _made = Carrier.objects.get_or_create(name="Träger Muster e. V.")
    return Area.objects.get_or_create(key=key, defaults={"name": key.title(), "carrier": carrier})[0]


def plan(title: str = "Hof Muster", **given: Any) -> Plan:
    """A plan in the search for a building, with its first line of history."""
    usual = {
        "place": given.pop("place", None) or place(), "area": given.pop("area", None) or area(),
        "state": "laufend", "state_since": DAY, "begun_on": date(2026, 1, 15), "phase": "objektsuche",
        "phase_since": date(2026, 3, 1), "kinds": ["gemeinschaftliches_wohnprojekt"], "last_contact_on": DAY,
    }  # fmt: skip
    made = Plan.objects.create(title=title, **{**usual, **given})
    PhaseChange.objects.create(
        plan=made, phase=made.phase, entered_on=made.phase_since, precision=made.phase_precision, written_at=NOW
    )
    return made


def member(plan: Plan | None = None, **given: Any) -> Member:
    """A contact person of a group."""
    usual = {"name": "Kim Muster", "email": "kim@example.org"}
    return Member.objects.create(plan=plan or make_plan(), **{**usual, **given})


make_plan = plan
