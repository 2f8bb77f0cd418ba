"""Three real events from the first click of a stranger to the last paper: an excursion with a choice on the eve, a
training of six days, an online series with a free kick-off and blocks that cost.

The worker sends to a real mail server; mails, invoices, certificates and calendars are opened and read.
"""

import re
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from deele.access.tests.factories import colleague
from deele.directory.actions.imports import load_starter as load_entries
from deele.events.actions import demo
from deele.events.models import Certificate, Event, Registration
from deele.events.queries.dates import moment_in_words
from deele.mail.tests.conftest import server  # noqa: F401  the fixture
from deele.money.models import Invoice
from deele.places.tests.factories import load_starter
from deele.website.actions import demo_people
from tests.browser.papers import Letter, invoice_words, letters, pdf_text, show_letter, show_pdf
from tests.browser.world import HUMAN_MILLISECONDS, no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
HERE = ZoneInfo("Europe/Berlin")
MORE_THAN_GRACE = timedelta(minutes=11)  # an invoice waits ten minutes for second thoughts
LEITWEG = "991-33333TEST-33"  # the number of the test buyer of the federal portal
ROUNDS, ROUND = 3, timedelta(seconds=5)
LATER = timedelta(minutes=30)  # once the worker has seen a later hour, its next round is later still


@pytest.fixture
def house(site, settings, live_server, server):  # noqa: F811  the fixture
    """The demonstration office with its events, and mail that really leaves it."""
    settings.DEELE_SECOND_FACTOR = False
    settings.DEELE_URL = live_server.url
    load_starter()
    now = timezone.now()
    demo_people.make(now)
    load_entries(now=now)
    demo.make(now)
    work()
    server.received.clear()
    return server


def work(after: timedelta = timedelta()) -> None:
    """What the worker does when it is due, now or after some time: it writes an invoice, draws its paper, sends it."""
    for step in range(ROUNDS):
        with time_machine.travel(timezone.now() + after + step * ROUND, tick=True):
            call_command("work", once=True, verbosity=0)


def event_of(number: int) -> Event:
    return Event.objects.get(external_id=f"demo-event-{number}")


def mails_to(house, address: str) -> list[Letter]:
    """What this person got so far, oldest first."""
    return [letter for letter in letters(house.received) if letter.to == address]


def mail_about(house, address: str, word: str) -> Letter:
    """The one mail with this word in its subject."""
    mails = mails_to(house, address)
    found = [letter for letter in mails if word in letter.subject]
    assert len(found) == 1, [letter.subject for letter in mails]
    return found[0]


def staff(new_page, live_server, **more) -> Page:
    """A page of the lead of the office."""
    return sign_in(new_page(**more), colleague("leitung"), live_server.url)


