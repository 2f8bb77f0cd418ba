"""The table of faults names tests that exist."""

import re

import conftest

NAMED = re.compile(r"`(test_\w+)`")
DEFINED = re.compile(r"^def (test_\w+)\(", re.MULTILINE)


def test_every_fault_in_the_table_has_its_test():
    named = set(NAMED.findall((conftest.ROOT / "docs/operate/faults.md").read_text(encoding="utf-8")))
    files = [*conftest.ROOT.glob("tests/**/test_*.py"), *conftest.ROOT.glob("deele/*/tests/test_*.py")]

    defined = {name for file in files for name in DEFINED.findall(file.read_text(encoding="utf-8"))}

    assert len(named) > 20
    assert named - defined == set()
