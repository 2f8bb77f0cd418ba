"""Rows of a table of events: dates, fees, towns as people write them."""

from datetime import datetime

import pytest

from deele.events.readers import event_rows
from deele.events.tests.registering import BERLIN

TOUR = {
    "id": "ev-030", "date_start": "2023-05-25", "date_precision": "tag", "time": "10:00-17:30",
    "title": "Neues Wohnen Niedersachsen unterwegs", "kind": "exkursion", "format": "praesenz",
    "venue": "Start und Ziel Hannover Hbf", "town": "Hannover; Eilte; Scharrel; Mandelsloh",
    "office_role": "veranstalter", "cooperation": "NSGB; Deutsche Kreditbank AG", "fee_eur": "69",
    "fee_reduced_eur": "48", "fee_note": "inkl. Seminarmappe", "registration_deadline": "2023-05-07",
}  # fmt: skip


def read(**cells):
    return event_rows.read(2, {**TOUR, **cells})


def test_excursion_is_understood_whole():
    row = read()

    assert row.problems == []
    assert row.day.starts_at == datetime(2023, 5, 25, 10, tzinfo=BERLIN)
    assert row.day.ends_at == datetime(2023, 5, 25, 17, 30, tzinfo=BERLIN)
    assert event_rows.stops(row) == ["Eilte", "Scharrel", "Mandelsloh"]
    assert event_rows.main_town(row) == "Hannover"
    assert (row.price_cents, row.member_cents) == (6900, 4800)
    assert row.cooperation == "NSGB\nDeutsche Kreditbank AG"
    assert row.closes_on.isoformat() == "2023-05-07"


def test_excursion_without_a_start_visits_all_its_towns():
    row = read(venue="", town="Hohenhameln; Flegessen; Ottenstein")

    assert event_rows.stops(row) == ["Hohenhameln", "Flegessen", "Ottenstein"]


def test_online_has_no_town():
    assert event_rows.main_town(read(town="online")) == ""


@pytest.mark.parametrize(
    ("start", "precision", "wanted"), [("2007-03", "monat", "monat"), ("2024", "jahr", "jahr"), ("3.5.2024", "", "tag")]
)
def test_date_is_no_finer_than_it_is_known(start, precision, wanted):
    row = read(date_start=start, date_precision=precision, time="10:00")

    assert row.day.precision == wanted
    assert row.day.has_time is (wanted == "tag")


def test_exhibition_lasts_to_its_last_evening():
    row = read(date_start="2023-05-26", date_end="2023-06-11", time="09:00-20:00", kind="ausstellung")

    assert row.day.ends_at == datetime(2023, 6, 11, 20, tzinfo=BERLIN)


def test_end_known_by_its_month_is_a_note_and_no_date():
    row = read(date_end="2024-02", time="16:00")

    assert row.day.ends_at is None
    assert len(row.notes) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"date_precision": "unsicher"},
        {"date_start": "bald"},
        {"date_start": "2023-05-25", "date_end": "2023-05-01"},
        {"kind": "fachveranstaltung"},
        {"format": "brieflich"},
        {"office_role": "gast"},
        {"fee_eur": "etwa 50"},
        {"registration_deadline": "vorher"},
        {"title": ""},
    ],
)
def test_what_is_not_understood_waits_for_a_person(cells):
    assert len(read(**cells).problems) == 1


@pytest.mark.parametrize(
    ("text", "wanted"), [("mehr als 30", ">30"), ("rund 140", "~140"), ("20", "20"), ("hunderte Interessierte", None)]
)
def test_people_counted_are_a_range_or_a_note(text, wanted):
    row = read(participants=text)

    assert (row.attended.stored() if row.attended else None) == wanted
    assert bool(row.notes) is (wanted is None)


def test_number_of_the_series_is_read_from_the_title():
    row = read(title="14. Niedersächsischer Fachtag Wohnen im Alter: Wohnen.Pflege.Nachbarschaft")

    assert (row.series_number, row.series_title) == (14, "Niedersächsischer Fachtag Wohnen im Alter")


def test_title_of_three_thousand_signs_is_cut_to_what_the_house_keeps():
    assert len(read(title="x" * 3000).title) == 250
