"""Pages kept for strangers are never anybody else's, and never old."""

from datetime import timedelta

import pytest
from django.urls import resolve
from django.utils import timezone

from deele.alliance.tests import factories as alliance
from deele.alliance.tests import world as marked
from deele.directory.actions import entries
from deele.directory.enums import State
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.events.actions import index
from deele.events.tests import factories as dated
from deele.groups.actions import index as grouping
from deele.groups.actions import seats
from deele.groups.kinds import Actor
from deele.groups.tests import factories as grouped
from deele.jointactions.actions import index as pointing
from deele.jointactions.actions import planning
from deele.jointactions.tests import factories as acting
from deele.library.actions import publications
from deele.library.tests import publication_factories as written
from deele.search import actions as search
from deele.website import middleware

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


def test_what_the_alliance_and_the_library_publish_or_take_back_is_seen_at_once(client, keeps_pages):
    now = timezone.now()
    group = grouped.group("Wohnen und Garten")
    grouping.refresh(group, now)
    action = acting.action("Bank vor dem Haus")
    pointing.refresh(action, now)
    work = written.publication("Leitfaden Leere Häuser")
    place = factories.place()
    pages = {
        "/buendnis/gruppen/": ("Wohnen und Garten", lambda: withdraw_group(group)),
        "/buendnis/aktionen/": ("Bank vor dem Haus", lambda: planning.release(
            action=action, public=False, by=None, now=now)),
        "/bibliothek/": ("Leitfaden Leere Häuser", lambda: publications.move(
            publication=work, to="zurueckgezogen", by=None, now=now)),
    }  # fmt: skip
    for path, (title, take_back) in pages.items():
        assert title in client.get(path).content.decode()
        client.get(place.get_absolute_url())
        take_back()
        assert title not in client.get(path).content.decode(), path


def withdraw_group(group):
    group.is_public = False
    group.save()
    grouping.refresh(group, timezone.now())


def test_a_change_of_any_source_makes_kept_pages_old(client, keeps_pages, rf):
    request = rf.get("/bibliothek/")
    for source in ("alliance", "groups", "jointactions", "library", "library_pages", "knowledge"):
        before = middleware.key_of(request)
        search.touch(source)
        assert middleware.key_of(request) != before, source


def test_seats_marks_and_files_change_pages_though_no_document(client, keeps_pages, rf):
    request = rf.get("/buendnis/")
    group = grouped.group()
    person = alliance.delegate(alliance.member(), email="kim@example.org")
    before = middleware.key_of(request)
    seat = seats.give(group=group, delegate=person, role="mitglied", by=Actor(user=None), now=NOW)
    given = middleware.key_of(request)
    seats.end(seat=seat, by=Actor(user=None), now=NOW)
    assert len({before, given, middleware.key_of(request)}) == 3

    before = middleware.key_of(request)
    marked.mark()
    assert middleware.key_of(request) != before


@pytest.mark.parametrize("path", ["/buendnis/mein/", "/buendnis/mein/gruppen/", "/schreibtisch/", "/konto/"])
def test_pages_of_people_who_signed_in_are_not_even_looked_up(path, rf):
    assert not middleware.is_stranger(rf.get(path))


def test_what_a_secret_address_opens_is_never_kept(client, keeps_pages, rf):
    request = rf.get("/buendnis/termine/geheim/")
    request.resolver_match = resolve(request.path)
    assert middleware.holds_secret(request)

    client.get("/buendnis/mitglied-werden/geheim/")
    assert len(keeps_pages._cache) == 0


def test_pages_of_groups_are_made_anew_for_everybody(client, keeps_pages):
    group = grouped.group()

    for path in (group.get_absolute_url(), "/buendnis/beschluesse/", "/buendnis/sitzungen/"):
        assert client.get(path).status_code == 200
    assert len(keeps_pages._cache) == 0
