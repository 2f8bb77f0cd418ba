"""What was set up, for which code and data: so that a second start takes seconds and repeats nothing.

The stamp is a small file in DEELE_HOME. It belongs to one database, recognised by the moment of that database's
first migration, and is worth nothing beside another one. Only the standard library: `tools/ready.py` reads it
before Django is there.
"""

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

Steps = list[tuple[str, str]]

NO_REFERENCE = "none"
FIRST_AND_COUNT = "SELECT MIN(applied), COUNT(*) FROM django_migrations"


def reference_print(folder: Path | None) -> str:
    """A word that changes when a file of the reference folder does (name, size or time)."""
    if folder is None or not folder.is_dir():
        return NO_REFERENCE
    files = [(path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    listing = "\n".join(f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}" for path, stat in files)
    return _short(f"{folder}\n{listing}")


def key(base: Path, reference: Path | None, steps: Steps, *, demo: bool) -> str:
    """A word for code and data together: migrations, locked packages, commands, steps, reference folder, demo."""
    digest = hashlib.sha256(json.dumps([steps, demo, reference_print(reference)]).encode())
    for path in sorted((base / "deele").glob("*/migrations/*.py")):
        digest.update(path.relative_to(base).as_posix().encode() + path.read_bytes())
    digest.update("".join(sorted(path.name for path in base.glob("deele/*/management/commands/*.py"))).encode())
    digest.update((base / "requirements" / "base.lock").read_bytes())
    return digest.hexdigest()[:16]


def read(home: Path) -> dict:
    """The stamp, empty when there is none or it can't be read."""
    try:
        stamp = json.loads((home / "setup.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write(home: Path, stamp: dict) -> None:
    """Keep the stamp; a crash leaves the old one."""
    fresh = home / f"setup.{os.getpid()}.tmp"
    fresh.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    fresh.replace(home / "setup.json")


def fits(home: Path, database: Path, wanted: str) -> bool:
    """Whether the SQLite file was set up for this key, and is still that very database."""
    stamp = read(home)
    if stamp.get("key") != wanted or not database.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            first, count = connection.execute(FIRST_AND_COUNT).fetchone()
    except sqlite3.Error:
        return False
    return [str(first), count] == stamp.get("database")


def _short(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()[:16]
