"""The addresses of figures for the sweep: everybody sees the figures of the own work, the lead those of the house."""

from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
reporting:first              GET  -                                     in  -   200 200 200 200 403
reporting:first-file         GET  form=xlsx                             in  -   200 200 200 200 403
reporting:figure             GET  key=B1                                in  -   404 404 200 200 403
reporting:figure             GET  key=V3                                in  -   404 404 200 200 403
reporting:figure             GET  key=gibt-es-nicht                     in  -   404 404 404 404 403
reporting:split              GET  key=B1,split=thema                    in  -   404 404 200 200 403
reporting:split              GET  key=B1,split=unsinn                   in  -   404 404 404 404 403
reporting:split-file         GET  key=B1,split=thema,form=csv           in  -   404 404 200 200 403
reporting:records            GET  key=B1                                in  -   404 404 200 200 403
reporting:outside            GET  -                                     in  -   403 403 403 200 403
reporting:outside-year       GET  year=figure-year                      in  -   403 403 403 200 403
reporting:outside-year       GET  year=2090                             in  -   403 403 403 404 403
reporting:outside-file       GET  year=figure-year,form=csv             in  -   403 403 403 200 403
reporting:outside-split      GET  year=figure-year,key=B1,split=thema   in  -   403 403 403 200 403
reporting:outside-split      GET  year=figure-year,key=B7c,split=thema  in  -   403 403 403 404 403
reporting:outside-split-file GET  year=figure-year,key=B1,split=thema,form=xlsx in - 403 403 403 200 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A finished year."""
    return {"figure-year": timezone.localdate().year - 1}
