"""What people type where nobody expects it: line breaks that would be headers, titles of three thousand signs."""

import io
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from deele.directory.tests.factories import staff
from deele.events.actions import around, billing, life, registrations, waiting
from deele.events.enums import Kind, State
from deele.events.kinds import Contact, InvoiceTo, Person
from deele.events.models import Event, Registration
from deele.events.queries import day_papers
from deele.events.tests.registering import NOW, STARTS, an_event, area, price, register
from deele.mail.actions import delivery
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import Server
from deele.money.actions import drawing
from deele.money.models import Invoice
from deele.money.tests import factories as money
from deele.office.models import Carrier, Office

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
BAD = "\r\nBcc: boese@example.org\r\n\r\n<b>Eingeschleust</b>"
LONGEST = ("Wohnen im Alter " * 20)[:250].strip()
WORD = "Wohnungsgenossenschaftsgruendungsversammlung" * 5  # nothing to break at


@pytest.fixture
def server(settings):
    with Server() as running:
        settings.DEELE_SMTP = running.smtp
        yield running


def deceitful(title="Fachtag" + BAD):
    """Office, carrier, event and price, all of them past every form."""
    event = an_event(1, title=title, cancel_fee_percent=50)
    Office.objects.update(name="Büro" + BAD)
    Carrier.objects.update(name="Träger" + BAD, address="Musterweg 2\n30159 Hannover" + BAD)
    money.billing(area().carrier, contact_name="Kasse" + BAD, account_holder="Träger" + BAD)
    return Event.objects.get(pk=event.pk), price(event, title="Regulär" + BAD)


def life_of(event, fee):
    """Everything that writes: registered, waiting, offered, changed, billed, cancelled, reminded, called off."""
    contact = Contact("Erste" + BAD, "erste@example.org", organisation="Amt" + BAD,
                      invoice=InvoiceTo(name="Gemeinde" + BAD, email="kasse@example.org"))  # fmt: skip
    person = Person(name="Erste" + BAD, price_pk=fee.pk)
    first = registrations.register(event=event, contact=contact, people=[person], by=None, now=NOW)
    second = register(event, "Zweite" + BAD, contact=Contact("Zweite" + BAD, "zweite@example.org"), price_pk=fee.pk)
    billing.settle(registration=first, by=None, now=NOW)
    registrations.cancel(registration=first, by=None, now=NOW, reason="Grund" + BAD)
    billing.settle(registration=first, by=None, now=NOW)
    waiting.accept(registration=Registration.objects.get(pk=second.pk), by=None, now=NOW)
    around.remind(pk=second.pk, now=STARTS - timedelta(days=2))
    life.move(event=Event.objects.get(), to=State.CALLED_OFF, by=None, now=NOW, reason="Krank" + BAD)
    drawing.draw_waiting(lambda: NOW)


def test_line_breaks_in_every_name_reach_no_header_on_the_wire(server):
    life_of(*deceitful())

    delivery.send_due(lambda: NOW + timedelta(days=100))

    mails = [message_from_bytes(content, policy=default) for _to, content in server.received]
    purposes = set(OutgoingMail.objects.values_list("purpose", flat=True))
    assert len(purposes) >= 6
    assert len(mails) == OutgoingMail.objects.count()
    assert set(server.recipients) == {"erste@example.org", "zweite@example.org", "kasse@example.org"}
    for mail in mails:
        assert [part for one in mail.walk() for part in one.defects] == []
        assert "bcc" not in {name.lower() for name in mail.keys()}  # noqa: SIM118  a message, not a dict
        assert len(mail.get_all("To")) == len(mail.get_all("Subject")) == len(mail.get_all("From")) == 1
        names = [one.get_filename() or "" for one in mail.walk()]
        assert "".join(names).isprintable()
        html = mail.get_body(["html"])
        assert html is None or "<b>Eingeschleust" not in html.get_content()


def test_calendar_file_with_line_breaks_in_names_has_one_entry_of_its_own(client):
    event, _fee = deceitful("Fachtag\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Falsch")
    Event.objects.update(public_since=NOW, starts_at=timezone.now() + timedelta(days=9), ends_at=None)

    answer = client.get(reverse("events:event-ics", args=[event.pk]))

    entries = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(entries) == 1
    assert b"\nSUMMARY:Falsch" not in answer.content


def test_title_of_three_thousand_signs_is_refused_at_the_field_and_nothing_typed_is_lost(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(staff("veranstaltung"))
    data = {"title": "Lang " * 600, "kind": Kind.LAB, "format": "praesenz", "role": "veranstalter",
            "day": "2027-05-20", "begins": "10:00", "ends": "16:00"}  # fmt: skip

    page = client.post(reverse("events:desk-new"), data)

    assert set(page.context["form"].errors) == {"title"}
    assert ("Lang " * 600).strip() in page.content.decode()
    assert "2027-05-20" in page.content.decode()
    assert not Event.objects.exists()


@pytest.mark.parametrize("title", [LONGEST, WORD[:250]], ids=["words", "one-word"])
def test_longest_title_stands_whole_on_page_mail_calendar_badge_and_invoice(title, client):
    event = an_event(5, title=title, starts=timezone.now() + timedelta(days=60), public_since=NOW)
    fee = price(event)
    carrier = event.area.carrier
    money.billing(carrier)
    Carrier.objects.update(address="Musterweg 2\n30159 Hannover")
    row = register(event, WORD[:120], price_pk=fee.pk, now=timezone.now())
    billing.settle(registration=row, by=None, now=timezone.now())
    drawing.draw_waiting(timezone.now)

    pages = [client.get(address) for address in (event.get_absolute_url(), f"/veranstaltungen/{event.pk}/anmelden/")]
    calendar = icalendar.Calendar.from_ical(client.get(reverse("events:event-ics", args=[event.pk])).content)
    mail = OutgoingMail.objects.get(purpose="events.confirmed")
    (invoice,) = Invoice.objects.all()

    assert [title in page.content.decode() for page in pages] == [True, True]
    assert [str(one["SUMMARY"]) for one in calendar.walk("VEVENT")] == [title]
    assert len(mail.subject) <= 250
    assert squeezed(title) in squeezed(mail.body)
    assert squeezed(title) in squeezed(text_of(invoice.pdf))
    assert squeezed(title) in squeezed(text_of(day_papers.badges(event)))
    assert fits(invoice.pdf)
    assert fits(day_papers.badges(event))


def text_of(pdf):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(bytes(pdf))).pages)


def squeezed(text):
    """Without what a line break may add."""
    return "".join(sign for sign in text if sign.isalnum())


def fits(pdf):
    """Whether every piece of text begins on its sheet."""
    inside = []
    for page in PdfReader(io.BytesIO(bytes(pdf))).pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, _size, w=width, h=height: (
                inside.append(-1 <= tm[4] <= w and -1 <= tm[5] <= h) if text.strip() else None
            )
        )
    return all(inside)
