"""Making a backup and bringing one back."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from deele.core.backup import archive, postgres, sqlite
from deele.core.errors import Refusal


class NewerBackup(Refusal):
    """The backup comes from a newer program than this one."""

    code = "newer"


@dataclass(frozen=True)
class House:
    """Where the things lie that a backup holds; `database` is Django's entry of DATABASES."""

    home: Path
    media: Path
    database: dict

    @property
    def engine(self) -> str:
        """`sqlite` or `postgresql`."""
        return "sqlite" if self.database["ENGINE"].endswith("sqlite3") else "postgresql"


@dataclass(frozen=True)
class Restored:
    """What was brought back: its manifest, and under which names the former things stay."""

    manifest: archive.Manifest
    kept: list[str]


def make(house: House, folder: Path, *, now: datetime, with_keys: bool = False) -> Path:
    """Write `deele-<time>.tar` into the folder and return it. Raises archive.DiskFull, postgres.ToolMissing."""
    with archive.room_needed():
        folder.mkdir(parents=True, exist_ok=True)
        scratch = tempfile.TemporaryDirectory(dir=folder, prefix=".deele-")
    with scratch as place:
        dumped = Path(place) / "database"
        member = _dump(house, dumped)
        manifest = archive.Manifest(
            made_at=now.isoformat(), engine=house.engine, program=_program(), migrations=applied_migrations()
        )
        members = [(member, dumped), *_files("media", house.media)]
        if with_keys:
            members += _files("keys", house.home / "keys")
        return archive.write(folder / f"deele-{now:%Y-%m-%d-%H%M%S}.tar", members, manifest)


def restore(house: House, file: Path, *, now: datetime, prepare: Callable[[], None]) -> Restored:
    """Put database and files of the archive in the place of the present ones, which stay beside them.

    `prepare` runs on the restored database before anyone can work with it (migrate, mute). Whatever is refused or
    fails before the exchange leaves the present house as it is. Raises archive.BrokenArchive, archive.DiskFull,
    NewerBackup, sqlite.StillRunning, postgres.ToolMissing.
    """
    stamp = f"{now:%Y%m%d%H%M%S}"
    _refuse_what_does_not_fit(house, archive.read_manifest(file))
    _refuse_while_running(house)
    near = Path(house.database["NAME"]).parent if house.engine == "sqlite" else house.home
    with tempfile.TemporaryDirectory(dir=near, prefix=".restore-") as place:
        staged = Path(place)
        manifest = archive.unpack(file, staged)
        kept = _exchange_database(house, staged, stamp, prepare)
        kept += _exchange_media(house, staged / "media", stamp)
        _bring_missing_keys(house, staged / "keys")
    return Restored(manifest, kept)


def applied_migrations() -> list[str]:
    """`app.name` of every migration the database has seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        return [f"{app}.{name}" for app, name in cursor.fetchall()]


def _dump(house: House, target: Path) -> str:
    if house.engine == "sqlite":
        sqlite.dump(Path(house.database["NAME"]), target)
        return sqlite.MEMBER
    postgres.dump(house.database, target)
    return postgres.MEMBER


def _files(root: str, folder: Path) -> list[tuple[str, Path]]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [(f"{root}/{path.relative_to(folder).as_posix()}", path) for path in found]


def _program() -> str:
    with contextlib.suppress(PackageNotFoundError):
        return version("deele")
    return "checkout"


def _refuse_what_does_not_fit(house: House, manifest: archive.Manifest) -> None:
    if manifest.engine != house.engine:
        message = _("This backup comes from {theirs}, this house uses {ours}. Please set DATABASE_URL accordingly.")
        raise Refusal(message.format(theirs=manifest.engine, ours=house.engine), code="engine")
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    known |= {f"{app}.{name}" for migration in loader.disk_migrations.values() for app, name in migration.replaces}
    if set(manifest.migrations) - known:
        message = _("This backup was made by a newer version of Deele. Nothing was changed. Please update Deele first.")
        raise NewerBackup(message)


def _refuse_while_running(house: House) -> None:
    """Early, before minutes of unpacking; the exchange itself looks again."""
    connection.close()
    if house.engine == "postgresql":
        postgres.refuse_while_used(house.database)
    elif (present := Path(house.database["NAME"])).exists():
        sqlite.settle(present)


def _exchange_database(house: House, staged: Path, stamp: str, prepare: Callable[[], None]) -> list[str]:
    def prepared(name: str) -> None:
        with _pointed_at(name):
            prepare()

    if house.engine == "postgresql":
        return [postgres.restore(house.database, staged / postgres.MEMBER, stamp, prepared)]
    fresh, present = staged / sqlite.MEMBER, Path(house.database["NAME"])
    sqlite.check(fresh)
    prepared(str(fresh))
    connection.close()
    kept = present.with_name(f"{present.name}.before-{stamp}")
    sqlite.swap(fresh, present, kept)
    return [str(kept)] if kept.exists() else []


@contextlib.contextmanager
def _pointed_at(name: str) -> Iterator[None]:
    """Let Django's connection work on another database of the same kind for a while."""
    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _exchange_media(house: House, staged: Path, stamp: str) -> list[str]:
    staged.mkdir(exist_ok=True)
    kept = house.media.with_name(f"{house.media.name}.before-{stamp}")
    if house.media.exists():
        os.rename(house.media, kept)
    shutil.move(staged, house.media)
    return [str(kept)] if kept.exists() else []


def _bring_missing_keys(house: House, staged: Path) -> None:
    """Keys that are there stay: the archive never replaces one."""
    for path in staged.glob("*") if staged.is_dir() else ():
        target = house.home / "keys" / path.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copy(path, target)
            target.chmod(0o600)
