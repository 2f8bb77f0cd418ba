"""The German catalogue: `make` collects the strings, `check` says whether anything is missing, `compile` builds it.

Strings are collected from a copy of the sources, so that a check touches no file. The result is sorted and
carries no line numbers and no times: two people who add strings meet in a diff only where they must.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
LANGUAGE = "de"
CATALOGUE = Path(LANGUAGE) / "LC_MESSAGES" / "django.po"
NOT_SEARCHED = shutil.ignore_patterns("tests", "migrations", "static", "__pycache__", "*.pyc")
HEADER = {
    "Project-Id-Version": "Deele",
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def collect() -> polib.POFile:
    """The catalogue as it should be: strings of the sources with the translations known so far."""
    if not shutil.which("xgettext"):
        sys.exit("Es fehlt gettext. Bitte installieren: sudo apt install gettext (macOS: brew install gettext)")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("deele", "config"):
            shutil.copytree(ROOT / part, copy / part, ignore=NOT_SEARCHED)
        target = copy / "locale" / CATALOGUE
        target.parent.mkdir(parents=True)
        if (LOCALE / CATALOGUE).exists():
            shutil.copyfile(LOCALE / CATALOGUE, target)
        _extract(copy)
        return tidy(polib.pofile(str(target)))


def _extract(copy: Path) -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.chdir(copy)
    import django  # noqa: PLC0415  compiling needs no Django and must stay quick
    from django.conf import settings  # noqa: PLC0415  the same
    from django.core.management import call_command  # noqa: PLC0415  the same

    settings.LOCALE_PATHS = [str(copy / "locale")]
    django.setup()
    call_command("makemessages", locale=[LANGUAGE], add_location="never", no_obsolete=True, verbosity=0)
    os.chdir(ROOT)


def tidy(catalogue: polib.POFile) -> polib.POFile:
    """Sorted, without times, without source lines."""
    catalogue.header = "The German texts of Deele. We say Sie."
    catalogue.metadata, catalogue.metadata_is_fuzzy = dict(HEADER), False
    catalogue.wrapwidth = 110
    catalogue.sort(key=lambda entry: (entry.msgid.casefold(), entry.msgid, entry.msgctxt or ""))
    for entry in catalogue:
        entry.occurrences = []
        entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    return catalogue


def faults(fresh: polib.POFile) -> list[str]:
    """What keeps the committed catalogue from being complete."""
    path = LOCALE / CATALOGUE
    if not path.exists():
        return [f"{path.relative_to(ROOT)} fehlt: make messages"]
    found = [f"ungewiss (fuzzy): {entry.msgid!r}" for entry in fresh.fuzzy_entries()]
    found += [f"nicht übersetzt: {entry.msgid!r}" for entry in fresh.untranslated_entries()]
    if str(fresh) != path.read_text(encoding="utf-8"):
        found.append("nicht auf dem Stand der Quellen: make messages")
    return found


def compile_all() -> int:
    """Build each .mo that is older than its .po."""
    for po in LOCALE.rglob("*.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            polib.pofile(str(po)).save_as_mofile(str(mo))
    return 0


def make() -> int:
    """Write the catalogue and say what is left to translate."""
    fresh = collect()
    (LOCALE / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    (LOCALE / CATALOGUE).write_text(str(fresh), encoding="utf-8")
    left = len(fresh.untranslated_entries()) + len(fresh.fuzzy_entries())
    print(f"{len(fresh)} Texte, {left} noch zu übersetzen.")
    return 0


def check() -> int:
    """Say every fault of the catalogue; 1 when there is one."""
    found = faults(collect())
    print("\n".join(found[:50]) if found else "Der Katalog ist vollständig.")
    return 1 if found else 0


if __name__ == "__main__":
    actions = {"make": make, "check": check, "compile": compile_all}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit("messages.py make | check | compile")
    sys.exit(actions[sys.argv[1]]())
