"""Pages kept for strangers are never anybody else's, and never old."""

import pytest

from deele.directory.actions import entries
from deele.directory.enums import State
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW

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
