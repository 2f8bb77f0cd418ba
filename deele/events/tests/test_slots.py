"""Events on the pages of others: places, entries, the search of the house, newsletters."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from deele.directory.enums import State as EntryState
from deele.directory.tests import factories as directory
from deele.events.actions import index
from deele.events.enums import State
from deele.events.models import Event, Stop
from deele.events.queries import around
from deele.events.tests import factories
from deele.mail.kinds import Wish, sources
from deele.search.queries import versions

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def soon(days=10):
    return timezone.now() + timedelta(days=days)


def public(title, **fields):
    event = factories.event(title, **{"starts_at": soon(), **fields})
    index.refresh(event)
    return event


def titles(lines):
    return [line.title for line in lines]


@pytest.fixture
def verden():
    return factories.place("03361012", "Verden", lat=52.92, lon=9.23)


def test_place_shows_what_is_there_then_what_is_near(verden):
    near = factories.place("03361007", "Kirchlinteln", lat=52.94, lon=9.32)
    far = factories.place("03254021", "Hildesheim", lat=52.15, lon=9.95)
    factories.event("Nah", starts_at=soon(1), place=near)
    factories.event("Hier", starts_at=soon(9), place=verden)
    factories.event("Fern", starts_at=soon(), place=far)
    factories.event("Abgesagt", starts_at=soon(), place=verden, state=State.CALLED_OFF)

    now = timezone.now()

    assert titles(around.at_place(verden, now)) == ["Hier", "Nah"]
    assert titles(around.at_place(verden.parent, now)) == ["Nah", "Hier"]
    assert around.at_place(far, now)[0].distance == ""


def test_place_shows_excursions_that_visit_it(verden, client):
    event = factories.event("Fahrt", starts_at=soon())
    Stop.objects.create(event=event, entry=directory.entry("Hof", state=EntryState.PUBLISHED, place=verden))

    assert titles(around.at_place(verden, timezone.now())) == ["Fahrt"]
    assert "Fahrt" in client.get(verden.get_absolute_url()).content.decode()


def test_place_page_needs_two_queries_for_any_number_of_events(verden, django_assert_max_num_queries):
    counts = []
    for number in (1, 3):
        for _more in range(number):
            factories.event(starts_at=soon(), place=verden, area=factories.area())
        with django_assert_max_num_queries(3) as captured:
            around.at_place(verden, timezone.now())
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_entry_page_names_the_events_that_visit_it(client):
    entry = directory.entry("Hof Muster", state=EntryState.PUBLISHED)
    for title, state in (("Fahrt", State.HELD), ("Geheim", State.PLANNED)):
        Stop.objects.create(event=factories.event(title, starts_at=soon(-9), state=state), entry=entry)

    page = client.get(entry.get_absolute_url()).content.decode()

    assert ("Fahrt" in page, "Geheim" in page) == (True, False)


def test_index_follows_the_state_and_pages_are_made_anew():
    event = public("Dorfladen heute")
    before = versions.states()["events"]

    Event.objects.filter(pk=event.pk).update(state=State.PLANNED)
    index.refresh(Event.objects.get(pk=event.pk))

    assert versions.states()["events"] != before
    assert index.rebuild() == 0


def test_search_of_the_house_finds_events_by_programme_and_place(client):
    public("Fahrt ins Grüne", description="Wir besuchen einen Dorfladen.", town="Verden")

    page = client.get("/suche/?q=dorfladen")

    assert [line.title for line in page.context["found"].events] == ["Fahrt ins Grüne"]


def test_sitemap_and_menu_lead_to_events(client):
    event = factories.event(starts_at=soon())

    assert event.get_absolute_url() in client.get("/sitemap-veranstaltungen.xml").content.decode()
    assert 'href="/veranstaltungen/"' in client.get("/veranstaltungen/").content.decode()


def test_newsletters_get_pieces_with_the_truth_of_the_moment():
    source = sources.get("events")
    full = public("Voll", starts_at=soon(3), capacity=1, area=factories.area(), place=factories.place())
    public("Später", starts_at=soon(40), closes_at=soon(30))
    public("Vorbei", starts_at=soon(-3))
    factories.registration(full)
    today = timezone.localdate()

    pieces = source.pieces(Wish(), today)
    soonest = source.pieces(Wish(until=today + timedelta(days=5)), today)
    by_word = source.pieces(Wish(text="später"), today)

    assert [piece.title for piece in pieces] == ["Voll", "Später"]
    assert [bool(piece.note) for piece in pieces] == [True, True]
    assert (pieces[0].area_key, "03361" in pieces[0].place_keys, pieces[0].url) == (
        "wohnen", True, full.get_absolute_url(),
    )  # fmt: skip
    assert [[piece.title for piece in found] for found in (soonest, by_word)] == [["Voll"], ["Später"]]


def test_pieces_are_found_again_by_their_reference():
    source = sources.get("events")
    event, hidden = public("Fahrt"), public("Geheim", state=State.PLANNED)
    refs = [f"events.event:{event.pk}", f"events.event:{hidden.pk}", "events.event:x", "directory.entry:1"]

    assert {ref: piece.title for ref, piece in source.by_refs(refs).items()} == {refs[0]: "Fahrt"}
