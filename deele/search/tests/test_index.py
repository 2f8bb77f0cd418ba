"""Writing: what goes in is found, what goes out is gone, and every process sees it."""

import pytest
from django.db import connection, transaction

from deele.search import actions, queries
from deele.search.actions import rebuilding
from deele.search.kinds import Query
from deele.search.models import Content, Feature, Row, SourceState, VocabularyWord
from deele.search.queries import versions
from deele.search.tests.factories import SOURCE, document, town_documents

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def refs(text: str = "", **filters) -> list[str]:
    return [hit.ref for hit in queries.search(Query(SOURCE, text, **filters)).hits]


def test_index_puts_a_document_in_place_of_its_former_self():
    actions.index(document("Alte Mühle", ref="1", text="Backofen", data={"title": "alt"}))
    actions.index(document("Neue Scheune", ref="1", text="Webstuhl", data={"title": "neu"}))

    result = queries.search(Query(SOURCE, "Scheune"))

    assert [hit.data for hit in result.hits] == [{"title": "neu"}]
    assert refs("Mühle") == []
    assert refs("Backofen") == []
    assert Row.objects.filter(gone=False).count() == 1


def test_index_moves_a_document_on_the_map():
    actions.index(document(ref="1", lat=52.0, lon=9.0))
    actions.index(document(ref="1", lat=53.0, lon=10.0))

    assert refs(lat=52.0, lon=9.0, radius_km=5) == []
    assert refs(lat=53.0, lon=10.0, radius_km=5) == ["1"]
    assert Feature.objects.count() == Content.objects.count() == 1


def test_index_forgets_position_and_facets_that_were_taken_away():
    actions.index(document(ref="1", lat=52.0, lon=9.0, facets={"kind": ["a", "b"]}, place_keys=["03"]))
    queries.search(Query(SOURCE))
    actions.index(document(ref="1", facets={"kind": ["b"]}, place_keys=["05"]))

    assert refs(facets={"kind": ["a"]}) == []
    assert refs(place_key="03") == []
    assert refs(place_key="05", facets={"kind": ["b"]}) == ["1"]
    assert '"numberMatched":0' in queries.features(Query(SOURCE))


def test_forget_takes_a_document_out_and_is_harmless_twice():
    actions.index(document("Lindenhof", ref="1"))
    actions.forget(SOURCE, "1")
    actions.forget(SOURCE, "1")
    actions.forget("unknown", "1")

    assert refs("Lindenhof") == refs() == []


def test_forget_leaves_room_for_the_same_reference():
    for title in ("Lindenhof", "Eichenhof"):
        actions.index(document(title, ref="1"))
        actions.forget(SOURCE, "1")
    actions.index(document("Buchenhof", ref="1"))

    assert refs() == ["1"]


def test_index_many_counts_and_takes_the_last_of_equal_references():
    count = actions.index_many([document("Erst", ref="1"), document("Zuletzt", ref="1"), document("Andres", ref="2")])

    assert count == 3
    assert refs("zuletzt") == ["1"]
    assert sorted(refs()) == ["1", "2"]


def test_rebuild_holds_exactly_the_documents_given():
    actions.index(document("Lindenhof", ref="old"))
    actions.rebuild(SOURCE, town_documents())

    assert refs("Lindenhof") == []
    assert queries.search(Query(SOURCE)).total == 200
    assert list(Row.objects.order_by("id").values_list("curve", flat=True)) == sorted(
        Row.objects.values_list("curve", flat=True)
    )
    assert VocabularyWord.objects.get(stem="lindenhaus").documents == 10
    assert not VocabularyWord.objects.filter(stem="lindenhof").exists()


def test_rebuild_without_documents_keeps_the_answers():
    actions.index_many([document("Lindenhof", ref="other", source="other")])
    for each in town_documents():
        actions.index(each)
    asked = [
        Query(SOURCE, "Wohnprojekt"),
        Query(SOURCE, lat=52.1, lon=8.5, radius_km=9),
        Query(SOURCE, place_key="03002"),
    ]
    before = [{hit.ref for hit in queries.search(query).hits} for query in asked]
    totals = [queries.search(query).total for query in asked]

    actions.rebuild(SOURCE)

    assert [{hit.ref for hit in queries.search(query).hits} for query in asked] == before
    assert [queries.search(query).total for query in asked] == totals
    assert queries.search(Query("other", "Lindenhof")).total == 1


def test_renumbering_is_due_when_the_tail_is_long(monkeypatch):
    monkeypatch.setattr(rebuilding, "TAIL", 100)
    actions.index_many(list(town_documents())[:50])
    short = SourceState.objects.get().tail
    actions.index_many(town_documents())

    assert short == 0
    assert SourceState.objects.get().tail == 200


def index_and_fail(title: str) -> list[str]:
    """What is found inside a transaction that is then rolled back."""
    try:
        with transaction.atomic():
            actions.index(document(title, ref="lost"))
            found = refs(title)
            raise RuntimeError
    except RuntimeError:
        return found


def test_search_in_a_transaction_that_fails_leaves_no_trace():
    inside = index_and_fail("Lindenhof")
    actions.index(document("Eichenhof", ref="2"))

    assert inside == ["lost"]
    assert refs("Lindenhof") == []
    assert refs() == ["2"]


@pytest.mark.django_db(transaction=True)
def test_shared_memory_follows_commits_and_rollbacks():
    actions.rebuild(SOURCE, town_documents())
    queries.search(Query(SOURCE, "Wohnprojekt"))
    shared = versions._shared[connection.settings_dict["NAME"], SOURCE]
    index_and_fail("Lindenhof")

    actions.index(document("Eichenhof", ref="kept", facets={"kind": ["neu"]}))
    actions.forget(SOURCE, "Wohnprojekt-Grünau")
    found = queries.search(Query(SOURCE))

    assert found.total == 200
    assert refs(facets={"kind": ["neu"]}) == ["kept"]
    assert refs("Lindenhof") == []
    assert versions._shared[connection.settings_dict["NAME"], SOURCE] is not shared
    assert shared.alive.bit_count() == 200  # whoever still holds the old one is not disturbed
