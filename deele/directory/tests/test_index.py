"""The index follows the calendar and takes many entries at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.directory.actions import index
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.queries.documents import SOURCE
from deele.directory.tests import factories
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.mark.parametrize("small", [0, 5000])
def test_a_confirmation_of_last_year_leaves_the_filter(monkeypatch, small):
    monkeypatch.setattr(index, "SMALL", small)
    now = timezone.now()
    entry = factories.entry(state=State.PUBLISHED)
    Entry.objects.filter(pk=entry.pk).update(verified_at=now - timedelta(days=364, hours=1))
    index.refresh_many(Entry.objects.filter(pk=entry.pk))
    fresh = Query(source=SOURCE, facets={"confirmed": ["12"]})
    assert search.search(fresh).total == 1
    Entry.objects.filter(pk=entry.pk).update(verified_at=now - timedelta(days=367))

    index.follow_the_calendar(now)

    assert search.search(fresh).total == 0
