"""Events found by words, as lines, from the rows of the index alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.dates import Precision, in_words
from deele.events.enums import Kind
from deele.search.kinds import Hit


@dataclass(frozen=True)
class Line:
    """What the search of the whole house shows of an event."""

    title: str
    url: str
    kind: str
    when: str
    place: str


def lines(hits: Iterable[Hit]) -> list[Line]:
    """Hits as lines."""
    return [line(hit) for hit in hits]


def line(hit: Hit) -> Line:
    """One hit."""
    data = hit.data
    return Line(
        data["title"], data["url"], str(Kind(data["kind"]).label), when(data["dates"]), data["town"] or data["place"]
    )


def when(dates: list[dict]) -> str:
    """The first date, and that there are more."""
    if not dates:
        return _("date open")
    first = dates[0]
    day = timezone.localtime(datetime.fromisoformat(first["starts_at"])).date()
    said = in_words(day, first["precision"] or Precision.DAY)
    return _("from %(day)s") % {"day": said} if len(dates) > 1 else said
