"""Answers by mail become items: once, from whom they concern, never from a machine; loops die."""

from datetime import timedelta
from email.message import EmailMessage

import pytest

from deele.groups.actions import session_mail, session_mailbox, sessions
from deele.groups.enums.sessions import AgendaSource, MailOutcome
from deele.groups.models import AgendaItem, SessionMail
from deele.groups.rules import agenda_mail as rules
from deele.groups.tests import sessions as made
from deele.groups.tests.sessions import NOW, by
from deele.mail import emails as mail_emails
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails
from deele.mail.tests.imap import Box

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
QUOTE = "\n\nAm 27.11.2026 um 10:00 schrieb Büro Muster:\n> Guten Tag\n> Tagesordnung"


@pytest.fixture
def world(settings):
    settings.DEELE_GROUPS = {**settings.DEELE_GROUPS, "address": "sitzung@example.com"}
    mails.office()
    world = made.world()
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    world.place = world.session.people.get(seat=world.kim)
    world.to = f"sitzung+{world.place.code}@example.com"
    return world


def mail(text="Bitte über Räume sprechen." + QUOTE, **head):
    message = EmailMessage()
    usual = {"From": "Kim Muster <kim@example.org>", "Subject": "AW: Einladung", "Message-ID": "<1@example.org>"}
    for name, value in {**usual, **{key.replace("_", "-"): value for key, value in head.items()}}.items():
        message[name] = value
    message.set_content(text)
    return message


def take(message, now=NOW):
    return session_mail.take(message if isinstance(message, bytes) else message.as_bytes(), now=now)


def answers():
    purposes = ["groups.session-mail-taken", "groups.session-mail-refused"]
    return OutgoingMail.objects.filter(purpose__in=purposes)


def test_an_answer_becomes_an_item_without_quote_and_signature(world):
    text = f"Hallo Lea,\n\nBitte über Räume sprechen.\n\nViele Grüße\nKim{QUOTE}"
    row = take(mail(text, To=world.to))

    item = world.session.agenda.get()
    assert (row.outcome, item.title, item.text) == (MailOutcome.ITEM, "Bitte über Räume sprechen.", "")
    assert (item.proposer, item.source) == ("Kim Muster (Verein Kim Muster)", AgendaSource.MAIL)
    assert "Tagesordnung" in row.original
    assert answers().get().to == "kim@example.org"


@pytest.mark.parametrize("way", ["plus", "subject", "thread"])
def test_it_is_matched_by_address_subject_or_thread(world, way):
    invitation = OutgoingMail.objects.get(purpose="groups.session-invitation", to="kim@example.org")
    head = {
        "plus": {"To": world.to}, "subject": {"Subject": f"Re: Einladung [{world.place.code}]"},
        "thread": {"In_Reply_To": invitation.message_id},
    }  # fmt: skip
    assert take(mail(**head[way])).outcome == MailOutcome.ITEM


def test_a_mail_read_twice_is_one_item(world):
    content = mail(To=world.to).as_bytes()
    box = Box([content, content])
    for _turn in range(2):
        session_mailbox.read_mailbox(box.account, now=lambda: NOW, stopping=lambda: False)
    assert AgendaItem.objects.count() == 1
    assert answers().count() == 1


def test_umlauts_in_old_encodings_and_html_alone_are_read(world):
    latin = mail("x", To=world.to, Message_ID="<2@example.org>")
    latin.set_content("Über Wohnräume für Ältere", charset="iso-8859-1", cte="quoted-printable")
    html = mail("x", To=world.to, Message_ID="<3@example.org>")
    html.set_content("<p>Über <b>Höfe</b></p><script>1</script>", subtype="html")
    for message in (latin, html):
        assert take(message).outcome == MailOutcome.ITEM
    assert set(AgendaItem.objects.values_list("title", flat=True)) == {"Über Wohnräume für Ältere", "Über Höfe"}


