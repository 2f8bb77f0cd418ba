"""The scripts around the house: what they refuse, what they remember, what they end."""

import importlib.util
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import polib
import pytest
from django.db import connections

from deele.core import setup

ROOT = Path(__file__).resolve().parents[1]
STEPS = [("load_reference", "reference")]


def sh(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["sh", f"tools/{script}", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def house(tmp_path):
    """A database that was migrated once, and its stamp."""
    database = tmp_path / "deele.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE django_migrations (applied)")
        connection.execute("INSERT INTO django_migrations VALUES ('2026-11-22 09:30:00')")
        connection.commit()
    setup.write(tmp_path, {"key": "k", "database": ["2026-11-22 09:30:00", 1], "steps": {}})
    return tmp_path


def test_stamp_fits_the_database_it_was_made_for(house):
    assert setup.fits(house, house / "deele.sqlite3", "k") is True
    assert setup.fits(house, house / "deele.sqlite3", "other code") is False


def test_stamp_does_not_fit_another_database(house):
    with closing(sqlite3.connect(house / "deele.sqlite3")) as connection:
        connection.execute("UPDATE django_migrations SET applied = '2026-11-23 09:30:00'")
        connection.commit()

    assert setup.fits(house, house / "deele.sqlite3", "k") is False


@pytest.mark.parametrize("content", ["", "{", "[]"])
def test_stamp_that_cannot_be_read_means_setting_up_again(house, content):
    (house / "setup.json").write_text(content)

    assert setup.fits(house, house / "deele.sqlite3", "k") is False


def test_stamp_does_not_fit_without_a_database(house):
    (house / "deele.sqlite3").unlink()

    assert setup.fits(house, house / "deele.sqlite3", "k") is False


def test_key_changes_with_the_reference_folder(tmp_path):
    empty = setup.key(ROOT, None, STEPS, demo=False)
    (tmp_path / "register.csv").write_text("1")
    first = setup.key(ROOT, tmp_path, STEPS, demo=False)
    (tmp_path / "register.csv").write_text("12")
    second = setup.key(ROOT, tmp_path, STEPS, demo=False)

    assert len({empty, first, second}) == 3


def test_port_tells_a_busy_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        busy = subprocess.run([sys.executable, "tools/port.py", port], cwd=ROOT)

    free = subprocess.run([sys.executable, "tools/port.py", port], cwd=ROOT)
    assert (busy.returncode, free.returncode) == (1, 0)


@pytest.mark.parametrize("port", ["abc", "0", "99999", "80 80"])
def test_run_refuses_what_is_no_port(port):
    result = sh("run.sh", PORT=port)

    assert result.returncode == 1
    assert "PORT" in result.stderr


def test_reset_leaves_a_folder_that_is_not_ours(tmp_path):
    (tmp_path / "letters").mkdir()

    result = sh("reset.sh", "--yes", DEELE_HOME=str(tmp_path))

    assert result.returncode == 1
    assert (tmp_path / "letters").is_dir()


def test_reset_asks_before_it_removes(tmp_path):
    (tmp_path / "deele.sqlite3").touch()

    refused = sh("reset.sh", DEELE_HOME=str(tmp_path))
    still_there = (tmp_path / "deele.sqlite3").exists()
    agreed = sh("reset.sh", "--yes", DEELE_HOME=str(tmp_path))

    assert (refused.returncode, still_there, agreed.returncode) == (1, True, 0)
    assert not tmp_path.exists()


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / "tools").glob("*.sh")))
def test_scripts_are_plain_sh(script):
    assert sh_syntax(ROOT / "tools" / script) == ""


def sh_syntax(path: Path) -> str:
    return subprocess.run(["sh", "-n", str(path)], capture_output=True, text=True).stderr


@pytest.fixture
def messages():
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


def test_messages_are_sorted_and_carry_no_times(messages):
    file = catalogue(
        polib.POEntry(msgid="Save", msgstr="Sichern", occurrences=[("a.py", 1)]), polib.POEntry(msgid="Find", msgstr="")
    )
    file.metadata = {"POT-Creation-Date": "2026-11-22 10:00+0100", "Language": ""}

    tidy = str(messages.tidy(file))

    assert tidy.index("Find") < tidy.index("Save")
    assert "POT-Creation-Date" not in tidy
    assert "a.py" not in tidy


def test_messages_faults_name_what_is_missing(messages, tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    fresh = catalogue(polib.POEntry(msgid="Find", msgstr=""), polib.POEntry(msgid="Go", msgstr="Los", flags=["fuzzy"]))
    target = tmp_path / messages.CATALOGUE
    target.parent.mkdir(parents=True)
    target.write_text(str(fresh))

    assert messages.faults(fresh) == ["ungewiss (fuzzy): 'Go'", "nicht übersetzt: 'Find'"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as response:
                return response.status == 200
        except OSError:
            time.sleep(0.2)
    return False


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(word) for word in listed.split()]


def others(pid: int, before: list[int], seconds: float = 60) -> list[int]:
    """The children once all of them are new."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        now = [child for child in children(pid) if is_alive(child)]
        if len(now) == len(before) and not set(now) & set(before):
            return now
        time.sleep(0.2)
    return []


def is_alive(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


@pytest.mark.slow_setup
@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's ps")
def test_serve_brings_back_what_was_killed_and_ends_all(tmp_path, django_db_setup):
    port = free_port()
    shutil.copyfile(connections["default"].settings_dict["TEST"]["NAME"], tmp_path / "deele.sqlite3")
    environment = {**os.environ, "PORT": str(port), "DEELE_HOME": str(tmp_path)}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": "", "DEELE_DEMO": "0"}
    log = (tmp_path / "log").open("w+")
    serve = subprocess.Popen([sys.executable, "tools/serve.py"], cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        assert answers(port)
        before = children(serve.pid)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        after = others(serve.pid, before)
        assert answers(port)
    finally:
        serve.send_signal(signal.SIGTERM)
        code = serve.wait(60)

    assert (len(before), len(after)) == (2, 2)
    assert code == 0
    assert [pid for pid in after if is_alive(pid)] == []
    log.seek(0)
    assert f"Deele: http://127.0.0.1:{port}" in log.read().splitlines()
