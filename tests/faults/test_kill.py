"""kill -9 in the middle of what must be whole: done or not done, never half."""

import json

import pytest

from tests.faults import house

ROUNDS = 10


@pytest.mark.server
@pytest.mark.parametrize("deed", ["import", "merge", "confirm", "register", "issue", "introduce"])
def test_killed_process_leaves_nothing_half_done(deed, tmp_path, django_db_setup):
    story = json.loads(house.run(house.make(tmp_path), "-m", "tests.faults.deeds", deed, str(ROUNDS), "7"))

    assert story["faults"] == []
    assert story["killed"] == ROUNDS
    assert story["done"] > 0
    assert story["goes_on"]
