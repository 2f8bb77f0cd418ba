"""Taking in enquiries, giving them to people, moving them, ending them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.advice.actions import cases
from deele.advice.actions import enquiry_post as post
from deele.advice.enums import AnswerBy, Channel, Direction, EnquiryState
from deele.advice.enums import enquiries as words
from deele.advice.models import Enquiry, EnquiryMessage
from deele.advice.queries import enquiries as queries
from deele.advice.rules import enquiries as enquiry_rules
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.office import queries as office
from deele.office.enums import Audience
from deele.office.models import Area

State = EnquiryState


class NobodyAnswers(Refusal):
    """The office has no area of work yet, so nothing can be taken in."""

    code = "nobody"


class WrongMove(Refusal):
    """The enquiry can't go there from where it stands."""

    code = "wrong-move"


@dataclass(frozen=True)
class Asked:
    """What somebody asked."""

    text: str
    topic: str
    place: Any = None
    audience: str = Audience.OTHER
    name: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    answer_by: str = AnswerBy.MAIL
    channel: str = Channel.FORM
    about: str = ""
    about_title: str = ""
    consent: str = ""
    subject: str = ""
    is_sender_proven: bool = True
    forwarded_by: str = ""


@transaction.atomic
def take_in(
    *, asked: Asked, now: datetime, form: str = "", by: Any = None, area: Area | None = None, confirm: bool = True
) -> Enquiry:
    """Write an enquiry down, find who answers it, promise a day, confirm it by mail.

    The same form sent twice is one enquiry. `area` is given where the way it came in says it (an address of its own).
    Raises NobodyAnswers.
    """
    if form and (known := Enquiry.objects.filter(form_token=form).first()):
        return known
    duty = queries.duty(asked.topic, asked.place, area)
    area = area or (duty.area if duty else office.areas().first())
    if area is None:
        raise NobodyAnswers(_("We can't take in enquiries here yet. Please call us or write a mail."))
    enquiry = Enquiry(
        area=area, channel=asked.channel, topic=asked.topic, audience=asked.audience, place=asked.place,
        about=asked.about, about_title=asked.about_title[:250], text=asked.text, name=asked.name,
        organisation=asked.organisation, email=asked.email, phone=asked.phone, answer_by=asked.answer_by,
        consent=asked.consent, code=free_code(), state_since=now, arrived_at=now,
        promised_on=promised_on(now), form_token=form or None, subject=asked.subject[:250],
        is_sender_proven=asked.is_sender_proven, forwarded_by=asked.forwarded_by,
    )  # fmt: skip
    if duty:
        enquiry.adviser, enquiry.deputy = duty.adviser, duty.deputy
    enquiry.save()
    audit.record(words.ENQUIRED, by=by, about=enquiry, now=now)
    if confirm:
        post.confirmed(enquiry, now=now)
    post.told_adviser(enquiry, now=now)
    return enquiry


def promised_on(now: datetime) -> date:
    """The day an answer is promised for."""
    return enquiry_rules.after_working_days(timezone.localdate(now), settings.DEELE_ANSWER_DAYS, queries.state_key())


def free_code() -> str:
    """A number no enquiry has yet."""
    while Enquiry.objects.filter(code=(code := cases.free_code())).exists():
        continue
    return code


@transaction.atomic
def assign(*, enquiry: Enquiry, area: Area, adviser: Any, deputy: Any, by: Any, now: datetime) -> Enquiry:
    """Give it to somebody, in this or another area of work. Raises core.versions.Conflict."""
    versions.claim(enquiry)
    changed = adviser is not None and adviser != enquiry.adviser
    enquiry.area, enquiry.adviser, enquiry.deputy = area, adviser, deputy
    enquiry.save()
    audit.record(words.ASSIGNED, by=by, about=enquiry, now=now)
    if changed and adviser != by:
        post.told_adviser(enquiry, now=now)
    return enquiry


