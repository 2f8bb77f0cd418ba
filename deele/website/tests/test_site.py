"""Menus, search, sitemap, messages, pictures, the policy of the CMS."""

import io
import re
import time

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.forms import get_image_form

from deele.access.actions import cms
from deele.access.tests.factories import colleague
from deele.core import seals
from deele.directory.enums import State
from deele.directory.tests import factories as directory
from deele.mail.models import OutgoingMail
from deele.places.tests.factories import load_starter
from deele.website import middleware
from deele.website.forms.images import PictureForm
from deele.website.models import ContactPage, LegalPage, Picture, StandardPage
from deele.website.queries import menu
from deele.website.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_menu_holds_fixed_items_and_chosen_pages_in_their_order():
    factories.home()
    for title in ("Zuerst", "Danach"):
        factories.page(title=title, slug=title.lower(), show_in_menus=True)
    factories.page(title="Versteckt", slug="versteckt")

    shown = menu.menus("/danach/mehr/").main

    assert [(item.url, item.active) for item in shown] == [
        ("/orte/", False),
        ("/verzeichnis/", False),
        ("/veranstaltungen/", False),
        ("/buendnis/", False),
        ("/bibliothek/", False),
        ("/zuerst/", False),
        ("/danach/", True),
    ]


def test_legal_menu_holds_contact_and_legal_pages():
    factories.page(ContactPage, title="Kontakt", slug="kontakt")
    factories.page(LegalPage, title="Impressum", slug="impressum", role="impressum")
    factories.page(StandardPage, title="Anderes", slug="anderes")

    assert [item.url for item in menu.menus("/").legal] == ["/kontakt/", "/impressum/"]


def test_menu_costs_one_query(django_assert_max_num_queries):
    factories.page(show_in_menus=True)
    menu.menus("/")

    with django_assert_max_num_queries(1):
        menu.menus("/")


def test_search_finds_places_entries_and_pages_for_one_question(client):
    load_starter()
    directory.entry("Dorfladen Kirchlinteln", state=State.PUBLISHED)
    factories.page(title="Leben in Kirchlinteln", slug="leben", lead="Was es gibt.")

    found = client.get("/suche/", {"q": "Kirchlinteln"}).context["found"]

    assert found.places[0].place.name == "Kirchlinteln"
    assert [card.title for card in found.entries] == ["Dorfladen Kirchlinteln"]
    assert [page["title"] for page in found.pages] == ["Leben in Kirchlinteln"]


def test_search_forgives_a_slip_in_the_words_of_a_page(client):
    factories.page(title="Nachbarschaftshilfe gründen", slug="gruenden")

    found = client.get("/suche/", {"q": "Nachbarschaftshlife"}).context["found"]

    assert [page["title"] for page in found.pages] == ["Nachbarschaftshilfe gründen"]


def test_search_forgets_a_page_that_is_taken_off(client):
    page = factories.page(title="Sommerfest", slug="sommerfest")
    page.unpublish()

    assert client.get("/suche/", {"q": "Sommerfest"}).context["found"].pages == []


def test_search_follows_a_page_that_moves(client):
    page = factories.page(title="Sommerfest", slug="sommerfest")
    page.slug = "fest-im-sommer"
    page.save_revision().publish()

    assert client.get("/suche/", {"q": "Sommerfest"}).context["found"].pages[0]["url"] == "/fest-im-sommer/"


@pytest.mark.parametrize("question", ["", "   ", "%00", "x" * 3000, "'; drop table"])
def test_search_answers_any_question(client, question):
    assert client.get("/suche/", {"q": question}).status_code == 200


def test_old_address_leads_to_the_new_one(client, django_capture_on_commit_callbacks):
    page = factories.page(title="Sommerfest", slug="sommerfest")
    page.slug = "fest"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    response = client.get("/sommerfest/")

    assert (response.status_code, response["Location"]) == (301, "/fest/")


def test_sitemap_names_pages_places_and_public_entries(client):
    factories.page(title="Seite", slug="seite")
    entry = directory.entry(state=State.PUBLISHED)
    hidden = directory.entry("Verborgen", state=State.SUBMITTED)

    index = client.get("/sitemap.xml").content.decode()
    parts = "".join(client.get(re.sub("^http://testserver", "", url)).content.decode() for url in locations(index))

    assert "/seite/</loc>" in parts
    assert entry.get_absolute_url() in parts
    assert entry.place.get_absolute_url() in parts
    assert hidden.get_absolute_url() not in parts


