"""The demonstration office."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from deele.access.enums import Permission
from deele.access.rules import can
from deele.access.tests.factories import colleague
from deele.accounts.models import User
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.likeness import queries as likeness
from deele.mail.models import OutgoingMail
from deele.office.models import Area, Office
from deele.places.tests.factories import load_starter
from deele.website.actions import demo_pages, demo_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    settings.DEELE_HOME = tmp_path
    load_starter()
    call_command("make_demo_office")
    return tmp_path


def counts() -> list[int]:
    return [model.objects.count() for model in (Office, Area, User, Page, Entry, OutgoingMail, Site)]


def test_demo_made_twice_is_made_once(demo):
    before = counts()

    call_command("make_demo_office")

    assert counts() == before


def test_demo_tells_the_whole_story(demo, client):
    states = sorted(Entry.objects.values_list("state", flat=True))
    asked = OutgoingMail.objects.filter(purpose="directory.confirm")

    assert states == sorted([State.SUBMITTED] * 3 + [State.DUE] * 2 + [State.PUBLISHED] * 4)
    assert ["/eintraege/pflege/" in mail.body for mail in asked] == [True, True]
    assert likeness.open_count("directory") == 1
    assert client.get("/").status_code == 200


def test_demo_people_can_sign_in_and_have_their_roles(demo, client):
    lead = User.objects.get(email="leitung@deele.example")

    assert can(lead, Permission.GRANT)
    assert client.login(username=lead.email, password=demo_people.PASSWORD)
    assert lead.email in (demo / "demo-logins.txt").read_text()


def test_every_page_of_the_demo_answers(demo, client):
    addresses = [page.url for page in Page.objects.live().filter(depth__gt=1)]

    assert len(addresses) == 17
    assert [url for url in addresses if client.get(url).status_code != 200] == []


def test_home_takes_the_place_of_the_welcome_page_and_of_nothing_else():
    root = Page.objects.get(depth=1)
    kept = root.add_child(instance=Page(title="Fremde Seite", slug="fremd"))
    kept.add_child(instance=Page(title="Darunter", slug="darunter"))

    demo_pages.make()

    assert sorted(root.get_children().values_list("slug", flat=True)) == ["fremd", "start"]
    assert Site.objects.get().root_page.slug == "start"


def test_pages_are_made_in_an_emptied_database():
    Site.objects.all().delete()
    Page.objects.all().delete()

    demo_pages.make()

    assert Site.objects.get().root_page.slug == "start"


def test_demo_keeps_out_of_a_house_with_real_people(settings):
    settings.DEELE_DEMO = False
    colleague("leitung", is_staff=True)

    with pytest.raises(CommandError):
        call_command("make_demo_office")

    assert User.objects.count() == 1
