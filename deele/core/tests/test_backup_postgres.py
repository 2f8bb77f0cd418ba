"""A dump comes back beside the present database and changes places with it; on a real server."""

import psycopg
import pytest
from django.db import connection

from deele.core.backup import postgres
from deele.core.backup.sqlite import StillRunning

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db]


@pytest.fixture
def config():
    """A database of its own on the server under test."""
    name = "deele_backup_test"
    config = {**connection.settings_dict, "NAME": name}
    drop(config)
    postgres._run(config, f'CREATE DATABASE "{name}"')
    ask(config, "CREATE TABLE entry (title text)")
    ask(config, "INSERT INTO entry VALUES ('Hof Eichen')")
    yield config
    drop(config)


def drop(config):
    with postgres._maintenance(config) as server:
        names = [name for (name,) in server.execute("SELECT datname FROM pg_database").fetchall()]
        for name in names:
            if name.startswith("deele_backup_test"):
                server.execute(f'DROP DATABASE "{name}"')


def connect(config, name=""):
    return psycopg.connect(
        host=config["HOST"] or None,
        port=config["PORT"] or None,
        user=config["USER"] or None,
        password=config["PASSWORD"] or None,
        dbname=name or config["NAME"],
        autocommit=True,
    )


def ask(config, statement, name=""):
    with connect(config, name) as session:
        cursor = session.execute(statement)
        return [row[0] for row in cursor.fetchall()] if cursor.description else []


def test_postgres_restore_exchanges_the_databases(config, tmp_path):
    postgres.dump(config, tmp_path / "dump")
    ask(config, "UPDATE entry SET title = 'changed'")

    kept = postgres.restore(config, tmp_path / "dump", "1", lambda name: None)

    assert ask(config, "SELECT title FROM entry") == ["Hof Eichen"]
    assert ask(config, "SELECT title FROM entry", kept) == ["changed"]


def test_postgres_restore_refuses_while_someone_is_connected(config, tmp_path):
    postgres.dump(config, tmp_path / "dump")
    ask(config, "UPDATE entry SET title = 'changed'")

    with connect(config), pytest.raises(StillRunning):
        postgres.restore(config, tmp_path / "dump", "1", lambda name: None)

    assert ask(config, "SELECT title FROM entry") == ["changed"]
    assert ask(config, "SELECT datname FROM pg_database WHERE datname LIKE 'deele_backup_test_%'", "postgres") == []
