"""The addresses of subscriptions for the sweep, and one of everything they ask for."""

from io import BytesIO
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.newsletter.actions import imports
from deele.newsletter.rules import tokens
from deele.newsletter.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
newsletter:sign-up           GET  -                                     200 -   -   -   -   200 -
newsletter:sign-up           POST -                                     200 -   -   -   -   200 -
newsletter:asked             GET  -                                     200 -   -   -   -   200 -
newsletter:confirm           GET  token=opt-in                          200 200 -   -   -   -   -
newsletter:confirm           POST token=opt-in                          200 200 -   -   -   -   -
newsletter:confirm           GET  token=erfunden                        404 404 -   -   -   404 -
newsletter:ask-settings      GET  -                                     200 -   -   -   -   200 -
newsletter:ask-settings      POST -                                     200 -   -   -   -   200 -
newsletter:preferences       GET  token=settings                        200 200 -   -   -   -   -
newsletter:preferences       POST token=settings                        200 200 -   -   -   -   -
newsletter:preferences       GET  token=erfunden                        404 404 -   -   -   404 -
newsletter:end-all           GET  token=settings                        405 405 -   -   -   -   -
newsletter:end-all           POST token=settings                        go  go  -   -   -   -   -
newsletter:unsubscribe       GET  token=one-click                       200 200 -   -   -   200 -
newsletter:unsubscribe       POST token=one-click                       200 200 -   -   -   200 -
newsletter:unsubscribe       GET  token=erfunden                        404 404 -   -   -   404 -
newsletter:take-back         GET  token=one-click                       405 405 -   -   -   -   -
newsletter:take-back         POST token=one-click                       go  go  -   -   -   -   -
newsletter:report            GET  -                                     405 -   -   -   -   405 -
newsletter:report            POST -                                     404 -   -   -   -   404 -
newsletter:desk-subscribers  GET  -                                     in  -   200 403 403 200 403
newsletter:desk-subscriber-new GET -                                    in  -   200 403 403 200 403
newsletter:desk-subscriber-new POST -                                   in  -   200 403 403 200 403
newsletter:desk-subscriber-export GET form=csv                          in  -   403 403 403 200 403
newsletter:desk-subscriber-export GET form=xlsx                         in  -   403 403 403 200 403
newsletter:desk-subscriber-export GET form=exe                          in  -   403 403 403 404 403
newsletter:desk-subscriber   GET  pk=subscriber                         in  -   200 403 403 200 403
newsletter:desk-subscriber   GET  pk=unknown                            in  -   404 403 403 404 403
newsletter:desk-subscriber-end GET pk=subscriber                        in  -   200 403 403 200 403
newsletter:desk-subscriber-end POST pk=subscriber                       in  -   go  403 403 go  403
newsletter:desk-subscriber-end GET pk=unknown                           in  -   404 403 403 404 403
newsletter:desk-subscriber-link POST pk=subscriber                      in  -   go  403 403 go  403
newsletter:desk-bounces      GET  -                                     in  -   200 403 403 200 403
newsletter:desk-imports      GET  -                                     in  -   200 403 403 200 403
newsletter:desk-imports      POST -                                     in  -   200 403 403 200 403
newsletter:desk-import-sample GET -                                     in  -   200 403 403 200 403
newsletter:desk-import       GET  pk=list                               in  -   200 403 403 200 403
newsletter:desk-import       GET  pk=unknown                            in  -   404 403 403 404 403
newsletter:desk-import-take-over POST pk=list                           in  -   go  403 403 go  403
newsletter:desk-import-drop  POST pk=list                               in  -   go  403 403 go  403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A subscriber, a wish that waits, a list that was sent in."""
    now = timezone.now()
    who = factories.confirmed("abo@example.org", area, now=now)
    token = factories.sign_up("wunsch@example.org", area, now=now)
    table = BytesIO(factories.a_list(factories.row("liste@example.org", areas=area.key)).getvalue())
    batch = imports.take_in(file=table, name="abos.csv", by=people["leitung"])
    return {
        "subscriber": who.pk,
        "list": batch.pk,
        "opt-in": token,
        "settings": tokens.preferences(who.handle),
        "one-click": tokens.unsubscribe(who.handle, area.pk),
    }
