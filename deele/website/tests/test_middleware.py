"""Pages kept for strangers are never anybody else's, and never old."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.directory.actions import entries
from deele.directory.enums import State
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.events.actions import index
from deele.events.tests import factories as dated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _real_cache(settings):
    from django.core.cache import caches  # noqa: PLC0415  after the settings of this test

    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def keeps_pages(monkeypatch):
    from django.core.cache.backends.locmem import LocMemCache  # noqa: PLC0415  this test's own cache

    from deele.website import middleware  # noqa: PLC0415

    cache = LocMemCache("test-pages", {})
    cache.clear()
    monkeypatch.setattr(middleware, "caches", {"pages": cache})
    return cache


def test_second_stranger_gets_the_kept_page(client, keeps_pages, django_assert_num_queries):
    entry = factories.entry(state=State.PUBLISHED)
    first = client.get(entry.get_absolute_url())

    with django_assert_num_queries(1):
        second = client.get(entry.get_absolute_url())

    assert second.content == first.content


def test_change_is_seen_at_once(client, keeps_pages):
    entry = factories.entry(state=State.PUBLISHED)
    client.get(entry.get_absolute_url())
    entries.change(entry=entry, values={"short_text": "Jetzt neu"}, by=None, now=NOW)

    assert "Jetzt neu" in client.get(entry.get_absolute_url()).content.decode()


def test_people_with_a_session_get_their_own_page(client, keeps_pages):
    entry = factories.entry(state=State.PUBLISHED)
    client.force_login(factories.staff())

    client.get(entry.get_absolute_url())

    assert len(keeps_pages._cache) == 0


def test_pages_with_a_form_are_not_kept(client, keeps_pages):
    entry = factories.entry(state=State.PUBLISHED, contact_email="kontakt@example.org")

    client.get(f"/eintraege/{entry.pk}/nachricht/")

    assert len(keeps_pages._cache) == 0


def test_counted_seats_are_never_kept_and_a_place_follows_its_events(client, keeps_pages):
    place = factories.place("03361012", "Verden")
    event = dated.event(starts_at=timezone.now() + timedelta(days=9), place=place, capacity=1)
    index.refresh(event)

    client.get(event.get_absolute_url())
    client.get("/veranstaltungen/")
    assert len(keeps_pages._cache) == 0

    assert event.title in client.get(place.get_absolute_url()).content.decode()
    assert len(keeps_pages._cache) == 1
    event.state = dated.State.CALLED_OFF
    event.save()
    index.refresh(event)
    assert event.title not in client.get(place.get_absolute_url()).content.decode()
