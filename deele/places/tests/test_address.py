"""From an address to its municipality."""

import pytest

from deele.core import text
from deele.places import queries
from deele.places.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def starter():
    factories.load_starter()


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ({"postcode": "26123", "town": "Oldenburg", "district": "Stadt Oldenburg"}, "03403000"),
        ({"town": "Verden (Aller)", "locality": "Verden-Ost", "district": "Landkreis Verden"}, "03361012"),
        ({"town": "Nienburg (Weser)", "district": "Landkreis Nienburg (Weser)"}, "03256022"),
        ({"town": "Bad Münder", "postcode": "31848", "district": "Landkreis Hameln-Pyrmont"}, "03252002"),
        ({"town": "Dahlem", "postcode": "21368", "district": "Landkreis Lüneburg"}, "03355012"),
        ({"town": "Hannover", "locality": "Kronsberg", "district": "Region Hannover"}, "03241001"),
        ({"town": "Leer", "postcode": "26789", "district": "Landkreis Leer"}, "03457013"),
        ({"town": "Otersen", "district": "Landkreis Verden"}, "03361005-otersen"),
        ({"postcode": "31139"}, "03254021"),
    ],
)
def test_address_lies_in_one_municipality(address, key):
    found = queries.for_address(**address)

    assert (found.place.key, found.certain, found.reason) == (key, True, "")


def test_address_gives_the_known_locality():
    found = queries.for_address(town="Kirchlinteln", locality="Otersen", postcode="27308")

    assert found.locality.key == "03361005-otersen"


def test_address_with_a_namesake_next_door_needs_a_person():
    place = factories.place
    melle = place("03459024", "Melle", parent=queries.by_key("03459"))
    neighbour = place("03459024-neuenkirchen", "Neuenkirchen", "locality", parent=melle)
    neighbour.names.create(name="Neuenkirchen", folded=text.fold("Neuenkirchen"), kind="official")
    factories.renew()

    found = queries.for_address(town="Neuenkirchen", district="Landkreis Osnabrück")

    assert (found.place.key, found.certain) == ("03459027", False)
    assert [candidate.key for candidate in found.candidates] == ["03459027", "03459024-neuenkirchen"]
    assert "Melle" in found.reason


def test_address_of_a_common_name_without_district_is_not_guessed():
    found = queries.for_address(town="Neuenkirchen")

    assert (found.place, found.certain, len(found.candidates)) == (None, False, 5)


def test_address_with_a_postcode_from_elsewhere_says_so():
    found = queries.for_address(town="Hildesheim", postcode="27283", district="Landkreis Hildesheim")

    assert (found.place.key, found.certain) == ("03254021", False)
    assert "27283" in found.reason


def test_address_with_an_unknown_district_keeps_a_remark():
    found = queries.for_address(town="Göttingen", district="Südniedersachsen")

    assert (found.place.key, found.certain) == ("03159016", True)
    assert "Südniedersachsen" in found.reason


def test_address_in_the_wrong_district_needs_a_person():
    found = queries.for_address(town="Hildesheim", district="Landkreis Stade")

    assert (found.certain, "Landkreis Stade" in found.reason) == (False, True)


def test_address_misspelled_is_offered_not_taken():
    found = queries.for_address(town="Hildeshiem", district="Landkreis Hildesheim")

    assert (found.place.key, found.certain) == ("03254021", False)


@pytest.mark.parametrize("address", [{}, {"town": "qqqqqq"}, {"postcode": "00000"}, {"town": "!"}])
def test_address_nowhere_says_so(address):
    found = queries.for_address(**address)

    assert (found.place, found.candidates, found.certain) == (None, [], False)
    assert found.reason != ""
