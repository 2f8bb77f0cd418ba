"""States and urgencies of a message, its audit events, and the register of all messages for the preview page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare
from deele.core.registry import Registry

FRAMEWORK = "framework"  # the purpose of what Django, allauth and Wagtail send


class State(TextChoices):
    """Where a message stands."""

    QUEUED = "wartet", pgettext_lazy("state of a mail", "waiting")
    MUTED = "stumm", pgettext_lazy("state of a mail", "held back")
    SENDING = "unterwegs", pgettext_lazy("state of a mail", "being sent")
    SENT = "gesendet", pgettext_lazy("state of a mail", "sent")
    FAILED = "gescheitert", pgettext_lazy("state of a mail", "failed")
    DOUBTFUL = "ungewiss", pgettext_lazy("state of a mail", "doubtful")
    CANCELLED = "verworfen", pgettext_lazy("state of a mail", "cancelled")


class Urgency(IntegerChoices):
    """What goes first. `now`: a person waits before the screen; `bulk`: many at once."""

    NOW = 1, _("at once")
    NORMAL = 2, _("normal")
    BULK = 3, _("when there is room")


class Draft(NamedTuple):
    """What a function in an app's `emails.py` returns: the subject and the body in simple Markdown."""

    subject: str
    body: str


@dataclass(frozen=True)
class Rendered:
    """A message in both of its forms."""

    text: str
    html: str


class File(NamedTuple):
    """What goes with a message: the name people see, its media type ("application/pdf"), its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Message:
    """A kind of message the house sends. `key` is the purpose of its rows.

    `laid` makes the sample where the message is not laid out like all others; its draft then only names the subject.
    """

    key: str
    title: Promise | str
    preview: Callable[[], Draft]
    laid: Callable[[], Rendered] | None = None


messages: Registry[Message] = Registry()


def message(
    key: str, title: Promise | str, preview: Callable[[], Draft], *, laid: Callable[[], Rendered] | None = None
) -> Message:
    """Declare a message at module level of an app's `emails.py`; `preview` makes a sample without rows."""
    made = Message(key, title, preview, laid)
    messages.add(key, made)
    return made


AGAIN = declare("mail.again", _("%(actor)s sent the mail “%(about)s” again."))
CANCELLED = declare("mail.cancelled", _("%(actor)s cancelled the mail “%(about)s”."))
LOOKED = declare("mail.looked", _("%(actor)s read the mail “%(about)s”."), looked=True)
MUTED = declare("mail.muted", _("%(actor)s stopped all mail."))
UNMUTED = declare("mail.unmuted", _("%(actor)s let mail go out again."))
