"""Values that travel between rooms."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from deele.advice.enums import Channel, Duration, Kind, Where


@dataclass(frozen=True)
class Told:
    """A contact as somebody logs it. `code` is what the person named who comes again."""

    area: Any
    audience: str
    topics: list[str]
    happened_on: date
    place: Any = None
    where: str = Where.PLACE
    channel: str = Channel.PHONE
    kind: str = Kind.FIRST
    duration: str = Duration.SHORT
    results: list[str] | None = None
    people: int = 1
    code: str = ""
