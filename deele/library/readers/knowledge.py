"""The glossary, examples and articles that come with the house, read from our own files; plain values, no database."""

import tomllib
from pathlib import Path
from typing import Any

from deele.core import dates

FOLDER = Path(__file__).resolve().parent.parent / "starter"


def glossary() -> list[dict[str, Any]]:
    """The words; `not` names the keys a word is mixed up with. Raises KeyError: the file is ours, a fault is a bug."""
    rows: list[dict[str, Any]] = load("glossary")["term"]
    return [{**row, "synonyms": "\n".join(row.get("synonyms", [])), "not": row.get("not", [])} for row in rows]


def examples() -> list[dict[str, Any]]:
    """The examples as fields of the model, with the key of the place and the title of the entry beside them."""
    found = load("examples")
    day, precision = dates.parse(found["as_of"])
    common = {name: found[name] for name in ("source", "source_url", "used_in")}
    return [{**common, "as_of": day, "as_of_precision": precision, **row} for row in found["example"]]


def articles() -> list[dict[str, Any]]:
    """The articles as fields of the model."""
    return [{**row, "body": row["body"].strip()} for row in load("articles")["article"]]


def load(name: str) -> dict[str, Any]:
    """One of our files."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
