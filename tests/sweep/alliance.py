"""The addresses of the alliance for the sweep: signing in, and the member's own start page."""

from typing import Any

from django.core import signing
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import User
from deele.alliance.actions import digests, signing_in
from deele.alliance.doors.delegates import KEY
from deele.alliance.models import Delegate
from deele.alliance.tests import factories
from deele.audit.actions import reference
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
    """A member with a delegate, whose device is signed in as the sweep's holder."""
    delegate = factories.delegate()
    token = mail_links.issue(
        purpose=signing_in.SIGN_IN, subject=reference(delegate), email=delegate.email, valid_for=signing_in.VALID,
        now=timezone.now(),
    )  # fmt: skip
    return {
        "member": delegate.membership_id, "delegate": delegate.pk, "delegate-token": token,
        "delegate-session": session(delegate),
        "delegate-mute": signing.dumps([delegate.pk, "*"], salt=digests.MUTE),
    }  # fmt: skip
