"""What everybody sees of funding."""

from datetime import timedelta

import icalendar
import pytest
from django.utils import timezone

from deele.directory.tests.factories import place
from deele.funding.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LIST = "/foerderung/"


def checked(days):
    return timezone.localdate() - timedelta(days=days)


def ahead(days=60):
    return timezone.localdate() + timedelta(days=days)


def names(answer):
    return [line.programme.name for line in answer.context["lines"]]


def test_the_list_shows_what_is_open_first(client):
    closed = factories.version(factories.programme("A zu"), checked_on=checked(3))
    factories.round(closed, deadline=checked(9))
    factories.round(factories.version(factories.programme("C bald"), checked_on=checked(3)), deadline=ahead(20))
    factories.round(factories.version(factories.programme("B später"), checked_on=checked(3)), deadline=ahead(90))
    factories.version(factories.programme("verborgen", is_public=False))
    factories.programme("ohne Fassung")

    assert names(client.get(LIST)) == ["C bald", "B später", "A zu"]
    assert names(client.get(f"{LIST}?offen=ja")) == ["C bald", "B später"]


def test_the_list_narrows_by_who_what_and_where(client):
    here, there = place(), place("03254021", "Hildesheim")
    factories.version(factories.programme("Dorf"), place=here.parent, purposes=["gemeinschaftsraum"])
    factories.version(factories.programme("Pflege"), purposes=["pflege_wg"], applicants=["privatperson"], excluded=[])
    factories.version(factories.programme("Offen"), purposes=["pflege_wg"], applicants=[], excluded=[])

    assert names(client.get(f"{LIST}?wer=verein")) == ["Dorf", "Offen"]
    assert names(client.get(f"{LIST}?wer=ohne")) == ["Offen"]
    assert names(client.get(f"{LIST}?wofuer=pflege_wg&wofuer=gemeinschaftsraum&ort={here.key}")) == [
        "Dorf", "Offen", "Pflege",
    ]  # fmt: skip
    assert names(client.get(f"{LIST}?ort={there.key}")) == ["Offen", "Pflege"]
    assert names(client.get(f"{LIST}?q=pfleg")) == ["Offen", "Pflege"]


def test_a_group_without_a_legal_form_is_told_what_to_do(client):
    factories.version()

    page = client.get(f"{LIST}?wer=ohne").content.decode()

    assert "/rechtsformen/" in page


@pytest.mark.parametrize("query", ["?wer=unsinn", "?wofuer=%00", "?ort=Nirgendwohausen", "?q=%00", "?seite=x&offen=1"])
def test_nonsense_in_the_address_is_no_error(client, query):
    factories.version()

    assert client.get(LIST + query).status_code == 200


def test_what_is_old_says_so_in_the_first_line_of_its_page_and_of_its_card(client):
    version = factories.version(checked_on=checked(200))

    page = client.get(version.programme.get_absolute_url()).content.decode()
    card = client.get(LIST).content.decode().partition("programme-card")[2]

    main = page.partition("<main")[2]
    assert main.index("200 Tagen") < main.index("<h1>")
    assert card.index("freshness--old") < card.index(version.programme.name)


def test_what_was_checked_in_time_carries_no_warning(client):
    version = factories.version(checked_on=checked(180))

    page = client.get(version.programme.get_absolute_url())

    assert page.context["page"].line.warning == ""
    assert "freshness--fresh" in page.content.decode()


def test_the_limit_is_the_programmes_own(client):
    version = factories.version(factories.programme(check_days=30), checked_on=checked(31))

    assert client.get(version.programme.get_absolute_url()).context["page"].line.warning


def test_a_page_shows_versions_and_what_changed(client):
    old = factories.version(checked_on=checked(3), valid_until=checked(400))
    factories.version(
        old.programme, valid_from=checked(399), quota_special=80, quota_special_for="Quartier", checked_on=checked(3)
    )
    coming = factories.version(old.programme, valid_from=ahead(40), quota=90, checked_on=checked(3))

    page = client.get(old.programme.get_absolute_url()).context["page"]

    assert [one.version.number for one in page.versions] == [3, 2, 1]
    assert page.coming.version == coming
    assert [change["after"] for change in page.versions[1].changes] == ["bis 50 % der Kosten; bis 80 % für Quartier"]


def test_a_former_name_leads_on_and_a_hidden_programme_is_not_there(client):
    version = factories.version()
    hidden = factories.version(factories.programme("Geheim", is_public=False))

    assert client.get(f"/foerderung/frueher-{version.programme_id}/").status_code == 301
    assert client.get(hidden.programme.get_absolute_url()).status_code == 404
    assert client.get(f"/foerderung/{hidden.programme_id}/fristen.ics").status_code == 404


def test_deadlines_go_into_a_calendar_with_how_old_they_are(client):
    version = factories.version(checked_on=checked(300))
    one = factories.round(version, deadline=ahead())
    factories.round(version, name="ohne Tag", deadline=None)
    factories.round(factories.version(factories.programme("Geheim", is_public=False)), deadline=ahead())

    calendar = icalendar.Calendar.from_ical(client.get("/foerderung/fristen.ics").content)
    own = icalendar.Calendar.from_ical(client.get(f"/foerderung/{version.programme_id}/fristen.ics").content)

    events = calendar.walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [one.deadline]
    assert str(events[0]["description"]).startswith("Wir haben das zuletzt am")
    assert len(own.walk("VEVENT")) == 1


def test_pages_ask_the_database_little(client, django_assert_max_num_queries):
    for number in range(8):
        factories.round(factories.version(factories.programme(f"Programm {number}")), deadline=ahead())
    found = factories.Programme.objects.first()
    client.get(LIST)

    with django_assert_max_num_queries(8):
        client.get(LIST)
    with django_assert_max_num_queries(8):
        client.get(found.get_absolute_url())