def locations(text: str) -> list[str]:
    return re.findall(r"<loc>([^<]+)</loc>", text)


def test_robots_keep_out_of_the_desk_and_know_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /schreibtisch/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def letter(**fields: str) -> dict[str, str]:
    values = {"topic": "allgemein", "name": "Besuch Muster", "email": "besuch@example.org", "text": "Guten Tag!"}
    return {**values, "seal": old_seal(), "homepage": "", **fields}


def old_seal(seconds: int = 30) -> str:
    with time_machine.travel(time.time() - seconds, tick=False):
        return seals.sealed()


def test_message_becomes_a_mail_to_the_office(client):
    factories.office()

    response = client.post("/kontakt/nachricht/", letter())

    mail = OutgoingMail.objects.get()
    assert (response.status_code, response["Location"]) == (302, "/kontakt/nachricht/danke/")
    assert (mail.to, mail.reply_to) == ("buero@muster.example", "besuch@example.org")
    assert "Guten Tag!" in mail.body


def test_message_sent_twice_is_one_mail(client):
    factories.office()
    values = letter()

    for _time in range(2):
        client.post("/kontakt/nachricht/", values)

    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"homepage": "https://spam.example"}, {"seal": "falsch"}, {"email": "keine"}, {"text": ""}, {"topic": "fremd"}],
)
def test_message_that_smells_is_not_taken(client, change):
    factories.office()

    response = client.post("/kontakt/nachricht/", letter(**change))

    assert response.status_code == 200
    assert response.context["form"].errors
    assert OutgoingMail.objects.count() == 0


def test_message_faster_than_a_person_is_not_taken(client):
    factories.office()

    client.post("/kontakt/nachricht/", letter(seal=seals.sealed()))

    assert OutgoingMail.objects.count() == 0


def test_form_opened_too_long_ago_comes_back_with_a_fresh_seal(client):
    factories.office()

    form = client.post("/kontakt/nachricht/", letter(seal=old_seal(30 * 3600))).context["form"]

    assert seals.signing.loads(form.data["seal"], salt=seals.SALT)
    assert form.data["text"] == "Guten Tag!"


def test_message_without_an_office_says_so(client):
    response = client.post("/kontakt/nachricht/", letter())

    assert response.context["form"].non_field_errors()


def picture(form: str = "PNG") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(target, form)
    return target.getvalue()


def upload(name: str, content: bytes, **fields: str) -> PictureForm:
    editor = colleague("redaktion")
    cms.sync(user=editor)
    values = {"title": "Bild", "description": "Ein Haus", "credit": "Büro Muster", **fields}
    return get_image_form(Picture)(values, {"file": SimpleUploadedFile(name, content)}, user=editor)


def test_picture_needs_its_description():
    form = upload("haus.png", picture(), description="")

    assert list(form.errors) == ["description"]


def test_picture_is_drawn_anew():
    form = upload("haus.png", picture() + b"<script>alert(1)</script>")

    assert form.is_valid(), form.errors
    assert b"script" not in form.cleaned_data["file"].read()


@pytest.mark.parametrize(
    ("name", "content"),
    [("haus.png", b"MZ\x90\x00" + b"\x00" * 200), ("haus.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")],
)
def test_what_is_no_picture_is_refused(name, content):
    assert "file" in upload(name, content).errors


def test_media_serves_finished_pictures_only(client):
    assert client.get("/medien/original_images/haus.png").status_code == 404
    assert client.get("/medien/images/../keys/secret_key").status_code == 404


def test_cms_has_a_policy_of_its_own_and_nothing_else_has(client):
    client.force_login(colleague("redaktion"))
    factories.home()

    desk, public = client.get("/cms/login/"), client.get("/")

    assert "'unsafe-inline'" in desk["Content-Security-Policy"]
    assert "'unsafe-inline'" not in public["Content-Security-Policy"]


def test_kept_pages_end_when_a_page_is_published(rf):
    before = middleware.key_of(rf.get("/"))

    factories.page(title="Sommerfest", slug="sommerfest")

    assert middleware.key_of(rf.get("/")) != before
