"""A backup holds everything, comes back whole, or changes nothing."""

import io
import json
import resource
import sqlite3
import tarfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deele.core.backup import archive, moves, sqlite

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A real SQLite file in WAL mode, a picture and a key."""
    database = tmp_path / "home" / "deele.sqlite3"
    (tmp_path / "home" / "media").mkdir(parents=True)
    (tmp_path / "home" / "media" / "haus.png").write_bytes(b"picture")
    (tmp_path / "home" / "keys").mkdir()
    (tmp_path / "home" / "keys" / "secret_key").write_text("secret")
    write(database, "PRAGMA journal_mode=WAL", "CREATE TABLE entry (title)", "INSERT INTO entry VALUES ('Hof Eichen')")
    monkeypatch.setattr(moves, "applied_migrations", lambda: ["core.0001_initial"])
    monkeypatch.setattr(moves, "MigrationLoader", OneMigration)
    entry = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database)}
    return moves.House(tmp_path / "home", tmp_path / "home" / "media", entry)


class OneMigration:
    """A program that knows one migration."""

    def __init__(self, *args, **kwargs):
        self.disk_migrations = {("core", "0001_initial"): type("Migration", (), {"replaces": []})}


def write(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def titles(database) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT title FROM entry ORDER BY title")]


def nothing() -> None:
    """No preparation."""


def content(house) -> tuple[list[str], list[str]]:
    """The rows, and the names of all files but SQLite's own journals."""
    files = [path.name for path in sorted(house.home.rglob("*")) if not path.name.endswith(("-wal", "-shm"))]
    return titles(house.database["NAME"]), files


def test_backup_comes_back_with_database_and_files(house, tmp_path):
    file = moves.make(house, tmp_path / "backups", now=NOW)
    write(house.database["NAME"], "DELETE FROM entry", "INSERT INTO entry VALUES ('changed')")
    (house.media / "haus.png").write_bytes(b"changed")

    done = moves.restore(house, file, now=LATER, prepare=nothing)

    assert titles(house.database["NAME"]) == ["Hof Eichen"]
    assert (house.media / "haus.png").read_bytes() == b"picture"
    assert titles(done.kept[0]) == ["changed"]
    assert (Path(done.kept[1]) / "haus.png").read_bytes() == b"changed"


def test_backup_holds_rows_that_are_only_in_the_journal(house, tmp_path):
    with closing(sqlite3.connect(house.database["NAME"])) as writer:
        writer.execute("INSERT INTO entry VALUES ('written a moment ago')")
        writer.commit()

        file = moves.make(house, tmp_path, now=NOW)

    archive.unpack(file, tmp_path / "out")
    assert titles(tmp_path / "out" / sqlite.MEMBER) == ["Hof Eichen", "written a moment ago"]


def test_backup_leaves_the_keys_out_unless_asked(house, tmp_path):
    plain = moves.make(house, tmp_path, now=NOW)
    full = moves.make(house, tmp_path, now=LATER, with_keys=True)

    assert sorted(archive.read_manifest(plain).files) == ["database/deele.sqlite3", "media/haus.png"]
    assert "keys/secret_key" in archive.read_manifest(full).files


def test_restore_never_replaces_a_key(house, tmp_path):
    file = moves.make(house, tmp_path, now=NOW, with_keys=True)
    (house.home / "keys" / "secret_key").write_text("present")

    moves.restore(house, file, now=LATER, prepare=nothing)

    assert (house.home / "keys" / "secret_key").read_text() == "present"


def test_restore_prepares_the_copy_before_it_takes_the_place(house, tmp_path):
    file = moves.make(house, tmp_path, now=NOW)

    def fail() -> None:
        raise RuntimeError("the mute switch is stuck")

    write(house.database["NAME"], "INSERT INTO entry VALUES ('newer')")
    with pytest.raises(RuntimeError):
        moves.restore(house, file, now=LATER, prepare=fail)

    assert titles(house.database["NAME"]) == ["Hof Eichen", "newer"]
    assert [path.name for path in house.home.iterdir() if path.name.startswith(".restore")] == []


