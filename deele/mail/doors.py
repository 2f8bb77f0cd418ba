"""What a person at the desk gets to see of a message."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.mail import enums, queries
from deele.mail.models import OutgoingMail
from deele.mail.rules import masking


def mail_for(user: Any, pk: int) -> OutgoingMail:
    """The message of this number. Raises Http404, also for people who may not know of it."""
    found = OutgoingMail.objects.filter(pk=pk).first() if access.can(user, Permission.MAIL_SEE) else None
    if found is None:
        raise Http404
    return found


def message_for(key: str) -> enums.Message:
    """The declared message of this key. Raises Http404."""
    try:
        return queries.messages()[key]
    except KeyError:
        raise Http404 from None


def sees_people(user: Any) -> bool:
    """Whether the person may see addresses and texts, not only that something was sent."""
    return access.can(user, Permission.CONTACT_SEE)


def shown_address(user: Any, mail: OutgoingMail) -> str:
    """The address, masked for those who need not know it."""
    return mail.to if sees_people(user) else masking.address(mail.to)


def shown_answer(user: Any, mail: OutgoingMail) -> str:
    """The server's words; they often repeat the address."""
    return mail.last_answer if sees_people(user) else masking.addresses(mail.last_answer)


@dataclass(frozen=True)
class Shown:
    """Text and HTML as they may be shown."""

    text: str
    html: str
    masked: bool = True


def shown_content(mail: OutgoingMail) -> Shown:
    """Both forms without the tokens in their links, because whoever has the link may act in another's name.

    Only a demonstration house shows them: its mail reaches nobody, and its links are to be tried.
    """
    if settings.DEELE_DEMO:
        return Shown(mail.body, mail.html, masked=False)
    hide = masking.codes if mail.purpose == enums.FRAMEWORK else str
    return Shown(hide(masking.links(mail.body)), masking.links_in_html(mail.html))
