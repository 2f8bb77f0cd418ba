"""A name goes through the whole life of an event, then its person is erased: it is found nowhere any more."""

import io
import logging
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from deele.events.actions import around, attendance, billing, certificates, registrations, volunteers
from deele.events.enums import Proof, State
from deele.events.kinds import Contact, InvoiceTo, Person
from deele.events.models import Certificate, Need, Volunteer
from deele.events.queries import certificates as certificate_queries
from deele.events.queries import day_papers, lists, people
from deele.events.tests import factories
from deele.mail.models import OutgoingMail
from deele.money.actions import drawing
from deele.money.models import Invoice
from deele.money.tests import factories as money
from deele.privacy.actions import erase_person
from deele.privacy.actions.retention import run_retention

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Zwiebelfisch Unverwechselbar", "zwiebelfisch@example.org"
NEED = "Zwiebelfreie Kost"
TRACES = ("zwiebelfisch", "unverwechselbar", "zwiebelfrei")
NOW = factories.NOW


@pytest.fixture
def desk(client, settings, caplog):
    settings.DEELE_SECOND_FACTOR = False
    caplog.set_level(logging.DEBUG)
    client.force_login(factories.staff("leitung"))
    return client


def everything_in_the_database():
    """(table, column) of every cell in which a trace of the person stands, whatever its type."""
    found = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found += [(table, name) for name, cell in zip(columns, row, strict=True) if is_trace(cell)]
    return sorted(set(found))


def is_trace(cell):
    if isinstance(cell, bytes | memoryview):
        cell = bytes(cell).decode("latin-1")
    return any(trace in str(cell).lower() for trace in TRACES)


def printed(event):
    """The words of all papers: badges, list to sign, certificate, invoices."""
    certificate = Certificate.objects.select_related("participant__registration__event__area__carrier").get()
    papers = [
        day_papers.badges(event),
        day_papers.signatures(event, people.counted_days(event)),
        certificate_queries.paper(certificate),
        *(bytes(invoice.pdf) for invoice in Invoice.objects.all()),
    ]
    return [" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages) for paper in papers]


def live(desk):
    """Registered, billed to an organisation, changed, on every list, there, certified, thanked, asked, volunteering."""
    carrier = money.carrier()
    money.billing(carrier)
    event = factories.event("Schulung Wohnberatung", area=factories.area(carrier=carrier))
    price = factories.price(event, proof=Proof.STAFF)
    contact = Contact(
        name=NAME, email=EMAIL, phone="0511 Zwiebelfisch", remark=f"Grüße von {NAME}", organisation="Gemeinde Muster",
        invoice=InvoiceTo("Gemeinde Muster", "Rathausplatz 1\n27283 Verden", "kasse@example.org"),
    )  # fmt: skip
    person = Person(name=NAME, price_pk=price.pk, need=NEED, on_list=True)
    row = registrations.register(event=event, contact=contact, people=[person], by=None, now=NOW)
    guest = row.participants.get()
    registrations.check_proof(participant=guest, accepted=True, by=None, now=NOW)
    billing.settle(registration=row, by=None, now=NOW)
    drawing.draw_waiting(lambda: NOW)
    around.remind(pk=row.pk, now=factories.START - timedelta(days=1))
    for purpose in lists.PURPOSES:
        for form in ("csv", "xlsx"):
            desk.get(reverse("events:desk-list-file", args=[event.pk, purpose.key, form]))
    desk.get(reverse("events:desk-badges", args=[event.pk]))
    desk.get(reverse("events:desk-entrance", args=[event.pk]), {"q": NAME})
    tap = attendance.tap_now(guest, event.days.get().pk, present=True, now=factories.START)
    attendance.note(event=event, taps=[tap], sent_at=factories.START, by=None, now=factories.START)
    certificates.issue(event=event, persons=[guest.pk], by=None, now=NOW)
    event.state = State.HELD
    event.save()
    around.follow_up(pk=row.pk, now=event.ends_at + timedelta(days=1))
    volunteers.take_over(event=event, participants=[guest.pk], by=None, now=NOW)
    volunteers.ask_for_year(volunteers=Volunteer.objects.all(), year=2026, now=NOW)
    return event, row


def test_erased_name_is_found_nowhere(desk, caplog):
    event, _row = live(desk)
    code = Certificate.objects.get().code
    assert len(everything_in_the_database()) > 8  # the search itself works
    assert [is_trace(text) for text in printed(event)] == [True, True, True, False]  # an invoice names who pays
    assert OutgoingMail.objects.filter(to=EMAIL).count() >= 5

    erase_person(email=EMAIL, by=None, now=timezone.now())

    assert everything_in_the_database() == []
    assert [text for text in printed(event) if is_trace(text)] == []
    assert [name for name in default_storage.listdir(".")[1] if is_trace(name)] == []
    assert not is_trace(caplog.text)
    checked = certificate_queries.checked(code)
    assert (checked["certificate"].code, is_trace(checked["name"])) == (code, False)
    assert people.coming(event).count() == 1  # the figures stay
    assert billing.settle_due(timezone.now() + timedelta(days=1)) == (0, [])
    assert Invoice.objects.get().recipient_name == "Gemeinde Muster"


def test_rendered_pages_after_erasure_do_not_know_the_name(desk):
    event, _row = live(desk)
    erase_person(email=EMAIL, by=None, now=timezone.now())
    cache.clear()
    names = ("desk-lists", "desk-entrance", "desk-attendance", "desk-certificates", "desk-feedback", "desk-billing")
    pages = {name: desk.get(reverse(f"events:{name}", args=[event.pk])) for name in names}
    tables = [desk.get(reverse("events:desk-list-file", args=[event.pk, one.key, "csv"])) for one in lists.PURPOSES]

    assert {name: page.status_code for name, page in pages.items()} == dict.fromkeys(names, 200)
    assert [name for name, page in pages.items() if is_trace(page.content)] == []
    assert [table for table in tables if is_trace(table.content)] == []


def test_what_people_need_goes_by_itself_a_week_after_the_event(desk):
    event, row = live(desk)
    ends = event.ends_at
    run_retention(now=ends + timedelta(days=6), dry=False)
    assert Need.objects.count() == 1

    run_retention(now=ends + timedelta(days=8), dry=False)
    row.refresh_from_db()
    assert (Need.objects.count(), row.contact_name) == (0, NAME)


def test_retention_runs_every_day_by_itself():
    from deele.core import jobs  # noqa: PLC0415  only here

    daily = [job for job in jobs.discover() if "retention" in job.key]

    assert [job.every <= timedelta(days=1) for job in daily] == [True]


def test_every_table_was_looked_through():
    """The search above goes by the tables of the database, so no model can be forgotten."""
    tables = set(connection.introspection.table_names())

    assert {model._meta.db_table for model in apps.get_app_config("events").get_models()} <= tables
