"""The office as pages ask for it."""

import pytest

from deele.office.models import Office
from deele.office.queries import the_office


def named(name: str) -> Office:
    """The office of the house under this name."""
    office = Office.objects.order_by("pk").first() or Office()
    office.name = name
    office.save()
    return office


@pytest.mark.django_db(transaction=True)
def test_the_office_is_read_once_and_again_after_a_change(django_assert_num_queries):
    named("Büro Muster")
    first = the_office()

    with django_assert_num_queries(1):
        again = the_office()
    named("Büro Beispiel")
    changed = the_office()

    assert (first.name, again.name, changed.name) == ("Büro Muster", "Büro Muster", "Büro Beispiel")


@pytest.mark.django_db(transaction=True)
def test_a_caller_cannot_spoil_the_office_of_others():
    named("Büro Muster")
    mine = the_office()

    mine.name = "Etwas anderes"

    assert the_office().name == "Büro Muster"
