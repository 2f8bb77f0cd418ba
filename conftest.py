"""What every test shares: a migrated database in no time, and people."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

# A busy machine is no fault: how long examples take decides nothing. CI takes the same examples each time, so that a
# change is judged by what it changes; new ones are sought at each run elsewhere.
hypothesis.register_profile(
    "deele", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
hypothesis.load_profile("deele")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop beside live_server
ROOT = Path(__file__).resolve().parent
MIGRATE = (
    "import django; django.setup(); from django.core.management import call_command; "
    "call_command('migrate', verbosity=0)"
)


def _golden() -> Path:
    """A migrated SQLite file named by the hash of all migrations."""
    from django.db.migrations.loader import MigrationLoader

    digest = hashlib.sha256()
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        source = Path(sys.modules[type(migration).__module__].__file__)
        digest.update(f"{app}.{name}".encode() + source.read_bytes())
    return ROOT / f".golden-{digest.hexdigest()[:12]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_keepdb(request):
    """SQLite takes the copy as it is. PostgreSQL begins anew, or what migrations wrote and tests emptied is missing."""
    from django.conf import settings

    return settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") or request.config.getvalue("reuse_db")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Copy the golden file to where the test database is expected; PostgreSQL migrates by itself."""
    from django.conf import settings

    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return
    golden = _golden()
    with open(f"{golden}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not golden.exists():
            fresh = f"{golden}.tmp"
            for left_over in golden.parent.glob(f"{golden.name}.tmp*"):  # of a run that was stopped
                left_over.unlink()
            env = {**os.environ, "TEST_DB": fresh, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
            subprocess.run([sys.executable, "-c", MIGRATE], check=True, env=env, cwd=ROOT)
            os.replace(fresh, golden)
    shutil.copyfile(golden, settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(autouse=True)
def _nothing_used_up():
    """Each test begins with the whole hour's share of every form: tests run in random order and share a cache."""
    from django.core.cache import cache

    cache.clear()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests that empty the tables come last: what migrations wrote (Wagtail's root page) is gone after them."""
    items.sort(key=_empties_tables)


def _empties_tables(item) -> bool:
    marked = any(mark.kwargs.get("transaction") for mark in item.iter_markers("django_db"))
    return marked or bool({"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())))
