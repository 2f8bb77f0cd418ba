"""The archive: a plain tar whose last member, the manifest, says what every other one must be.

Not compressed, so nothing in it can swell while it is read. Written beside its final name and renamed at the end:
there is a whole archive or none.
"""

import contextlib
import errno
import hashlib
import io
import json
import os
import sqlite3
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from deele.core.errors import Refusal

FORMAT = 1
MANIFEST = "deele-backup.json"
MANIFEST_LIMIT = 64 * 1024 * 1024  # bytes; some hundred thousand files
ROOTS = ("database", "media", "keys")
PIECE = 1024 * 1024
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
SQLITE_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class BrokenArchive(Refusal):
    """The file is no backup, or was damaged or changed."""

    code = "broken"


class DiskFull(Refusal):
    """There is no room left; nothing half done was left behind."""

    code = "disk-full"


@dataclass
class Manifest:
    """What an archive holds: when (ISO 8601), from which database engine, migrations applied, SHA-256 per file."""

    made_at: str
    engine: str
    program: str
    migrations: list[str]
    format: int = FORMAT
    files: dict[str, str] = field(default_factory=dict)


class _Hashed:
    """A file that is hashed while tarfile reads it, so that the manifest tells of the very bytes written."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(size)
        self.digest.update(piece)
        return piece


@contextlib.contextmanager
def room_needed(*leftovers: Path) -> Iterator[None]:
    """Turn a full disk into DiskFull; whatever goes wrong, remove the unfinished files."""
    try:
        yield
    except BaseException as error:
        for path in leftovers:
            path.unlink(missing_ok=True)
        no_room = isinstance(error, OSError) and error.errno in NO_ROOM
        no_room |= isinstance(error, sqlite3.OperationalError) and (error.sqlite_errorcode & 0xFF) in SQLITE_NO_ROOM
        if no_room:
            message = _("The disk is full. Nothing was changed. Please make room or name another folder.")
            raise DiskFull(message) from error
        raise


def write(target: Path, members: Iterable[tuple[str, Path]], manifest: Manifest) -> Path:
    """Write the archive; a file that vanished meanwhile is left out. Raises DiskFull."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    with room_needed(unfinished):
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
                for name, path in members:
                    _add(tar, name, path, manifest)
                text = json.dumps(asdict(manifest)).encode()
                tar.addfile(_info(MANIFEST, len(text)), io.BytesIO(text))
            raw.flush()
            os.fsync(raw.fileno())
        unfinished.replace(target)
    return target


def _add(tar: tarfile.TarFile, name: str, path: Path, manifest: Manifest) -> None:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return  # deleted by someone at work since the folder was listed
    with file:
        hashed = _Hashed(file)
        tar.addfile(_info(name, os.fstat(file.fileno()).st_size), hashed)
        manifest.files[name] = hashed.digest.hexdigest()


def _info(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info


def read_manifest(archive: Path) -> Manifest:
    """What the archive says about itself. Raises BrokenArchive."""
    with _opened(archive) as tar:
        return _manifest(tar)


def unpack(archive: Path, into: Path) -> Manifest:
    """Write every file below `into`, checked against the manifest. Raises BrokenArchive, DiskFull."""
    with _opened(archive) as tar:
        manifest = _manifest(tar)
        members = [member for member in tar.getmembers() if member.name != MANIFEST]
        if sorted(member.name for member in members) != sorted(manifest.files):
            raise _broken()
        with room_needed():
            for member in members:
                _unpack_one(tar, member, into, manifest.files[member.name])
    return manifest


def _unpack_one(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path, wanted: str) -> None:
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts or path.parts[0] not in ROOTS:
        raise _broken()
    target = into / path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with _content(tar, member) as source, target.open("xb") as file:
        while piece := source.read(PIECE):
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != wanted:
        raise _broken()


@contextlib.contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(archive, mode="r:") as tar:
            yield tar
    except (tarfile.TarError, EOFError, FileExistsError, FileNotFoundError, IsADirectoryError) as error:
        raise _broken() from error


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """The bytes of a plain file; links, folders and devices are no part of a backup."""
    source = tar.extractfile(member) if member.isreg() else None
    if source is None:
        raise _broken()
    return source


def _manifest(tar: tarfile.TarFile) -> Manifest:
    try:
        member = tar.getmember(MANIFEST)
        if member.size > MANIFEST_LIMIT:
            raise _broken()
        with _content(tar, member) as source:
            manifest = Manifest(**json.loads(source.read()))
    except (KeyError, TypeError, ValueError) as error:
        raise _broken() from error
    if manifest.format != FORMAT:
        raise BrokenArchive(_("This backup was made by a newer version of Deele. Please update Deele first."))
    return manifest


def _broken() -> BrokenArchive:
    return BrokenArchive(
        _("This file is no complete backup of Deele, or it was damaged. Nothing was changed. Please take another one.")
    )
