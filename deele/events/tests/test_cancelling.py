"""Cancelling, changing, and the waiting list that moves."""

from datetime import timedelta

import pytest

from deele.core.errors import Refusal
from deele.events.actions import changes, choices, registrations, waiting
from deele.events.enums import Priority, RegistrationState, State
from deele.events.kinds import Contact, Person
from deele.events.models import Registration
from deele.events.queries.room import option_rooms, room
from deele.events.queries.waiting import rank_of, waiting_list
from deele.events.tasks import day as day_tasks
from deele.events.tests.registering import NOW, STARTS, an_event, option, price, register
from deele.mail.actions import muting
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
S = RegistrationState
LATER = NOW + timedelta(days=1)


def state_of(registration):
    return Registration.objects.get(pk=registration.pk).state


def mails(purpose):
    return OutgoingMail.objects.filter(purpose=purpose).count()


def cancel(registration, now=LATER, **more):
    return registrations.cancel(registration=registration, by=None, now=now, **more)


def change(registration, *people, now=LATER):
    contact = Contact(registration.contact_name, registration.contact_email)
    return changes.change(registration=registration, contact=contact, people=list(people), by=None, now=now)


def test_freed_place_is_offered_to_the_next_at_once():
    event = an_event(1)
    first, second = register(event, "Erste Muster"), register(event, "Zweite Muster")

    cancel(first)

    assert state_of(first) == S.CANCELLED
    assert state_of(second) == S.OFFERED
    assert Registration.objects.get(pk=second.pk).offered_until == LATER + timedelta(hours=48)
    assert room(event).free == 0
    assert mails("events.offered") == 1


def test_offer_taken_up_is_a_place_and_a_second_click_changes_nothing():
    event = an_event(1)
    first, second = register(event, "Erste Muster"), register(event, "Zweite Muster")
    cancel(first)

    for _click in range(2):
        waiting.accept(registration=second, by=None, now=LATER)

    assert state_of(second) == S.CONFIRMED
    assert mails("events.confirmed") == 2  # one for each person, none for the second click


def test_offer_declined_goes_to_the_next():
    event = an_event(1)
    first, second, third = (register(event, f"{name} Muster") for name in ("Erste", "Zweite", "Dritte"))
    cancel(first)

    waiting.decline(registration=second, by=None, now=LATER)

    assert state_of(second) == S.DECLINED
    assert state_of(third) == S.OFFERED


def test_offer_ends_by_itself_and_the_next_is_asked():
    event = an_event(1)
    first, second, third = (register(event, f"{name} Muster") for name in ("Erste", "Zweite", "Dritte"))
    cancel(first)
    after = LATER + timedelta(hours=48)

    assert waiting.expire_due(after - timedelta(seconds=1)) == 0
    assert waiting.expire_due(after) == 1
    assert waiting.expire_due(after) == 0

    assert state_of(second) == S.EXPIRED
    assert state_of(third) == S.OFFERED
    assert mails("events.expired") == 1


def test_too_late_an_answer_is_told_and_one_may_wait_again():
    event = an_event(1)
    first, second = register(event, "Erste Muster"), register(event, "Zweite Muster")
    cancel(first)
    after = LATER + timedelta(hours=49)

    with pytest.raises(waiting.OfferGone):
        waiting.accept(registration=second, by=None, now=after)
    waiting.expire_due(after)
    again = waiting.enlist_again(registration=second, by=None, now=after)

    assert again.state == S.OFFERED  # nobody else waits, so the place comes back at once


def test_running_the_list_twice_offers_nothing_twice():
    event = an_event(2)
    first, _other, third = (register(event, f"{name} Muster") for name in ("Erste", "Zweite", "Dritte"))
    cancel(first)

    assert waiting.advance(event=event, now=LATER) == []
    assert waiting.advance_all(LATER) == 0

    assert state_of(third) == S.OFFERED
    assert mails("events.offered") == 1


