"""Every registered measure is told of in the handbook, by its key."""

import re

import conftest
from deele.reporting.kinds import measures

LISTED = re.compile(r"\*\*([A-Z]\d+[a-z]?)\*\*")


def test_the_list_of_figures_names_every_measure_and_no_other():
    page = (conftest.ROOT / "docs/handbuch/zahlen.md").read_text(encoding="utf-8")

    assert set(LISTED.findall(page)) == {measure.key for measure in measures}
