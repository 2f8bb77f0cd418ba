"""Events as open data: shapes that partners build on."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from deele.api.kinds import EventList, EventOut
from deele.events.actions import index
from deele.events.enums import Format, Kind, State
from deele.events.models import Event
from deele.events.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def soon(days=10):
    return timezone.now() + timedelta(days=days)


def public(title, **fields):
    event = factories.event(title, **{"starts_at": soon(), **fields})
    index.refresh(event)
    return event


def names(client, query=""):
    return [item["title"] for item in client.get(f"/api/v1/events{query}").json()["items"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Fahrt", "Vortrag"]),
        ("?kind=exkursion", ["Fahrt"]),
        ("?format=online", ["Vortrag"]),
        ("?place=03361", ["Fahrt"]),
        ("?place=gibtesnicht", []),
        ("?kind=gibtesnicht", []),
        ("?q=dorfladen", ["Fahrt"]),
        ("?since=2020-01-01&until=2021-01-01", ["Alt"]),
    ],
)
def test_open_data_is_narrowed(client, query, expected):
    public("Fahrt", starts_at=soon(5), kind=Kind.EXCURSION, place=factories.place(), description="Dorfladen")
    public("Vortrag", starts_at=soon(6), kind=Kind.TALK, format=Format.ONLINE)
    public("Alt", starts_at=soon().replace(year=2020))
    public("Geheim", state=State.PLANNED)

    assert names(client, query) == expected


def test_open_data_has_the_declared_fields_and_no_secret(client):
    event = public("Fahrt", meeting_link="https://meet.example.org/geheim", report="Bericht")

    one = client.get(f"/api/v1/events/{event.pk}")

    assert set(one.json()) == set(EventOut.model_fields)
    assert EventList.model_validate(client.get("/api/v1/events").json()).items[0].title == "Fahrt"
    assert b"geheim" not in one.content
    assert client.get("/api/v1/events/999999").status_code == 404
    assert client.get("/api/v1/events?cursor=kaputt").status_code == 400


def test_cursor_walks_through_everything_once_although_rows_go(client):
    events = [public(f"Nummer {number}", starts_at=soon(number + 1)) for number in range(5)]
    seen, cursor = [], ""
    while cursor is not None:
        body = client.get(f"/api/v1/events?limit=2&cursor={cursor}").json()
        seen += [item["title"] for item in body["items"]]
        cursor = body["next"]
        Event.objects.filter(pk=events[0].pk).update(state=State.PLANNED)

    assert seen == [f"Nummer {number}" for number in range(5)]


def test_unchanged_events_answer_304_and_a_new_one_does_not(client):
    public("Fahrt")
    mark = client.get("/api/v1/events")["ETag"]

    assert client.get("/api/v1/events", headers={"If-None-Match": mark}).status_code == 304
    public("Neu")
    assert client.get("/api/v1/events", headers={"If-None-Match": mark}).status_code == 200
