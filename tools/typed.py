"""Prints what the type check covers: core, and every app's actions, queries and rules."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("actions", "queries", "rules")

found = [ROOT / "deele" / "core"]
for app in sorted((ROOT / "deele").iterdir()):
    found += [path for room in ROOMS for path in (app / room, app / f"{room}.py") if path.exists()]
print(" ".join(str(path.relative_to(ROOT)) for path in found))
