"""A session played through by three: the office invites, the lead runs it, two write minutes at once, a mail becomes an
item of the agenda, a task arrives in the next agenda (issue 5, D3)."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.directory.tests.factories import staff
from deele.groups.actions import session_mailbox
from deele.groups.models import Decision, MinutesItem, MinutesVersion, Session, Task
from deele.groups.tests import sessions as made
from deele.mail.tests.factories import office
from deele.mail.tests.imap import Box
from tests.browser.world import link_in_last_mail, no_wider_than, said, sign_in, sign_in_member

pytestmark = pytest.mark.browser
MINE, DESK = "/buendnis/mein/gruppen/", "/schreibtisch/gruppen/"


def press(page, label, **more):
    page.locator("main").get_by_role("button", name=said(label, **more), exact=True).first.click()


def write(page, address, text, kind="information", **fields):
    page.goto(f"{address}protokoll/neu/")
    page.locator(f"input[name=kind][value={kind}]").check()
    page.locator("#id_text").fill(text)
    for name, value in fields.items():
        page.locator(f"#id_{name}").select_option(value)
    press(page, "Write it down")


@pytest.fixture
def world(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    settings.DEELE_GROUPS = {**settings.DEELE_GROUPS, "address": "sitzung@example.com"}
    office(name="Büro Muster")
    made_world = made.world()
    Session.objects.all().delete()
    return made_world


def planned(page, world):
    """The office plans and invites."""
    home = f"{DESK}{world.group.pk}/sitzungen/"
    page.goto(f"{home}neu/")
    page.locator("#id_day").fill(str(timezone.localdate() + timedelta(days=20)))
    page.locator("#id_begins").fill("10:00")
    page.locator("#id_ends").fill("12:00")
    page.locator("#id_place").fill("Rathaus Muster")
    press(page, "Plan it")
    session = Session.objects.get()
    page.goto(f"{home}{session.pk}/einladen/")
    expect(page.get_by_text("Kim Muster").first).to_be_visible()
    press(page, "Send the invitation")
    expect(page.get_by_text(said("The invitations are on their way."))).to_be_visible()
    return session


def answer_by_mail(session, seat):
    """Kim answers the invitation; the worker reads the mailbox."""
    code = session.people.get(seat=seat).code
    mail = EmailMessage()
    mail["From"], mail["To"] = seat.delegate.email, f"sitzung+{code}@example.com"
    mail["Subject"], mail["Message-ID"] = "AW: Einladung", "<browser@example.org>"
    mail.set_content(
        "Hallo,\n\nÜber Räume in den Dörfern\n\nViele Grüße\nKim\n\nAm 1.1.2027 schrieb Büro:\n> Guten Tag"
    )
    box = Box([mail.as_bytes()])
    assert session_mailbox.read_mailbox(box.account, now=timezone.now, stopping=lambda: False) == 1


def the_day_comes(session):
    """The session was yesterday."""
    begins = timezone.now() - timedelta(days=1)
    Session.objects.filter(pk=session.pk).update(starts_at=begins, ends_at=begins + timedelta(hours=2))


def test_a_session_from_the_invitation_to_confirmed_minutes(new_page, world, axe, live_server, look, watch):
    watch.expected.append("409")  # two writers meet: the browser reports the answer
    desk = sign_in(new_page(1280), staff("leitung"), live_server.url)
    session = planned(desk, world)
    look(desk, "sitzung-schreibtisch")
    axe(desk)

    phone = new_page(320, javascript=False)  # the link of the mail, nobody is signed in
    phone.goto(link_in_last_mail("groups.session-invitation"))
    phone.locator("input[name=answer][value=ja]").check()
    press(phone, "Send the answer")
    expect(phone.get_by_text(said("Thank you, your answer is there."))).to_be_visible()
    assert no_wider_than(phone, 320)
    look(phone, "sitzung-antwort-320")

    answer_by_mail(session, world.kim)
    lead = sign_in_member(new_page(1280), world.lead.delegate, live_server.url)
    kim = sign_in_member(new_page(320), world.kim.delegate, live_server.url)
    address = f"{MINE}{world.group.pk}/sitzungen/{session.pk}/"
    lead.goto(address)
    expect(lead.get_by_text("Über Räume in den Dörfern").first).to_be_visible()

    the_day_comes(session)
    lead.goto(address)
    press(lead, "It took place")
    lead.goto(f"{address}anwesenheit/")
    for box in lead.locator("main select").all():
        box.select_option("anwesend")
    press(lead, "Note it")

    write(lead, address, "Begonnen um zehn.")
    write_at_once(lead, kim, address)
    look(kim, "protokoll-zwei-schreiben-320")
    assert no_wider_than(kim, 320)
    press(kim, "Write it down")
    write(kim, address, "Räume anfragen", kind="aufgabe", seat=str(world.kim.pk))
    write(lead, address, "Wir laden die Kommunen ein.", kind="beschluss", majority="konsens", level="kommunal")
    look(lead, "protokoll")
    axe(lead)

    lead.goto(f"{address}protokoll/versenden/")
    press(lead, "Send the draft")
    assert Task.objects.get().seat == world.kim
    following = made.session(world.lead, now=timezone.now())
    kim.goto(f"{MINE}{world.group.pk}/sitzungen/{following.pk}/")
    expect(kim.get_by_text("Räume anfragen").first).to_be_visible()
    look(kim, "naechste-tagesordnung-320")

    lead.goto(f"{address}protokoll/bestaetigen/")
    lead.locator("#id_by_session").check()
    press(lead, "Confirm for good")
    assert str(Decision.objects.get()).startswith("1/")
    kim.goto("/buendnis/mein/beschluesse/")
    expect(kim.get_by_text("Wir laden die Kommunen ein.").first).to_be_visible()
    look(kim, "beschluesse-320")
    axe(kim)


def write_at_once(lead, kim, address):
    """Both open the same item; the lead is faster; Kim sees both texts, and hers is still in the field."""
    item = MinutesItem.objects.get()
    for page in (lead, kim):
        page.goto(f"{address}protokoll/{item.pk}/")
    lead.locator("#id_text").fill("Begonnen um zehn Uhr, alle da.")
    press(lead, "Write it down")
    kim.locator("#id_text").fill("Begonnen um halb elf.")
    press(kim, "Write it down")
    expect(kim.get_by_role("cell", name="Begonnen um zehn Uhr, alle da.")).to_be_visible()
    expect(kim.locator("#id_text")).to_have_value("Begonnen um halb elf.")
    assert MinutesVersion.objects.filter(item=item, kept=False, text="Begonnen um halb elf.").exists()
