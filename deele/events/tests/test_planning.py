"""Planning events: values, tables, capacity, numbers of a series, two people at once."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from deele.audit import queries as log
from deele.core.dates import Precision
from deele.core.versions import Conflict
from deele.directory.tests.factories import staff
from deele.events import enums
from deele.events.actions import copying, parts, planning
from deele.events.enums import Kind, RegistrationState, State
from deele.events.models import Day, Event, Series
from deele.events.rules.counting import next_number
from deele.events.rules.days import NoSuchTime, end_of, here, shifted, span
from deele.events.tests.registering import NOW, an_event, area, option, price, register

pytestmark = pytest.mark.django_db


def day_row(day=date(2027, 5, 20), **more):
    return {"starts_at": here(day, time(10)), "ends_at": here(day, time(16)), **more}


def planned(**values):
    values = {"title": "Werkstatt Muster", "kind": Kind.LAB, "area": area(), **values}
    return planning.create(values=values, rows={"days": [day_row()]}, by=None, now=NOW)


def fresh(event):
    return Event.objects.get(pk=event.pk)


def test_create_keeps_begin_and_end_in_step_with_the_days():
    event = planned()
    assert event.state == State.PLANNED
    assert (event.starts_at, event.ends_at) == (here(date(2027, 5, 20), time(10)), here(date(2027, 5, 20), time(16)))
    planning.change(
        event=fresh(event), values={}, rows={"days": [day_row(), day_row(date(2027, 6, 3))]}, by=None, now=NOW
    )
    assert fresh(event).ends_at == here(date(2027, 6, 3), time(16))


def test_change_writes_old_and_new_and_nothing_when_nothing_changed():
    event = planned()
    planning.change(event=fresh(event), values={"title": "Werkstatt Neu"}, by=staff("veranstaltung"), now=NOW)
    line = log.history(event).first()
    assert line.data["changes"] == {"title": ["Werkstatt Muster", "Werkstatt Neu"]}
    before = fresh(event).version
    planning.change(event=fresh(event), values={"title": "Werkstatt Neu"}, by=None, now=NOW)
    assert log.history(event).count() == 2
    assert fresh(event).version == before


def test_second_of_two_editors_sees_a_conflict():
    event = planned()
    mine, theirs = fresh(event), fresh(event)
    planning.change(event=theirs, values={"title": "Andere"}, by=None, now=NOW)
    with pytest.raises(Conflict):
        planning.change(event=mine, values={"title": "Meine"}, by=None, now=NOW)
    assert fresh(event).title == "Andere"


def test_tables_are_replaced_and_the_log_tells_it():
    event = planned()
    rows = {"prices": [{"title": "Regulär", "amount_cents": 5900}, {"title": "Mitglied", "amount_cents": 3500}]}
    planning.change(event=fresh(event), values={}, rows=rows, by=None, now=NOW)
    first, second = event.prices.all()
    rows = {"prices": [{"pk": second.pk, "title": "Mitglied", "amount_cents": 3000}]}
    planning.change(event=fresh(event), values={}, rows=rows, by=None, now=NOW)
    assert [(one.pk, one.amount_cents) for one in event.prices.all()] == [(second.pk, 3000)]
    assert not event.prices.filter(pk=first.pk).exists()
    (changed,) = log.history(event).first().data["changes"].values()
    assert changed == ["Regulär 59,00\u00a0€; Mitglied 35,00\u00a0€", "Mitglied 30,00\u00a0€"]


def test_what_registrations_use_cannot_be_taken_out():
    event = an_event()
    extra, fee = option(event), price(event)
    register(event, "Anna", options=(extra.pk,), price_pk=fee.pk)
    for rows in ({"options": []}, {"prices": []}):
        with pytest.raises(parts.InUse) as refused:
            planning.change(event=fresh(event), values={}, rows=rows, by=None, now=NOW)
        assert "1" in refused.value.message
    assert event.options.count() == event.prices.count() == 1


def test_dates_of_an_event_with_registrations_change_only_by_telling():
    event = an_event()
    register(event, "Anna")
    (day,) = event.days.all()
    moved = [day_row(date(2027, 6, 1), pk=day.pk)]
    for rows in (moved, [*moved, day_row()], []):
        with pytest.raises(parts.DatesMove):
            planning.change(event=fresh(event), values={}, rows={"days": rows}, by=None, now=NOW)
    assert fresh(event).starts_at == day.starts_at


def test_words_of_a_day_may_change_although_people_are_registered():
    event = an_event()
    register(event, "Anna")
    (day,) = event.days.all()
    planning.change(
        event=fresh(event), values={}, rows={"days": [{"pk": day.pk, "title": "Grundlagen"}]}, by=None, now=NOW
    )
    assert event.days.get().title == "Grundlagen"


def test_capacity_under_the_booked_number_throws_nobody_out_and_lets_nobody_in():
    event = an_event(capacity=3)
    for name in ("Anna", "Bert", "Cleo", "Dora"):
        register(event, name)
    planning.change(event=fresh(event), values={"capacity": 1}, by=None, now=NOW)
    states = list(event.registrations.order_by("pk").values_list("state", flat=True))
    assert states == [RegistrationState.CONFIRMED] * 3 + [RegistrationState.WAITING]


def test_more_places_let_the_waiting_list_move():
    event = an_event(capacity=1)
    register(event, "Anna")
    waiting = register(event, "Bert")
    planning.change(event=fresh(event), values={"capacity": 2}, by=None, now=NOW)
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.OFFERED


def test_number_taken_is_refused_with_the_other_event():
    series = Series.objects.create(name="Fachtag Wohnen im Alter")
    planned(title="14. Fachtag", series=series, number=14)
    with pytest.raises(planning.NumberTaken) as refused:
        planned(title="Noch einer", series=series, number=14)
    assert "14. Fachtag" in refused.value.message
    assert next_number([12, 14, None]) == 15
    assert next_number([]) == 1


def test_somebody_of_another_area_may_not_plan():
    other = type(area()).objects.create(key="pflege", name="Pflege", carrier=area().carrier)
    person = staff("veranstaltung", area=other)
    with pytest.raises(planning.NotAllowed):
        planning.change(event=fresh(planned()), values={"title": "Fremd"}, by=person, now=NOW)


def test_copy_moves_dates_and_takes_nothing_personal():
    event = an_event(series=Series.objects.create(name="Fachtag"), number=3, attended=None, meeting_link="https://a.de")
    day = event.days.get()
    option(event, capacity=12, day=day)
    event.parts.create(name="Referentin Muster")
    register(event, "Anna")
    made = copying.copy(event=fresh(event), by=None, now=NOW, first_day=date(2027, 11, 20), repeats=True)
    assert timezone.localtime(made.starts_at).isoformat() == "2027-11-20T10:00:00+01:00"
    assert (made.number, made.repeats, made.state, made.meeting_link) == (4, event, State.PLANNED, "")
    assert made.options.get().day == made.days.get()
    assert not made.parts.exists()
    assert not made.registrations.exists()
    assert event.options.get().day == day


def test_copy_without_a_date_has_none():
    made = copying.copy(event=an_event(), by=None, now=NOW)
    assert (made.starts_at, made.days.count()) == (None, 0)


def test_times_the_clock_jumps_over_or_shows_twice_are_refused():
    for day in (date(2027, 3, 28), date(2027, 10, 31)):
        with pytest.raises(NoSuchTime):
            here(day, time(2, 30))
    assert here(date(2027, 3, 28), time(3, 30)) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_shifting_keeps_the_time_of_our_clock():
    moment = here(date(2027, 3, 20), time(10))
    assert timezone.localtime(shifted(moment, 14)).isoformat() == "2027-04-03T10:00:00+02:00"


def test_end_of_a_day_month_and_year():
    starts = here(date(2024, 2, 1))
    ends = [end_of(Day(starts_at=starts, precision=one)) for one in Precision]
    assert [timezone.localtime(one).strftime("%d.%m.%Y %H:%M") for one in ends] == [
        "01.02.2024 23:59", "29.02.2024 23:59", "31.12.2024 23:59",
    ]  # fmt: skip
    assert span([]) == (None, None)


def test_unknown_fields_are_a_fault_of_the_program():
    with pytest.raises(ValueError, match="state"):
        planning.change(event=fresh(planned()), values={"state": "x"}, by=None, now=NOW)
    assert enums.CREATED.key
