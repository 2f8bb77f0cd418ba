from datetime import timedelta

import pytest
from django.urls import reverse

from deele.access.tests import factories
from deele.accounts.tests import factories as accounts
from deele.accounts.tests.factories import NOW
from deele.audit.actions import record
from deele.audit.enums import declare

pytestmark = pytest.mark.django_db
MOVED = declare("test.moved", "%(actor)s moved “%(about)s”.")
LOOKED = declare("test.looked", "%(actor)s looked at “%(about)s”.", looked=True)


@pytest.fixture
def log(client):
    client.force_login(factories.colleague("technik"))
    ada, mo = accounts.user("Ada Muster"), accounts.user("Mo Muster")
    record(MOVED, by=ada, about=mo, now=NOW)
    record(LOOKED, by=mo, about=ada, now=NOW + timedelta(days=2))
    return lambda **query: [line.entry.event for line in client.get(reverse("access:log"), query).context["lines"]]


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ({}, ["test.looked", "test.moved"]),
        ({"actor": "ada"}, ["test.moved"]),
        ({"event": "test.looked"}, ["test.looked"]),
        ({"about": "Mo Muster"}, ["test.moved"]),
        ({"since": "2026-11-24"}, ["test.looked"]),
        ({"until": "2026-11-22"}, ["test.moved"]),
        ({"since": "2026-11-22", "until": "2026-11-22"}, ["test.moved"]),
        ({"looked_only": "on"}, ["test.looked"]),
        ({"event": "no.such"}, ["test.looked", "test.moved"]),
        ({"since": "nonsense", "page": "-1"}, ["test.looked", "test.moved"]),
    ],
)
def test_log_page_filters_by_address(log, query, events):
    assert log(**query) == events


def test_log_page_names_a_period_that_ends_before_it_begins(log, client):
    page = client.get(reverse("access:log"), {"since": "2026-11-24", "until": "2026-11-22"})

    assert page.context["form"].non_field_errors()
