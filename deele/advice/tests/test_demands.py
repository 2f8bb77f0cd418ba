"""What leaves advice as numbers: by topic and district, never a small one, never one that can be reckoned."""

import pytest

from deele.advice.queries.demands import of_topic, told_apart

NAMES = {"03361": "Verden", "03403": "Oldenburg"}


def test_small_topics_stay_in_the_house():
    assert of_topic("geld", {"03361": 4}, NAMES) == []


def test_districts_large_enough_are_told():
    found = of_topic("geld", {"03361": 6, "03403": 5, "": 5}, NAMES)
    assert [(one.number, one.district) for one in found] == [(16, ""), (6, "Verden"), (5, "Oldenburg")]


@pytest.mark.parametrize(
    ("districts", "shown"),
    [
        ({"03361": 6, "03403": 2}, []),  # 8 - 6 = 2 could be reckoned
        ({"03361": 6}, [("03361", 6)]),
        ({"03361": 9, "03403": 6, "": 1}, [("03361", 9)]),
        ({"": 20}, []),
    ],
)
def test_no_remainder_gives_a_small_number_away(districts, shown):
    assert told_apart(districts, sum(districts.values())) == shown
