"""Many at once, on a real database: exactly the places there are, nobody lost, nobody twice."""

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.db.models import F

from deele.core.errors import Refusal
from deele.events.actions import choices, registrations, waiting
from deele.events.enums import RegistrationState as S
from deele.events.models import Participant, Registration
from deele.events.queries.room import option_rooms, room
from deele.events.tests.registering import NOW, an_event, option, register
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres, pytest.mark.slow]
SEATS, EVE_SEATS, CLIENTS, AT_ONCE = 30, 12, 200, 16


def at_once(deeds, workers=AT_ONCE):
    """Run the deeds in real threads that start together; their answers, faults among them."""
    barrier = threading.Barrier(workers)

    def work(mine):
        barrier.wait()
        try:
            return [outcome(deed) for deed in mine]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(workers) as pool:
        parts = [pool.submit(work, deeds[number::workers]) for number in range(workers)]
        return [answer for part in parts for answer in part.result()]


def outcome(deed):
    try:
        return deed()
    except Refusal as refusal:
        return refusal


def taken_seats(event):
    alive = Registration.objects.filter(event=event).taking()
    return sum(alive.values_list("seats", flat=True))


def test_two_hundred_clients_on_thirty_seats_with_one_shared_excursion_of_twelve():
    event = an_event(SEATS)
    eve = option(event, capacity=EVE_SEATS)
    dice = random.Random(7)

    def client(number):
        names = [f"Person {number} {letter}" for letter in "AB"[: dice.randint(1, 2)]]
        options = (eve.pk,) if dice.random() < 0.5 else ()
        return lambda: register(event, *names, options=options, form=f"siegel-{number}")

    answers = at_once([client(number) for number in range(CLIENTS)])

    made = [answer for answer in answers if isinstance(answer, Registration)]
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert len(made) + len(refused) == CLIENTS
    assert {type(answer) for answer in refused} <= {choices.OptionFull}
    assert taken_seats(event) == SEATS
    assert option_rooms(event)[eve.pk].taken <= EVE_SEATS
    assert Registration.objects.count() == len(made)
    assert Participant.objects.count() == sum(one.seats for one in made)
    assert OutgoingMail.objects.count() == len(made)


def test_cancels_offers_and_newcomers_at_the_same_instant_never_overbook():
    event = an_event(SEATS)
    booked = [register(event, f"Gebucht {number}") for number in range(SEATS)]
    for number in range(SEATS):
        register(event, f"Wartend {number}")
    leaving, later = booked[: SEATS // 2], NOW + timedelta(days=1)
    deeds = [
        *(lambda one=one: registrations.cancel(registration=one, by=None, now=later) for one in leaving),
        *(lambda one=one: registrations.cancel(registration=one, by=None, now=later) for one in leaving),
        *(lambda number=number: register(event, f"Neu {number}", now=later) for number in range(40)),
        *(lambda: waiting.advance(event=event, now=later) for _ in range(20)),
    ]
    random.Random(3).shuffle(deeds)

    answers = at_once(deeds)

    assert Counter(type(answer) for answer in answers if isinstance(answer, Refusal)) == Counter(
        {registrations.NothingToDo: len(leaving)}
    )
    assert taken_seats(event) == SEATS
    assert Registration.objects.filter(state=S.OFFERED).count() == len(leaving)
    assert Registration.objects.filter(state=S.CANCELLED).count() == len(leaving)
    assert OutgoingMail.objects.filter(purpose="events.offered").count() == len(leaving)
    first_in_line = Registration.objects.filter(state=S.OFFERED).values_list("contact_name", flat=True)
    assert set(first_in_line) == {f"Wartend {number}" for number in range(len(leaving))}


def test_offer_accepted_and_expired_at_the_same_instant_ends_one_way():
    event = an_event(1)
    first, second, third = register(event, "Erste M"), register(event, "Zweite M"), register(event, "Dritte M")
    later = NOW + timedelta(days=1)
    registrations.cancel(registration=first, by=None, now=later)
    end = later + timedelta(hours=48)

    at_once(
        [
            *(lambda: waiting.accept(registration=second, by=None, now=end) for _ in range(8)),
            *(lambda: waiting.expire(registration=second, now=end) for _ in range(8)),
        ]
    )

    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.state, third.state) in {(S.CONFIRMED, S.WAITING), (S.EXPIRED, S.OFFERED)}
    assert room(event).taken == 1


def test_same_form_sent_sixteen_times_at_once_is_one_registration():
    event = an_event(SEATS)

    answers = at_once([lambda: register(event, "Doppelt Muster", form="ein-siegel") for _ in range(16)])

    assert {answer.pk for answer in answers} == {Registration.objects.get().pk}
    assert OutgoingMail.objects.count() == 1


def test_capacity_raised_while_people_register_is_counted_right():
    event = an_event(10)

    def raise_capacity():
        type(event).objects.filter(pk=event.pk).update(capacity=20, version=F("version") + 1)
        return waiting.advance(event=event, now=NOW)

    at_once([*(lambda number=number: register(event, f"Neu {number}") for number in range(47)), raise_capacity])
    waiting.advance(event=event, now=NOW)

    assert taken_seats(event) == 20
