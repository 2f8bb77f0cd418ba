"""D2: what was found through us counts once, in the year it was found, whatever is deleted later."""

from datetime import date, timedelta

import pytest

from deele.notices.actions import holding, introducing
from deele.notices.enums import KindKey, Outcome, State
from deele.notices.models import Notice
from deele.notices.tests import factories
from deele.notices.tests.factories import NOW
from deele.privacy.actions.retention import run_retention
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures

pytestmark = pytest.mark.django_db
YEAR, NEXT = Ask(date(2026, 1, 1), date(2026, 12, 31)), Ask(date(2027, 1, 1), date(2027, 12, 31))


def number(key, ask=YEAR):
    return queries.total(measures.get(key), ask)


def test_one_pair_found_is_counted_and_stays_counted_when_everything_personal_is_gone():
    proposal = factories.pair()
    for side in ("first", "second"):
        introducing.answer(proposal=proposal, notice=getattr(proposal, side), yes=True, now=NOW)
    introducing.tell_outcome(proposal=proposal, notice=proposal.first, outcome=Outcome.FOUND, now=NOW)
    assert (number("D2"), number("D2a"), number("D2b")) == (1, 2, 1)

    later = NOW + timedelta(days=60)
    holding.withdraw(notice=Notice.objects.get(pk=proposal.first_id), by=None, now=later)
    run_retention(now=NOW + timedelta(days=500), dry=False)

    assert (number("D2"), number("D2a"), number("D2b")) == (1, 2, 1)
    assert number("D2", NEXT) == 0
    assert Notice.objects.get(pk=proposal.first_id).state == State.WITHDRAWN
    table = queries.table(measures.get("D2"), YEAR, measures.get("D2").split("art"))
    assert {group.key: group.number for group in table.groups} == {KindKey.PERSON: 1}


def test_found_in_another_way_is_not_ours():
    notice = factories.notice(State.FULFILLED)
    Notice.objects.filter(pk=notice.pk).update(through_us=False)

    assert number("D2") == 0


def test_the_list_behind_a_number_names_nobody():
    notice = factories.notice()
    rows = [notice]

    for key in ("D2", "D2a"):
        told = " ".join(str(column.cell(row)) for column in measures.get(key).columns for row in rows)
        assert notice.title not in told
        assert notice.contact_email not in told
