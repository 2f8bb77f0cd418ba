"""A1 to A1e: members, what they give and seek, what was brought together."""

import pytest
from django.utils import timezone

from deele.alliance.actions import introducing
from deele.alliance.tests import world
from deele.mail.tests import factories as mails
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures

pytestmark = pytest.mark.django_db


def number(key):
    today = timezone.localdate()
    return queries.total(measures.get(key), Ask(today, today))


def table(key, split):
    today = timezone.localdate()
    found = queries.table(measures.get(key), Ask(today, today), measures.get(key).split(split))
    return {group.key: group.number for group in found.groups}


def test_what_was_brought_together_is_counted_step_by_step():
    mails.office()
    match, kim, robin = world.pair()
    assert (number("A1a"), number("A1b"), number("A1c"), number("A1d")) == (1, 1, 1, 0)
    assert table("A1a", "thema") == {"nachbarschaft": 1}
    assert table("A1b", "art") == {"gemeinsame_veranstaltungen": 1}

    now = timezone.now()
    for person in (kim, robin):
        introducing.answer(match=match, delegate=person, yes=True, now=now)
    introducing.tell_outcome(match=match, delegate=kim, outcome="im_gespraech", note="", now=now)
    assert (number("A1d"), number("A1e")) == (1, 0)
    introducing.tell_outcome(match=match, delegate=robin, outcome="austausch", note="", now=now)
    assert number("A1e") == 1


def test_members_count_by_the_ground_they_belong_on():
    world.profile().membership.__class__.objects.update(since=timezone.localdate())
    assert number("A1") == 1
    assert table("A1", "grundlage") == {"beigetreten": 1}
