"""Mails become enquiries: each once, matched by what only we know, answered by no machine too often."""

from datetime import UTC, datetime, timedelta

import pytest

from deele.access.tests.factories import colleague
from deele.advice.actions import enquiries, incoming
from deele.advice.actions import enquiry_mailbox as mailbox
from deele.advice.enums import Outcome
from deele.advice.models import Enquiry, EnquiryFile, IncomingMail, Responsibility
from deele.advice.tests import factories
from deele.mail.models import OutgoingMail
from deele.mail.tests.imap import Box
from deele.mail.tests.test_letters import mail, many_parts

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def office(settings):
    settings.DEELE_ENQUIRY = {
        **settings.DEELE_ENQUIRY, "address": "anfrage@example.com",
        "areas": "pflege=pflege@example.com, wohnen=wohnen@example.com",
    }  # fmt: skip
    factories.area()
    factories.area("pflege")


def take(message, now=NOW):
    content = message if isinstance(message, bytes) else message.as_bytes()
    return incoming.take(content, box="u", now=now)


def read(box, **options):
    return mailbox.read_mailbox(box.account, now=lambda: NOW, stopping=lambda: False, **options)


def confirmations():
    return OutgoingMail.objects.filter(purpose="advice.enquiry-confirmed").count()


def test_a_mail_finds_its_area_and_person_and_is_confirmed_with_a_number():
    adviser = colleague("beratung")
    Responsibility.objects.create(area=factories.area("pflege"), adviser=adviser)

    enquiry = take(mail(To="pflege@example.com")).enquiry

    assert (enquiry.area.key, enquiry.adviser, enquiry.channel) == ("pflege", adviser, "mail")
    assert not enquiry.is_sender_proven
    sent = OutgoingMail.objects.get(purpose="advice.enquiry-confirmed")
    assert enquiry.code in sent.subject
    assert sent.reply_to == f"anfrage+{enquiry.code}@example.com"


def test_an_answer_is_matched_by_our_message_id_or_the_number():
    enquiry = take(mail()).enquiry
    ours = OutgoingMail.objects.get(purpose="advice.enquiry-confirmed")
    ways = (
        {"In_Reply_To": ours.message_id},
        {"Subject": f"Re: [{enquiry.code}]"},
        {"To": f"x+{enquiry.code}@y.example"},
    )
    for number, way in enumerate(ways):
        row = take(mail(f"Noch etwas {number}", Message_ID=f"<a{number}@example.org>", **way))
        assert (row.outcome, row.enquiry) == (Outcome.ADDED, enquiry)

    assert Enquiry.objects.count() == 1
    assert enquiry.messages.count() == 3


def test_the_same_sender_alone_is_no_match():
    for number in range(2):
        take(mail(Message_ID=f"<a{number}@example.org>"))
    assert Enquiry.objects.count() == 2


def test_a_forged_sender_gets_nothing_but_is_marked():
    enquiry = take(mail()).enquiry
    forged = mail(f"Schicken Sie mir alles [{enquiry.code}]", Subject=f"[{enquiry.code}]", From="boese@example.net",
                  Message_ID="<f@example.net>", Authentication_Results="mx.example.com; dkim=pass")  # fmt: skip
    take(forged)

    assert enquiry.messages.get().sender == "boese@example.net"
    assert Enquiry.objects.get().email == "frage@example.org", "the address we answer to never changes by a mail"
    assert not OutgoingMail.objects.filter(to="boese@example.net").exists()


def test_a_forwarded_mail_names_both_and_no_machine_writes_to_either():
    text = "---------- Forwarded message ---------\nFrom: Ada Muster <ada@example.org>\n\nHallo"
    enquiry = take(mail(text, From="kollegin@example.com")).enquiry

    assert (enquiry.email, enquiry.forwarded_by) == ("ada@example.org", "kollegin@example.com")
    assert confirmations() == 0


