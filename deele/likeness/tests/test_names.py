import pytest

from deele.likeness.rules import contacts
from deele.likeness.rules.names import take_apart
from deele.likeness.rules.prepared import town_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bürgerbus Hoya e.V.", "Buergerbus Hoya eingetragener Verein"),
        ("Wohnen am Park gGmbH", "Wohnen am Park"),
        ("Hof GmbH & Co. KG", "Hof"),
        ("WendLandWohnen eG", "Wendlandwohnen eingetragene Genossenschaft"),
        ("St.-Matthias-Stift", "Sankt Matthias Stift"),
        ("Nachb.-hilfe Hoya", "Nachbarschaftshilfe Hoya"),
        ("FV Alte Schule", "Förderverein Alte Schule"),
        ("MGH Esens", "Mehrgenerationenhaus Esens"),
        ("Wohngemeinschaft Linde", "WG Linde"),
    ],
)
def test_names_in_two_spellings_have_the_same_words(one, other):
    assert take_apart(one).words == take_apart(other).words


def test_name_loses_the_town_it_stands_in_but_never_everything():
    assert take_apart("Pflege-WG Elze", ("elze",)).words == ("pflege", "wg")
    assert take_apart("Oldenburg e.V.", ("oldenburg",)).words == ("oldenburg",)


def test_name_knows_numbers_and_age():
    assert take_apart("Haus 22").numbers == {"22"}
    assert take_apart("Alte Linde").age == "old"
    assert take_apart("Neu-Linde").age == "new"


def test_initials_ignore_order_and_know_the_legal_form():
    assert "".join(sorted("hbe")) in take_apart("Hofladen Brot e.V.").initials
    assert "".join(sorted("agg")) not in take_apart("Hofladen Brot e.V.").initials


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("04231 / 12-345", "0423112345"),
        ("+49 4231 12345", "0423112345"),
        ("0049 (0)4231 12345", "0423112345"),
        ("12", ""),
    ],
)
def test_phone_is_one_number_in_every_spelling(written, number):
    assert contacts.phone(written) == number


@pytest.mark.parametrize("written", ["Hauptstraße 12 a", "Hauptstr. 12a", "Haupt-Str 12 A, Hinterhaus"])
def test_street_is_one_in_every_spelling(written):
    assert contacts.street(written) == ("hauptstr", "12", "a")


@pytest.mark.parametrize(
    ("written", "site"),
    [
        ("https://www.Allerwohnen.de/index.php", ("allerwohnen.de", "")),
        ("allerwohnen.de/projekte/oekozentrum?x=1", ("allerwohnen.de", "projekte/oekozentrum")),
        ("https://facebook.com/allerhaus", ("facebook.com/allerhaus", "")),
        ("/index.php", None),
        ("", None),
    ],
)
def test_site_is_host_and_path(written, site):
    assert contacts.site(written) == site


def test_mail_of_a_provider_has_no_own_domain():
    assert contacts.mail("Info@Allerhaus.de") == ("info@allerhaus.de", "allerhaus.de")
    assert contacts.mail("beraterin.muster@web.de") == ("beraterin.muster@web.de", "")
    assert contacts.mail("kaputt") == ("", "")


@pytest.mark.parametrize(
    ("city", "town"),
    [("Verden (Aller)", "verden"), ("Buchholz in der Nordheide", "buchholz"), ("Bad Münder", "badmunder"), ("", "")],
)
def test_town_is_short(city, town):
    assert town_of(city)[0] == town
