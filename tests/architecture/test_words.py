"""The catalogue is made by looking for a few names: a text asked for by another one is never translated."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "deele"
RENAMED = re.compile(r"^\s*(?:from django\.utils\.translation import )?\(?(n?p?gettext(?:_lazy|_noop)?) as (\w+)", re.M)


def test_texts_are_asked_for_by_names_the_catalogue_knows():
    bad = [
        f"{path.relative_to(ROOT)}: {name} as {alias}"
        for path in ROOT.glob("**/*.py")
        for name, alias in RENAMED.findall(path.read_text())
        if alias != "_"
    ]

    assert bad == []
