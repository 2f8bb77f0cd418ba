"""The joint actions that come with the house, with their sources."""

import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "starter" / "actions.toml"


def actions(file: Path = FILE) -> list[dict[str, Any]]:
    """All of them as plain rows."""
    with file.open("rb") as source:
        found: list[dict[str, Any]] = tomllib.load(source)["actions"]
    return found
