"""The addresses of funding for the sweep: public pages for all, the desk for those who keep programmes."""

from typing import Any

from deele.accounts.models import User
from deele.core.text import slug
from deele.funding.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
funding:list                 GET  -                                     200 -   -   -   -   200 -
funding:deadlines-ics        GET  -                                     200 -   -   -   -   200 -
funding:programme            GET  name=money-name,pk=money              200 -   -   -   -   200 -
funding:programme            GET  name=anders,pk=money                  go  -   -   -   -   go  -
funding:programme            GET  name=anders,pk=secret-money           404 -   -   -   -   404 -
funding:programme-ics        GET  pk=money                              200 -   -   -   -   200 -
funding:programme-ics        GET  pk=secret-money                       404 -   -   -   -   404 -
funding:desk-list            GET  -                                     in  -   200 403 200 200 403
funding:desk-new             GET  -                                     in  -   200 403 200 200 403
funding:desk-new             POST -                                     in  -   200 403 200 200 403
funding:desk-programme       GET  pk=money                              in  -   200 403 200 200 403
funding:desk-programme       GET  pk=secret-money                       in  -   200 403 200 200 403
funding:desk-programme       GET  pk=unknown                            in  -   404 403 404 404 403
funding:desk-change          GET  pk=money                              in  -   200 403 200 200 403
funding:desk-change          POST pk=money                              in  -   200 403 200 200 403
funding:desk-check           POST pk=money                              in  -   go  403 go  go  403
funding:desk-check           POST pk=unknown                            in  -   404 403 404 404 403
funding:desk-show            POST pk=secret-money                       in  -   go  403 go  go  403
funding:desk-show            POST pk=unknown                            in  -   404 403 404 404 403
funding:desk-version-new     GET  pk=money                              in  -   200 403 200 200 403
funding:desk-version-new     POST pk=money                              in  -   200 403 200 200 403
funding:desk-version         GET  pk=money,version_pk=money-version     in  -   200 403 200 200 403
funding:desk-version         POST pk=money,version_pk=money-version     in  -   200 403 200 200 403
funding:desk-version         GET  pk=secret-money,version_pk=money-version in - 404 403 404 404 403
funding:desk-round-new       GET  pk=money                              in  -   200 403 200 200 403
funding:desk-round-new       POST pk=money                              in  -   200 403 200 200 403
funding:desk-round           GET  pk=money,round_pk=money-round         in  -   200 403 200 200 403
funding:desk-round           POST pk=money,round_pk=money-round         in  -   200 403 200 200 403
funding:desk-round           GET  pk=secret-money,round_pk=money-round  in  -   404 403 404 404 403
funding:desk-round-remove    POST pk=money,round_pk=money-round         in  -   go  403 go  go  403
funding:desk-round-remove    POST pk=money,round_pk=unknown             in  -   404 403 404 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A programme with a version and a round, and one that is not on the website."""
    version = factories.version()
    one = factories.round(version)
    secret = factories.programme("Geheim Muster", is_public=False)
    return {
        "money": version.programme_id, "money-name": slug(version.programme.name), "money-version": version.pk,
        "money-round": one.pk, "secret-money": secret.pk,
    }  # fmt: skip
