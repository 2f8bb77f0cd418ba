"""The public pages of the directory."""

import pytest
from django.urls import reverse

from deele.directory.actions import merge
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.mark.parametrize("state", [state for state in State if state not in {State.MERGED}])
def test_only_public_states_have_a_page(client, state):
    entry = factories.entry(state=state)

    assert (client.get(entry.get_absolute_url()).status_code == 200) is entry.is_public


def test_address_survives_a_new_title(client):
    entry = factories.entry("Alter Name", state=State.PUBLISHED)
    old = entry.get_absolute_url()
    Entry.objects.filter(pk=entry.pk).update(title="Neuer Name")
    entry.refresh_from_db()

    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, entry.get_absolute_url())


def test_merged_entry_leads_to_its_heir(client):
    kept, gone = (factories.entry(title, state=State.PUBLISHED) for title in ("Bleibt", "Geht"))
    old = gone.get_absolute_url()
    merge.merge(kept=kept, gone=gone, by=factories.staff(), now=NOW)

    assert client.get(old)["Location"] == kept.get_absolute_url()


def test_hidden_position_is_nowhere_on_the_map(client):
    factories.entry(state=State.PUBLISHED, precision="verborgen", lat=52.9, lon=9.3)

    body = client.get(reverse("directory:map"), {"bbox": "5,47,15,55", "zoom": "6"}).json()

    assert (body["total"], body["features"]) == (0, [])


def test_search_finds_by_place_and_kind(client):
    factories.entry("Dorfladen Muster", state=State.PUBLISHED)
    factories.entry("Pflege-WG Muster", state=State.PUBLISHED, kind="pflege_wg")

    response = client.get(reverse("directory:search"), {"ort": "03361007", "art": "pflege_wg"})

    assert [card.title for card in response.context["cards"]] == ["Pflege-WG Muster"]


@pytest.mark.parametrize(
    "query",
    ["art=gibtesnicht", "seite=-7", "seite=99999999999", "umkreis=abc", "ort=%00", "q=" + "x" * 3000, "bestaetigt=0'"],
)
def test_odd_search_addresses_are_answered(client, query):
    factories.entry(state=State.PUBLISHED)

    assert client.get(f"{reverse('directory:search')}?{query}").status_code == 200


@pytest.mark.parametrize("query", ["", "bbox=nan,nan,nan,nan&zoom=x", "bbox=9,9,1,1", "bbox=1,2,3"])
def test_odd_map_addresses_are_answered(client, query):
    assert client.get(f"{reverse('directory:map')}?{query}").status_code == 200


def test_nothing_found_offers_the_nearest(client):
    factories.entry("Dorfladen Muster", state=State.PUBLISHED)

    response = client.get(reverse("directory:search"), {"art": "pflege_wg", "q": "Dorfladen"})

    assert (response.context["result"].total, len(response.context["nearest"])) == (0, 1)


def test_coverage_counts_places_nobody_answers_for(client):
    covered, _open = factories.place("03361007"), factories.place("03361012", "Verden")
    factories.entry("Stützpunkt Muster", state=State.PUBLISHED, kind="senioren_pflegestuetzpunkt", covers=[covered])

    response = client.get(reverse("directory:coverage"))

    assert (response.context["open"], response.context["total"]) == (1, 2)


def test_number_of_queries_of_the_search_page_does_not_grow(client, django_assert_num_queries):
    counts = []
    for wanted in (1, 3):
        while Entry.objects.count() < wanted:
            factories.entry(f"Nr. {Entry.objects.count()}", state=State.PUBLISHED)
        client.get(reverse("directory:search"))
        with django_assert_num_queries(8, exact=False) as seen:
            client.get(reverse("directory:search"))
        counts.append(len(seen))

    assert counts[0] == counts[1]
