from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from deele.access import rules
from deele.access.enums import ROLES, TITLES, Permission
from deele.access.models import Grant
from deele.access.tests import factories
from deele.accounts.tests import factories as accounts
from deele.office.models import Area, Carrier

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def area(key="wohnen"):
    carrier = Carrier.objects.create(name="Träger Muster")
    return Area.objects.create(key=key, name=key.title(), carrier=carrier)


@pytest.mark.parametrize(
    ("starts", "ends", "valid"),
    [
        (TODAY, None, True),
        (TODAY, TODAY, True),
        (TODAY - DAY, TODAY, True),
        (TODAY + DAY, None, False),
        (TODAY - 2 * DAY, TODAY - DAY, False),
    ],
)
def test_grant_holds_on_both_its_ends(starts, ends, valid):
    grant = factories.grant(accounts.user(), starts_on=starts, ends_on=ends)

    assert (grant in Grant.objects.valid_on(TODAY)) is valid


def test_grant_ended_by_hand_is_over_at_once():
    factories.grant(accounts.user(), ended_at=accounts.NOW)

    assert not Grant.objects.valid_on(TODAY).exists()


def test_can_asks_for_the_area_of_a_limited_grant():
    mine, other = area("wohnen"), area("pflege")
    adviser = accounts.user()
    factories.grant(adviser, "beratung", area=mine)

    assert rules.can(adviser, Permission.CASE_WORK)
    assert rules.can(adviser, Permission.CASE_WORK, area_id=mine.pk)
    assert not rules.can(adviser, Permission.CASE_WORK, area_id=other.pk)
    assert rules.areas_of(adviser, Permission.CASE_WORK) == {mine.pk}


def test_can_everywhere_holds_in_every_area():
    adviser = factories.colleague("beratung")

    assert rules.can(adviser, Permission.CASE_WORK, area_id=area().pk)
    assert rules.areas_of(adviser, Permission.CASE_WORK) is None


@pytest.mark.parametrize("role", ROLES)
def test_role_may_do_what_stands_in_its_description_and_nothing_else(role):
    person = factories.colleague(role)

    assert {one for one in Permission if rules.can(person, one)} == ROLES[role].permissions


def test_nobody_can_anything_without_a_grant():
    closed = factories.colleague("leitung", is_active=False)

    assert [rules.powers(person) for person in (accounts.user(), closed, AnonymousUser())] == [{}, {}, {}]


def test_every_permission_has_words():
    assert set(TITLES) == set(Permission)


@pytest.mark.parametrize(
    ("role", "gives"),
    [
        ("leitung", {"redaktion", "veranstaltung", "beratung", "leitung", "foerdergeber_lesend"}),
        ("redaktion", set()),
        ("technik", set()),
        ("beratung", set()),
    ],
)
def test_roles_to_give(role, gives):
    giver = factories.colleague(role)

    assert {one.key for one in rules.roles_to_give(giver)} == gives


def test_roles_to_give_end_with_the_area():
    mine = area()
    giver = accounts.user()
    factories.grant(giver, "leitung", area=mine)

    assert rules.roles_to_give(giver) == []
    assert "redaktion" in {one.key for one in rules.roles_to_give(giver, area_id=mine.pk)}
