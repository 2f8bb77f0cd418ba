"""An issue as plain values, ready to be shown: parts with pieces. And records as they are kept in a row."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from deele.core.text import slug
from deele.mail.kinds import Piece
from deele.mail.rules import markup

TITLE, TEXT = 200, 1500  # longer titles and texts of records are cut in an issue; the record has the rest


@dataclass(frozen=True)
class Shown:
    """A record as the issue shows it. `missing`: it is gone or no longer public, and nobody has decided yet."""

    pk: int
    ref: str
    title: str
    url: str
    text: str = ""
    line: str = ""
    note: str = ""
    missing: bool = False
    changed: bool = False


@dataclass(frozen=True)
class Part:
    """A section. `anchor` is what the table of contents leads to."""

    pk: int
    kind: str
    title: str
    anchor: str
    text: str = ""
    pieces: list[Shown] = field(default_factory=list)

    @property
    def excerpt(self) -> str:
        """The text without its marks, for the desk."""
        return markup.as_text(self.text).strip()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read in it."""
        return not self.pieces and not self.text.strip()


def anchor(title: str, number: int) -> str:
    """A name for jumps that no two sections share."""
    return f"teil-{number}-{slug(title, 40)}"


def kept(piece: Piece) -> dict[str, Any]:
    """A record as it is kept in a row."""
    values = asdict(replace(piece, title=cut(piece.title, TITLE), text=cut(piece.text, TEXT)))
    return {**values, "day": piece.day.isoformat() if piece.day else ""}


def restored(values: dict[str, Any]) -> Piece:
    """The record as it was kept; what is unknown to us is left out."""
    known = {name: values[name] for name in Piece.__dataclass_fields__ if name in values}
    day = known.get("day")
    known |= {"day": date.fromisoformat(day) if day else None}
    known |= {name: tuple(known.get(name, ())) for name in ("place_keys", "topics")}
    return Piece(**{"ref": "", "title": "", "url": "", **known})


def cut(text: str, limit: int) -> str:
    """The text on one line of reasonable length; a cut is marked."""
    text = text.strip()
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def line(piece: Piece) -> str:
    """When and where, in one line."""
    return " · ".join(part for part in (piece.when, piece.where) if part)
