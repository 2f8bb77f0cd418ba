"""The calendar: what is shown to whom, filtered how, counted live."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from deele.core.dates import Precision
from deele.events.actions import index
from deele.events.enums import Format, Kind, Registering, RegistrationState, State
from deele.events.queries import words
from deele.events.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
BERLIN = ZoneInfo("Europe/Berlin")
HOME = "/veranstaltungen/"


def soon(days=10):
    return timezone.now() + timedelta(days=days)


def titles(client, query=""):
    return [card.title for card in client.get(f"{HOME}{query}").context["cards"]]


def test_calendar_shows_what_is_coming_soonest_first(client):
    factories.event("Später", starts_at=soon(20))
    factories.event("Früher", starts_at=soon(5))
    factories.event("Vorbei", starts_at=soon(-5))
    factories.event("Geheim", starts_at=soon(), state=State.PLANNED)

    assert titles(client) == ["Früher", "Später"]
    assert titles(client, "?zeit=vergangen") == ["Vorbei"]


def test_calendar_keeps_today_and_what_has_no_date_yet(client):
    factories.event("Heute früh", starts_at=timezone.localtime().replace(hour=0, minute=1), hours=0.5)
    open_date = factories.event("Offen", starts_at=soon(), state=State.ANNOUNCED)
    open_date.days.all().delete()
    type(open_date).objects.filter(pk=open_date.pk).update(starts_at=None, ends_at=None)

    assert titles(client) == ["Heute früh", "Offen"]


def test_calendar_keeps_a_month_until_it_is_over(client):
    first = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    event = factories.event("Im Lauf des Monats", starts_at=first, hours=0, state=State.ANNOUNCED)
    event.days.update(precision=Precision.MONTH, has_time=False)

    assert titles(client) == ["Im Lauf des Monats"]


def test_past_events_stand_by_year(client):
    factories.event("Alt", starts_at=datetime(2023, 5, 4, 10, tzinfo=BERLIN), state=State.HELD)
    factories.event("Älter", starts_at=datetime(2021, 5, 4, 10, tzinfo=BERLIN), state=State.HELD)

    page = client.get(f"{HOME}?zeit=vergangen")

    assert [year["label"] for year in page.context["years"]] == ["2023", "2021"]
    assert [card.title for card in page.context["cards"]] == ["Alt"]
    assert titles(client, "?zeit=vergangen&jahr=2021") == ["Älter"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?art=exkursion", ["Fahrt"]),
        ("?art=exkursion&art=vortrag", ["Fahrt", "Vortrag"]),
        ("?format=online", ["Vortrag"]),
        ("?bereich=pflege", ["Vortrag"]),
        ("?thema=demenz", ["Vortrag"]),
        ("?ort=03361", ["Fahrt"]),
        ("?ort=03254", []),
        ("?frei=ja", ["Fahrt"]),
        ("?q=Dorfladen", ["Fahrt"]),
        ("?art=exkursion&thema=demenz", []),
        ("?art=gibtesnicht", ["Fahrt", "Vortrag"]),
        ("?ort=03254021&umkreis=50", []),
        ("?ort=03361012&umkreis=25", ["Fahrt"]),
    ],
)
def test_calendar_is_narrowed(client, query, expected):
    factories.place("03254021", "Hildesheim", lat=52.15, lon=9.95)
    factories.place("03361012", "Verden", lat=52.92, lon=9.23)
    trip = factories.event(
        "Fahrt", starts_at=soon(5), kind=Kind.EXCURSION, place=factories.place(), description="zum Dorfladen"
    )
    talk = factories.event(
        "Vortrag", starts_at=soon(6), kind=Kind.TALK, format=Format.ONLINE, themes=["demenz"], capacity=1,
        area=factories.area("pflege"),
    )  # fmt: skip
    factories.registration(talk)
    for event in (trip, talk):
        index.refresh(event)

    assert titles(client, query) == expected


def test_unknown_filter_is_named_and_left_out(client):
    factories.event("Fahrt", starts_at=soon())

    page = client.get(f"{HOME}?art=gibtesnicht&umkreis=7&seite=999999&jahr=x&ort=%00")

    assert (page.status_code, len(page.context["asked"].notes), len(page.context["cards"])) == (200, 1, 1)


def test_nothing_fits_and_what_comes_next_is_offered(client):
    factories.event("Fahrt", starts_at=soon(), kind=Kind.EXCURSION)

    page = client.get(f"{HOME}?art=vortrag")

    assert (page.context["total"], [card.title for card in page.context["nearest"]]) == (0, ["Fahrt"])


@pytest.mark.parametrize(
    ("capacity", "taken", "kind"),
    [(None, 3, "success"), (30, 3, "success"), (30, 25, "warning"), (30, 28, "warning"), (3, 3, "warning")],
)
def test_hint_follows_the_seats_at_once(client, capacity, taken, kind):
    event = factories.event(starts_at=soon(), capacity=capacity)
    client.get(HOME)
    for _number in range(taken):
        factories.registration(event)

    assert client.get(HOME).context["cards"][0].note.kind == kind


def test_booked_out_without_waiting_list_is_marked_as_over(client):
    event = factories.event(starts_at=soon(), capacity=1, has_waiting_list=False)
    factories.registration(event, state=RegistrationState.OFFERED)

    assert client.get(HOME).context["cards"][0].note.kind == "danger"


def test_too_few_people_are_told_while_there_is_room(client):
    factories.event(starts_at=soon(), capacity=30, minimum=10)

    assert client.get(HOME).context["cards"][0].note.kind == "info"


def test_no_page_with_counted_seats_is_kept_by_anybody(client):
    event = factories.event(starts_at=soon())

    for path in (HOME, event.get_absolute_url(), f"{HOME}monat/2027-03/", f"{HOME}einbetten/"):
        control = client.get(path)["Cache-Control"]
        assert "private" in control, path
        assert "no-cache" in control, path


def test_number_of_queries_does_not_grow_with_events(client, django_assert_max_num_queries):
    counts = []
    for number in (1, 2):
        for _more in range(number):
            event = factories.event(starts_at=soon(), area=factories.area(), place=factories.place())
            factories.registration(event)
        client.get(HOME)
        with django_assert_max_num_queries(20) as captured:
            client.get(HOME)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_month_shows_days_runs_and_open_dates(client):
    starts = datetime(2027, 3, 29, 9, tzinfo=BERLIN)
    show = factories.event("Ausstellung", starts_at=starts, registering=Registering.NONE)
    show.days.update(ends_at=datetime(2027, 4, 2, 18, tzinfo=BERLIN))
    vague = factories.event("Fachtag", starts_at=datetime(2027, 3, 1, tzinfo=BERLIN), hours=0)
    vague.days.update(precision=Precision.MONTH, has_time=False)

    page = client.get(f"{HOME}monat/2027-03/").context
    cells = {cell.day.isoformat(): cell for week in page["weeks"] for cell in week}

    assert [len(cells[day].lines) for day in ("2027-03-28", "2027-03-29", "2027-03-31")] == [0, 1, 1]
    assert cells["2027-03-30"].lines[0].goes_on
    assert [line.title for line in page["open_days"]] == ["Fachtag"]


def test_month_marks_today_and_leads_on(client):
    today = timezone.localdate()
    page = client.get(client.get(f"{HOME}monat/").url)

    assert [cell.day for week in page.context["weeks"] for cell in week if cell.is_today] == [today]
    assert b'aria-current="date"' in page.content


@pytest.mark.parametrize("name", ["2027-13", "27-3", "x", "9999-01", "2027-03-01", "²027-03"])
def test_month_that_is_none_is_not_found(client, name):
    assert client.get(f"{HOME}monat/{name}/").status_code == 404


def test_months_keep_the_filters(client):
    page = client.get(f"{HOME}monat/2027-03/?art=exkursion&seite=3").context

    assert page["next"]["url"] == f"{HOME}monat/2027-04/?art=exkursion"


@pytest.mark.parametrize(
    ("begins", "ends", "days"),
    [
        (datetime(2027, 3, 27, 20, tzinfo=BERLIN), datetime(2027, 3, 28, 0, tzinfo=BERLIN), 1),
        (datetime(2027, 3, 27, 20, tzinfo=BERLIN), datetime(2027, 3, 28, 4, tzinfo=BERLIN), 2),
        (datetime(2027, 10, 30, 20, tzinfo=BERLIN), datetime(2027, 10, 31, 4, tzinfo=BERLIN), 2),
    ],
)
def test_an_evening_ends_on_its_own_day(begins, ends, days):
    event = factories.event(starts_at=begins)
    event.days.update(ends_at=ends)
    first, last = words.first_and_last(event.days.get())

    assert (last - first).days + 1 == days
