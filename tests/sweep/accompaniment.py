"""The addresses of accompaniment for the sweep: for advisers of the area alone; whoever leads sees figures only."""

from typing import Any

from deele.accompaniment.tests import factories
from deele.accounts.models import User
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
accompaniment:list           GET  -                                     in  -   403 403 200 403 403
accompaniment:plan           GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:plan           GET  pk=unknown                            in  -   403 403 404 403 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A plan."""
    return {"plan": factories.plan(area=area, adviser=people["beratung"]).pk}
