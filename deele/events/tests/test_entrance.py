"""Taps at the entrance: late, twice, from two devices with clocks that go wrong."""

import itertools
import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.events.actions import attendance
from deele.events.enums import RegistrationState
from deele.events.models import Attendance
from deele.events.rules.taps import Tap, house_time, is_later
from deele.events.tests import factories
from deele.events.tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest():
    event = factories.event(area=factories.area())
    return factories.registration(event, names=("Teilnehmerin Muster",)).participants.get()


def tap(guest, mark, *, present=True, seconds=0):
    day = guest.registration.event.days.first()
    return Tap(guest.pk, day.pk, present, NOW + timedelta(seconds=seconds), mark)


def note(guest, *taps, sent=0, now=0):
    sent_at, arrived = NOW + timedelta(seconds=sent), NOW + timedelta(seconds=now)
    return attendance.note(event=guest.registration.event, taps=taps, sent_at=sent_at, by=None, now=arrived)


def test_house_time_follows_how_long_a_tap_waited_not_the_clock_of_the_device():
    wrong = NOW + timedelta(hours=5)

    assert house_time(wrong - timedelta(minutes=10), sent_at=wrong, now=NOW) == NOW - timedelta(minutes=10)
    assert house_time(wrong + timedelta(hours=1), sent_at=wrong, now=NOW) == NOW


def test_taps_of_one_device_keep_their_order_however_slow_the_network():
    slow, quick = "geraeta-0000000000001-aa", "geraeta-0000000000002-aa"

    assert is_later(at=NOW, mark=quick, than_at=NOW + timedelta(seconds=9), than_mark=slow)
    assert not is_later(at=NOW + timedelta(days=1), mark=slow, than_at=NOW, than_mark=quick)


def test_every_order_and_repetition_of_taps_ends_alike(guest):
    taps = [
        tap(guest, "geraeta-0000000000001-aa", present=True, seconds=1),
        tap(guest, "geraetb-0000000000002-aa", present=False, seconds=2),
        tap(guest, "geraetc-0000000000003-aa", present=True, seconds=3),
    ]
    ends = set()
    orders = set(itertools.permutations([*taps, *taps]))
    for order in orders:
        Attendance.objects.all().delete()
        for one in order:
            note(guest, one, sent=10, now=10)
        row = Attendance.objects.get()
        ends.add((row.present, row.mark))

    assert len(orders) == 90
    assert ends == {(True, taps[2].mark)}


def test_batch_sent_twice_is_noted_once_and_answered_twice(guest):
    one = tap(guest, "geraeta-0000000000001-aa")
    first, second = note(guest, one), note(guest, one, sent=60, now=60)

    row = Attendance.objects.get()
    assert (first.done, second.done, row.at) == ([one.mark], [one.mark], NOW)


def test_late_batch_does_not_undo_what_another_device_noted_since(guest):
    note(guest, tap(guest, "geraetb-0000000000009-aa", present=False, seconds=30), sent=30, now=30)

    note(guest, tap(guest, "geraeta-0000000000001-aa", present=True, seconds=10), sent=60, now=60)

    assert Attendance.objects.get().present is False


def test_who_cancelled_meanwhile_is_named_not_noted(guest):
    guest.registration.state = RegistrationState.CANCELLED
    guest.registration.save()

    assert note(guest, tap(guest, "geraeta-0000000000001-aa")).gone == ["geraeta-0000000000001-aa"]
    assert not Attendance.objects.exists()


def test_person_of_another_event_is_not_noted(guest):
    other = factories.registration(factories.event("Andere")).participants.get()
    foreign = Tap(other.pk, guest.registration.event.days.first().pk, True, NOW, "geraeta-0000000000001-aa")

    assert note(guest, foreign).gone == [foreign.mark]


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("veranstaltung"))
    return client


