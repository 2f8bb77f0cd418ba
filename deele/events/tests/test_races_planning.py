"""Planning while people register, on a real database: everybody is told once, nobody is forgotten."""

import pytest

from deele.events.actions import life, planning
from deele.events.emails import planning as emails
from deele.events.enums import State
from deele.events.models import Event, Registration
from deele.events.tests.registering import NOW, an_event, register
from deele.events.tests.test_races import at_once, taken_seats
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres, pytest.mark.slow]
PEOPLE = 24


def test_called_off_by_several_while_people_register_ends_and_tells_everybody_once():
    event = an_event(8)
    for number in range(6):
        register(event, f"Frueh{number}")

    def call_off():
        return life.move(event=Event.objects.get(pk=event.pk), to=State.CALLED_OFF, by=None, now=NOW, reason="Krank")

    def client(number):
        return register(Event.objects.get(pk=event.pk), f"Spaet{number}")

    deeds = [lambda number=number: client(number) for number in range(PEOPLE)]
    deeds[5:5] = [call_off] * 8
    answers = at_once(deeds, workers=8)
    faults = [one for one in answers if isinstance(one, Exception) and not hasattr(one, "code")]
    assert faults == []
    assert not Registration.objects.filter(event=event).alive().exists()
    told = OutgoingMail.objects.filter(purpose=emails.CALLED_OFF).values_list("to", flat=True)
    assert sorted(told) == sorted(set(told))
    assert len(told) == Registration.objects.filter(event=event).count()


def test_capacity_lowered_while_people_register_lets_nobody_in_past_it():
    event = an_event(20)
    for number in range(10):
        register(event, f"Frueh{number}")

    def lower():
        fresh = Event.objects.get(pk=event.pk)
        return planning.change(event=fresh, values={"capacity": 12}, by=None, now=NOW)

    def client(number):
        return register(Event.objects.get(pk=event.pk), f"Spaet{number}")

    deeds = [lower, *(lambda number=number: client(number) for number in range(PEOPLE - 1))]
    answers = at_once(deeds, workers=8)
    assert [one for one in answers if isinstance(one, Exception) and not hasattr(one, "code")] == []
    taken = taken_seats(event)
    assert 12 <= taken <= 20
    assert Event.objects.get(pk=event.pk).capacity in (12, 20)
    register(event, "Nachzuegler")
    assert taken_seats(event) == taken or Event.objects.get(pk=event.pk).capacity == 20
