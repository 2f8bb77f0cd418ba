"""Homes that may be broken."""

import subprocess

import pytest


@pytest.fixture
def home(tmp_path, django_db_setup):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def small_disk(home):
    """The home on a disk of its own of 48 MB."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(home)], capture_output=True)
    if done.returncode:
        pytest.skip("only an administrator may mount a small disk")
    yield home
    subprocess.run(["umount", "-l", str(home)], check=True)
