"""What the list shows and what the door opens are one and the same, for every role, area of work and naming."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from deele.access.models import Grant
from deele.advice import doors
from deele.advice.actions import case_people
from deele.advice.models import Case
from deele.advice.tests import factories
from deele.advice.tests.factories import NOW
from deele.directory.tests.factories import staff

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ROLES = ("redaktion", "veranstaltung", "beratung", "leitung", "technik")
AREAS = ("wohnen", "pflege")


def opens(user, case):
    try:
        return doors.case(user, case.pk) == case
    except Http404:
        return False


def test_nobody_sees_a_case_but_advisers_of_its_area_and_those_it_names():
    people = {role: staff(role) for role in ROLES}
    people |= {
        f"{role}-{key}": staff(role, f"{role}-{key}@example.org", area=factories.area(key))
        for role in ROLES
        for key in AREAS
    }
    gone = staff("beratung", "war-einmal@example.org")
    housing, care = people["beratung-wohnen"], people["beratung-pflege"]
    plain = {key: factories.case(by=people["beratung"], area=factories.area(key)) for key in AREAS}
    shared = factories.case(by=housing, area=factories.area("wohnen"))
    case_people.share(case=shared, colleague=care, by=housing, now=NOW)
    hers = factories.case(by=gone, area=factories.area("wohnen"))
    Grant.objects.filter(user=gone).delete()

    expected = {name: set() for name in people} | {
        "beratung": {*plain.values(), shared, hers},
        "beratung-wohnen": {plain["wohnen"], shared, hers},
        "beratung-pflege": {plain["pflege"], shared},
    }
    assert {name: set(Case.objects.visible_to(user)) for name, user in people.items()} == expected
    assert not Case.objects.visible_to(gone).exists()
    assert not Case.objects.visible_to(AnonymousUser()).exists()
    for name, user in people.items():
        assert {case for case in Case.objects.all() if opens(user, case)} == expected[name]
