"""Rows for the tests of advice. Nobody in it has a name, as in life."""

from datetime import UTC, date, datetime
from typing import Any

from deele.advice.actions import contacts
from deele.advice.kinds import Told
from deele.advice.models import Contact, Template
from deele.directory.tests.factories import place
from deele.office.models import Area, Carrier

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)


def area(key: str = "wohnen") -> Area:
    """An area of work."""
    carrier, _made = Carrier.objects.get_or_create(name="Träger Muster e. V.")
    return Area.objects.get_or_create(key=key, defaults={"name": key.title(), "carrier": carrier})[0]


def told(**given: Any) -> Told:
    """A telephone call about starting."""
    usual = {"audience": "privat_interessiert", "topics": ["einstieg"], "happened_on": DAY}
    if "area" not in given:
        usual["area"] = area()
    if "where" not in given and "place" not in given:
        usual["place"] = place()
    return Told(**{**usual, **given})


def contact(by: Any = None, **given: Any) -> Contact:
    """A contact, logged."""
    return contacts.log(told=told(**given), by=by, now=NOW)


def template(**given: Any) -> Template:
    """A template for the call of every week."""
    usual = {
        "title": "Welche Wohnprojekte gibt es?", "audience": "privat_interessiert", "topics": ["einstieg"],
        "results": ["material_versandt"], "duration": "15_30",
    }  # fmt: skip
    return Template.objects.create(**{**usual, "area": given.pop("area", None) or area(), **given})
