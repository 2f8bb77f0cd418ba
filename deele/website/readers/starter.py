"""The pages of the demonstration office, from files written by us into plain rows."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "starter" / "pages"
LIVE = {
    "entries": {"title": "", "place": "", "kind": "", "seeking": False, "number": 3},
    "offices": {"title": "", "place": "", "number": 4},
}


def pages() -> Iterator[dict[str, Any]]:
    """One row a file, in the order of their names, so that a page follows the one it stands below."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))


def stream(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parts of a file as a StreamField keeps them."""
    return [{"type": part["type"], "value": value_of(part)} for part in parts]


def value_of(part: dict[str, Any]) -> Any:
    """The value of one part: text alone, or its fields."""
    if part["type"] == "text":
        return part["html"].strip()
    if part["type"] == "heading":
        return part["value"]
    return {**LIVE.get(part["type"], {}), **{name: value for name, value in part.items() if name != "type"}}