def find_in_calendar(page: Page, event: Event) -> None:
    """From the calendar to the page of the event, and on to the form."""
    page.goto("/veranstaltungen/")
    page.get_by_role("link", name=event.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(event.full_title)
    page.get_by_role("link", name=said("Register"), exact=True).first.click()


def entries_of(page: Page, path: str) -> list[icalendar.Event]:
    """The dates of a calendar file, read by a calendar; every time names its zone, whose rules are in the file."""
    answer = page.request.get(path)
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = icalendar.Calendar.from_ical(answer.body())
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    found = calendar.walk("VEVENT")
    assert {entry["dtstart"].params["tzid"] for entry in found} == {"Europe/Berlin"}
    return found


def times(entries: list[icalendar.Event]) -> list[tuple[date, time, time]]:
    """Day, beginning and end on the clocks of here."""
    local = [(one["dtstart"].dt.astimezone(HERE), one["dtend"].dt.astimezone(HERE)) for one in entries]
    return [(starts.date(), starts.time(), ends.time()) for starts, ends in local]


def days_of(event: Event) -> list[date]:
    return [timezone.localtime(day.starts_at).date() for day in event.days.all()]


def write_invoices(page: Page, event: Event) -> None:
    """The office presses the button for what is due."""
    page.goto(reverse("events:desk-billing", args=[event.pk]))
    page.get_by_role("button", name=said("Write all invoices that are due")).click()
    expect(page.locator(".alert--success")).to_be_visible()


def file_of(page: Page, invoice: Invoice, form: str) -> bytes:
    """A file of the invoice as the desk gives it out."""
    return page.request.get(reverse("money:file", args=[invoice.pk, form])).body()


def certificate_of(page: Page, event: Event, name: str, look, shot: str) -> Certificate:
    """The office issues the certificate of this person, and it is looked at."""
    page.goto(reverse("events:desk-certificates", args=[event.pk]))
    page.get_by_role("row").filter(has_text=name).get_by_role("button").click()
    expect(page.locator(".alert--success")).to_be_visible()
    look(page, shot)
    return Certificate.objects.get(participant__name=name)


def check_certificate(house, page: Page, made: Certificate, address: str, hours: str, shot: str, look) -> None:
    """The paper comes by mail, says what it should, and its code tells that it is genuine."""
    work(after=LATER)
    mail = mails_to(house, address)[-1]
    paper = page.request.get(mail.link("/bescheinigung/abruf/")).body()
    text = pdf_text(paper)
    for word in (made.participant.name, hours, made.code):
        assert word in text
    assert show_pdf(paper, shot) == 1
    page.goto("/bescheinigung/")
    page.get_by_role("textbox").last.fill(made.code)
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page.get_by_text(said("This certificate is genuine"))).to_be_visible()
    assert made.participant.name not in page.content()
    look(page, f"{shot}-geprueft")


def test_excursion_a_town_hall_books_for_two_without_scripts(new_page, house, live_server, look):
    event, mine = event_of(1), "planung@stadt.example"
    page = new_page(javascript=False)
    find_in_calendar(page, event)
    page.get_by_label(said("Your name")).fill("Amtsleiterin Muster")
    page.get_by_label(said("Your e-mail address")).fill(mine)
    page.locator("#id_organisation").fill("Stadt Muster")
    page.get_by_label(said("Where do you live or work?")).fill("27283")
    page.get_by_role("button", name=said("Add one more person")).click()
    first, second = (page.get_by_role("group", name=said("Person %(number)s", number=n)) for n in (1, 2))
    first.get_by_role("radio", name="Regulär").check()
    first.get_by_role("checkbox", name="Rundgang am Vorabend").check()
    second.get_by_label(said("Name"), exact=True).fill("Kollege Muster")
    second.get_by_role("radio", name="Regulär").check()
    second.get_by_role("checkbox", name="Vegetarischer Imbiss").check()
    page.get_by_label(said("Invoice to")).fill("Stadt Muster, Kämmerei")
    page.get_by_label(said("Address for the invoice")).fill("Rathausplatz 1\n27283 Verden (Aller)")
    page.get_by_text(said("For municipalities and public offices")).click()
    page.get_by_label(said("Your order number or reference")).fill("HH 2027-0815")
    page.get_by_label(said("Leitweg-ID")).fill(LEITWEG)
    look(page, "e1-formular")
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.get_by_role("button", name=said("Register with obligation to pay")).click()
    expect(page.get_by_text("138,00")).to_be_visible()
    look(page, "e1-danke")
    booked = Registration.objects.get(contact_email=mine)
    assert (booked.seats, booked.total_cents, booked.order_reference) == (2, 13800, "HH 2027-0815")

    work()
    mail = mail_about(house, mine, event.title)
    show_letter(new_page(), mail, "e1-mail")
    for part in (mail.text, re.sub(r"<[^>]+>", "", mail.html)):
        for word in ("138,00", booked.code, "Kollege Muster", "Rundgang am Vorabend", "17:30"):
            assert word in part, word
        assert moment_in_words(event.cancel_free_until) in part
    own = mail.link("/anmeldung/")
    assert f'{live_server.url}{own}"' in mail.html
    page.goto(own)
    expect(page.get_by_text(booked.code).first).to_be_visible()
    look(page, "e1-eigene-seite")
    assert times(entries_of(page, f"{own}termin.ics")) == [(days_of(event)[0], time(10), time(17, 30))]

    work(after=MORE_THAN_GRACE)
    (invoice,) = Invoice.objects.filter(recipient_name="Stadt Muster, Kämmerei")
    bill = mail_about(house, mine, invoice.number)
    show_letter(new_page(), bill, "e1-mail-rechnung")
    assert "138,00" in bill.text
    text = pdf_text(bill.files[".pdf"])
    for word in (invoice.number, "138,00", "HH 2027-0815", "Rathausplatz 1", booked.code, "2 69,00"):
        assert word in text, word
    assert show_pdf(bill.files[".pdf"], "e1-rechnung") == 1
    read = invoice_words(bill.files[".xml"])
    assert read.pop("iban") in text.replace(" ", "")
    assert read == {
        "number": invoice.number, "order": "HH 2027-0815", "buyer": "Stadt Muster, Kämmerei", "sum": "138.00",
        "leitweg": LEITWEG,
    }  # fmt: skip

    desk = staff(new_page, live_server)
    assert file_of(desk, invoice, "pdf") == bill.files[".pdf"]
    assert file_of(desk, invoice, "xml") == bill.files[".xml"]
    desk.goto(reverse("events:desk-entrance", args=[event.pk]))
    desk.locator(".guest[data-person]").filter(has_text="Amtsleiterin Muster").locator("button").click()
    expect(desk.locator("[data-net]")).to_have_text(said("Everything is saved"))
    look(desk, "e1-einlass")
    made = certificate_of(desk, event, "Amtsleiterin Muster", look, "e1-bescheinigungen")
    check_certificate(house, new_page(), made, mine, "6 ", "e1-bescheinigung", look)