def test_a_stranger_with_a_stolen_code_gets_a_named_answer_and_the_office_looks(world):
    row = take(mail(To=world.to, From="fremd@example.net"))
    assert row.outcome == MailOutcome.STRANGER
    assert not AgendaItem.objects.exists()
    said = answers().get()
    assert said.to == "fremd@example.net"
    assert world.group.name not in said.body + said.subject
    assert list(SessionMail.objects.waiting()) == [row]

    by_office = session_mail.Insider(world.group, user="Büro")
    done = [session_mail.handle(mail=row, as_item=False, by=by_office, user=None, now=NOW) for _turn in range(2)]
    assert done == [True, False]
    assert not SessionMail.objects.waiting().exists()


def test_who_lost_the_seat_and_guests_put_nothing_on_the_agenda(world):
    guest = world.session.people.get(seat=world.guest)
    row = take(mail(To=f"sitzung+{guest.code}@example.com", From="gast@example.org"))
    assert row.outcome == MailOutcome.STRANGER
    world.kim.until = NOW.date()
    world.kim.save()
    assert take(mail(To=world.to, Message_ID="<2@example.org>")).outcome == MailOutcome.STRANGER


def test_after_the_deadline_it_waits_for_the_office_and_can_still_be_an_item(world):
    row = take(mail(To=world.to), now=world.session.agenda_until + timedelta(hours=1))
    assert row.outcome == MailOutcome.TOO_LATE
    assert answers().exists()


@pytest.mark.parametrize(
    "head",
    [
        {"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"X_Loop": "deele"}, {"List_Id": "<x.example>"},
        {"Return_Path": "<>"}, {"From": "sitzung+AAAAA@example.com"},
    ],
)  # fmt: skip
def test_machines_lists_and_our_own_mail_are_no_items_and_get_no_answer(world, head):
    assert take(mail(To=world.to, **head)).outcome == MailOutcome.AUTOMATIC
    assert not AgendaItem.objects.exists()
    assert not answers().exists()


def test_only_a_quote_is_no_item(world):
    assert take(mail(QUOTE, To=world.to)).outcome == MailOutcome.EMPTY


def test_a_loop_of_two_houses_dies(world):
    """Every mail of ours goes to another house like ours, which writes back what ours would write."""
    for ours in OutgoingMail.objects.all():
        back = mail_emails.as_bytes(ours).replace(b"From: ", b"X-Was: ", 1)
        back = f"From: kim@example.org\r\nTo: {world.to}\r\n".encode() + back.replace(b"\r\nTo: ", b"\r\nX-To: ", 1)
        take(back)
    assert not AgendaItem.objects.exists()
    assert not answers().exists()


def test_a_machine_that_does_not_say_so_is_answered_three_times_at_most(world):
    for number in range(60):
        take(mail(f"Abwesend {number}", To=world.to, Message_ID=f"<{number}@example.org>"), now=NOW)
    assert answers().count() == session_mail.ANSWERS_A_DAY
    assert AgendaItem.objects.count() == session_mail.MAILS_A_DAY
    assert SessionMail.objects.filter(outcome=MailOutcome.FLOOD).count() == 20


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Räume\n-- \nKim Muster\nTel. 1", "Räume"),
        ("Räume\n\nMit freundlichen Grüßen\nKim\nVerein", "Räume"),
        ("Räume\n\nVon: Büro <b@x.example>\nGesendet: heute\nAn: Kim", "Räume"),
        ("Räume\n\nOn Fri, 27 Nov 2026 somebody wrote:\n> x", "Räume"),
        ("Räume\n\nVon meinem iPhone gesendet", "Räume"),
        ("Sehr geehrte Frau Muster,\nRäume", "Räume"),
        ("Viele Grüße aus dem Dorf sind kein Ende.\n" + "Zeile\n" * 20,
         "Viele Grüße aus dem Dorf sind kein Ende.\n" + "Zeile\n" * 19 + "Zeile"),
        ("> nur Zitat", ""),
    ],
)  # fmt: skip
def test_own_words(text, own):
    assert rules.own_words(text) == own


@pytest.mark.parametrize(
    ("subject", "title"),
    [("Neuer Punkt: Räume", "Neuer Punkt: Räume"), ("AW: Einladung [K7M4Q]", "Über Räume"), ("", "Über Räume")],
)
def test_title(subject, title):
    assert rules.title_of("Über Räume\nmehr", subject, "Sitzung 1") == title
