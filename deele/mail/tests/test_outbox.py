from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, send_mail

from deele.core.errors import Refusal
from deele.mail import queries
from deele.mail.actions import outbox
from deele.mail.enums import State, Urgency
from deele.mail.models import OutgoingMail
from deele.mail.rules.headers import BadHeader
from deele.mail.tests.factories import NOW, mail, office


@pytest.fixture
def framework(settings):
    """The house's own backend, which pytest-django replaces."""
    settings.EMAIL_BACKEND = "deele.mail.backend.OutboxBackend"


@pytest.mark.django_db
@pytest.mark.postgres
def test_second_mail_with_the_same_key_is_the_first():
    first = mail(subject="Erste")

    second = mail(subject="Zweite")

    assert (second.pk, second.subject, OutgoingMail.objects.count()) == (first.pk, "Erste", 1)


@pytest.mark.django_db
def test_two_alike_at_the_same_moment_become_one():
    first = mail()
    double = OutgoingMail(purpose=first.purpose, key=first.key, to=first.to, subject="x", next_at=NOW)

    stored = outbox.store(double)

    assert (stored.pk, OutgoingMail.objects.count()) == (first.pk, 1)


@pytest.mark.django_db
def test_answers_go_to_the_office_unless_said_otherwise():
    office(email="buero@beispiel.de")

    assert mail(key="1").reply_to == "buero@beispiel.de"
    assert mail(key="2", reply_to="andere@beispiel.de").reply_to == "andere@beispiel.de"


@pytest.mark.django_db
def test_a_line_break_in_the_subject_becomes_a_blank():
    assert mail(subject="Hallo\r\nBcc: alle@beispiel.de").subject == "Hallo Bcc: alle@beispiel.de"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "to", ["", "ohne-at", "a@b@c.de", "a@beispiel.de\nBcc: b@beispiel.de", "Name <a@beispiel.de>", "\u212aurt@b.de"]
)
def test_what_is_no_address_is_refused_and_nothing_is_stored(to):
    with pytest.raises(Refusal):
        mail(to=to)

    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{"X-A": "b\r\nBcc: c@beispiel.de"}, {"X-A\r\nBcc": "b"}, {"Bcc": "c@beispiel.de"}])
def test_no_text_slips_into_the_head_of_a_mail(headers):
    with pytest.raises(BadHeader):
        mail(headers=headers)


@pytest.mark.django_db
def test_mail_of_the_framework_becomes_a_row_that_goes_first(framework):
    send_mail("Neues Kennwort", "Bitte öffnen: https://deele.beispiel.de/konto/k/abc", None, ["a@beispiel.de"])

    row = OutgoingMail.objects.get()
    assert (row.purpose, row.urgency, row.to, row.subject) == (
        "framework",
        Urgency.NOW,
        "a@beispiel.de",
        "Neues Kennwort",
    )
    assert '<a href="https://deele.beispiel.de/konto/k/abc"' in row.html


@pytest.mark.django_db
def test_mail_of_the_framework_goes_to_each_recipient_alone(framework):
    EmailMessage("Hallo", "Text", to=["a@beispiel.de"], cc=["Die Zweite <b@beispiel.de>"]).send()

    assert sorted(OutgoingMail.objects.values_list("to", flat=True)) == ["a@beispiel.de", "b@beispiel.de"]


@pytest.mark.django_db
def test_bad_address_from_the_framework_is_an_error_unless_silenced(framework):
    with pytest.raises(Refusal):
        send_mail("Hallo", "Text", None, ["kaputt"])

    assert send_mail("Hallo", "Text", None, ["kaputt"], fail_silently=True) == 0


@pytest.mark.django_db
def test_texts_are_erased_after_their_term_and_the_key_still_holds():
    old, young = mail(key="1"), mail(key="2")
    term = timedelta(days=90)
    OutgoingMail.objects.filter(pk=old.pk).update(state=State.SENT, sent_at=NOW - term - timedelta(minutes=1))
    OutgoingMail.objects.filter(pk=young.pk).update(state=State.SENT, sent_at=NOW - term)

    erased = outbox.erase_bodies(before=NOW - term, now=NOW)

    old.refresh_from_db()
    assert (erased, old.body, old.html, old.subject, old.body_erased_at) == (1, "", "", "", NOW)
    assert mail(key="1").pk == old.pk


@pytest.mark.django_db
def test_mail_that_still_waits_keeps_its_text():
    row = mail()
    OutgoingMail.objects.update(updated_at=NOW - timedelta(days=999))

    outbox.erase_bodies(before=NOW, now=NOW)

    row.refresh_from_db()
    assert "Grüße" in row.body


@pytest.mark.django_db
def test_waiting_counts_what_stands_in_the_outbox():
    states = [State.QUEUED, State.QUEUED, State.FAILED, State.DOUBTFUL, State.MUTED, State.SENT]
    for number, state in enumerate(states):
        row = mail(key=str(number))
        OutgoingMail.objects.filter(pk=row.pk).update(state=state, created_at=NOW - timedelta(hours=number))

    found = queries.waiting(NOW)

    assert (found.queued, found.failed, found.doubtful, found.held) == (2, 1, 1, 1)
    assert (found.oldest, found.needs_somebody) == (timedelta(hours=1), 2)