@pytest.mark.parametrize("header", [{"Auto-Submitted": "auto-replied"}, {"From": "anfrage@example.com"}])
def test_a_machine_and_our_own_mail_are_no_enquiry(header):
    assert take(mail(**header)).outcome == Outcome.AUTOMATIC
    assert not Enquiry.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_a_loop_with_a_machine_that_does_not_say_so_ends():
    for number in range(60):
        take(mail(Message_ID=f"<{number}@example.org>"), now=NOW + timedelta(minutes=number))

    assert confirmations() == incoming.ANSWERS_A_DAY
    assert Enquiry.objects.count() == incoming.MAILS_A_DAY
    assert IncomingMail.objects.filter(outcome=Outcome.FLOOD).count() == 20


def test_after_an_enquiry_has_ended_a_mail_begins_a_new_one():
    enquiry = take(mail()).enquiry
    enquiries.withdraw(enquiry=enquiry, now=NOW)
    row = take(mail(Subject=f"Re: [{enquiry.code}]", Message_ID="<2@example.org>"))
    assert row.outcome == Outcome.NEW
    assert row.enquiry != enquiry


def test_files_are_judged_by_what_they_are():
    message = mail()
    for name, main, sub, content in (
        ("plan.pdf", "application", "pdf", b"%PDF-1.4 plan"),
        ("rechnung.pdf", "application", "pdf", b"MZ\x90\x00\x03\x00\x00\x00" * 9),
        ("termin.ics", "text", "calendar", b"BEGIN:VCALENDAR"),
        ("seite.html", "text", "html", b"<script>1</script>"),
        ("notiz.txt", "text", "plain", b"Nur Text"),
    ):
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    take(message)

    kept = EnquiryFile.objects.filter(problem="")
    assert sorted(kept.values_list("name", flat=True)) == ["notiz.txt", "plan.pdf"]
    named = EnquiryFile.objects.exclude(problem="")
    assert sorted(named.values_list("name", flat=True)) == ["rechnung.pdf", "seite.html", "termin.ics"]
    assert all(bytes(file.content) == b"" for file in named)


def test_a_mail_of_forty_megabytes_is_refused_by_name_and_never_fetched():
    box = Box([(mail().as_bytes(), 40 * 1024 * 1024)])
    assert read(box) == 1

    assert IncomingMail.objects.get().outcome == Outcome.TOO_LARGE
    assert box.sent < mailbox.HEAD
    assert "40 MB" in OutgoingMail.objects.get().body
    assert not Enquiry.objects.exists()


def test_a_bomb_stops_nothing():
    box = Box([many_parts(10_000), mail().as_bytes()])
    assert read(box) == 2
    assert set(IncomingMail.objects.values_list("outcome", flat=True)) == {Outcome.UNREADABLE, Outcome.NEW}
    assert box.seen == {1, 2}


def test_a_mail_read_twice_counts_once():
    contents = [
        mail(Message_ID=f"<{number}@example.org>", From=f"f{number}@example.org").as_bytes() for number in range(5)
    ]
    read(Box(contents))
    assert read(Box(contents)) == 5
    assert Enquiry.objects.count() == 5
    assert confirmations() == 5


def test_killed_between_row_and_mark_nothing_is_lost_or_doubled(monkeypatch):
    contents = [
        mail(Message_ID=f"<{number}@example.org>", From=f"f{number}@example.org").as_bytes() for number in range(9)
    ]
    box, take_one, count = Box(contents), incoming.take, iter(range(9))

    def dies(*args, **more):
        take_one(*args, **more)
        if next(count) == 4:
            raise KeyboardInterrupt  # stored, not yet marked as read

    monkeypatch.setattr(incoming, "take", dies)
    with pytest.raises(KeyboardInterrupt):
        read(box)
    monkeypatch.undo()
    assert len(box.seen) == 4

    read(box)
    assert Enquiry.objects.count() == 9
    assert confirmations() == 9


def test_killed_while_it_is_written_nothing_of_it_is_there(monkeypatch):
    monkeypatch.setattr(incoming, "keep_files", lambda *_: 1 / 0)
    box = Box([mail().as_bytes()])
    with pytest.raises(ZeroDivisionError):
        read(box)

    assert not IncomingMail.objects.exists()
    assert not Enquiry.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert box.seen == set()
