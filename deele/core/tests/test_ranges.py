"""Numbers as people give them come back as they were said."""

import pytest
from django.utils import translation

from deele.core.ranges import BadRange, Range, parse


@pytest.mark.parametrize(
    ("said", "stored", "shown"),
    [
        ("20", "20", "20"), ("20–30", "20..30", "20–30"), ("ca. 40", "~40", "etwa 40"),
        ("mind. 8", "8..", "mindestens 8"), ("mindestens 8", "8..", "mindestens 8"), ("maximal 9", "..9", "bis zu 9"),
        (">= 8", "8..", "mindestens 8"), ("bis 12", "..12", "bis zu 12"), ("<=12", "..12", "bis zu 12"),
        ("über 600", ">600", "über 600"), ("mehr als 1.250", ">1250", "über 1250"), ("> 600", ">600", "über 600"),
        ("unter 50", "<50", "unter 50"), ("weniger als 50", "<50", "unter 50"),
    ],
)  # fmt: skip
def test_what_was_said_is_kept_and_shown(said, stored, shown):
    found = parse(said)
    with translation.override("de"):
        words = str(found)
    assert (found.stored(), Range.restored(stored), words) == (stored, found, shown)
    assert parse(words) == found  # a form shows it and takes it back


def test_beyond_needs_one_number():
    with pytest.raises(BadRange):
        Range(1, 2, beyond=True)
    with pytest.raises(BadRange):
        parse("über 20–30")
