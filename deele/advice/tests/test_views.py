"""The pages of advice, as an adviser uses them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.advice.models import Contact, Template
from deele.advice.tests import factories
from deele.directory.tests.factories import staff

pytestmark = pytest.mark.django_db
LOG = "/schreibtisch/beratung/"


@pytest.fixture
def adviser(client):
    person = staff("beratung")
    client.force_login(person)
    return person


@pytest.fixture(autouse=True)
def world(settings):
    settings.DEELE_SECOND_FACTOR = False
    factories.area()
    return factories.place("03361007", "Kirchlinteln")


def sent(**given):
    """What the form sends when nothing but the needed is filled in."""
    usual = {
        "token": "eins", "audience": "kommune_politik", "place": "Kirchlinteln (03361007)", "topic": "recht",
        "channel": "telefon", "duration": "bis_15", "result": "information_gegeben", "kind": "erst", "people": "1",
        "happened_on": timezone.localdate().isoformat(), "area": factories.area().pk,
    }  # fmt: skip
    return {**usual, **given}


def test_logging_shows_the_code_and_an_empty_form(client, adviser, world):
    answer = client.post(LOG, sent(), follow=True)

    contact = Contact.objects.get()
    assert (contact.adviser, contact.place, contact.topics) == (adviser, world, ["recht"])
    assert contact.code in answer.content.decode()
    assert answer.context["form"]["audience"].value() is None
    assert answer.context["week"].now == 1


def test_a_double_click_counts_once(client, adviser):
    for _number in range(2):
        assert client.post(LOG, sent()).status_code == 302

    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"place": ""}, "place"),
        ({"place": "Nirgendwohausen"}, "place"),
        ({"audience": ""}, "audience"),
        ({"topic": "unsinn"}, "topic"),
        ({"code": "K0"}, "code"),
        ({"code": "22222"}, "code"),
        ({"happened_on": "2099-01-01"}, "happened_on"),
        ({"happened_on": "1999-01-01"}, "happened_on"),
        ({"people": "0"}, "people"),
        ({"area": "999999"}, "area"),
    ],
)
def test_what_does_not_fit_is_named_and_the_rest_stays(client, adviser, given, field):
    answer = client.post(LOG, sent(**given))

    assert list(answer.context["form"].errors) == [field]
    assert answer.context["form"]["channel"].value() == "telefon"
    assert not Contact.objects.exists()


def test_no_place_needs_a_reason(client, adviser):
    client.post(LOG, sent(place="", where="unbekannt"))

    assert Contact.objects.get().where == "unbekannt"


def test_a_template_fills_the_form(client, adviser):
    template = factories.template()

    form = client.get(f"{LOG}?vorlage={template.pk}").context["form"]

    assert (form["topic"].value(), form["duration"].value()) == ("einstieg", "15_30")
    assert client.get(f"{LOG}?vorlage=999999").status_code == 404
    assert client.get(f"{LOG}?vorlage=unsinn").status_code == 200


def test_templates_are_made_changed_and_removed(client, adviser):
    given = {
        "title": "Bus?", "area": factories.area().pk, "audience": "presse", "topics": ["recht"], "channel": "telefon",
        "kind": "erst", "duration": "bis_15", "results": ["verwiesen"],
    }  # fmt: skip
    client.post(reverse("advice:template-new"), given)
    template = Template.objects.get()
    many = client.post(
        reverse("advice:template-new"), {**given, "title": "x", "topics": ["recht", "geld", "bauen", "pflege"]}
    )

    assert template.topics == ["recht"]
    assert "topics" in many.context["form"].errors
    client.post(reverse("advice:template-remove", args=[template.pk]))
    assert not Template.objects.exists()


def test_a_contact_is_corrected_and_removed(client, adviser):
    contact = factories.contact(by=adviser)
    page = reverse("advice:contact", args=[contact.pk])
    shown = client.get(page).context["form"]
    client.post(page, sent(topic="pflege", place=shown["place"].value(), code=contact.code))

    assert Contact.objects.get().topics == ["pflege"]
    assert Contact.objects.get().kind == "erst"
    client.post(reverse("advice:contact-remove", args=[contact.pk]))
    assert not Contact.objects.exists()


def test_pages_ask_the_database_little_however_long_the_list(client, adviser, django_assert_max_num_queries):
    for _number in range(12):
        factories.contact(by=adviser)
    client.get(LOG)

    with django_assert_max_num_queries(24):
        client.get(LOG)
    with django_assert_max_num_queries(16):
        client.get(reverse("advice:list"))


def test_the_desk_shows_the_week(client, adviser):
    factories.contact(by=adviser, happened_on=timezone.localdate())

    assert "Beratungen diese Woche" in client.get("/schreibtisch/").content.decode()


def test_the_second_of_two_who_correct_sees_it_and_may_send_again(client, adviser):
    contact = factories.contact(by=adviser)
    page = reverse("advice:contact", args=[contact.pk])
    opened = client.get(page).context["form"]["version"].value()
    client.post(page, sent(version=opened, topic="pflege", code=contact.code))

    late = client.post(page, sent(version=opened, topic="geld", code=contact.code))

    assert late.context["form"].non_field_errors()
    assert Contact.objects.get().topics == ["pflege"]
    again = late.context["form"]["version"].value()
    client.post(page, sent(version=again, topic="geld", code=contact.code))
    assert Contact.objects.get().topics == ["geld"]
