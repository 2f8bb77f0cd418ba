"""The pages of those who keep programmes, and what funding puts elsewhere."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.directory.tests.factories import staff
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.tests import factories
from deele.mail.kinds import Wish, sources

pytestmark = pytest.mark.django_db
DESK = "/schreibtisch/foerderung/"


@pytest.fixture
def adviser(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    person = staff("beratung")
    client.force_login(person)
    return person


def today():
    return timezone.localdate()


def test_from_nothing_to_the_website(client, adviser):
    client.post(f"{DESK}neu/", {"name": "Dorfgeld", "summary": "Geld für Dörfer.", "check_days": "90"})
    programme = Programme.objects.get()
    own = programme.desk_url()
    client.post(f"{own}fassung/", factories.sent(state_of="Mai 2026", source="Land Muster"))
    client.post(f"{own}runde/", {"programme_version": programme.versions.get().pk, "name": "2027",
                                 "deadline": "2027-03-01", "granted_cents": "4.000.000"})  # fmt: skip
    hidden = client.get(programme.get_absolute_url()).status_code
    client.post(f"{own}zeigen/", {"show": "1"})

    version, one = ProgrammeVersion.objects.get(), Round.objects.get()
    assert hidden == 404
    assert client.get(programme.get_absolute_url()).status_code == 200
    assert (version.amount_max, version.as_of, version.as_of_precision) == (10_000_000, date(2026, 5, 1), "monat")
    assert (version.checked_on, version.checked_by) == (today(), "Beratung Muster")
    assert one.granted_cents == 400_000_000


def test_checked_again_is_one_click(client, adviser):
    version = factories.version(checked_on=today() - timedelta(days=300))
    page = client.get(version.programme.desk_url())
    before = client.get(DESK + "?tab=pruefen").context["lines"]

    client.post(f"{version.programme.desk_url()}geprueft/", {"version": page.context["line"].version.version})

    version.refresh_from_db()
    assert len(before) == 1
    assert version.checked_on == today()
    assert client.get(DESK + "?tab=pruefen").context["lines"] == []


def test_a_check_without_the_page_it_was_read_on_is_refused(client, adviser):
    version = factories.version(checked_on=None)

    answer = client.post(f"{version.programme.desk_url()}geprueft/", follow=True)

    version.refresh_from_db()
    assert version.checked_on is None
    assert "alert--danger" in answer.content.decode()


def test_a_changed_quota_is_sent_to_a_new_version(client, adviser):
    version = factories.version()
    page = reverse("funding:desk-version", args=[version.programme_id, version.pk])

    refused = client.post(page, factories.sent(quota="80", version="1"))
    client.post(page, factories.sent(quota="80", version="1", slip="on"))

    assert list(refused.context["form"].errors) == ["slip"]
    assert ProgrammeVersion.objects.get().quota == 80


def test_a_new_version_begins_as_a_copy(client, adviser):
    version = factories.version(papers="Zeitplan", quota_special=70, quota_special_for="Quartier")
    page = reverse("funding:desk-version-new", args=[version.programme_id])

    form = client.get(page).context["form"]
    client.post(page, factories.sent(quota="60", valid_from="2027-01-01", papers=form["papers"].value()))

    new = ProgrammeVersion.objects.get(number=2)
    assert (form["quota_special"].value(), form["valid_from"].value()) == (70, None)
    assert (new.quota, new.papers) == (60, "Zeitplan")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"quota": "101"}, "quota"),
        ({"amount_max": "viel"}, "amount_max"),
        ({"amount_min": "200.000"}, "amount_min"),
        ({"valid_until": "2019-01-01"}, "valid_until"),
        ({"excluded": ["verein"]}, "excluded"),
        ({"quota_special": "80"}, "quota_special_for"),
        ({"state_of": "neulich"}, "state_of"),
        ({"purposes": []}, "purposes"),
    ],
)
def test_what_cannot_be_is_named(client, adviser, wrong, field):
    programme = factories.programme()

    answer = client.post(reverse("funding:desk-version-new", args=[programme.pk]), factories.sent(**wrong))

    assert list(answer.context["form"].errors) == [field]
    assert not ProgrammeVersion.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"opens_on": "2027-05-01"}, "deadline"),
        ({"applied": "3", "granted": "4"}, "granted"),
        ({"name": ""}, "name"),
        ({"deadline": "2031-01-01"}, "deadline"),
    ],
)
def test_a_round_that_cannot_be_is_named(client, adviser, wrong, field):
    version = factories.version(valid_until=date(2030, 12, 31))
    page = reverse("funding:desk-round-new", args=[version.programme_id])

    answer = client.post(page, {"programme_version": version.pk, "name": "x", "deadline": "2027-03-01", **wrong})

    assert list(answer.context["form"].errors) == [field]


def test_a_round_keeps_the_version_it_began_with(client, adviser):
    old = factories.version(valid_until=date(2026, 12, 31))
    new = factories.version(old.programme, valid_from=date(2027, 1, 1))
    one = factories.round(old, deadline=date(2026, 12, 1))
    page = reverse("funding:desk-round", args=[old.programme_id, one.pk])

    client.post(page, {"programme_version": new.pk, "name": "anders", "deadline": "2026-12-01", "version": "1"})

    one.refresh_from_db()
    assert (one.name, one.programme_version) == ("anders", old)


def test_two_who_write_see_the_conflict(client, adviser):
    programme = factories.programme()
    page = reverse("funding:desk-change", args=[programme.pk])
    given = {"name": "Dorfgeld Muster", "check_days": "90"}
    client.post(page, {**given, "summary": "Erste", "version": "1"})

    late = client.post(page, {**given, "summary": "Zweite", "version": "1"})

    assert late.context["form"].conflict
    assert Programme.objects.get().summary == "Erste"


def test_the_desk_says_what_is_to_be_checked_and_what_comes_near(client, adviser):
    factories.round(factories.version(checked_on=None), deadline=today() + timedelta(days=20))

    page = client.get("/schreibtisch/").content.decode()

    assert "?tab=pruefen" in page
    assert "?tab=fristen" in page
    assert "Dorfgeld Muster" in client.get("/schreibtisch/suche/?q=Dorfgeld").content.decode()


def test_deadlines_are_offered_to_the_newsletter():
    version = factories.version(checked_on=None)
    near = factories.round(version, deadline=today() + timedelta(days=20))
    factories.round(version, name="vorbei", deadline=today() - timedelta(days=1))
    factories.round(factories.version(factories.programme("x", is_public=False)), deadline=today() + timedelta(days=3))
    source = sources.get("funding")

    (piece,) = source.pieces(Wish(), today())

    assert (piece.day, piece.url) == (near.deadline, version.programme.get_absolute_url())
    assert piece.note
    assert source.pieces(Wish(text="Unsinn"), today()) == []
    assert source.pieces(Wish(until=today() + timedelta(days=5)), today()) == []
    assert list(source.by_refs([piece.ref, "funding.round:unsinn", "events.event:1"])) == [piece.ref]
