"""The addresses of advice for the sweep: for advisers of the area alone; whoever leads sees no contact."""

from typing import Any

from deele.accounts.models import User
from deele.advice.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
advice:log                   GET  -                                     in  -   403 403 200 403 403
advice:log                   POST -                                     in  -   403 403 200 403 403
advice:list                  GET  -                                     in  -   403 403 200 403 403
advice:contact               GET  pk=contact                            in  -   403 403 200 403 403
advice:contact               POST pk=contact                            in  -   403 403 200 403 403
advice:contact               GET  pk=unknown                            in  -   403 403 404 403 403
advice:contact-remove        GET  pk=contact                            in  -   403 403 200 403 403
advice:contact-remove        POST pk=contact                            in  -   403 403 go  403 403
advice:contact-remove        GET  pk=unknown                            in  -   403 403 404 403 403
advice:templates             GET  -                                     in  -   403 403 200 403 403
advice:template-new          GET  -                                     in  -   403 403 200 403 403
advice:template-new          POST -                                     in  -   403 403 200 403 403
advice:template              GET  pk=template                           in  -   403 403 200 403 403
advice:template              POST pk=template                           in  -   403 403 200 403 403
advice:template              GET  pk=unknown                            in  -   403 403 404 403 403
advice:template-remove       POST pk=template                           in  -   403 403 go  403 403
advice:template-remove       POST pk=unknown                            in  -   403 403 404 403 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A contact and a template."""
    contact = factories.contact(area=area, by=people["beratung"])
    return {"contact": contact.pk, "template": factories.template(area=area).pk}
