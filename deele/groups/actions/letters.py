"""A mail to the people of a group: written once, a row for each of them, answers to the lead."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.core.errors import Refusal
from deele.groups import emails, enums
from deele.groups.actions import telling
from deele.groups.actions.checking import check_leads
from deele.groups.kinds import Actor
from deele.groups.models import GroupLetter, WorkingGroup
from deele.groups.queries.recipients import recipients
from deele.mail.actions import outbox


class Nobody(Refusal):
    """Nobody would get it."""

    code = "nobody"


@transaction.atomic
def send(*, group: WorkingGroup, subject: str, text: str, by: Actor, now: datetime, token: str = "") -> GroupLetter:
    """Write to everybody with a seat. Who wants no mails has a line on their page. Sent twice it goes out once.

    It is no mailing list: nobody can write to it, answers go to who leads the group. Raises NotAllowed, Nobody.
    """
    check_leads(group, by)
    known = GroupLetter.objects.filter(form_token=token).first() if token else None
    if known is not None:
        return known
    who = recipients(group, timezone.localdate(now))
    if not who.gets and not who.silent:
        raise Nobody(_("Nobody has a seat in this group yet."))
    letter = GroupLetter.objects.create(
        group=group, subject=subject, text=text, sent_at=now, sent_by=by.name or str(by.user or ""),
        number=who.number, form_token=token or None,
    )  # fmt: skip
    for seat in who.gets:
        draft = emails.letter_to_group(seat.delegate.name, group.name, subject, text, address(group.mine_url()))
        outbox.queue(
            purpose=emails.LETTER, to=seat.delegate.email, key=f"{letter.pk} {seat.pk}", about=reference(group),
            urgency="bulk", now=now, headers=telling.headers(group), reply_to=telling.replies_to(group),
            **draft._asdict(),
        )  # fmt: skip
    tidings.tell(
        people=[seat.delegate for seat in who.silent], key=f"letter {letter.pk}", text=f"{group}: {subject}", now=now,
        path=f"{group.mine_url()}briefe/", topic=reference(group),
    )  # fmt: skip
    data = {"letter": letter.pk, "number": who.number, "silent": len(who.silent)}
    audit.record(enums.LETTER_SENT, by=by.user, about=group, now=now, actor_name=by.name, data=data)
    return letter
