"""What a list shows and what a rule allows are one and the same, for every state, role and area of work."""

import pytest
from django.contrib.auth.models import AnonymousUser

from deele.access import rules as access
from deele.access.enums import Permission
from deele.access.models import Grant
from deele.directory import rules
from deele.directory.models import Batch, Entry
from deele.directory.queries import imports
from deele.directory.tests import factories
from deele.office.models import Area
from tests.sweep import world

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def people():
    """Nobody, somebody without a role, each role everywhere, and each in one area of work."""
    yield AnonymousUser()
    nobody = factories.staff("redaktion", "ohne-rolle@example.org")
    Grant.objects.filter(user=nobody).delete()
    yield nobody
    for role in world.STAFF:
        yield factories.staff(role)
        for area in Area.objects.order_by("key"):
            yield factories.staff(role, f"{role}-{area.key}@example.org", area=area)


def name(user):
    """Who it is, in a message of a failed test."""
    return getattr(user, "email", "anonymous")


def told_apart(rows, found, allowed):
    """The rows on which list and rule disagree."""
    shown = set(found.values_list("pk", flat=True))
    return [str(row) for row in rows if (row.pk in shown) is not allowed(row)]


def test_entries_shown_are_the_entries_one_may_see():
    rows = world.entries_of_every_state_and_area()

    wrong = {
        name(user): told_apart(rows, Entry.objects.visible_to(user), lambda row, u=user: rules.can_see_entry(u, row))
        for user in people()
    }

    assert {user: rows for user, rows in wrong.items() if rows} == {}


def test_entries_offered_for_work_are_the_entries_one_may_edit():
    rows = world.entries_of_every_state_and_area()

    wrong = {
        name(user): told_apart(rows, Entry.objects.editable_by(user), lambda row, u=user: rules.can_edit_entry(u, row))
        for user in people()
    }

    assert {user: rows for user, rows in wrong.items() if rows} == {}


def test_imports_shown_are_the_imports_one_may_work_on():
    rows = [Batch.objects.create(name=str(area or "ohne Bereich"), area=area) for area in (None, *world.areas())]

    def allowed(user):
        return lambda row: access.can(user, Permission.ENTRY_IMPORT, area_id=row.area_id)

    wrong = {name(user): told_apart(rows, imports.batches_for(user), allowed(user)) for user in people()}

    assert {user: rows for user, rows in wrong.items() if rows} == {}
