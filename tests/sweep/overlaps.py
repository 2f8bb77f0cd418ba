"""The addresses of the check for overlaps for the sweep: the radar, one thing, decisions."""

from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.likeness.actions import overlaps
from deele.likeness.kinds import Subject
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
likeness:radar               GET  -                                     in  -   200 403 403 200 403
likeness:check               GET  ref=overlapping                       in  -   200 404 404 200 404
likeness:check               POST ref=overlapping                       in  -   200 404 404 200 404
likeness:check               GET  ref=unknown-ref                       in  -   404 404 404 404 404
likeness:decide-all          POST ref=overlapping                       in  -   go  404 404 go  404
likeness:decide-all          POST ref=unknown-ref                       in  -   404 404 404 404 404
likeness:looked              POST ref=overlapping                       in  -   go  404 404 go  404
likeness:looked              POST ref=unknown-ref                       in  -   404 404 404 404 404
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """Two things of kinds nobody opens, that overlap."""
    now, facts = timezone.now(), {"themes": ("demenz",), "place_keys": ("03361012", "03", "033", "03361")}
    first, second = "sweep.thing:1", "sweep.other:2"
    for ref, owner in ((first, "Verein Muster"), (second, "Stadt Muster")):
        overlaps.tell(subject=Subject(ref, "Aktionstag Demenz in Verden", owner=owner, **facts), now=now)
    return {"overlapping": first, "unknown-ref": "sweep.thing:999999"}