def test_restore_refuses_while_the_house_is_running(house, tmp_path):
    file = moves.make(house, tmp_path, now=NOW)

    with closing(sqlite3.connect(house.database["NAME"])) as server:
        server.execute("SELECT * FROM entry").fetchall()
        with pytest.raises(sqlite.StillRunning):
            moves.restore(house, file, now=LATER, prepare=nothing)

    assert titles(house.database["NAME"]) == ["Hof Eichen"]


def test_restore_refuses_a_newer_backup(house, tmp_path, monkeypatch):
    monkeypatch.setattr(moves, "applied_migrations", lambda: ["core.0001_initial", "core.0002_next"])
    file = moves.make(house, tmp_path, now=NOW)

    with pytest.raises(moves.NewerBackup):
        moves.restore(house, file, now=LATER, prepare=nothing)


def test_restore_refuses_a_truncated_archive(house, tmp_path):
    file = moves.make(house, tmp_path / "backups", now=NOW)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    before = content(house)

    with pytest.raises(archive.BrokenArchive):
        moves.restore(house, file, now=LATER, prepare=nothing)

    assert content(house) == before


def test_restore_refuses_a_changed_file(house, tmp_path):
    file = moves.make(house, tmp_path / "backups", now=NOW)
    file.write_bytes(file.read_bytes().replace(b"picture", b"PICTURE"))
    before = content(house)

    with pytest.raises(archive.BrokenArchive):
        moves.restore(house, file, now=LATER, prepare=nothing)

    assert content(house) == before


@pytest.mark.parametrize("content", [b"", b"no tar at all", b"PK\x03\x04" + bytes(2000)])
def test_restore_refuses_other_files(tmp_path, content):
    (tmp_path / "file.tar").write_bytes(content)

    with pytest.raises(archive.BrokenArchive):
        archive.read_manifest(tmp_path / "file.tar")


def forged(file: Path, member: tarfile.TarInfo, content: bytes = b"") -> Path:
    """An archive whose manifest agrees with a member that does not belong there."""
    digest = archive.hashlib.sha256(content).hexdigest()
    text = json.dumps({**archive.asdict(archive.Manifest("x", "sqlite", "x", [])), "files": {member.name: digest}})
    with tarfile.open(file, "w") as tar:
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
        info = tarfile.TarInfo(archive.MANIFEST)
        info.size = len(text)
        tar.addfile(info, io.BytesIO(text.encode()))
    return file


@pytest.mark.parametrize(
    "name", ["../outside", "media/../../outside", "/etc/outside", "outside", "media/../database/deele.sqlite3"]
)
def test_unpack_refuses_a_path_that_leads_elsewhere(tmp_path, name):
    file = forged(tmp_path / "forged.tar", tarfile.TarInfo(name), b"planted")

    with pytest.raises(archive.BrokenArchive):
        archive.unpack(file, tmp_path / "deep" / "in")

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["forged.tar"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_unpack_refuses_links_and_devices(tmp_path, kind):
    member = tarfile.TarInfo("media/link")
    member.type, member.linkname = kind, "/etc/passwd"

    with pytest.raises(archive.BrokenArchive):
        archive.unpack(forged(tmp_path / "forged.tar", member), tmp_path / "in")


@pytest.mark.parametrize("limit", [4 * 1024, 40 * 1024])
def test_backup_on_a_full_disk_says_so_and_leaves_nothing(house, tmp_path, limit):
    (house.media / "large.bin").write_bytes(bytes(100 * 1024))
    folder = tmp_path / "backups"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))  # to a program, the same as a disk without room
    try:
        with pytest.raises(archive.DiskFull):
            moves.make(house, folder, now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list(folder.iterdir()) == []
