"""Erasing a person leaves no copy of the address behind."""

import pytest

from deele.directory.enums import State
from deele.directory.models import Change, Entry
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.likeness.models import Stored
from deele.privacy import actions as privacy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ADDRESS = "kontakt@example.org"


def test_erasure_reaches_entry_history_and_likeness():
    entry = factories.entry(state=State.PUBLISHED, contact_email=ADDRESS, contact_name="Vorstand Muster")
    Change.objects.create(entry=entry, at=NOW, by_name="x", field="contact_email", old="", new=ADDRESS)

    privacy.erase_person(email=ADDRESS, by=factories.staff("leitung"), now=NOW)

    entry.refresh_from_db()
    assert (entry.state, entry.contact_email, entry.contact_name) == (State.PUBLISHED, "", "")
    assert not Stored.objects.filter(email__icontains="kontakt").exists()
    assert not Change.objects.filter(new=ADDRESS).exists()
    assert Entry.objects.public().count() == 1
