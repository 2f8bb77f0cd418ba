"""The tables of faults and of what hurts elsewhere name tests that exist."""

import re

import pytest

import conftest

NAMED = re.compile(r"`(test_\w+)`")
DEFINED = re.compile(r"^ *def (test_\w+)\(", re.MULTILINE)


@pytest.mark.parametrize("page", ["faults", "peers"])
def test_every_fault_in_the_table_has_its_test(page):
    named = set(NAMED.findall((conftest.ROOT / f"docs/operate/{page}.md").read_text(encoding="utf-8")))
    files = [*conftest.ROOT.glob("tests/**/test_*.py"), *conftest.ROOT.glob("deele/*/tests/test_*.py")]

    defined = {name for file in files for name in DEFINED.findall(file.read_text(encoding="utf-8"))}

    assert len(named) > 20
    assert named - defined == set()


def test_every_row_of_what_hurts_elsewhere_names_a_test_or_says_that_there_is_none():
    text = (conftest.ROOT / "docs/operate/peers.md").read_text(encoding="utf-8")
    rows = [line.rstrip(" |").split(" | ") for line in text.splitlines() if re.match(r"\| \d", line)]

    assert len(rows) == 20
    assert [row[1] for row in rows if not NAMED.search(row[-1]) and row[-1] != "–"] == []