@transaction.atomic
def move(
    *,
    enquiry: Enquiry,
    to: str,
    by: Any,
    now: datetime,
    look_again_on: date | None = None,
    no_advice: str = "",
    passed_to: str = "",
) -> Enquiry:
    """Bring it into another state; `passed_to` is the office it went to. Raises WrongMove, core.versions.Conflict."""
    versions.claim(enquiry)
    if not enquiry_rules.may_move(enquiry.state, to):
        raise WrongMove(
            _("From “%(before)s” the enquiry can't become “%(after)s”. Somebody may have changed it meanwhile.")
            % {"before": enquiry.get_state_display(), "after": State(to).label}
        )
    into(enquiry, to, now)
    enquiry.look_again_on = look_again_on
    enquiry.no_advice = no_advice if to == State.NO_ADVICE else ""
    enquiry.passed_to = passed_to if to == State.PASSED_ON else ""
    if to == State.ACCEPTED and enquiry.adviser is None:
        enquiry.adviser = by
    enquiry.save()
    audit.record(words.MOVED, by=by, about=enquiry, now=now, data={"to": to})
    return enquiry


def into(enquiry: Enquiry, to: str, now: datetime) -> None:
    """Set the state, and when the words go; does not save."""
    enquiry.state, enquiry.state_since = to, now
    keep = timedelta(days=enquiry_rules.KEEP_DAYS)
    enquiry.erase_on = None if enquiry.is_open else timezone.localdate(now) + keep


@transaction.atomic
def answer(
    *, enquiry: Enquiry, text: str, had_nothing: bool, by: Any, now: datetime, handed_out: int = 0, form: str = ""
) -> Enquiry:
    """Answer by mail, or write down what was said on the telephone. The days since it arrived are measured once.

    `handed_out` counts the records put below the text. The same form sent twice is one answer.
    Raises WrongMove, core.versions.Conflict.
    """
    if form and EnquiryMessage.objects.filter(form_token=form).exists():
        return enquiry
    versions.claim(enquiry)
    if enquiry.state in (State.WITHDRAWN, State.NO_ADVICE, State.PASSED_ON):
        raise WrongMove(_("This enquiry has ended. Please take it on again before you answer."))
    EnquiryMessage.objects.create(
        enquiry=enquiry, direction=Direction.OUT, at=now, by=by, text=text, form_token=form or None
    )
    if enquiry.answered_at is None:
        enquiry.answered_at = now
        enquiry.answer_days = enquiry_rules.working_days_between(
            timezone.localdate(enquiry.arrived_at), timezone.localdate(now), queries.state_key()
        )
    enquiry.adviser = enquiry.adviser or by
    enquiry.had_nothing, enquiry.handed_out = had_nothing, enquiry.handed_out + handed_out
    into(enquiry, State.ANSWERED, now)
    enquiry.save()
    audit.record(words.ANSWERED, by=by, about=enquiry, now=now)
    post.answered(enquiry, text, now=now)
    return enquiry


@transaction.atomic
def add(*, enquiry: Enquiry, text: str, now: datetime, form: str = "", sender: str = "") -> Enquiry:
    """What the person who asked adds; an enquiry that was answered comes back to the inbox. Raises WrongMove.

    `sender` is whom a mail names as its sender; nobody checked that.
    """
    if form and EnquiryMessage.objects.filter(form_token=form).exists():
        return enquiry
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if enquiry.state in (State.WITHDRAWN, State.PASSED_ON, State.NO_ADVICE):
        raise WrongMove(_("This enquiry has ended. Please send a new one."))
    EnquiryMessage.objects.create(
        enquiry=enquiry, direction=Direction.IN, at=now, text=text, form_token=form or None, sender=sender
    )
    if enquiry.state in (State.CLIENT, State.ANSWERED):
        into(enquiry, State.ACCEPTED, now)
    enquiry.version += 1
    enquiry.save()
    audit.record(words.ADDED, by=None, about=enquiry, now=now)
    post.told_adviser(enquiry, now=now, added=True)
    return enquiry


@transaction.atomic
def withdraw(*, enquiry: Enquiry, now: datetime) -> Enquiry:
    """The person who asked needs no answer any more: name and words go at once. A second click changes nothing."""
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if enquiry.state == State.WITHDRAWN:
        return enquiry
    into(enquiry, State.WITHDRAWN, now)
    enquiry.erase_on = timezone.localdate(now)
    empty(enquiry)
    enquiry.version += 1
    enquiry.save()
    audit.record(words.MOVED, by=None, about=enquiry, now=now, data={"to": State.WITHDRAWN})
    return enquiry


def empty(enquiry: Enquiry) -> None:
    """Take name and words away; does not save."""
    for name in ("name", "organisation", "email", "phone", "text", "subject", "forwarded_by", "consent"):
        setattr(enquiry, name, "")
    enquiry.messages.update(text="", sender="", form_token=None)
    enquiry.files.all().delete()