def test_restored_house_that_may_not_write_neither_ends_nor_makes_offers():
    event = an_event(2)
    first, *_more, second, third = (register(event, f"{name} M") for name in ("Erste", "Bleibt", "Zweite", "Dritte"))
    cancel(first)
    muting.mute(reason="restored", by=None, now=LATER)
    after = LATER + timedelta(hours=100)

    assert (waiting.expire_due(after), waiting.advance_all(after)) == (0, 0)
    assert (state_of(second), state_of(third)) == (S.OFFERED, S.WAITING)
    day_tasks.reminders(STARTS - timedelta(days=1))
    assert mails("events.reminder") == 0

    muting.unmute(send_held=False, by=None, now=after)
    day_tasks.reminders(STARTS - timedelta(days=1))
    assert waiting.expire_due(after) == 1
    assert (state_of(second), state_of(third)) == (S.EXPIRED, S.OFFERED)
    assert mails("events.reminder") == 1


def test_capacity_lowered_under_the_booked_number_throws_nobody_out():
    event = an_event(3)
    booked = [register(event, f"{name} Muster") for name in ("Erste", "Zweite", "Dritte")]
    waits = register(event, "Vierte Muster")
    event.capacity = 1
    event.save()

    cancel(booked[0])

    assert [state_of(one) for one in booked] == [S.CANCELLED, S.CONFIRMED, S.CONFIRMED]
    assert state_of(waits) == S.WAITING
    assert room(event).free == 0


def test_raised_capacity_moves_the_list():
    event = an_event(1)
    register(event, "Erste Muster")
    waits = register(event, "Zweite Muster")
    event.capacity = 2
    event.save()

    waiting.advance(event=event, now=LATER)

    assert state_of(waits) == S.OFFERED


def test_people_from_elsewhere_are_asked_when_their_day_has_come():
    day = NOW + timedelta(days=9)
    event = an_event(5, priority=Priority.RESIDENTS_FIRST, priority_until=day)
    waits = register(event, "Fremde Muster")

    assert waiting.advance_all(day - timedelta(seconds=1)) == 0
    assert waiting.advance_all(day) == 1
    assert state_of(waits) == S.OFFERED


def test_called_off_event_offers_nothing():
    event = an_event(1)
    first, second = register(event, "Erste Muster"), register(event, "Zweite Muster")
    event.state = State.CALLED_OFF
    event.save()

    cancel(first)

    assert state_of(second) == S.WAITING


def test_waiting_list_gives_each_row_its_reason():
    event = an_event(2)
    register(event, "Erste Muster")
    group = register(event, "Gruppe Muster", "Gruppe Zwei")

    (row,) = waiting_list(event, LATER)

    assert row.registration.pk == group.pk
    assert row.rank == rank_of(group, LATER) == 1
    assert "2" in row.why


def test_place_offered_by_hand_goes_out_of_turn():
    event = an_event(1)
    first, _second, third = (register(event, f"{name} Muster") for name in ("Erste", "Zweite", "Dritte"))
    event.state = State.CLOSED
    event.save()

    with pytest.raises(waiting.NoPlace):
        waiting.offer(registration=third, by=None, now=LATER)
    Registration.objects.filter(pk=first.pk).update(state=S.CANCELLED)
    waiting.offer(registration=third, by=None, now=LATER)

    assert state_of(third) == S.OFFERED


def test_second_cancellation_is_told_that_nothing_changed():
    event = an_event(1)
    first = register(event, "Erste Muster")
    cancel(first)

    with pytest.raises(registrations.NothingToDo):
        cancel(first)

    assert mails("events.cancelled") == 1


def test_cancelling_costs_what_the_event_says_and_waiting_costs_nothing():
    event = an_event(1, cancel_free_until=NOW, cancel_fee_percent=50)
    full = price(event, 6900)
    first, second = (register(event, f"{name} Muster", price_pk=full.pk) for name in ("Erste", "Zweite"))

    assert cancel(second).cancel_fee_cents == 0
    assert cancel(first).cancel_fee_cents == 3450