def press_until(page: Page, name: str, presses: int = 80) -> None:
    """Go on with the tabulator until this control has the focus; a control out of reach fails."""
    for _press in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("name => document.activeElement.name === name || document.activeElement.id === name", name):
            return
    raise AssertionError(f"{name} can't be reached with the keyboard")


def press_on(page: Page, text: str, presses: int = 80) -> None:
    """Go on to the link or button with these words, and press Enter."""
    for _press in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("text => document.activeElement.textContent.trim() === text", text):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{text} can't be reached with the keyboard")


def test_course_of_six_days_by_keyboard_on_a_telephone(new_page, house, live_server, look):
    event, mine = event_of(2), "ehrenamt@muster.example"
    page = new_page(width=320)
    page.goto("/veranstaltungen/")
    look(page, "e2-kalender-320")
    press_on(page, event.title)
    page.wait_for_url(f"**{event.get_absolute_url()}")
    look(page, "e2-seite-320")
    assert no_wider_than(page, 320)
    press_on(page, said("Register"))
    page.wait_for_url("**/anmelden/")
    press_until(page, "name")
    page.keyboard.type("Beraterin Muster")
    press_until(page, "email")
    page.keyboard.type(mine)
    press_until(page, "place_text")
    page.keyboard.type("Verden")
    page.get_by_role("option", name="Verden (Aller)").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    press_on(page, said("Add one more person"))
    expect(page.get_by_role("group", name=said("Person %(number)s", number=2))).to_be_visible()
    press_until(page, "p2_name")
    page.keyboard.type("Nachbar Muster")
    look(page, "e2-formular-320")
    assert no_wider_than(page, 320)
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    press_on(page, said("Register"))
    page.wait_for_url("**/danke/**")
    look(page, "e2-danke-320")
    booked = Registration.objects.get(contact_email=mine)
    assert (booked.seats, booked.total_cents, booked.place.key) == (2, 0, "03361012")

    work()
    mail = mail_about(house, mine, event.title)
    show_letter(new_page(width=320), mail, "e2-mail-320")
    for day in days_of(event):
        assert f"{day:%-d}. " in mail.text
    assert "€" not in mail.text
    own = mail.link("/anmeldung/")
    entries = entries_of(page, f"{own}termin.ics")
    assert times(entries) == [(day, time(9, 30), time(16, 30)) for day in days_of(event)]
    assert len({str(entry["uid"]) for entry in entries}) == 6
    assert "Andere Wohnformen" in str(entries[4]["summary"])
    assert times(entries_of(page, reverse("events:event-ics", args=[event.pk]))) == times(entries)

    desk = staff(new_page, live_server)
    desk.goto(reverse("events:desk-attendance", args=[event.pk]))
    for name, missed in (("Beraterin Muster", 1), ("Nachbar Muster", 2)):
        boxes = desk.get_by_role("row").filter(has_text=name).get_by_role("checkbox")
        for at in range(6 - missed):
            boxes.nth(at).check()
    desk.get_by_role("button", name=said("Save")).click()
    look(desk, "e2-teilnahme")
    made = certificate_of(desk, event, "Beraterin Muster", look, "e2-bescheinigungen")
    expect(desk.get_by_role("row").filter(has_text="Nachbar Muster")).to_contain_text(said("not enough days"))
    check_certificate(house, new_page(width=320), made, mine, "30", "e2-bescheinigung", look)


