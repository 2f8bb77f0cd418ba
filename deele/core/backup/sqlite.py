"""A SQLite file: copied while others write, exchanged in one step while nobody does."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.utils.translation import gettext as _

from deele.core.backup import archive
from deele.core.errors import Refusal

MEMBER = "database/deele.sqlite3"


class StillRunning(Refusal):
    """Another process holds the database."""

    code = "running"


def dump(database: Path, target: Path) -> None:
    """Write a whole, defragmented copy of one moment. Writers go on meanwhile. Raises archive.DiskFull."""
    with archive.room_needed(target), closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", [str(target)])


def check(database: Path) -> None:
    """Raises archive.BrokenArchive when SQLite finds the file damaged."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            if connection.execute("PRAGMA quick_check").fetchone() == ("ok",):
                return
    except sqlite3.DatabaseError:
        pass  # not a database at all: the same answer
    raise archive.BrokenArchive(_("The database in this backup is damaged. Nothing was changed."))


def settle(database: Path) -> None:
    """Fold the journal into the file, so that the file alone is the database.

    SQLite does this only when nobody else holds it. Raises StillRunning.
    """
    with closing(sqlite3.connect(database, timeout=1)) as connection:
        try:
            mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            mode = "held by others"
    if mode != "delete":
        raise StillRunning(_("Deele is still running. Nothing was changed. Please stop web server and worker first."))


def swap(staged: Path, database: Path, kept: Path) -> None:
    """Put `staged` in the place of `database`; the former one stays beside it as `kept`. Raises StillRunning."""
    settle(staged)
    if database.exists():
        settle(database)
        shutil.copymode(database, staged)
        os.link(database, kept)  # a second name first: at no moment is there no database
    os.replace(staged, database)
