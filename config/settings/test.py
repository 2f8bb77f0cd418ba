"""What the test suite changes, and nothing else."""

import os
import tempfile
from pathlib import Path

TEST_HOME = Path(os.environ.setdefault("DEELE_HOME", tempfile.mkdtemp(prefix="deele-test-")))

from config.settings import *  # noqa: F403
from config.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"},
    "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WHITENOISE_AUTOREFRESH = True  # no scan of every static file at start

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that browser tests and threads see the same rows; tests/conftest.py copies the golden one there.
    DATABASES["default"]["NAME"] = os.environ.get("TEST_DB", str(TEST_HOME / "unused.sqlite3"))
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_HOME / "test.sqlite3")}
