"""Whom to ask about a passage: for as long as the profile is confirmed, and gone with the membership."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from deele.alliance.actions import life, mark_contacts, marks, profiles
from deele.alliance.enums import State
from deele.alliance.models import Mark
from deele.alliance.tests import world
from deele.mail.tests import factories as mails
from deele.privacy.actions.retention import run_retention

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
WHOM = "abends, Klingel Robin"
YEAR = mark_contacts.YEAR


@pytest.fixture
def marked():
    mails.office()
    return world.mark(contact=WHOM)


def until():
    return Mark.objects.get().contact_until


def test_a_contact_holds_a_year_and_no_longer_than_its_passage():
    today = timezone.localdate()
    assert world.mark(world.profile(name="Verein Eins"), contact=WHOM).contact_until == today + YEAR
    soon = today + timedelta(days=30)
    assert world.mark(world.profile(name="Verein Zwei"), contact=WHOM, valid_until=soon).contact_until == soon
    assert world.mark(world.profile(name="Verein Drei")).contact_until is None


def test_confirming_the_profile_confirms_its_contacts_for_another_year(marked):
    Mark.objects.update(contact_until=timezone.localdate())

    profiles.confirm(profile=marked.profile, by=None, now=timezone.now())

    assert until() == timezone.localdate() + YEAR


def test_a_contact_nobody_confirms_any_more_is_emptied_and_the_passage_stays(marked):
    later = timezone.now() + YEAR + timedelta(days=179)
    run_retention(now=later, dry=False)
    assert Mark.objects.get().contact == WHOM

    run_retention(now=later + timedelta(days=3), dry=False)
    assert (Mark.objects.get().contact, Mark.objects.get().quote) == ("", marked.quote)


def test_a_contact_goes_with_the_membership(marked):
    life.move(membership=marked.profile.membership, to=State.LEFT, by=None, now=timezone.now(), member=True)

    assert (Mark.objects.get().contact, until()) == ("", None)


def test_a_contact_taken_out_leaves_no_day(marked):
    told = world.told(contact="")
    marks.change(mark=marked, told=told, by=marks.Hand(), now=timezone.now())

    assert until() is None


def test_no_contact_is_kept_without_an_end(marked):
    with pytest.raises(IntegrityError), transaction.atomic():
        Mark.objects.update(contact_until=None)
