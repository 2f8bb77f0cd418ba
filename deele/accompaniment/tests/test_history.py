"""The history of a plan is only added to; the database itself sees to it."""

import pytest
from django.db import DatabaseError, transaction

from deele.accompaniment.models import PhaseChange
from deele.accompaniment.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.mark.parametrize("change", [{"phase": "bau"}, {"entered_on": "2020-01-01"}, {"side": "ruhend"}])
def test_the_database_refuses_to_change_a_line(change):
    line = factories.plan().phases.get()

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        PhaseChange.objects.filter(pk=line.pk).update(**change)

    assert factories.PhaseChange.objects.get(pk=line.pk).phase == "objektsuche"


def test_a_line_is_neither_saved_again_nor_deleted():
    line = factories.plan().phases.get()

    for act in (line.save, line.delete, PhaseChange.objects.all().delete):
        with pytest.raises(TypeError):
            act()


def test_who_wrote_a_line_may_leave_it():
    line = factories.plan().phases.get()

    assert PhaseChange.objects.filter(pk=line.pk).update(by=None, reason="")
