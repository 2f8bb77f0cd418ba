"""Where things lie."""

import os
from pathlib import Path

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DEELE_HOME = Path(env.text("DEELE_HOME") or BASE_DIR / "var").resolve()
DEELE_HOME.mkdir(parents=True, exist_ok=True, mode=0o700)  # personal data: for its owner only

DEBUG = env.flag("DEELE_DEBUG")


def reference_folder() -> Path | None:
    """The folder with reference data (design §5): DEELE_REFERENCE, else shared/data beside the checkout."""
    if "DEELE_REFERENCE" in os.environ:
        named = env.text("DEELE_REFERENCE")
        return Path(named).resolve() if named else None
    beside = BASE_DIR.parent / "shared" / "data"
    return beside if beside.is_dir() else None


DEELE_REFERENCE = reference_folder()
