"""What stands on the page of a member besides its own words: what it runs, holds, and has a part in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.alliance.enums import OrganisationKind
from deele.alliance.queries.naming import is_named, names_of
from deele.alliance.tests import factories as alliance
from deele.directory.enums import State as EntryState
from deele.directory.tests import factories as directory
from deele.events.enums import State as EventState
from deele.events.models import Event
from deele.events.tests import factories as events
from deele.library.tests.examples import example
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NAME = "Nachbarschaftsverein Muster"


@pytest.fixture
def member():
    mails.office()
    return alliance.member(NAME, former_names=["Verein Alter Name"])


def page(client, member):
    return client.get(member.get_absolute_url()).content.decode()


def test_a_page_shows_entries_events_and_examples_of_the_member_and_of_no_other(client, member):
    now = timezone.now()
    run = directory.entry("Dorfladen Eins", state=EntryState.PUBLISHED, operator=NAME)
    directory.entry("Dorfladen Zwei", state=EntryState.PUBLISHED, operator="Verein alter name; Stadt Muster")
    directory.entry("Dorfladen Fremd", state=EntryState.PUBLISHED, operator=f"{NAME} Süd")
    directory.entry("Dorfladen Entwurf", operator=NAME)
    events.event("Fest Eins", starts_at=now + timedelta(days=9), host=NAME)
    events.event("Fest Gewesen", starts_at=now - timedelta(days=90), cooperation=f"Stadt Muster\n{NAME}")
    events.event("Fest Läuft", starts_at=now - timedelta(hours=1), days=2, host=NAME)
    undated = events.event("Fest Irgendwann", host=NAME)
    undated.days.all().delete()
    Event.objects.filter(pk=undated.pk).update(starts_at=None, ends_at=None)
    events.event("Fest Fremd", starts_at=now + timedelta(days=9), host=f"Freunde des {NAME}")
    events.event("Fest Entwurf", starts_at=now + timedelta(days=9), host=NAME, state=EventState.PLANNED)
    told = example("Beispiel Eins", partners=f"Kommune\n{NAME}")
    own = example("Beispiel Zwei")
    own.entries.add(run)
    example("Beispiel Fremd", partners="Kommune")

    shown = page(client, member)

    for title in ("Dorfladen Eins", "Dorfladen Zwei", "Fest Eins", "Fest Gewesen", told.title, own.title):
        assert title in shown, title
    for title in ("Dorfladen Fremd", "Dorfladen Entwurf", "Fest Fremd", "Fest Entwurf", "Beispiel Fremd"):
        assert title not in shown, title
    order = [shown.index(f"Fest {name}") for name in ("Läuft", "Eins", "Irgendwann", "Gewesen")]
    assert order == sorted(order)


def test_what_a_private_person_does_elsewhere_is_not_gathered(client, member):
    member.kind = OrganisationKind.PRIVATE
    member.save(update_fields=["kind"])
    events.event("Fest Eins", starts_at=timezone.now() + timedelta(days=9), host=NAME)

    assert names_of(member) == frozenset()
    assert "Fest Eins" not in page(client, member)


def test_a_member_nobody_names_has_no_empty_headings(client, member):
    shown = page(client, member)

    assert "member-alliance.entries" not in shown
    assert "member-events" not in shown
    assert "member-library.examples" not in shown


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        (NAME, True), (f"  {NAME.upper()} ", True), (f"Stadt, {NAME}", True), (f"{NAME}; Stadt", True),
        (f"Stadt\n{NAME}", True), (f"{NAME} Süd", False), (f"Freunde des {NAME}", False), ("", False),
        ("Muster, Verein", False),
    ],
)  # fmt: skip
def test_only_a_whole_name_counts(text, is_it):
    assert is_named({NAME, "Verein Muster, e. V."}, text) is is_it
