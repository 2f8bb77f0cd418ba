"""The start page shows what one may see, and nothing more."""

from itertools import groupby

import pytest
from django.urls import reverse

from deele.desk import queries
from deele.directory.enums import State
from deele.directory.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


def test_start_counts_what_waits(client):
    factories.entry("Dorftreff Muster", state=State.SUBMITTED)
    client.force_login(factories.staff())

    response = client.get(reverse("desk:start"))

    assert [(task.count, task.urgent) for task in response.context["start"].tasks] == [(1, True)]


def test_technician_sees_no_entries(client):
    factories.entry("Dorftreff Muster", state=State.SUBMITTED)
    client.force_login(factories.staff("technik"))

    response = client.get(reverse("desk:search"), {"q": "Dorftreff"})

    assert response.context["found"] == []


def test_search_finds_an_entry_by_its_title(client):
    factories.entry("Dorftreff Muster")
    client.force_login(factories.staff())

    response = client.get(reverse("desk:search"), {"q": "dorftreff"})

    assert [one.title for one in response.context["found"]] == ["Dorftreff Muster"]


def test_strangers_are_asked_to_sign_in(client):
    assert client.get(reverse("desk:start"))["Location"].startswith("/konto/login/")


def test_the_menu_stands_in_parts_and_no_part_comes_twice():
    rows = queries.menu_for(factories.staff("leitung"), "/schreibtisch/")
    headings = [str(heading) for heading, _rows in groupby(row["part"] for row in rows)]
    assert len(headings) == len(set(headings)) > 3
    assert headings[0] == ""
