"""Reminders, thanks and the question how it was: each once, and nobody can tell who answered."""

from datetime import timedelta

import pytest
from django.urls import reverse

from deele.accounts.models import MailLink
from deele.accounts.queries import LinkUsed
from deele.core.ranges import Range
from deele.events import doors
from deele.events.actions import around, attendance
from deele.events.actions import feedback as actions
from deele.events.enums import RegistrationState, State
from deele.events.models import Feedback, Participant, Registration
from deele.events.queries import feedback, figures
from deele.events.tasks import day as tasks
from deele.events.tests import factories
from deele.events.tests.factories import NOW, START
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
BEFORE, AFTER = START - timedelta(days=2), START + timedelta(days=2)


def mails(purpose):
    return list(OutgoingMail.objects.filter(purpose=purpose).order_by("pk"))


def present(person):
    event = person.registration.event
    tap = attendance.tap_now(person, event.days.first().pk, present=True, now=START)
    attendance.note(event=event, taps=[tap], sent_at=START, by=None, now=START)


def test_reminder_goes_once_to_confirmed_people_with_what_they_need():
    event = factories.event(meeting_link="https://example.org/raum", venue="Rathaus Muster", accessibility="Aufzug")
    factories.registration(event)
    factories.registration(event, state=RegistrationState.WAITING)
    factories.registration(event, contact_email="")
    for now in (START - timedelta(days=5), BEFORE, BEFORE, BEFORE + timedelta(hours=5)):
        tasks.reminders(now)

    (mail,) = mails("events.reminder")
    assert all(word in mail.body for word in ("https://example.org/raum", "Rathaus Muster", "Aufzug", "/anmeldung/"))


def test_who_has_just_registered_is_not_reminded():
    factories.registration(factories.event(), state_since=BEFORE - timedelta(hours=2))
    tasks.reminders(BEFORE)

    assert mails("events.reminder") == []


def test_event_moved_to_a_later_date_is_reminded_again():
    event = factories.event()
    factories.registration(event)
    tasks.reminders(BEFORE)
    later = timedelta(days=40)
    event.starts_at, event.ends_at = event.starts_at + later, event.ends_at + later
    event.save()
    for now in (BEFORE + later, BEFORE + later):
        tasks.reminders(now)

    assert len(mails("events.reminder")) == 2


def test_called_off_event_reminds_nobody():
    factories.registration(factories.event(state=State.CALLED_OFF))
    tasks.reminders(BEFORE)

    assert mails("events.reminder") == []


def test_thanks_go_once_to_those_who_were_there_each_asked_once():
    event = factories.event(state=State.HELD)
    row = factories.registration(event, seats=3, contact_email="kontakt@example.org")
    Participant.objects.filter(registration=row, rank=1).update(email="eigene@example.org")
    away = factories.registration(event, contact_email="weg@example.org")
    for person in row.participants.all():
        present(person)
    for now in (AFTER, AFTER, AFTER + timedelta(days=1)):
        tasks.thanks(now)

    assert [mail.to for mail in mails("events.thanks")] == ["kontakt@example.org"]
    assert [mail.to for mail in mails("events.feedback")] == ["eigene@example.org"]
    assert Registration.objects.get(pk=away.pk).followed_up_at
    assert "/rueckmeldung/" in mails("events.thanks")[0].body


def test_without_attendance_taken_everybody_expected_is_thanked():
    factories.registration(factories.event(state=State.HELD))
    tasks.thanks(AFTER)

    assert len(mails("events.thanks")) == 1


def token_for(event, email="gast@example.org"):
    return around.feedback_token(event, email, NOW)


def test_answer_is_kept_once_and_no_row_leads_to_who_gave_it(client, settings):
    event = factories.event()
    address = reverse("events:feedback", args=[token_for(event)])
    assert client.get(address).status_code == 200
    assert client.post(address, {"overall": "5", "good": "Alles"}).status_code == 200
    again = client.post(address, {"overall": "1"})

    link, said = MailLink.objects.get(), Feedback.objects.get()
    assert (again.status_code, said.answers) == (410, {"overall": 5, "good": "Alles"})
    assert link.used_at == link.created_at  # not the moment of the answer
    fields = {field.name for field in Feedback._meta.get_fields()}
    assert fields == {"id", "event", "given_on", "answers"}
    assert "registration" not in link.subject
    assert "participant" not in link.subject


def test_answer_that_cannot_be_kept_does_not_spend_the_link(monkeypatch):
    event = factories.event()
    link, _event = doors.feedback_event(token_for(event))
    monkeypatch.setattr(Feedback.objects, "create", lambda **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.give(link=link, event=event, answers={"overall": 3}, now=NOW)
    monkeypatch.undo()

    link.refresh_from_db()
    actions.give(link=link, event=event, answers={"overall": 3}, now=NOW)
    with pytest.raises(LinkUsed):
        actions.give(link=link, event=event, answers={"overall": 3}, now=NOW)
    assert Feedback.objects.count() == 1


def test_empty_answer_is_none(client):
    address = reverse("events:feedback", args=[token_for(factories.event())])

    assert client.post(address, {}).context["form"].errors
    assert not Feedback.objects.exists()


def test_results_are_shown_from_five_answers_on():
    event = factories.event()
    for number in range(1, 6):
        Feedback.objects.create(
            event=event, given_on=NOW.date(), answers={"overall": number, "good": f"Text {6 - number}"}
        )
        results = feedback.results(event)
        assert results.is_open is (number == 5)
        assert bool(results.questions) is bool(results.texts) is (number == 5)

    assert results.questions[0].mean == 3.0
    assert results.texts[0][1] == [f"Text {number}" for number in range(1, 6)]


def test_figures_count_participations_and_people_apart():
    place = factories.place()
    for title in ("Eins", "Zwei"):
        event = factories.event(title, state=State.HELD)
        row = factories.registration(
            event, names=("Ute Muster",), contact_email="ute@example.org", audience="landkreis", place=place
        )
        present(row.participants.get())
        factories.registration(event)
    factories.event("Nur erzählt", state=State.HELD, attended=Range(20, 30))
    factories.event("Vortrag woanders", state=State.HELD, role="vortrag")
    first, last = START.date().replace(month=1, day=1), START.date().replace(month=12, day=31)

    people = figures.people(first, last)
    assert (people.registered, people.present, people.persons, people.days) == (4, 2, 1, 2)
    assert (people.by_audience, people.by_district) == ({"landkreis": 2}, {"Landkreis 03361": 2})
    assert sum(figures.own_events(first, last).values()) == 3
    assert people.elsewhere == 20
    assert figures.contributions(first, last) == {"vortrag": 1}
