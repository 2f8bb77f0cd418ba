"""Moves of an event: who is told, how often, and what becomes of the registrations."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from deele.core.versions import Conflict
from deele.events.actions import life, minimum, registrations
from deele.events.emails import planning as emails
from deele.events.enums import RegistrationState, State
from deele.events.models import Event
from deele.events.rules.days import here
from deele.events.tests.registering import NOW, STARTS, an_event, price, register
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
REASON = "Die Referentin ist krank."


def fresh(event):
    return Event.objects.get(pk=event.pk)


def mails(purpose):
    return OutgoingMail.objects.filter(purpose=purpose)


def booked(**fields):
    """Two people with a place, one who waits, one who cancelled."""
    event = an_event(capacity=2, cancel_fee_percent=100, **fields)
    fee = price(event)
    made = [register(event, name, price_pk=fee.pk) for name in ("Anna", "Bert", "Cleo", "Dora")]
    registrations.cancel(registration=made.pop(), by=None, now=NOW)
    return event, made


def test_calling_off_ends_all_free_of_charge_and_tells_each_once():
    event, made = booked(closes_at=NOW - timedelta(days=1) + timedelta(days=2))
    told = life.move(event=fresh(event), to=State.CALLED_OFF, by=None, now=NOW, reason=REASON)
    assert len(told) == 3
    for registration in made:
        registration.refresh_from_db()
        assert (registration.state, registration.cancel_fee_cents) == (RegistrationState.CANCELLED, 0)
        assert registration.cancel_reason == REASON
    assert sorted(mails(emails.CALLED_OFF).values_list("to", flat=True)) == [
        "anna@example.org", "bert@example.org", "cleo@example.org",
    ]  # fmt: skip
    assert REASON in mails(emails.CALLED_OFF).first().body
    assert not mails("events.offered").exists()


def test_calling_off_twice_tells_nobody_again():
    event, _made = booked()
    read_by_both = fresh(event), fresh(event)
    life.move(event=read_by_both[0], to=State.CALLED_OFF, by=None, now=NOW, reason=REASON)
    with pytest.raises(Conflict):
        life.move(event=read_by_both[1], to=State.CALLED_OFF, by=None, now=NOW, reason=REASON)
    with pytest.raises(life.BadMove):
        life.move(event=fresh(event), to=State.CALLED_OFF, by=None, now=NOW, reason=REASON)
    assert mails(emails.CALLED_OFF).count() == 3


def test_postponing_keeps_the_registrations_and_calling_off_later_tells_again():
    event, made = booked()
    life.move(event=fresh(event), to=State.POSTPONED, by=None, now=NOW, reason=REASON)
    made[0].refresh_from_db()
    assert made[0].state == RegistrationState.CONFIRMED
    assert mails(emails.POSTPONED).count() == 3
    assert "/" in mails(emails.POSTPONED).first().body
    life.move(event=fresh(event), to=State.CALLED_OFF, by=None, now=NOW, reason=REASON)
    assert mails(emails.CALLED_OFF).count() == 3


def test_a_reason_is_needed_to_call_off():
    event, _made = booked()
    with pytest.raises(life.BadMove) as refused:
        life.move(event=fresh(event), to=State.CALLED_OFF, by=None, now=NOW, reason="  ")
    assert refused.value.code == "reason"
    assert fresh(event).state == State.OPEN


def test_nothing_is_announced_without_a_date_nor_held_before_it_began():
    event = an_event(state=State.PLANNED)
    event.days.all().delete()
    with pytest.raises(life.BadMove) as refused:
        life.move(event=fresh(event), to=State.OPEN, by=None, now=NOW)
    assert refused.value.code == "dates"
    with pytest.raises(life.BadMove) as refused:
        life.move(event=an_event(), to=State.HELD, by=None, now=NOW)
    assert refused.value.code == "future"


def test_an_event_with_registrations_does_not_go_back_to_planned():
    event, _made = booked()
    Event.objects.filter(pk=event.pk).update(state=State.ANNOUNCED)
    with pytest.raises(life.BadMove) as refused:
        life.move(event=fresh(event), to=State.PLANNED, by=None, now=NOW)
    assert refused.value.code == "alive"


def test_first_publication_is_kept():
    event = an_event(state=State.PLANNED)
    life.move(event=fresh(event), to=State.ANNOUNCED, by=None, now=NOW)
    later = NOW + timedelta(days=3)
    life.move(event=fresh(event), to=State.OPEN, by=None, now=later)
    assert (fresh(event).public_since, fresh(event).state_since) == (NOW, later)


def new_day(event, day=date(2027, 10, 31)):
    return [{"pk": event.days.get().pk, "starts_at": here(day, time(10)), "ends_at": here(day, time(16))}]


def test_new_dates_tell_everybody_once_even_when_the_action_runs_twice():
    event, _made = booked(cancel_free_until=NOW - timedelta(days=1))
    told = life.reschedule(event=fresh(event), days=new_day(event), by=None, now=NOW, message="Gleicher Ort.")
    again = life.reschedule(event=fresh(event), days=new_day(event), by=None, now=NOW, message="Gleicher Ort.")
    assert (len(told), again) == (3, [])
    assert mails(emails.RESCHEDULED).count() == 3
    body = mails(emails.RESCHEDULED).first().body
    assert b"20271031T100000" in mails(emails.RESCHEDULED).first().attachments.get().content
    assert "Gleicher Ort." in body
    assert "20. Mai 2027" in body
    assert "31. Oktober 2027" in body


def test_new_dates_across_the_clock_change_keep_the_time_and_free_the_way_out():
    event, _made = booked(cancel_free_until=NOW - timedelta(days=1))
    life.reschedule(event=fresh(event), days=new_day(event), by=None, now=NOW)
    event = fresh(event)
    assert timezone.localtime(event.starts_at).isoformat() == "2027-10-31T10:00:00+01:00"
    assert event.cancel_free_until == event.starts_at
    assert event.sequence == 1


def test_two_moves_of_the_dates_are_two_mails_each():
    event, _made = booked()
    life.reschedule(event=fresh(event), days=new_day(event), by=None, now=NOW)
    life.reschedule(event=fresh(event), days=new_day(event, date(2027, 11, 2)), by=None, now=NOW)
    assert mails(emails.RESCHEDULED).count() == 6


def test_the_alarm_for_too_few_sounds_once_and_only_in_time():
    event = an_event(capacity=40, minimum=15)
    register(event, "Anna")
    assert minimum.sound_all(STARTS - timedelta(days=15)) == 0
    assert minimum.sound_all(STARTS - timedelta(days=14)) == 1
    assert minimum.sound_all(STARTS - timedelta(days=13)) == 0
    mail = mails(emails.TOO_FEW).get()
    assert mail.to == "buero@example.org"
    assert "15" in mail.body


def test_the_alarm_stays_silent_when_enough_come_or_a_later_day_is_set():
    enough = an_event(capacity=40, minimum=2)
    register(enough, "Anna", "Bert")
    an_event(capacity=40, minimum=5, minimum_by=date(2027, 5, 18))
    assert minimum.sound_all(STARTS - timedelta(days=10)) == 0
    assert minimum.sound_all(STARTS - timedelta(days=2)) == 1
