"""Finding a date: opened, answered, decided, called off. The later answer of a person counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accounts.models import MailLink
from deele.alliance.models import Delegate
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.errors import Refusal
from deele.groups import enums
from deele.groups.actions import poll_post as post
from deele.groups.actions import poll_sessions
from deele.groups.actions.checking import check_leads, check_works
from deele.groups.enums import PollState
from deele.groups.kinds import Actor
from deele.groups.models import Poll, PollAnswer, PollOption, PollSheet, WorkingGroup
from deele.groups.queries.recipients import recipients

MOST_OPTIONS = 20


class NoOptions(Refusal):
    """Nothing to choose from."""

    code = "options"


class Closed(Refusal):
    """The poll takes no answers (any more), or is decided."""

    code = "closed"


@dataclass(frozen=True)
class OptionTold:
    """A date as it is proposed."""

    day: date
    begins: time
    ends: time
    place: str = ""
    is_online: bool = False


@dataclass(frozen=True)
class PollTold:
    """A poll as it is to be opened. `token` is the name of the form that brought it."""

    title: str
    closes_on: date
    options: Sequence[OptionTold]
    text: str = ""
    token: str = ""


@transaction.atomic
def open_poll(*, group: WorkingGroup, told: PollTold, by: Actor, now: datetime) -> Poll:
    """Open a poll and write to everybody who works in the group. Sent twice it is opened once.

    Raises NotAllowed, NoOptions, Closed (the last day of answering is over).
    """
    check_works(group, by)
    known = Poll.objects.filter(form_token=told.token).first() if told.token else None
    if known is not None:
        return known
    if len(set(told.options)) < 2:
        raise NoOptions(_("Please name at least two different dates to choose from."))
    if told.closes_on < timezone.localdate(now):
        raise Closed(_("The last day for answers is over already. Please choose a later one."), code="closes_on")
    poll = Poll.objects.create(
        group=group, title=told.title, text=told.text, closes_on=told.closes_on, opened_at=now,
        opened_by=by.name or str(by.user or ""), form_token=told.token or None,
    )  # fmt: skip
    put(poll, told.options)
    audit.record(enums.POLL_OPENED, by=by.user, about=group, now=now, actor_name=by.name, data={"poll": poll.pk})
    who = recipients(group, timezone.localdate(now), guests=False)
    for seat in (*who.gets, *who.silent):
        PollSheet.objects.create(poll=poll, delegate=seat.delegate)
    post.opened(poll, who, now)
    return poll


def put(poll: Poll, options: Sequence[OptionTold]) -> None:
    """The dates of a poll, each once. Raises NoOptions for too many."""
    if len(options) + poll.options.count() > MOST_OPTIONS:
        raise NoOptions(_("A poll holds at most %(number)s dates.") % {"number": MOST_OPTIONS})
    for one in dict.fromkeys(options):
        PollOption.objects.get_or_create(
            poll=poll, day=one.day, begins=one.begins, ends=one.ends,
            defaults={"place": one.place, "is_online": one.is_online},
        )  # fmt: skip


@transaction.atomic
def answer(*, poll: Poll, delegate: Delegate, fits: Mapping[int, str], comment: str, now: datetime) -> PollSheet:
    """Say what suits. A second time the later answer counts and is shown as changed. Raises NotAllowed, Closed.

    The sheet is locked: of two answers at once the second one stands whole, never half of each.
    """
    check_works(poll.group, Actor(delegate=delegate))
    poll = Poll.objects.select_for_update().get(pk=poll.pk)
    if not poll.takes_answers(timezone.localdate(now)):
        raise Closed(_("This poll takes no more answers. Please tell who leads the group."))
    sheet, __ = PollSheet.objects.select_for_update().get_or_create(poll=poll, delegate=delegate)
    before = dict(sheet.answers.values_list("option", "fit"))
    known = set(poll.options.values_list("pk", flat=True))
    given = {pk: fit for pk, fit in fits.items() if pk in known and fit}
    sheet.answers.all().delete()
    PollAnswer.objects.bulk_create(PollAnswer(sheet=sheet, option_id=pk, fit=fit) for pk, fit in given.items())
    if sheet.answered_at is None:
        sheet.answered_at = now
    elif before != given or sheet.comment != comment:
        sheet.changed_at = now
    sheet.comment = comment
    sheet.version += 1
    sheet.save(update_fields=["answered_at", "changed_at", "comment", "version", "updated_at"])
    return sheet


@transaction.atomic
def choose(*, poll: Poll, option: PollOption, by: Actor, now: datetime, session: bool = False) -> Poll:
    """Make a date of it and tell everybody, with an entry for their calendar; with `session` a session, too.

    The same date chosen again tells nobody twice, but may still become a session. Raises NotAllowed, Closed.
    """
    check_leads(poll.group, by)
    if option.poll_id != poll.pk:
        raise Closed(_("This date does not belong to this poll."))
    still_open = Poll.objects.filter(pk=poll.pk, state=PollState.OPEN)
    fields = {"state": PollState.DECIDED, "chosen": option, "decided_at": now, "updated_at": now}
    first = still_open.update(version=F("version") + 1, **fields)
    poll.refresh_from_db()
    if poll.chosen_id != option.pk:
        raise Closed(_("Somebody else has decided this poll meanwhile."))
    if session:
        poll_sessions.plan(poll=poll, by=by, now=now)
    if not first:
        return poll
    audit.record(
        enums.POLL_DECIDED, by=by.user, about=poll.group, now=now, actor_name=by.name,
        data={"poll": poll.pk, "option": option.pk},
    )  # fmt: skip
    post.chosen(poll, recipients(poll.group, timezone.localdate(now)), now)
    return poll


@transaction.atomic
def call_off(*, poll: Poll, by: Actor, now: datetime) -> Poll:
    """No date comes of it; everybody reads it in the weekly mail. Raises NotAllowed, Closed."""
    check_leads(poll.group, by)
    still_open = Poll.objects.filter(pk=poll.pk, state=PollState.OPEN)
    if not still_open.update(state=PollState.CALLED_OFF, version=F("version") + 1, updated_at=now):
        raise Closed(_("Somebody else has decided this poll meanwhile."))
    poll.refresh_from_db()
    audit.record(
        enums.POLL_CALLED_OFF, by=by.user, about=poll.group, now=now, actor_name=by.name, data={"poll": poll.pk}
    )
    post.called_off(poll, by, now)
    return poll


def sheet_of_link(link: MailLink) -> PollSheet | None:
    """Whose link this is, while the person still has the seat and the address."""
    label, _colon, number = link.subject.rpartition(":")
    rows = PollSheet.objects.select_related("poll__group", "delegate__membership")
    found = rows.filter(pk=number, delegate__email__iexact=link.email).first() if number.isdigit() else None
    if found is None or label != reference(found).rpartition(":")[0]:
        return None
    seats = found.poll.group.seats.filter(delegate=found.delegate, until=None).exclude(role="gast")
    return found if seats.exists() else None
