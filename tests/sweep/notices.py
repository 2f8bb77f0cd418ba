"""The addresses of notices for the sweep: public pages, the own page behind the link, the desk."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.core.text import slug
from deele.notices.actions import links
from deele.notices.enums import KindKey, State, Visibility
from deele.notices.models import Proposal
from deele.notices.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
notices:list                 GET  -                                     200 -   -   -   -   200 -
notices:choose               GET  -                                     200 -   -   -   -   200 -
notices:submit               GET  key=person_sucht_projekt              200 -   -   -   -   200 -
notices:submit               POST key=wohnung_frei                      200 -   -   -   -   200 -
notices:submit               GET  key=erfunden                          404 -   -   -   -   404 -
notices:submitted            GET  -                                     200 -   -   -   -   200 -
notices:prove                GET  token=notice-prove                    -   200 -   -   -   -   -
notices:prove                POST token=notice-prove                    -   200 -   -   -   -   -
notices:prove                GET  token=erfunden                        410 -   -   -   -   410 -
notices:ask-link             GET  -                                     200 -   -   -   -   200 -
notices:ask-link             POST -                                     200 -   -   -   -   200 -
notices:notice               GET  name=notice-name,pk=notice            200 -   -   -   -   200 -
notices:notice               GET  name=anders,pk=notice                 go  -   -   -   -   go  -
notices:notice               GET  name=x,pk=notice-office               404 404 404 404 404 404 404
notices:notice               GET  name=x,pk=notice-draft                404 404 404 404 404 404 404
notices:message              GET  pk=notice                             200 -   -   -   -   200 -
notices:message              POST pk=notice                             200 -   -   -   -   200 -
notices:message              GET  pk=notice-office                      404 404 404 404 404 404 404
notices:hold                 GET  token=notice-held                     -   200 -   -   -   -   -
notices:hold                 GET  token=erfunden                        410 -   -   -   -   410 -
notices:hold                 GET  token=held                            410 -   -   -   -   410 -
notices:hold-change          GET  token=notice-held                     -   200 -   -   -   -   -
notices:hold-change          POST token=notice-held                     -   200 -   -   -   -   -
notices:hold-change          POST token=erfunden                        410 -   -   -   -   410 -
notices:hold-renew           POST token=notice-held                     -   go  -   -   -   -   -
notices:hold-renew           GET  token=notice-held                     -   405 -   -   -   -   -
notices:hold-renew           POST token=erfunden                        410 -   -   -   -   410 -
notices:hold-pause           POST token=notice-held                     -   go  -   -   -   -   -
notices:hold-pause           POST token=erfunden                        410 -   -   -   -   410 -
notices:hold-resume          POST token=notice-held                     -   go  -   -   -   -   -
notices:hold-resume          POST token=erfunden                        410 -   -   -   -   410 -
notices:hold-found           GET  token=notice-held                     -   200 -   -   -   -   -
notices:hold-found           POST token=notice-held                     -   200 -   -   -   -   -
notices:hold-found           POST token=erfunden                        410 -   -   -   -   410 -
notices:hold-withdraw        GET  token=notice-held                     -   200 -   -   -   -   -
notices:hold-withdraw        POST token=notice-held                     -   200 -   -   -   -   -
notices:hold-withdraw        POST token=erfunden                        410 -   -   -   -   410 -
notices:hold-proposal        GET  token=notice-held,pk=proposal         -   200 -   -   -   -   -
notices:hold-proposal        GET  token=notice-other,pk=proposal        -   404 -   -   -   -   -
notices:hold-proposal        GET  token=erfunden,pk=proposal            410 -   -   -   -   410 -
notices:hold-answer          POST token=notice-held,pk=proposal         -   go  -   -   -   -   -
notices:hold-answer          GET  token=notice-held,pk=proposal         -   405 -   -   -   -   -
notices:hold-answer          POST token=notice-other,pk=proposal        -   404 -   -   -   -   -
notices:hold-answer          POST token=erfunden,pk=proposal            410 -   -   -   -   410 -
notices:hold-outcome         POST token=notice-held,pk=proposal         -   200 -   -   -   -   -
notices:hold-outcome         POST token=notice-other,pk=proposal        -   404 -   -   -   -   -
notices:hold-outcome         POST token=erfunden,pk=proposal            410 -   -   -   -   410 -
notices:desk-list            GET  -                                     in  -   403 403 200 200 403
notices:desk-notice          GET  pk=notice                             in  -   403 403 200 200 403
notices:desk-notice          POST pk=notice                             in  -   403 403 200 200 403
notices:desk-notice          GET  pk=notice-office                      in  -   403 403 200 200 403
notices:desk-notice          GET  pk=unknown                            in  -   403 403 404 404 403
notices:desk-move            POST pk=notice                             in  -   403 403 go  go  403
notices:desk-move            POST pk=unknown                            in  -   403 403 404 404 403
notices:desk-read            POST pk=notice                             in  -   403 403 go  go  403
notices:desk-read            POST pk=unknown                            in  -   403 403 404 404 403
notices:desk-look            POST pk=notice                             in  -   403 403 go  go  403
notices:desk-look            POST pk=unknown                            in  -   403 403 404 404 403
notices:desk-proposals       GET  -                                     in  -   403 403 200 200 403
notices:desk-proposal        GET  pk=proposal                           in  -   403 403 200 200 403
notices:desk-proposal        GET  pk=unknown                            in  -   403 403 404 404 403
notices:desk-ask             POST pk=proposal                           in  -   403 403 go  go  403
notices:desk-ask             POST pk=unknown                            in  -   403 403 404 404 403
notices:desk-drop            POST pk=proposal                           in  -   403 403 go  go  403
notices:desk-drop            POST pk=unknown                            in  -   403 403 404 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A public notice with one that fits it, one that only the office sees, a draft, links to them."""
    now = timezone.now() - timedelta(hours=1)
    project = factories.notice(
        kind=KindKey.PROJECT, title="Wohnhof Muster sucht", contact_email="wohnhof@example.org", now=now
    )
    notice = factories.notice(now=now)
    office = factories.notice(
        kind=KindKey.LAND, visibility=Visibility.OFFICE, contact_email="land@example.org", now=now
    )
    draft = factories.notice(State.DRAFT, contact_email="entwurf@example.org", now=now)
    return {
        "notice": notice.pk, "notice-name": slug(notice.title), "notice-office": office.pk, "notice-draft": draft.pk,
        "notice-held": factories.token(notice), "notice-other": factories.token(office),
        "notice-prove": links.issue(draft, purpose=links.PROVE, now=timezone.now()),
        "proposal": Proposal.objects.get(first=project, second=notice).pk,
    }  # fmt: skip
