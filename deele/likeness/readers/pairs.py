"""Labelled pairs of things that may overlap: a TOML or JSON file with `places` and `pair` (docs/decisions/0029)."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from deele.core.errors import Refusal
from deele.likeness.rules.overlap.sides import Side, prepare


class BadPairs(Refusal):
    """The file is no file of labelled pairs."""

    code = "bad-pairs"


@dataclass(frozen=True)
class LabelledPair:
    """Two sides, what people say they are to each other, and the half the pair belongs to ("tune" or "judge").

    `texts` are the words of both as written, for a sentence model.
    """

    label: str
    half: str
    one: Side
    other: Side
    texts: tuple[str, str]


def read(path: Path) -> list[LabelledPair]:
    """All pairs of the file. Raises BadPairs."""
    try:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
        return [pair(row, found.get("places", {})) for row in found["pair"]]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BadPairs(f"{path}: {fault}") from fault


def pair(row: Mapping[str, Any], places: Mapping[str, list[str]]) -> LabelledPair:
    """One labelled pair."""
    one, other = side(row["a"], places, "1"), side(row["b"], places, "2")
    return LabelledPair(row["label"], row.get("half", ""), one, other, (said(row["a"]), said(row["b"])))


def said(told: Mapping[str, Any]) -> str:
    """Title and text, as written."""
    return f"{told['title']}. {told.get('text', '')}".strip()


def side(told: Mapping[str, Any], places: Mapping[str, list[str]], number: str) -> Side:
    """One side. An event or action without an end ends on the day it begins."""
    begins = date.fromisoformat(told["begins"]) if told.get("begins") else None
    ends = date.fromisoformat(told["ends"]) if told.get("ends") else None
    return prepare(
        f"{told['kind']}:{number}",
        told["title"],
        told.get("text", ""),
        themes=told.get("themes", ()),
        groups=told.get("groups", ()),
        owner=told.get("owner", ""),
        place_keys=tuple(places.get(told.get("place", ""), ())),
        begins=begins,
        ends=ends or (begins if told["kind"] in ("event", "action") else None),
    )
