"""SQLite by default, PostgreSQL by DATABASE_URL."""

import dj_database_url

from config import env
from config.settings.paths import DEELE_HOME

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # writers queue at BEGIN, so a re-check inside the transaction holds
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
        "PRAGMA cache_size=-64000;PRAGMA temp_store=MEMORY;"
    ),
}


def default_database() -> dict:
    """Read DATABASE_URL; without it a file in DEELE_HOME."""
    url = env.text("DATABASE_URL") or f"sqlite:///{DEELE_HOME / 'deele.sqlite3'}"
    config = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS
    return config


DATABASES = {"default": default_database()}
