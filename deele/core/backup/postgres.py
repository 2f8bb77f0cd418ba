"""A PostgreSQL database: dumped by its own tool, brought back beside the present one, then renamed in one step."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from deele.core.backup.sqlite import StillRunning
from deele.core.errors import Refusal

if TYPE_CHECKING:
    import psycopg

MEMBER = "database/deele.pgdump"
OTHERS = "SELECT 1 FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid() LIMIT 1"


class ToolMissing(Refusal):
    """pg_dump or pg_restore is not there, or refused."""

    code = "tool"


def dump(config: dict, target: Path) -> None:
    """Write a dump of one moment; `config` is Django's entry of DATABASES. Raises ToolMissing."""
    _tool("pg_dump", config, config["NAME"], ["--format=custom", "--no-owner", "--file", str(target)])


def restore(config: dict, dumped: Path, stamp: str, prepare: Callable[[str], None]) -> str:
    """Load the dump into a new database, run `prepare` with its name, then exchange names.

    Returns the name under which the former database stays. Raises ToolMissing, StillRunning.
    """
    name, fresh, kept = config["NAME"], f"{config['NAME']}_restore_{stamp}", f"{config['NAME']}_before_{stamp}"
    _run(config, f'CREATE DATABASE "{fresh}" TEMPLATE template0')
    try:
        _tool("pg_restore", config, fresh, ["--no-owner", "--exit-on-error", str(dumped)])
        prepare(fresh)
        _exchange(config, name, fresh, kept)
    except BaseException:
        _run(config, f'DROP DATABASE IF EXISTS "{fresh}"')
        raise
    return kept


def refuse_while_used(config: dict) -> None:
    """Raises StillRunning when anyone is connected to the database."""
    with _maintenance(config) as connection:
        _refuse_others(connection, config["NAME"])


def _refuse_others(connection: "psycopg.Connection", name: str) -> None:
    if connection.execute(OTHERS, [name]).fetchone():
        raise StillRunning(_("Deele is still running. Nothing was changed. Please stop web server and worker first."))


def _exchange(config: dict, name: str, fresh: str, kept: str) -> None:
    with _maintenance(config) as connection, connection.transaction():
        _refuse_others(connection, name)
        connection.execute(f'ALTER DATABASE "{name}" RENAME TO "{kept}"')
        connection.execute(f'ALTER DATABASE "{fresh}" RENAME TO "{name}"')


def _run(config: dict, statement: str) -> None:
    with _maintenance(config) as connection:
        connection.execute(statement)


def _maintenance(config: dict) -> "psycopg.Connection":
    """A connection beside the database, since nobody can rename the one they sit in."""
    import psycopg  # noqa: PLC0415  only where PostgreSQL is used; the package is an extra

    return psycopg.connect(
        host=config["HOST"] or None,
        port=config["PORT"] or None,
        user=config["USER"] or None,
        password=config["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    )


def _tool(name: str, config: dict, database: str, arguments: list[str]) -> None:
    if not shutil.which(name):
        message = _("{tool} is missing. Please install the client programs of PostgreSQL (postgresql-client).")
        raise ToolMissing(message.format(tool=name))
    places = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    environment = {**os.environ, **{key: str(config[entry]) for key, entry in places.items() if config[entry]}}
    command = [name, "--dbname", database, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603  fixed names
    if done.returncode:
        message = _("{tool} refused: {reason}")
        raise ToolMissing(message.format(tool=name, reason=done.stderr.strip()[:500]))