def test_online_series_with_paid_blocks_in_the_dark(new_page, house, live_server, look):
    event, mine = event_of(3), "rat@gemeinde.example"
    page = new_page(theme="dark")
    find_in_calendar(page, event)
    page.get_by_label(said("Your name")).fill("Ratsfrau Muster")
    page.get_by_label(said("Your e-mail address")).fill(mine)
    person = page.get_by_role("group", name=said("Person %(number)s", number=1))
    person.get_by_role("checkbox", name="Block 1").check()
    person.get_by_role("checkbox", name="Block 3").check()
    expect(page.locator(".sum")).to_contain_text("56,00")
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.get_by_role("button", name=said("Register with obligation to pay")).click()
    expect(page.get_by_role("alert")).to_contain_text("56,00")
    look(page, "e3-fehler")
    page.get_by_label(said("Address for the invoice")).fill("Dorfstraße 3\n27308 Musterdorf")
    page.get_by_role("button", name=said("Register with obligation to pay")).click()
    page.wait_for_url("**/danke/**")
    look(page, "e3-danke")
    booked = Registration.objects.get(contact_email=mine)

    work()
    mail = mail_about(house, mine, event.title)
    show_letter(new_page(theme="dark"), mail, "e3-mail")
    for word in ("56,00", "Block 1", "Block 3", "https://treffen.example/muster", booked.code):
        assert word in mail.text, word
    assert "Block 2: " not in mail.text
    own = mail.link("/anmeldung/")
    entries = entries_of(page, f"{own}termin.ics")
    assert times(entries) == [(day, time(16, 30), time(19)) for day in days_of(event)]
    assert all("https://treffen.example/muster" in str(entry["description"]) for entry in entries)
    public = entries_of(page, reverse("events:event-ics", args=[event.pk]))
    assert not any("treffen.example" in str(entry["description"]) for entry in public)

    work(after=MORE_THAN_GRACE)
    assert not Invoice.objects.filter(recipient_name="Ratsfrau Muster").exists(), (
        "this event bills together, at the end"
    )
    desk = staff(new_page, live_server)
    write_invoices(desk, event)
    look(desk, "e3-abrechnung")
    work(after=LATER)
    (invoice,) = Invoice.objects.filter(recipient_name="Ratsfrau Muster")
    bill = mail_about(house, mine, invoice.number)
    text = pdf_text(bill.files[".pdf"])
    for word in (invoice.number, "56,00", "28,00", "Block 1", "Block 3", "Dorfstraße 3"):
        assert word in text, word
    show_pdf(bill.files[".pdf"], "e3-rechnung")
    assert set(bill.files) == {".pdf"}  # a machine's invoice is for public offices
    desk.goto(reverse("money:invoice", args=[invoice.pk]))
    look(desk, "e3-rechnung-schreibtisch")
    page.goto(own)
    expect(page.get_by_role("link", name=invoice.number)).to_be_visible()
    look(page, "e3-eigene-seite")
