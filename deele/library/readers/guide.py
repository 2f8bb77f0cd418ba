"""The words of the guide of the demonstration (starter/guide.toml)."""

import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "starter" / "guide.toml"


def words() -> dict[str, Any]:
    """Title, subtitle, line, summary, and the sections with text and steps."""
    with FILE.open("rb") as file:
        return tomllib.load(file)
