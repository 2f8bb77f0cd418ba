"""The addresses of joint actions for the sweep: public pages, sending in, members' pages, the desk."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.alliance.models import Delegate
from deele.core.text import slug
from deele.jointactions.enums import Standing, State
from deele.jointactions.models import ActionPartner, PhotoUse
from deele.jointactions.tests import factories
from deele.office.models import Area

# name                         how  blanks                                    strg hold edit even advi lead tech
TABLE = """
jointactions:list              GET  -                                         200 200 -   -   -   200 -
jointactions:action            GET  name=action-name,pk=action                200 200 -   -   -   200 -
jointactions:action            GET  name=anders,pk=action                     go  -   -   -   -   go  -
jointactions:action            GET  name=x,pk=action-hidden                   404 404 404 404 404 404 404
jointactions:gallery           GET  pk=action                                 200 200 -   -   -   200 -
jointactions:gallery           GET  pk=action-hidden                          404 404 404 404 404 404 404
jointactions:calendar          GET  pk=action                                 200 -   -   -   -   200 -
jointactions:calendar          GET  pk=action-hidden                          404 404 404 404 404 404 404
jointactions:stops             GET  pk=action                                 200 -   -   -   -   200 -
jointactions:stops             GET  pk=action-hidden                          404 404 404 404 404 404 404
jointactions:photo             GET  pk=action-photo,size=klein                200 200 -   -   -   200 -
jointactions:photo             GET  pk=waiting-photo,size=gross               404 404 404 404 404 404 404
jointactions:join              GET  pk=call                                   200 200 -   -   -   200 -
jointactions:join              POST pk=call                                   200 200 -   -   -   200 -
jointactions:join              GET  pk=call-over                              200 -   -   -   -   200 -
jointactions:join              GET  pk=unknown                                404 404 404 404 404 404 404
jointactions:joined            GET  -                                         200 -   -   -   -   200 -
jointactions:ask-link          GET  -                                         200 -   -   -   -   200 -
jointactions:ask-link          POST -                                         200 -   -   -   -   200 -
jointactions:own               GET  token=sent-token                          -   200 -   -   -   -   -
jointactions:own               POST token=sent-token                          -   200 -   -   -   -   -
jointactions:own               GET  token=erfunden                            410 -   -   -   -   410 -
jointactions:own-photo         GET  token=sent-token,pk=waiting-photo         -   200 -   -   -   -   -
jointactions:own-photo         GET  token=sent-token,pk=action-photo          -   404 -   -   -   -   -
jointactions:own-photo         GET  token=erfunden,pk=waiting-photo           410 -   -   -   -   410 -
jointactions:own-withdraw      GET  token=sent-token                          -   200 -   -   -   -   -
jointactions:own-withdraw      POST token=sent-token                          -   200 -   -   -   -   -
jointactions:own-withdraw      POST token=erfunden                            410 -   -   -   -   410 -
jointactions:document          GET  pk=action-report,size=gross               200 200 -   -   -   200 -
jointactions:document          GET  pk=action-report-early,size=gross         404 404 404 404 404 404 404
jointactions:desk-document     GET  pk=action-report-early,size=gross         in  -   200 403 403 200 403
jointactions:desk-document     GET  pk=unknown,size=klein                     in  -   404 403 403 404 403
jointactions:mine              GET  -                                         go  200 go  -   -   go  -
jointactions:mine-propose      GET  -                                         go  200 go  -   -   go  -
jointactions:mine-propose      POST -                                         go  200 go  -   -   go  -
jointactions:mine-action       GET  pk=action                                 go  200 go  -   -   go  -
jointactions:mine-action       POST pk=action                                 go  200 go  -   -   go  -
jointactions:mine-action       GET  pk=action-hidden                          go  404 go  -   -   go  -
jointactions:mine-decline      POST pk=action                                 go  go  go  -   -   go  -
jointactions:mine-decline      POST pk=action-hidden                          go  404 go  -   -   go  -
jointactions:desk-list         GET  -                                         in  -   200 403 403 200 403
jointactions:desk-new          GET  -                                         in  -   200 403 403 200 403
jointactions:desk-new          POST -                                         in  -   200 403 403 200 403
jointactions:desk-action       GET  pk=action                                 in  -   200 403 403 200 403
jointactions:desk-action       GET  pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-edit         GET  pk=action                                 in  -   200 403 403 200 403
jointactions:desk-edit         POST pk=action                                 in  -   200 403 403 200 403
jointactions:desk-edit         GET  pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-evaluate     GET  pk=action                                 in  -   200 403 403 200 403
jointactions:desk-evaluate     POST pk=action                                 in  -   200 403 403 200 403
jointactions:desk-evaluate     GET  pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-move         POST pk=action                                 in  -   go  403 403 go  403
jointactions:desk-move         POST pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-release      POST pk=action-hidden                          in  -   go  403 403 go  403
jointactions:desk-release      POST pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-part-new     GET  pk=action,word=partner                    in  -   200 403 403 200 403
jointactions:desk-part-new     GET  pk=action,word=station                    in  -   200 403 403 200 403
jointactions:desk-part-new     GET  pk=action,word=aufruf                     in  -   200 403 403 200 403
jointactions:desk-part-new     POST pk=action,word=reichweite                 in  -   200 403 403 200 403
jointactions:desk-part-new     GET  pk=action,word=dokumentation              in  -   200 403 403 200 403
jointactions:desk-part-new     GET  pk=action,word=erfunden                   in  -   404 403 403 404 403
jointactions:desk-part         GET  pk=action,word=aufruf,part_pk=call        in  -   200 403 403 200 403
jointactions:desk-part         POST pk=action,word=aufruf,part_pk=call        in  -   200 403 403 200 403
jointactions:desk-part         GET  pk=action,word=aufruf,part_pk=unknown     in  -   404 403 403 404 403
jointactions:desk-part-remove  POST pk=action,word=aufruf,part_pk=call        in  -   go  403 403 go  403
jointactions:desk-part-remove  POST pk=action,word=aufruf,part_pk=unknown     in  -   404 403 403 404 403
jointactions:desk-table        GET  pk=action                                 in  -   200 403 403 200 403
jointactions:desk-table        GET  pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-pack         GET  pk=action,use=ausstellung                 in  -   200 403 403 200 403
jointactions:desk-pack         GET  pk=action,use=erfunden                    in  -   go  403 403 go  403
jointactions:desk-pack         GET  pk=unknown,use=druck                      in  -   404 403 403 404 403
jointactions:desk-review       GET  -                                         in  -   200 403 403 200 403
jointactions:desk-decide       POST -                                         in  -   go  403 403 go  403
jointactions:desk-submission   GET  pk=sent                                   in  -   200 403 403 200 403
jointactions:desk-submission   GET  pk=sent-draft                             in  -   404 403 403 404 403
jointactions:desk-judge        POST pk=sent                                   in  -   go  403 403 go  403
jointactions:desk-judge        POST pk=sent-draft                             in  -   404 403 403 404 403
jointactions:desk-take-back    GET  pk=sent                                   in  -   200 403 403 200 403
jointactions:desk-take-back    POST pk=sent                                   in  -   go  403 403 go  403
jointactions:desk-take-back    POST pk=sent-draft                             in  -   404 403 403 404 403
jointactions:desk-leave-out    POST pk=waiting-photo                          in  -   go  403 403 go  403
jointactions:desk-leave-out    POST pk=draft-photo                            in  -   404 403 403 404 403
jointactions:desk-use          POST pk=action-photo                           in  -   go  403 403 go  403
jointactions:desk-use          POST pk=draft-photo                            in  -   404 403 403 404 403
jointactions:desk-use-end      POST pk=photo-use                              in  -   go  403 403 go  403
jointactions:desk-use-end      POST pk=unknown                                in  -   404 403 403 404 403
jointactions:desk-photo        GET  pk=waiting-photo,size=klein               in  -   200 403 403 200 403
jointactions:desk-photo        GET  pk=draft-photo,size=gross                 in  -   404 403 403 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A public action with a stop, two calls and what was sent in to them; one nobody may see yet."""
    shown = factories.action()
    hidden = factories.action("Aktion Entwurf", state=State.PROPOSED, is_public=False)
    factories.stop(shown)
    call = factories.call(shown)
    over = factories.call(shown, title="Vorbei", closes_at=timezone.now() - timedelta(days=1))
    taken = factories.submission(of=call, seeds=(1,))
    waiting = factories.submission(Standing.SUBMITTED, of=call, seeds=(2,), email="zwei@example.org")
    draft = factories.submission(Standing.DRAFT, of=call, seeds=(3,), email="drei@example.org")
    report, early = (
        factories.material(of) for of in (factories.action("Aktion vorbei", state=State.DONE), hidden)
    )  # fmt: skip
    kim = Delegate.objects.get(email="kim@example.org")
    ActionPartner.objects.create(action=shown, membership=kim.membership)
    used = PhotoUse.objects.create(
        photo=factories.photo(taken), kind="ausstellung", where="Landtag, Tafel 3", since=timezone.localdate()
    )
    return {
        "action": shown.pk, "action-name": slug(shown.title), "action-hidden": hidden.pk, "call": call.pk,
        "call-over": over.pk, "sent": waiting.pk, "sent-draft": draft.pk, "sent-token": factories.token(waiting),
        "action-photo": factories.photo(taken).pk, "waiting-photo": factories.photo(waiting).pk,
        "draft-photo": factories.photo(draft).pk, "photo-use": used.pk,
        "action-report": report.pk, "action-report-early": early.pk,
    }  # fmt: skip
