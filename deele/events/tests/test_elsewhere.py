"""Events in other calendars and pages: iCalendar, feed, embedded list."""

from datetime import date, datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from deele.core.dates import Precision
from deele.events.enums import Kind, RegistrationState, State
from deele.events.models import Event
from deele.events.queries.ical import event_calendar
from deele.events.tests import factories
from deele.mail.tests.factories import office

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 12, tzinfo=BERLIN)


def entries(body):
    return Calendar.from_ical(body).walk("VEVENT")


def test_each_date_is_an_entry_with_a_name_that_stays():
    event = factories.event("Schulung", days=6, sequence=2)

    before = entries(event_calendar([event], now=NOW))
    Event.objects.filter(pk=event.pk).update(title="Neuer Titel", sequence=3)
    after = entries(event_calendar([Event.objects.get(pk=event.pk)], now=NOW))

    assert len({entry["UID"] for entry in before}) == 6
    assert [entry["UID"] for entry in before] == [entry["UID"] for entry in after]
    assert ({entry["SEQUENCE"] for entry in before}, {entry["SEQUENCE"] for entry in after}) == ({2}, {3})
    assert before[1]["SUMMARY"] == "Schulung (2/6)"


@pytest.mark.parametrize("state", [State.CALLED_OFF, State.POSTPONED])
def test_what_does_not_take_place_is_cancelled(state):
    event = factories.event(state=state)

    assert [entry["STATUS"] for entry in entries(event_calendar([event], now=NOW))] == ["CANCELLED"]


@pytest.mark.parametrize(
    ("begins", "ends", "lasts"),
    [
        ((2027, 3, 27, 22), (2027, 3, 28, 6), 7),  # the night has 23 hours
        ((2027, 10, 30, 22), (2027, 10, 31, 6), 9),  # the night has 25
        ((2027, 3, 28, 10), (2027, 3, 28, 17), 7),
        ((2027, 10, 31, 10), (2027, 10, 31, 17), 7),
    ],
)
def test_hours_hold_in_nights_when_clocks_change(begins, ends, lasts):
    start, end = datetime(*begins, tzinfo=BERLIN), datetime(*ends, tzinfo=BERLIN)
    event = factories.event(starts_at=start)
    event.days.update(ends_at=end)

    body = event_calendar([event], now=NOW)
    entry = entries(body)[0]

    assert f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}".encode() in body
    assert (entry["DTSTART"].dt.timestamp(), entry["DTEND"].dt.timestamp()) == (start.timestamp(), end.timestamp())
    assert (entry["DTEND"].dt.timestamp() - entry["DTSTART"].dt.timestamp()) / 3600 == lasts


def test_the_zone_comes_along_and_changes_when_the_country_does():
    body = event_calendar([factories.event(starts_at=datetime(2027, 3, 28, 10, tzinfo=BERLIN))], now=NOW)
    (zone,) = Calendar.from_ical(body).walk("VTIMEZONE")
    rules = zone.to_tz()

    assert zone["TZID"] == "Europe/Berlin"
    for moment in ((2027, 3, 28, 1, 30), (2027, 3, 28, 3, 30), (2027, 10, 31, 1, 30), (2027, 10, 31, 4)):
        there = datetime(*moment, tzinfo=rules)
        assert there.utcoffset() == datetime(*moment, tzinfo=BERLIN).utcoffset(), moment


def test_dates_without_hours_are_whole_days_and_rough_ones_are_left_out():
    show = factories.event(starts_at=datetime(2027, 5, 26, tzinfo=BERLIN))
    show.days.update(has_time=False, ends_at=datetime(2027, 6, 11, tzinfo=BERLIN) + timedelta(hours=1))
    rough = factories.event(starts_at=datetime(2027, 11, 1, tzinfo=BERLIN))
    rough.days.update(precision=Precision.MONTH)

    (entry,) = entries(event_calendar([show, rough], now=NOW))

    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2027, 5, 26), date(2027, 6, 12))


