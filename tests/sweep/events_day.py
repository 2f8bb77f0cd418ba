"""The addresses of events (day) for the sweep, and one of everything they ask for."""

from typing import Any

from deele.accounts.models import User
from deele.events.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
events:desk-lists            GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-list-file        GET  pk=day_event,key=arbeit,form=xlsx     in  -   403 200 403 200 403
events:desk-list-file        GET  pk=day_event,key=foerderung,form=csv  in  -   403 200 403 200 403
events:desk-list-file        GET  pk=day_event,key=geheim,form=csv      in  -   403 404 403 404 403
events:desk-signatures       GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-badges           GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-entrance         GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-entrance         GET  pk=unknown                            in  -   403 404 403 404 403
events:desk-entrance-tap     POST pk=day_event                          in  -   403 go  403 go  403
events:desk-entrance-sync    POST pk=day_event                          in  -   403 400 403 400 403
events:desk-entrance-worker  GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-billing          GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-billing-write    POST pk=day_event                          in  -   403 go  403 go  403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    event = factories.event("Fortbildung am Tag", area=area)
    registration = factories.registration(event, organisation="Gemeinde Muster")
    return {"day_event": event.pk, "day_registration": registration.pk}
