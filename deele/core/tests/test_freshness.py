from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from deele.core import freshness

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "not yet confirmed"),
        (date(2026, 11, 22), "confirmed today"),
        (date(2026, 11, 30), "confirmed today"),
        (date(2026, 11, 21), "confirmed yesterday"),
        (date(2026, 11, 12), "confirmed 10 days ago"),
        (date(2026, 10, 22), "confirmed a month ago"),
        (date(2026, 8, 22), "confirmed 3 months ago"),
        (date(2025, 1, 1), "confirmed 22 months ago"),
        (date(2024, 11, 22), "confirmed 2 years ago"),
        (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "confirmed today"),  # half past midnight in Germany
    ],
)
def test_age_in_words_counts_in_the_unit_people_use(day, words):
    with translation.override("en"):
        assert freshness.age_in_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("day", "stale"),
    [(None, True), (date(2025, 11, 23), False), (date(2025, 11, 22), True), (date(2027, 1, 1), False)],
)
def test_is_stale_after_whole_months(day, stale):
    assert freshness.is_stale(day, TODAY, 12) is stale
