"""The door of mail links, and whether an account has a second factor."""

import hashlib
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from deele.accounts.models import MailLink, User
from deele.core.errors import Refusal


class BadLink(Refusal):
    """The link opens nothing."""

    code = "link"
    status = 404  # for the page that shows it: accounts/link_problem.html
    text = _("This link is not known here. Please copy the whole address from the mail, or ask for a new link.")

    def __init__(self) -> None:
        super().__init__(str(self.text))


class LinkExpired(BadLink):
    """The link was right once."""

    code = "link-expired"
    status = 410
    text = _("This link is no longer valid, because it is too old. You can ask for a new one below.")


class LinkUsed(BadLink):
    """The link was already acted upon."""

    code = "link-used"
    status = 410
    text = _("This link was already used. What you decided then has been kept; you need not do anything.")


def mail_link(token: str, *, purpose: str, now: datetime) -> MailLink:
    """Fetch and authorise. Raises BadLink, LinkExpired or LinkUsed; changes nothing."""
    wanted = hashlib.sha256(token.encode()).hexdigest()
    link = MailLink.objects.filter(token_hash=wanted, purpose=purpose).first()
    if link is None:
        raise BadLink
    if link.single_use and link.used_at:
        raise LinkUsed
    if link.expires_at <= now:
        raise LinkExpired
    return link


def has_second_factor(user: User) -> bool:
    """Whether an app (TOTP) or a passkey is set up; recovery codes alone don't count."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user=user, type__in=kinds).exists()
