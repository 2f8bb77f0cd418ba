"""The addresses of the alliance for the sweep: public pages, a member's own pages, the desk."""

from typing import Any

from django.core import signing
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import User
from deele.alliance.actions import digests, joining, merging, reviewing, signing_in
from deele.alliance.doors.delegates import KEY
from deele.alliance.enums import State
from deele.alliance.models import Delegate
from deele.alliance.tests import factories
from deele.audit.actions import reference
from deele.core.text import slug
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
alliance:mine                GET  -                                     go  200 go  -   -   go  -
alliance:sign-in             GET  -                                     200 go  200 -   -   200 -
alliance:sign-in             POST -                                     200 go  200 -   -   200 -
alliance:redeem              GET  token=delegate-token                  200 200 -   -   -   200 -
alliance:redeem              POST token=delegate-token                  go  -   -   -   -   -   -
alliance:redeem              GET  token=erfunden                        404 404 -   -   -   404 -
alliance:sign-out            POST -                                     go  -   go  -   -   go  -
alliance:mine-profile        GET  -                                     go  200 go  -   -   go  -
alliance:mine-profile        POST -                                     go  200 go  -   -   go  -
alliance:mine-confirm        POST -                                     go  go  go  -   -   go  -
alliance:mine-people         GET  -                                     go  200 go  -   -   go  -
alliance:mine-people         POST -                                     go  200 go  -   -   go  -
alliance:mine-person-end     GET  person=delegate                       go  200 go  -   -   go  -
alliance:mine-person-end     GET  person=delegate-other                 go  404 go  -   -   go  -
alliance:mine-person-end     POST person=delegate-other                 go  404 go  -   -   go  -
alliance:mine-who-sees       GET  -                                     go  200 go  -   -   go  -
alliance:mine-mails          GET  -                                     go  200 go  -   -   go  -
alliance:mine-mails          POST -                                     go  200 go  -   -   go  -
alliance:mine-out            POST -                                     go  -   go  -   -   go  -
alliance:mine-leave          GET  -                                     go  200 go  -   -   go  -
alliance:mine-leave          POST -                                     go  -   go  -   -   go  -
alliance:about               GET  -                                     200 200 -   -   -   200 -
alliance:members             GET  -                                     200 200 -   -   -   200 -
alliance:map                 GET  -                                     200 -   -   -   -   200 -
alliance:member              GET  name=member-name,pk=member            200 200 -   -   -   200 -
alliance:member              GET  name=anders,pk=member                 go  -   -   -   -   go  -
alliance:member              GET  name=x,pk=member-asking               404 404 404 404 404 404 404
alliance:join                GET  -                                     200 -   -   -   -   200 -
alliance:join                POST -                                     200 -   -   -   -   200 -
alliance:join-sent           GET  -                                     200 -   -   -   -   200 -
alliance:join-prove          GET  token=join-token                      200 -   -   -   -   200 -
alliance:join-prove          POST token=join-token                      go  -   -   -   -   -   -
alliance:join-prove          GET  token=erfunden                        404 -   -   -   -   404 -
alliance:review              GET  token=review-token                    200 -   -   -   -   200 -
alliance:review              POST token=review-token                    200 -   -   -   -   200 -
alliance:review              GET  token=erfunden                        404 -   -   -   -   404 -
alliance:desk-list           GET  -                                     in  in  200 403 403 200 403
alliance:desk-new            GET  -                                     in  in  200 403 403 200 403
alliance:desk-new            POST -                                     in  in  200 403 403 200 403
alliance:desk-member         GET  pk=member                             in  in  200 403 403 200 403
alliance:desk-member         GET  pk=unknown                            in  in  404 403 403 404 403
alliance:desk-change         GET  pk=member                             in  in  200 403 403 200 403
alliance:desk-change         POST pk=member                             in  in  200 403 403 200 403
alliance:desk-move           POST pk=member                             in  in  go  403 403 go  403
alliance:desk-profile        GET  pk=member                             in  in  200 403 403 200 403
alliance:desk-profile        POST pk=member                             in  in  200 403 403 200 403
alliance:desk-agree          POST pk=member                             in  in  go  403 403 go  403
alliance:desk-confirm        POST pk=member                             in  in  go  403 403 go  403
alliance:desk-person-new     GET  pk=member                             in  in  200 403 403 200 403
alliance:desk-person-new     POST pk=member                             in  in  200 403 403 200 403
alliance:desk-person-end     GET  pk=member,person=delegate             in  in  200 403 403 200 403
alliance:desk-person-end     POST pk=member,person=delegate-other       in  in  404 403 403 404 403
alliance:desk-person-link    POST pk=member,person=delegate             in  in  go  403 403 go  403
alliance:desk-person-link    POST pk=member,person=delegate-other       in  in  404 403 403 404 403
alliance:desk-person-out     POST pk=member,person=delegate-other       in  in  404 403 403 404 403
alliance:desk-merge          GET  pk=member                             in  in  200 403 403 200 403
alliance:desk-merge          POST pk=member                             in  in  200 403 403 200 403
alliance:desk-unmerge        POST pk=member-merge                       in  in  go  403 403 go  403
alliance:desk-unmerge        POST pk=unknown                            in  in  404 403 403 404 403
alliance:news                GET  -                                     go  200 go  -   -   go  -
alliance:unmute              POST -                                     go  go  go  -   -   go  -
alliance:mute                GET  token=delegate-mute                   200 200 -   -   -   200 -
alliance:mute                POST token=delegate-mute                   200 200 -   -   -   200 -
alliance:mute                GET  token=erfunden                        404 404 404 404 404 404 404
"""


def session(delegate: Delegate) -> dict[str, Any]:
    """What the session of a delegate's device holds."""
    return {KEY: [delegate.pk, delegate.stamp, timezone.now().timestamp()]}


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A member with a delegate, whose device is signed in as the sweep's holder; one that asks, two that merged."""
    now = timezone.now()
    delegate = factories.delegate()
    member = delegate.membership
    token = mail_links.issue(
        purpose=signing_in.SIGN_IN, subject=reference(delegate), email=delegate.email, valid_for=signing_in.VALID,
        now=now,
    )  # fmt: skip
    other = factories.delegate(factories.member("Hof Muster"), "hof@example.org")
    asking = factories.member("Gruppe Muster", state=State.ENQUIRY)
    merge = merging.merge(
        kept=other.membership, gone=factories.member("Alter Hof Muster"), by=people["leitung"], now=now
    )
    wish = factories.wish()
    join = mail_links.issue(
        purpose=joining.PROVE, subject=reference(wish), email=wish.contact_email, valid_for=joining.VALID, now=now
    )
    return {
        "member": member.pk, "member-name": slug(member.name), "member-asking": asking.pk, "delegate": delegate.pk,
        "delegate-other": other.pk, "delegate-token": token, "delegate-session": session(delegate),
        "member-merge": merge.pk, "join-token": join,
        "review-token": reviewing.link_for(delegate, now).rstrip("/").rpartition("/")[2],
        "delegate-mute": signing.dumps([delegate.pk, "*"], salt=digests.MUTE),
    }  # fmt: skip
