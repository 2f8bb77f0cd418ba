"""The measured house: a folder of its own with all municipalities and invented entries, made once."""

import os
import platform
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import floor

ROOT = Path(__file__).resolve().parents[2]


def environment(home: Path) -> dict[str, str]:
    """The settings of the measured house; DEELE_REFERENCE stays as it is."""
    return {
        "DEELE_HOME": str(home.resolve()),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEELE_DEBUG": "0",
        "DEELE_DEMO": "1",  # with an office and its pages
        "DEELE_API_PER_HOUR": "1000000000",
        "DEELE_HOSTS": "127.0.0.1,localhost,testserver",
        "DATABASE_URL": os.environ.get("DEELE_BENCH_DATABASE_URL", ""),
    }


def machine() -> str:
    """What it ran on, and how busy that was."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, load average {load}, Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def manage(*arguments: str, home: Path | None = None) -> tuple[str, float, float]:
    """Run a command of the house: its output, seconds on the clock, seconds of processor time."""
    settings = {**os.environ, **(environment(home) if home else {})}
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=settings, capture_output=True, text=True, check=False
    )
    seconds, after = time.perf_counter() - start, os.times()
    if done.returncode:
        raise SystemExit(f"manage.py {' '.join(arguments)}: {done.stderr[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return done.stdout, seconds, cpu


def database(home: Path) -> Path:
    """The SQLite file of a house."""
    return home / "deele.sqlite3"


def count(home: Path) -> int:
    """How many public entries the house has, 0 before the first set-up."""
    if not database(home).exists():
        return 0
    with sqlite3.connect(database(home)) as opened:
        try:
            return opened.execute("SELECT count(*) FROM directory_entry WHERE state = 'veroeffentlicht'").fetchone()[0]
        except sqlite3.OperationalError:
            return 0


def ensure(home: Path, entries: int) -> None:
    """Make house and floor when they are missing or smaller than asked for."""
    home.mkdir(parents=True, exist_ok=True)
    have = count(home)
    if have < entries:
        for name, arguments in (
            ("setup (with reference data)", ["setup"]),
            ("make_demo", ["make_demo", "--entries", str(entries - have), "--seed", "1"]),
        ):
            _said, seconds, cpu = manage(*arguments)
            print(f"{name}: {seconds:.0f} s, {cpu:.0f} s of processor time", flush=True)
        (home / "floor.sqlite3").unlink(missing_ok=True)
    floor.build(database(home), home / "floor.sqlite3")
