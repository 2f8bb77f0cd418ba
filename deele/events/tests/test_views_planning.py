"""The planning pages at the desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from deele.directory.enums import State as EntryState
from deele.directory.tests.factories import entry, staff
from deele.events.enums import Kind, State
from deele.events.forms.event import EventForm
from deele.events.forms.tables import TABLES
from deele.events.kinds import SECTIONS
from deele.events.models import Event, Series
from deele.events.tests.registering import an_event, area, price, register

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


@pytest.fixture
def planner(client):
    client.force_login(staff("veranstaltung"))
    return client


def url(event, name="desk-event"):
    return reverse(f"events:{name}", args=[event.pk])


def section(event, key="inhalt"):
    """The address of a section of the planning."""
    return reverse("events:desk-section", args=[event.pk, key])


def sent(response, **changes):
    """What a browser would send back from a section."""
    tables = response.context["tables"].values()
    parts = [
        response.context["form"],
        *(one.management_form for one in tables),
        *(row for one in tables for row in one),
    ]
    data = {}
    for bound in (field for part in parts for field in part):
        value = bound.value()
        if value is None or value is False or value == "":
            continue
        shown = value if isinstance(value, list) else bound.field.widget.format_value(value)
        if isinstance(shown, list) and not isinstance(value, list):
            shown = shown[0]
        data[bound.html_name] = "on" if value is True else shown
    return {**data, **changes}


def test_a_new_event_needs_little_and_is_a_draft(planner):
    data = {"title": "Werkstatt Muster", "kind": Kind.LAB, "format": "praesenz", "role": "veranstalter",
            "day": "2027-05-20", "begins": "10:00", "ends": "16:00"}  # fmt: skip
    response = planner.post(reverse("events:desk-new"), data)
    event = Event.objects.get()
    assert response.url == event.desk_url()
    assert (event.state, timezone.localtime(event.starts_at).hour) == (State.PLANNED, 10)


def test_what_resembles_a_new_event_is_shown_first(planner):
    an_event(title="Fachtag Nachbarschaft")
    data = {"title": "Fachtag Nachbarschaft", "kind": Kind.CONFERENCE, "format": "praesenz", "role": "veranstalter"}
    assert "Fachtag Nachbarschaft" in planner.post(reverse("events:desk-new"), data).content.decode()
    assert Event.objects.count() == 1
    planner.post(reverse("events:desk-new"), {**data, "anyway": "1"})
    assert Event.objects.count() == 2


def test_sections_save_facts_and_tables(planner):
    event = an_event(state=State.PLANNED)
    stop = entry("Hof Muster", state=EntryState.PUBLISHED)
    assert planner.post(section(event), sent(planner.get(section(event)), title="Fachtag Neu")).status_code == 302
    prices = sent(planner.get(section(event, "preise"))) | {
        "prices-TOTAL_FORMS": "2", "prices-0-title": "Regulär", "prices-0-amount_cents": "59,00",
        "prices-0-proof": "ohne", "prices-1-title": "Mitglied", "prices-1-amount_cents": "35",
        "prices-1-proof": "mitglied",
    }  # fmt: skip
    assert planner.post(section(event, "preise"), prices).status_code == 302
    stops = sent(planner.get(section(event, "programm"))) | {"stops-TOTAL_FORMS": "1", "stops-0-entry": "hof mus"}
    assert planner.post(section(event, "programm"), stops).status_code == 302
    event.refresh_from_db()
    assert event.title == "Fachtag Neu"
    assert list(event.prices.values_list("amount_cents", flat=True)) == [5900, 3500]
    assert event.stops.get().entry == stop
    assert event.days.count() == 1


def test_every_field_and_table_stands_in_exactly_one_section():
    fields = [name for one in SECTIONS for name in one.fields]
    tables = [name for one in SECTIONS for name in one.tables]
    assert sorted(fields) == sorted([*EventForm.Meta.fields, "new_series"])
    assert sorted(tables) == sorted(TABLES)


def test_there_is_no_section_of_another_name(planner):
    assert planner.get(section(an_event(), "nichts")).status_code == 404


@pytest.mark.parametrize("key", [one.key for one in SECTIONS])
def test_saving_without_a_change_changes_nothing(planner, key):
    event = an_event(state=State.PLANNED)
    price(event)
    version = Event.objects.get().version
    assert planner.post(section(event, key), sent(planner.get(section(event, key)))).status_code == 302
    assert Event.objects.get().version == version


def test_a_row_more_keeps_everything_typed_and_saves_nothing(planner):
    event = an_event(state=State.PLANNED, price_note="Alt")
    data = sent(
        planner.get(section(event, "preise")), price_note="Noch nicht", cancel_fee_percent="zu viel", add="prices"
    )
    response = planner.post(section(event, "preise"), data)
    assert response.context["form"]["price_note"].value() == "Noch nicht"
    assert len(response.context["tables"]["prices"].forms) == 1
    assert "error-summary" not in response.content.decode()
    event.refresh_from_db()
    assert event.price_note == "Alt"


@pytest.mark.parametrize("one", [one for one in SECTIONS if one.tables], ids=lambda one: one.key)
def test_an_empty_row_is_no_error(planner, one):
    event = an_event(state=State.PLANNED)
    data = sent(planner.get(section(event, one.key))) | {f"{name}-TOTAL_FORMS": "3" for name in one.tables}
    assert planner.post(section(event, one.key), data).status_code == 302


def test_wrong_amounts_and_times_are_told_at_their_field(planner):
    event = an_event(state=State.PLANNED)
    data = sent(planner.get(section(event, "preise"))) | {
        "prices-TOTAL_FORMS": "1", "prices-0-title": "Regulär", "prices-0-amount_cents": "5.9",
        "prices-0-proof": "ohne",
    }  # fmt: skip
    response = planner.post(section(event, "preise"), data)
    assert "amount_cents" in response.context["tables"]["prices"].forms[0].errors
    data = sent(planner.get(section(event, "termine-ort"))) | {
        "days-0-on": "2027-03-28", "days-0-begins": "02:30", "days-0-ends": "04:00",
    }  # fmt: skip
    response = planner.post(section(event, "termine-ort"), data)
    assert "begins" in response.context["tables"]["days"].forms[0].errors


def test_a_fault_in_a_folded_field_unfolds_its_row(planner):
    event = an_event(state=State.PLANNED)
    data = sent(planner.get(section(event, "termine-ort"))) | {"days-0-meeting_link": "kein Link"}
    response = planner.post(section(event, "termine-ort"), data)
    assert response.context["tables"]["days"].forms[0].is_unfolded
    assert '<details class="table-row__more" open>' in response.content.decode()


def test_the_second_of_two_editors_sees_both_versions(planner):
    event = an_event(state=State.PLANNED)
    mine = sent(planner.get(section(event)), title="Meine")
    planner.post(section(event), sent(planner.get(section(event)), title="Andere"))
    response = planner.post(section(event), mine)
    assert response.status_code == 409
    assert "Andere" in response.content.decode()
    assert Event.objects.get().title == "Andere"


def test_the_second_of_two_editors_of_rows_is_told_too(planner):
    event = an_event(state=State.PLANNED)
    mine = sent(planner.get(section(event, "programm")))
    planner.post(section(event), sent(planner.get(section(event)), title="Andere"))
    assert planner.post(section(event, "programm"), mine).status_code == 409


def test_the_overview_says_what_is_missing_and_where_to_add_it(planner):
    event = an_event(state=State.PLANNED, short_text="", accessibility="Ohne Stufen", town="Hannover")
    page = planner.get(url(event)).content.decode()
    assert f'href="{section(event)}"' in page
    missing = planner.get(url(event)).context["overview"].missing
    assert [check.section for check in missing] == ["inhalt"]
    Event.objects.update(short_text="Ein Tag für alle.")
    assert planner.get(url(event)).context["overview"].missing == []


def test_the_overview_tells_the_dates_ahead_in_order(planner):
    now = timezone.now()
    event = an_event(
        starts=now + timedelta(days=40), closes_at=now + timedelta(days=30), minimum=5,
        minimum_by=(now + timedelta(days=20)).date(), opens_at=now - timedelta(days=1),
    )  # fmt: skip
    texts = [one.at for one in planner.get(url(event)).context["overview"].coming]
    assert texts == sorted(texts)
    assert len(texts) in (3, 4)
    Event.objects.update(state=State.CALLED_OFF)
    assert planner.get(url(event)).context["overview"].coming == []


def test_stops_are_suggested_while_typing(planner):
    entry("Hof Muster", state=EntryState.PUBLISHED)
    entry("Hof Geheim", state=EntryState.DRAFT)
    found = planner.get(reverse("events:desk-stop-suggestions"), {"q": "hof"}).json()
    assert [one["label"].split(" (")[0] for one in found] == ["Hof Muster"]


def test_a_number_taken_names_the_other_event(planner):
    series = Series.objects.create(name="Fachtag")
    an_event(title="Der Vierzehnte", series=series, number=14)
    event = an_event(state=State.PLANNED)
    response = planner.post(section(event), sent(planner.get(section(event)), series=series.pk, number="14"))
    assert "Der Vierzehnte" in response.content.decode()


def test_a_move_tells_before_and_after_how_many_are_told(planner):
    event = an_event(starts=timezone.now() + timedelta(days=40))
    register(event, "Anna", now=timezone.now())
    assert ">1 " in planner.get(url(event)).content.decode().replace("<p>1", ">1")
    response = planner.post(url(event, "desk-move"), {"to": State.CALLED_OFF, "reason": "Krank"}, follow=True)
    assert event.registrations.get().state == "storniert"
    assert "1" in str(next(iter(response.context["messages"])))


def test_dates_of_a_booked_event_move_on_their_own_page(planner):
    event = an_event(starts=timezone.now() + timedelta(days=40))
    register(event, "Anna", now=timezone.now())
    page = planner.get(section(event, "termine-ort"))
    assert "days" not in page.context["tables"]
    table = planner.get(url(event, "desk-dates")).context["table"]
    data = {"days-TOTAL_FORMS": "1", "days-INITIAL_FORMS": "1", "days-0-id": table.forms[0].instance.pk,
            "days-0-on": "2031-05-20", "days-0-begins": "10:00", "days-0-precision": "tag", "days-0-counts": "on",
            "message": "Neuer Bus"}  # fmt: skip
    assert planner.post(url(event, "desk-dates"), data).status_code == 302
    event.refresh_from_db()
    assert event.starts_at.year == 2031


def test_a_copy_is_a_draft_on_a_new_day(planner):
    event = an_event()
    response = planner.post(url(event, "desk-copy"), {"first_day": "2031-03-01"})
    made = Event.objects.exclude(pk=event.pk).get()
    assert response.url == made.desk_url()
    assert made.starts_at.year == 2031


def test_the_list_asks_the_same_number_of_questions_for_many_events(planner):
    def ask(number):
        for one in range(number):
            event = an_event(title=f"Fachtag {one}", starts=timezone.now() + timedelta(days=40))
            register(event, "Anna", now=timezone.now())
        with CaptureQueriesContext(connection) as asked:
            lines = planner.get(reverse("events:desk-list")).context["lines"]
        assert {line.room.taken for line in lines} == {1}
        return len(asked)

    ask(1)
    few = ask(1)
    assert ask(10) == few


def test_filters_and_tabs(planner):
    an_event(title="Bald", starts=timezone.now() + timedelta(days=3))
    an_event(title="Vorbei und offen", starts=timezone.now() - timedelta(days=3))
    an_event(title="Entwurf", state=State.PLANNED)
    address = reverse("events:desk-list")
    tabs = ("kommend", "abschliessen", "entwuerfe", "vergangen")
    pages = {tab: planner.get(f"{address}?tab={tab}").context["lines"] for tab in tabs}
    listed = {tab: [line.event.title for line in lines] for tab, lines in pages.items()}
    assert listed == {
        "kommend": ["Bald"],
        "abschliessen": ["Vorbei und offen"],
        "entwuerfe": ["Entwurf"],
        "vergangen": [],
    }
    page = planner.get(f"{reverse('events:desk-list')}?tab=kommend&q=bald&art={Kind.TALK}")
    assert page.context["lines"] == []


def test_an_event_of_another_area_is_not_there(client):
    other = type(area()).objects.create(key="pflege", name="Pflege", carrier=area().carrier)
    client.force_login(staff("veranstaltung", area=other))
    assert client.get(url(an_event())).status_code == 404


def test_history_shows_old_and_new(planner):
    event = an_event(state=State.PLANNED)
    planner.post(section(event), sent(planner.get(section(event)), title="Ganz neu"))
    assert "Ganz neu" in planner.get(url(event, "desk-history")).content.decode()
