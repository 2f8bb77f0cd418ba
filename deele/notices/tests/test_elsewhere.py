"""What notices put on pages of entries and places, into newsletters, and on the desk."""

from datetime import date

import pytest
from django.urls import reverse

from deele.directory.tests.factories import entry, place, staff
from deele.mail.kinds import Wish, sources
from deele.notices.enums import KindKey, State, Visibility
from deele.notices.models import Notice
from deele.notices.tests import factories

pytestmark = pytest.mark.django_db
PROJECT = {"kind": KindKey.PROJECT, "title": "Wir suchen zwei Haushalte", "contact_email": "projekt@example.org"}


def text_of(client, url):
    return client.get(url).content.decode()


def test_an_entry_shows_its_notices_and_where_one_is_written(client):
    house = entry("Wohnhof Muster", state="veroeffentlicht", kind="mehrgenerationenwohnen")
    factories.notice(entry=house, **PROJECT)

    page = text_of(client, house.get_absolute_url())

    assert "Wir suchen zwei Haushalte" in page
    assert f"/gesuche/aufgeben/projekt_sucht_menschen/?eintrag={house.pk}" in page


def test_a_kind_that_seeks_nobody_has_no_such_section(client):
    shop = entry("Dorfladen Muster", state="veroeffentlicht", kind="dorftreffpunkt")

    assert "eintrag=" not in text_of(client, shop.get_absolute_url())


def test_a_notice_made_from_an_entry_begins_with_what_the_entry_says(client):
    house = entry(
        "Wohnhof Muster", state="veroeffentlicht", kind="mehrgenerationenwohnen", seeking_what="Zwei Familien gesucht"
    )

    page = text_of(client, reverse("notices:submit", args=[KindKey.PROJECT]) + f"?eintrag={house.pk}")

    assert "Zwei Familien gesucht" in page
    assert "Kirchlinteln" in page


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", "٣"])
def test_an_entry_that_is_none_is_left_out(client, number):
    assert client.get(reverse("notices:submit", args=[KindKey.PROJECT]), {"eintrag": number}).status_code == 200


def test_a_place_shows_who_seeks_and_offers_there(client):
    factories.notice(**PROJECT)
    factories.notice(title="Nur fürs Büro", visibility=Visibility.OFFICE)

    page = text_of(client, place().get_absolute_url())

    assert "Wir suchen zwei Haushalte" in page
    assert "Nur fürs Büro" not in page


def test_newsletters_may_hold_public_notices_and_lose_those_that_ended():
    shown = factories.notice(**PROJECT)
    factories.notice(title="Nur fürs Büro", visibility=Visibility.OFFICE)
    source = sources.get("notices")

    pieces = source.pieces(Wish(since=date(2026, 11, 1)), date(2026, 11, 27))

    assert [piece.title for piece in pieces] == ["Wir suchen zwei Haushalte"]
    assert "03361" in pieces[0].place_keys
    Notice.objects.filter(pk=shown.pk).update(state=State.PAUSED)
    assert source.by_refs([pieces[0].ref, "notices.notice:x"]) == {}


def test_the_desk_says_what_is_to_be_read(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    notice = factories.notice(State.SUBMITTED, text=f"{factories.TEXT} Rufen Sie an: 0511 / 12 34 56 78.")
    client.force_login(staff("beratung"))

    assert "Aushänge zu lesen" in text_of(client, "/schreibtisch/")
    page = text_of(client, notice.desk_url())
    assert "eine Telefonnummer" in page
    assert "suche@example.org" in page


def test_the_desk_corrects_a_text_and_a_second_writer_sees_the_conflict(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    notice = factories.notice()
    client.force_login(staff("beratung"))
    form = {
        "title": "Ohne Namen",
        "text": factories.TEXT,
        "visibility": "anonym_oeffentlich",
        "version": notice.version,
    }

    assert client.post(notice.desk_url(), form).status_code == 302
    assert client.post(notice.desk_url(), {**form, "title": "Anders"}).status_code == 409

    notice.refresh_from_db()
    assert notice.title == "Ohne Namen"
