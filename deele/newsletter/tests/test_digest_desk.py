"""The overview at the desk, and the pages its links lead to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.directory.enums import State as EntryState
from deele.directory.tests import factories as directory
from deele.newsletter import desk
from deele.newsletter.enums import RunState
from deele.newsletter.models import Digest, DigestRun
from deele.newsletter.rules import tokens
from deele.newsletter.tables import subscribers as tables
from deele.newsletter.tests import factories as make

pytestmark = pytest.mark.django_db
PAGE = "/schreibtisch/newsletter/uebersicht/"


@pytest.fixture
def lead(client):
    person = colleague("leitung")
    client.force_login(person)
    return person


@pytest.fixture
def verden(monkeypatch):
    """The one district that is found by its name."""
    found = directory.place("03361", "Landkreis Verden")
    named = "deele.newsletter.forms.subscribe.regions.named"
    monkeypatch.setattr(named, lambda text: [found] if "Verden" in text else [])


def test_the_office_sees_what_a_reader_of_a_district_would_get(client, lead, verden):
    directory.entry("Neuer Dorfladen", state=EntryState.PUBLISHED)
    directory.entry("Laden woanders", state=EntryState.PUBLISHED, place=directory.place("03351004", "Celle"))

    page = client.get(PAGE, {"region_text": "Landkreis Verden", "topic": "", "area": ""})

    text = page.content.decode()
    assert "Neuer Dorfladen" in text
    assert "Laden woanders" not in text
    assert not Digest.objects.exists()


def test_the_same_as_a_mail(client, lead, verden):
    directory.entry("Neuer Dorfladen", state=EntryState.PUBLISHED)

    page = client.get(f"{PAGE}mail/", {"region_text": "Landkreis Verden", "topic": "", "area": ""})

    assert "Neuer Dorfladen" in page.content.decode()
    assert "sandbox" in page["Content-Security-Policy"]


def test_a_place_we_do_not_know_is_said_at_the_field(client, lead, verden):
    page = client.get(PAGE, {"region_text": "Nirgendsheim", "topic": "", "area": ""})

    assert page.status_code == 200
    assert page.context["form"].has_error("region_text")
    assert client.get(f"{PAGE}mail/", {"region_text": "Nirgendsheim"}).status_code == 404


def test_what_waits_is_shown_on_the_desk_and_decided_there(client, lead):
    run = DigestRun.objects.create(begins_on="2026-11-03", state=RunState.HELD)
    assert [task.count for task in desk.digest_tasks(lead)] == [1]

    client.post(f"{PAGE}{run.pk}/entscheiden/", {"schritt": "aus"})

    run.refresh_from_db()
    assert (run.state, run.decided_by) == (RunState.LEFT_OUT, lead)
    assert desk.digest_tasks(lead) == []


def test_who_works_for_one_area_sees_it_and_does_not_decide(client):
    person = make.colleague_of(make.area())
    client.force_login(person)
    run = DigestRun.objects.create(begins_on="2026-11-03", state=RunState.HELD)

    page = client.get(PAGE)
    client.post(f"{PAGE}{run.pk}/entscheiden/", {"schritt": "los"})

    run.refresh_from_db()
    assert run.state == RunState.HELD
    assert "entscheiden" not in page.content.decode()
    assert desk.digest_tasks(person) == []


def test_the_last_overview_stands_with_the_subscription(client, lead):
    who = make.subscriber(digest=True)
    run = DigestRun.objects.create(begins_on="2026-11-03", state=RunState.DONE, made=1)
    Digest.objects.create(run=run, subscriber=who, refs=["x"], made_at=timezone.now() - timedelta(days=1))

    values = [fact["value"] for fact in client.get(who.get_absolute_url()).context["facts"]]

    assert tables.moment(who.digests.get().made_at) in values


def test_the_page_of_the_link_names_what_it_ends_and_takes_it_back(client):
    who = make.confirmed(now=timezone.now(), digest=True, regions=[make.district()])
    path = f"/newsletter/abmelden/{tokens.unsubscribe(who.handle, tokens.DIGEST)}/"

    assert client.get(path).context["is_digest"]
    who.refresh_from_db()
    assert who.digest

    assert client.post(path).context["is_digest"]
    who.refresh_from_db()
    assert not who.digest

    client.post(f"{path}zurueck/")
    who.refresh_from_db()
    assert who.digest