def test_no_word_of_a_person_begins_a_new_line():
    office(name="Büro\r\nATTENDEE:mailto:boese@example.org")
    bad = "Fahrt\r\nATTACH:https://boese.example.org"
    event = factories.event(bad, venue=bad, town="X\nY", short_text=bad, description=bad)

    body = event_calendar([event], now=NOW, name=bad)

    assert [line for line in body.decode().split("\r\n") if line.startswith(("ATTACH", "ATTENDEE"))] == []
    assert entries(body)[0]["SUMMARY"] == "Fahrt ATTACH:https://boese.example.org"


def test_long_titles_are_folded_and_come_back_whole():
    event = factories.event("ä" * 250, short_text="€" * 300)

    body = event_calendar([event], now=NOW)

    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert entries(body)[0]["SUMMARY"] == "ä" * 250


def test_only_who_comes_gets_the_link_to_the_meeting():
    event = factories.event(meeting_link="https://meet.example.org/raum")
    texts = [
        entries(event_calendar([event], now=NOW, personal=factories.registration(event, state=state)))[0]
        for state in (RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.CANCELLED)
    ]

    assert ["meet.example.org" in text["DESCRIPTION"] for text in texts] == [True, False, False]


def test_subscribed_calendar_has_name_filters_and_no_secrets(client):
    office()
    soon = timezone.now() + timedelta(days=9)
    factories.event("Fahrt", starts_at=soon, kind=Kind.EXCURSION)
    factories.event("Vortrag", starts_at=soon, kind=Kind.TALK)
    factories.event("Geheim", starts_at=soon, kind=Kind.TALK, state=State.PLANNED)

    response = client.get("/veranstaltungen/kalender.ics?art=vortrag")
    calendar = Calendar.from_ical(response.content)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [entry["SUMMARY"] for entry in calendar.walk("VEVENT")] == ["Vortrag"]
    assert "Büro Muster" in calendar["X-WR-CALNAME"]


def test_subscribed_calendar_asks_as_often_for_three_events_as_for_one(client, django_assert_max_num_queries):
    counts = []
    for number in (1, 2):
        for _more in range(number):
            factories.event(starts_at=timezone.now() + timedelta(days=9), days=3)
        with django_assert_max_num_queries(12) as captured:
            client.get("/veranstaltungen/kalender.ics")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_feed_is_atom_with_the_newest_first(client):
    soon = timezone.now() + timedelta(days=9)
    factories.event("Alt", starts_at=soon, public_since=timezone.now() - timedelta(days=5))
    factories.event("Neu <b>", starts_at=soon, public_since=timezone.now())

    tree = ElementTree.fromstring(client.get("/veranstaltungen/feed/").content)

    assert [title.text for title in tree.iter("{http://www.w3.org/2005/Atom}title")][1:] == ["Neu <b>", "Alt"]


def test_embedded_list_may_stand_anywhere_and_leaves_no_cookie():
    factories.event("Fahrt", starts_at=timezone.now() + timedelta(days=9))

    response = Client().get("/veranstaltungen/einbetten/?art=gibtesnicht")

    assert response.cookies == {}
    assert "X-Frame-Options" not in response
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert b"<script" not in response.content
    assert b'target="_blank" rel="noopener"' in response.content


def test_all_other_pages_stay_out_of_frames(client):
    for path in ("/veranstaltungen/", "/veranstaltungen/einbetten/anleitung/"):
        response = client.get(path)
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_snippet_carries_the_filters_and_escapes_them(client):
    page = client.get("/veranstaltungen/einbetten/anleitung/?art=exkursion&q=%22%3E%3Cscript%3E").context

    assert "art=exkursion" in page["address"]
    assert "<script" not in page["snippet"]
    assert page["snippet"].count('"') % 2 == 0


def test_times_are_those_of_this_country():
    assert settings.TIME_ZONE == "Europe/Berlin"
