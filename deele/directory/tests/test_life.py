"""Moves, confirmations and reminders with real rows."""

from datetime import timedelta

import pytest

from deele.audit.models import Entry as LogEntry
from deele.core.freshness import Method
from deele.core.versions import Conflict
from deele.directory.actions import entries, life
from deele.directory.actions.entries import NotAllowed
from deele.directory.actions.life import BadMove
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_move_publishes_and_plans_the_confirmation():
    editor = factories.staff()
    entry = factories.entry()

    life.move(entry=entry, to=State.PUBLISHED, by=editor, now=NOW)

    entry.refresh_from_db()
    assert (entry.state, entry.public_since, entry.next_confirmation_on) == (
        State.PUBLISHED,
        NOW,
        (NOW + timedelta(days=365)).date(),
    )
    assert LogEntry.objects.filter(event="directory.moved", actor_id=editor.pk).count() == 1


def test_move_refuses_what_the_table_does_not_know():
    entry = factories.entry(state=State.PUBLISHED)

    with pytest.raises(BadMove):
        life.move(entry=entry, to=State.SUBMITTED, by=factories.staff(), now=NOW)


def test_adviser_may_not_publish():
    entry = factories.entry()

    with pytest.raises(NotAllowed):
        life.move(entry=entry, to=State.PUBLISHED, by=factories.staff("beratung"), now=NOW)


def test_refusing_without_a_reason_changes_nothing():
    entry = factories.entry(state=State.SUBMITTED)

    with pytest.raises(BadMove):
        life.move(entry=entry, to=State.REFUSED, by=factories.staff(), now=NOW)

    assert Entry.objects.get().state == State.SUBMITTED


def test_publishing_without_a_place_says_so():
    entry = factories.entry(place=None)

    with pytest.raises(BadMove) as problem:
        life.move(entry=entry, to=State.PUBLISHED, by=factories.staff(), now=NOW)

    assert problem.value.code == "place"


def test_the_second_of_two_movers_sees_the_conflict():
    editor = factories.staff()
    entry = factories.entry(state=State.SUBMITTED)
    same = Entry.objects.get(pk=entry.pk)
    life.move(entry=entry, to=State.PUBLISHED, by=editor, now=NOW)

    with pytest.raises(Conflict):
        life.move(entry=same, to=State.REFUSED, by=editor, now=NOW, reason="nein")


def test_refusal_is_told_with_its_reason():
    entry = factories.entry(state=State.SUBMITTED, contact_email="kontakt@example.org")

    life.move(entry=entry, to=State.REFUSED, by=factories.staff(), now=NOW, reason="nicht im Land")

    mail = OutgoingMail.objects.get(purpose="directory.refused")
    assert (mail.to, "nicht im Land" in mail.body) == ("kontakt@example.org", True)


def test_confirmation_brings_an_old_entry_back():
    entry = factories.entry(state=State.OLD)

    life.confirm(entry=entry, by=factories.staff(), now=NOW, method=Method.PHONE)

    entry.refresh_from_db()
    assert (entry.state, entry.verified_at, entry.verification_method) == (State.PUBLISHED, NOW, Method.PHONE)


def test_silence_leads_from_due_over_reminders_to_old_and_never_further():
    entry = factories.entry(state=State.PUBLISHED, contact_email="kontakt@example.org")

    states = []
    for _round in range(4):
        life.become_due(entry=entry, now=NOW)
        entry.refresh_from_db()
        states.append((entry.state, entry.reminders))
        if entry.state == State.OLD:
            break

    assert states == [(State.DUE, 1), (State.DUE, 2), (State.OLD, 2)]
    assert OutgoingMail.objects.filter(purpose="directory.confirm").count() == 2


def test_change_writes_old_and_new_value():
    entry = factories.entry(short_text="alt")

    entries.change(entry=entry, values={"short_text": "neu"}, by=factories.staff(), now=NOW)

    change = entry.changes.get()
    assert (change.field, change.old, change.new) == ("short_text", "alt", "neu")


def test_change_that_changes_nothing_leaves_no_trace():
    entry = factories.entry(short_text="gleich")
    version = entry.version

    entries.change(entry=entry, values={"short_text": "gleich"}, by=None, now=NOW)

    entry.refresh_from_db()
    assert (entry.version, entry.changes.count()) == (version, 0)


def test_second_writer_of_the_same_version_is_refused():
    entry = factories.entry()
    same = Entry.objects.get(pk=entry.pk)
    entries.change(entry=entry, values={"short_text": "erste"}, by=None, now=NOW)

    with pytest.raises(Conflict):
        entries.change(entry=same, values={"short_text": "zweite"}, by=None, now=NOW)

    assert Entry.objects.get().short_text == "erste"
