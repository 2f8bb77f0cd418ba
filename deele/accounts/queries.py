"""The door of mail links."""

import hashlib
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from deele.accounts.models import MailLink
from deele.core.errors import Refusal


class BadLink(Refusal):
    """The link opens nothing."""

    code = "link"
    text = _("This link is not known here. Please copy the whole address from the mail, or ask for a new link.")

    def __init__(self) -> None:
        super().__init__(str(self.text))


class LinkExpired(BadLink):
    """The link was right once."""

    code = "link-expired"
    text = _("This link is no longer valid, because it is too old. You can ask for a new one below.")


class LinkUsed(BadLink):
    """The link was already acted upon."""

    code = "link-used"
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
