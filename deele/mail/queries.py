"""What stands in the outbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

from deele.mail import enums
from deele.mail.enums import State
from deele.mail.models import MailState, OutgoingMail


@dataclass(frozen=True)
class Waiting:
    """The figures of the outbox. `oldest` is how long the oldest due message waits, None when none does."""

    queued: int
    oldest: timedelta | None
    held: int
    failed: int
    doubtful: int

    @property
    def needs_somebody(self) -> int:
        """How many messages a person must decide upon."""
        return self.failed + self.doubtful


def waiting(now: datetime) -> Waiting:
    """The figures for the desk, in one query."""
    count = {name: Count("pk", filter=Q(state=state)) for name, state in _COUNTED.items()}
    found = OutgoingMail.objects.filter(state__in=_COUNTED.values()).aggregate(
        first=Min("created_at", filter=Q(state=State.QUEUED)), **count
    )
    first = found.pop("first")
    return Waiting(oldest=now - first if first else None, **found)


_COUNTED = {"queued": State.QUEUED, "held": State.MUTED, "failed": State.FAILED, "doubtful": State.DOUBTFUL}


def state() -> MailState:
    """Whether mail leaves the house; a fresh house has no row and is not muted."""
    return MailState.objects.filter(pk=1).first() or MailState(pk=1)


def is_muted() -> bool:
    """Whether all mail is stopped."""
    return MailState.objects.filter(muted=True).exists()


def can_send() -> bool:
    """Whether a mail server is set; without one, mail stays in the outbox and is read at the desk."""
    return bool(settings.DEELE_SMTP["host"])


def mails(*, state: str = "", purpose: str = "") -> QuerySet[OutgoingMail]:
    """The outbox, newest first, without the bodies."""
    found = OutgoingMail.objects.defer("body", "html")
    if state:
        found = found.filter(state=state)
    return found.filter(purpose=purpose) if purpose else found


def purposes() -> list[tuple[str, str]]:
    """Key and title of every purpose that occurs or is declared."""
    kinds = messages()
    keys = {*kinds, *OutgoingMail.objects.order_by().values_list("purpose", flat=True).distinct()}
    titles = {key: kind.title for key, kind in kinds.items()} | {enums.FRAMEWORK: _("Sign-in and website")}
    return sorted(((key, str(titles.get(key, key))) for key in keys), key=lambda pair: pair[1].lower())


def by_state(*, purpose: str = "") -> dict[str, int]:
    """How many messages stand in each state."""
    found = OutgoingMail.objects.filter(purpose=purpose) if purpose else OutgoingMail.objects.all()
    return dict(found.order_by().values_list("state").annotate(number=Count("pk")))


def messages() -> dict[str, enums.Message]:
    """All declared messages, after reading every app's `emails.py`."""
    autodiscover_modules("emails")
    return {kind.key: kind for kind in enums.messages}


def about(reference: str) -> QuerySet[OutgoingMail]:
    """What was sent about an object, e.g. "directory.entry:12"; for the history on its page."""
    return OutgoingMail.objects.filter(about=reference).defer("body", "html")