def test_plain_form_notes_and_takes_back(desk, guest):
    event = guest.registration.event
    address = reverse("events:desk-entrance-tap", args=[event.pk])
    day = event.days.first().pk
    there = []
    for wanted in ("1", "0", "1"):
        response = desk.post(address, {"person": guest.pk, "da": wanted, "tag": day, "q": "muster"})
        there.append(Attendance.objects.get().present)

    assert there == [True, False, True]
    assert response["Location"].endswith(f"einlass/?tag={day}&q=muster#person-{guest.pk}")


def test_sync_takes_the_batch_and_tells_who_is_there(desk, guest):
    event = guest.registration.event
    day, clock = event.days.first().pk, int(timezone.now().timestamp() * 1000)
    row = {"person": guest.pk, "day": day, "present": True, "at": clock, "mark": f"geraeta-{clock}-aa"}
    body = {"sent": clock, "day": day, "taps": [row, {"person": "x"}, 7]}
    address = reverse("events:desk-entrance-sync", args=[event.pk])

    answer = desk.post(address, json.dumps(body), content_type="application/json").json()

    assert (answer["done"], answer["present"], answer["total"]) == ([row["mark"]], [guest.pk], 1)
    assert desk.post(address, b"kein json", content_type="application/json").status_code == 400


def test_search_filter_and_scanned_number(desk, guest):
    event = guest.registration.event
    other = factories.registration(event, names=("Gast Übermut",), organisation="Gemeinde Muster")
    note(guest, tap(guest, "geraeta-0000000000001-aa"))
    address = reverse("events:desk-entrance", args=[event.pk])
    shown = {
        query: [line.name for line in desk.get(f"{address}?{query}").context["lines"]]
        for query in ("q=ubermut", "q=gemeinde", "fehlt=1", f"code={guest.registration.code}")
    }

    assert shown["q=ubermut"] == shown["q=gemeinde"] == shown["fehlt=1"] == ["Gast Übermut"]
    assert shown[f"code={guest.registration.code}"] == ["Teilnehmerin Muster"]
    assert other.code not in str(desk.get(address).context["event"])


def test_helper_of_the_browser_reaches_its_own_page_only(desk, guest):
    response = desk.get(reverse("events:desk-entrance-worker", args=[guest.registration.event_id]))

    assert response["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in response
    assert "const UNTIL = 18" in response.content.decode()


def test_event_of_another_area_has_no_entrance_here(client, settings, guest):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("veranstaltung", area=factories.area("pflege")))

    assert client.get(reverse("events:desk-entrance", args=[guest.registration.event_id])).status_code == 404


def test_page_asks_as_many_questions_for_many_as_for_few(desk, guest, django_assert_max_num_queries):
    event = guest.registration.event
    desk.get(reverse("events:desk-entrance", args=[event.pk]))  # what a process keeps is read once
    counts = []
    for wanted in (1, 30):
        while event.registrations.count() < wanted:
            factories.registration(event, place=factories.place())
        with django_assert_max_num_queries(25) as seen:
            desk.get(reverse("events:desk-entrance", args=[event.pk]))
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_somebody_without_a_registration_comes_in_once_and_is_present(desk, guest):
    event = guest.registration.event
    event.capacity = 1
    event.save()
    address = reverse("events:desk-walk-in", args=[event.pk])
    data = {"name": "Gast Muster", "organisation": "Gemeinde Muster", "once": "a" * 20}
    for _click in range(2):
        desk.post(address, data)

    assert list(Attendance.objects.values_list("participant__name", "present")) == [("Gast Muster", True)]
    assert event.registrations.filter(channel="vor_ort").count() == 1


def test_walk_in_pays_what_the_event_costs(desk, guest):
    event = guest.registration.event
    price = factories.price(event)
    address = reverse("events:desk-walk-in", args=[event.pk])
    assert desk.post(address, {"name": "Gast Muster", "once": "b" * 20}).context["form"].errors

    desk.post(address, {"name": "Gast Muster", "once": "b" * 20, "price": price.pk})
    assert event.registrations.get(channel="vor_ort").total_cents == 5900
