"""The legal form finder as a page."""

import pytest

from deele.accompaniment.enums.finder import ANSWERS
from deele.directory.enums import State
from deele.directory.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
PAGE = "/rechtsformen/"


def test_the_questions_stand_there_with_all_forms_at_a_glance(client):
    answer = client.get(PAGE)

    assert list(answer.context["form"].fields) == list(ANSWERS)
    assert len(answer.context["glance"]) == 17
    assert answer.context["first"] == []


def test_an_address_carries_the_answers_and_the_ranking(client):
    answer = client.get(f"{PAGE}?zweck=wohnen&wohnen=eigentum&kapital=viel&risiko=einzeln")
    page = answer.content.decode()

    assert answer.context["first"][0].key == "weg"
    assert page.count(" checked") == len(ANSWERS)  # what was answered, and “still open” for the rest
    assert all(one.pros for one in answer.context["first"])
    assert "keine Rechtsberatung" in page


def test_examples_come_from_the_directory(client):
    factories.entry("Haus Muster", kind="mehrgenerationenwohnen", legal_form="syndikat", state=State.PUBLISHED)
    factories.entry("Entwurf Muster", kind="mehrgenerationenwohnen", legal_form="syndikat")

    answer = client.get(f"{PAGE}?partner=syndikat&wohnen=miete")

    first = answer.context["first"][0]
    assert ([card.title for card in first.examples], first.examples_total) == (["Haus Muster"], 1)
    assert client.get(first.directory_url).status_code == 200
    assert client.get(first.funding_url).status_code == 200


@pytest.mark.parametrize("query", ["?zweck=unsinn", "?zweck=%00&markt=ja", "?x=1", "?zweck=wohnen&zweck=hilfe"])
def test_nonsense_in_the_address_is_named_and_left_out(client, query):
    assert client.get(PAGE + query).status_code == 200


def test_who_needs_an_audit_body_is_told(client):
    page = client.get(f"{PAGE}?zweck=wohnen&wohnen=gemeinsam&haushalte=ab15")

    assert any("Prüfungsverband" in helper for helper in page.context["first"][0].helpers)


def test_the_page_asks_the_database_little(client, django_assert_max_num_queries):
    address = f"{PAGE}?zweck=wohnen&wohnen=miete&kapital=keines"
    client.get(address)

    with django_assert_max_num_queries(16):
        client.get(address)
