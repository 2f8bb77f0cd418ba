"""Rows for the tests of advice. Nobody in it has a name, as in life."""

from datetime import UTC, date, datetime
from typing import Any

from deele.advice.actions import cases, contacts
from deele.advice.kinds import Told
from deele.advice.models import Case, Contact, Template
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.tests.factories import entry, place
from deele.office.models import Area, Carrier

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
CASE_FIELDS = (
    "client_name", "client_email", "client_phone", "client_organisation", "working_note", "due_on", "follow_up_on",
    "state", "adviser", "deputy",
)  # fmt: skip


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


def case(by: Any = None, **given: Any) -> Case:
    """A case with an adviser, made at once; a contact is logged and joined unless told otherwise."""
    fields = {name: given.pop(name) for name in CASE_FIELDS if name in given}
    made = cases.open_from_contact(contact=contact(by=by, **given), by=by, now=NOW)
    if fields:
        Case.objects.filter(pk=made.pk).update(**fields)
        made.refresh_from_db()
    return made


def named_case(by: Any = None, **given: Any) -> Case:
    """A case whose client wants to be known."""
    client = {"client_name": "Ratsuchende Muster", "client_email": "ratsuchende@example.org"}
    return case(
        by=by, **{**client, "client_phone": "0511 123456", "working_note": "Will zurückgerufen werden.", **given}
    )


def office(title: str = "Beratungsstelle Muster") -> Entry:
    """A public advice office in the usual place."""
    return entry(title, kind="beratungsstelle_wohnprojekte", state=State.PUBLISHED)
