"""Exit 0 when this house was set up for exactly this code, data and database, so that a start can skip it.

Starts no Django: it must answer in a moment. `manage.py setup` writes the stamp it reads.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from config import settings
from deele.core import setup


def main() -> int:
    """Compare the stamp with what is there now."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return 1  # only the server knows; `setup` asks it
    wanted = setup.key(
        settings.BASE_DIR, settings.DEELE_REFERENCE, settings.DEELE_SETUP_STEPS, demo=settings.DEELE_DEMO
    )
    return 0 if setup.fits(settings.DEELE_HOME, Path(database["NAME"]), wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
