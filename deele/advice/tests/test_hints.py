"""Hints on free text: the same table for the house and for the page (Node runs the page's own code)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from deele.advice.rules import hints

STATIC = Path(hints.__file__).resolve().parents[1] / "static" / "advice"
TABLE = [
    ("Bitte am Montag zurückrufen.", []),
    ("Die Gemeinde plant eine Demenz-WG im alten Krankenhaus.", []),
    ("Gespräch mit dem Behindertenbeirat über Förderung", []),
    ("Kosten 2024: 120.000 Euro, Frist 30.11.2026", []),
    ("Aktenzeichen 03361007, PLZ 27308", []),
    ("Sie hat Demenz und Pflegegrad 3.", ["health"]),
    ("SCHLAGANFALL im Mai", ["health"]),
    ("Diagnose liegt vor", ["health"]),
    ("Ihr Mann ist krank.", ["health"]),
    ("Gehörlose Tochter", ["health"]),
    ("Frau Muster meldet sich", ["name"]),
    ("Herr Dr. Muster und Familie Probe", ["name"]),
    ("Rückruf 0511 1234567", ["phone"]),
    ("mobil +49 170 1234567", ["phone"]),
    ("Tel.: 04231/12 34 56", ["phone"]),
    ("an muster@example.org schicken", ["mail"]),
    ("Herr Muster, Parkinson, 0511/123456, a.b@example.org", ["health", "name", "phone", "mail"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), TABLE)
def test_house_finds_what_had_better_not_stand_there(text, found):
    assert hints.sensitive(text) == found


@pytest.mark.skipif(not shutil.which("node"), reason="takes Node")
def test_page_judges_every_text_as_the_house_does(tmp_path):
    (tmp_path / "hints.mjs").write_text((STATIC / "hints.js").read_text("utf-8"), "utf-8")
    script = (
        "import { readFileSync } from 'node:fs'; import { patterns, sensitive } from './hints.mjs';"
        f"const ways = patterns(JSON.parse(readFileSync({json.dumps(str(STATIC / 'hints.json'))}, 'utf8')));"
        f"console.log(JSON.stringify({json.dumps([text for text, _found in TABLE])}.map((t) => sensitive(t, ways))));"
    )
    (tmp_path / "run.mjs").write_text(script, "utf-8")

    said = subprocess.run(["node", "run.mjs"], cwd=tmp_path, capture_output=True, check=True, text=True).stdout

    assert json.loads(said) == [found for _text, found in TABLE]


@pytest.mark.parametrize("text", ["0" * 20_000, "a" * 20_000 + "@", "Frau " * 5000, "0 1 " * 5000])
def test_long_nonsense_takes_no_time(text):
    assert isinstance(hints.sensitive(text), list)