def test_office_may_cancel_free_of_charge():
    event = an_event(1, cancel_free_until=NOW, cancel_fee_percent=50)
    first = register(event, "Erste Muster", price_pk=price(event, 6900).pk)

    assert cancel(first, free_of_charge=True).cancel_fee_cents == 0


def test_one_of_a_group_leaves_and_the_seat_goes_on():
    event = an_event(2)
    group, waits = register(event, "Erste Muster", "Zweite Muster"), register(event, "Dritte Muster")
    leaving = group.participants.last()

    after = changes.cancel_people(registration=group, participants=[leaving], by=None, now=LATER)

    assert after.seats == 1
    assert state_of(waits) == S.OFFERED
    with pytest.raises(registrations.NothingToDo):
        changes.cancel_people(registration=group, participants=[leaving], by=None, now=LATER)


def test_last_of_a_group_leaving_ends_the_registration():
    event = an_event(2)
    group = register(event, "Erste Muster", "Zweite Muster")

    changes.cancel_people(registration=group, participants=list(group.participants.all()), by=None, now=LATER)

    assert state_of(group) == S.CANCELLED


def test_group_grows_only_into_free_places():
    event = an_event(2)
    made = register(event, "Erste Muster")
    own = made.participants.get()

    change(made, Person("Erste Muster", pk=own.pk), Person("Neue Muster"))
    with pytest.raises(registrations.EventFull):
        change(made, Person("Erste Muster", pk=own.pk), Person("Neue Muster"), Person("Noch eine Muster"))

    assert Registration.objects.get(pk=made.pk).seats == 2
    assert room(event).free == 0


def test_change_keeps_the_price_of_those_who_stay():
    event = an_event(5)
    full = price(event, 5900)
    made = register(event, "Erste Muster", price_pk=full.pk)
    full.amount_cents = 9900
    full.save()

    after = change(
        made,
        Person("Erste Umbenannt", pk=made.participants.get().pk, price_pk=full.pk),
        Person("Neue", price_pk=full.pk),
    )

    assert after.total_cents == 5900 + 9900
    assert made.participants.first().name == "Erste Umbenannt"


def test_own_full_extra_is_kept_when_something_else_changes():
    event = an_event(5)
    eve = option(event, capacity=1)
    made = register(event, "Erste Muster", options=(eve.pk,))

    change(made, Person("Erste Neu", pk=made.participants.get().pk, options=(eve.pk,)))

    assert option_rooms(event)[eve.pk].taken == 1


def test_full_extra_cannot_be_added():
    event = an_event(5)
    eve = option(event, capacity=1)
    register(event, "Andere Muster", options=(eve.pk,))
    made = register(event, "Erste Muster")

    with pytest.raises(choices.OptionFull):
        change(made, Person("Erste Muster", pk=made.participants.get().pk, options=(eve.pk,)))


def test_freed_extra_moves_the_list():
    event = an_event(2)
    eve = option(event, capacity=1)
    made = register(event, "Erste Muster", options=(eve.pk,))
    other = register(event, "Zweite Muster")
    waits = register(event, "Dritte Muster", options=(eve.pk,))
    cancel(other)
    assert state_of(waits) == S.WAITING

    change(made, Person("Erste Muster", pk=made.participants.get().pk))

    assert state_of(waits) == S.OFFERED


def test_ended_registration_and_past_event_cannot_be_changed():
    event = an_event(5)
    made = register(event, "Erste Muster")

    with pytest.raises(Refusal):
        change(made, Person("Erste Muster"), now=STARTS + timedelta(days=1))
    cancel(made)
    with pytest.raises(Refusal):
        change(made, Person("Erste Muster"))


def test_participant_of_somebody_else_is_never_touched():
    event = an_event(5)
    stranger, made = register(event, "Fremde Muster"), register(event, "Erste Muster")

    change(made, Person("Untergeschoben", pk=stranger.participants.get().pk))

    assert stranger.participants.get().name == "Fremde Muster"
