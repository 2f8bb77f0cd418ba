"""The addresses of events (desk) for the sweep, and one of everything they ask for."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.events.actions import planning
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
events:desk-list             GET  -                                     in  -   200 200 403 200 403
events:desk-new              GET  -                                     in  -   200 200 403 200 403
events:desk-new              POST -                                     in  -   200 200 403 200 403
events:desk-event            GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-event            POST pk=event-draft                        in  -   200 200 403 200 403
events:desk-event            GET  pk=unknown                            in  -   404 404 403 404 403
events:desk-move             POST pk=event-draft                        in  -   go  go  403 go  403
events:desk-dates            GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-dates            POST pk=event-draft                        in  -   200 200 403 200 403
events:desk-copy             POST pk=event-draft                        in  -   go  go  403 go  403
events:desk-history          GET  pk=event-draft                        in  -   200 200 403 200 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    now = timezone.now()
    days = [{"starts_at": now + timedelta(days=60), "ends_at": now + timedelta(days=60, hours=6)}]
    values = {"title": "Entwurf Muster", "kind": "werkstatt", "area": area}
    draft = planning.create(values=values, rows={"days": days}, by=None, now=now)
    return {"event-draft": draft.pk}
