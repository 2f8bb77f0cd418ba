"""What became of an example: asked every two years, answered by link, looked through, shown."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.core.freshness import Method
from deele.library.actions import example_post as post
from deele.library.actions import knowledge_index
from deele.library.enums import examples as enums
from deele.library.enums.examples import StillRunning
from deele.library.models import Example, FollowUp
from deele.library.rules import life


class NobodyToAsk(Refusal):
    """There is no contact."""

    code = "nobody"


@transaction.atomic
def ask(*, example: Example, by: Any, now: datetime) -> FollowUp:
    """Ask the contact what has become of it; at most once a day, and the next time two years later.

    Raises NobodyToAsk.
    """
    locked = Example.objects.select_for_update().get(pk=example.pk)
    if not locked.can_be_asked:
        raise NobodyToAsk(_("Nobody agreed to be asked about this example. Please find out yourself, then confirm it."))
    today = timezone.localdate(now)
    made, is_new = FollowUp.objects.get_or_create(example=locked, asked_on=today)
    if is_new:
        locked.follow_up_on = life.years_later(today)
        locked.version += 1
        locked.save(update_fields=["follow_up_on", "version", "updated_at"])
        audit.record(enums.FOLLOW_UP_ASKED, by=by, about=locked, now=now)
        post.ask(made, now=now)
    return made


@transaction.atomic
def tell(*, link: MailLink, follow_up: FollowUp, still_running: str, changes: str, now: datetime) -> None:
    """Keep the answer; the office looks through it before it is shown. Raises LinkUsed for the second of two clicks."""
    mail_links.redeem(link=link, now=now)
    follow_up.answered_at, follow_up.still_running, follow_up.changes = now, still_running, changes.strip()
    follow_up.version += 1
    follow_up.save()
    example = follow_up.example
    audit.record(
        enums.FOLLOW_UP_TOLD, by=None, about=example, now=now, actor_name=_("the contact of the example"),
        data={"still": still_running},
    )  # fmt: skip


@transaction.atomic
def look_through(*, follow_up: FollowUp, show: bool, by: Any, now: datetime) -> None:
    """Show an answer on the website, or not. `follow_up` carries the token of the page. Raises Conflict.

    “Still running” confirms the example on the day the contact said so.
    """
    versions.claim(follow_up)
    follow_up.shown, follow_up.seen_at = show, now
    follow_up.save(update_fields=["shown", "seen_at", "updated_at"])
    example = Example.objects.select_for_update().get(pk=follow_up.example_id)
    said = follow_up.answered_at
    if show and said and follow_up.still_running != StillRunning.ENDED and is_newer(said, example):
        example.confirm(method=Method.MAIL_LINK, by=_("the contact of the example"), now=said)
        example.version += 1
        example.save(update_fields=["verified_at", "verified_by", "verification_method", "version", "updated_at"])
    audit.record(enums.FOLLOW_UP_SHOWN, by=by, about=example, now=now, data={"shown": show})
    knowledge_index.refresh(example, now)


def is_newer(said: datetime, example: Example) -> bool:
    """Whether nobody has confirmed it since."""
    return example.verified_at is None or example.verified_at < said
