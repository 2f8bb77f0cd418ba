"""From the draft to confirmed minutes: sent round, objected to, confirmed; afterwards only additions."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.groups.actions import agenda, session_post, tasks
from deele.groups.actions.session_refusals import MovedOn, NotYet
from deele.groups.actions.sessions import check_leads, locked, move, note
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import MinutesKind, Presence, RemarkKind, SessionState
from deele.groups.models import Decision, MinutesItem, MinutesRemark, Session
from deele.groups.queries import people, session_people
from deele.groups.queries.insiders import Insider
from deele.groups.rules import decision_search
from deele.groups.rules import sessions as rules

MOST_AT_ONCE = 50  # sessions that are confirmed in one moment; more than an alliance has groups


@transaction.atomic
def circulate(*, session: Session, days: int, by: Insider, now: datetime) -> int:
    """Send the draft to those who were there; tasks are given from now on. Returns how many get it.

    Raises NotAllowed, MovedOn, NotYet.
    """
    check_leads(by)
    session = locked(session)
    if not session.minutes.standing().exists():
        raise NotYet("empty")
    if not session.people.filter(presence=Presence.PRESENT).exists():
        raise NotYet("nobody")
    move(session, SessionState.DRAFT, now)
    session.objections_until = now + timedelta(days=days)
    session.save(update_fields=["objections_until", "updated_at"])
    came = session_people.who_came(session, now)
    session_post.drafts(session, came, now=now)
    for item in session.minutes.standing():
        tasks.follow(item=item, now=now)
    agenda.carry_to_coming(group=session.group, now=now)
    note(events.MINUTES_CIRCULATED, session, by, now, people=len(came))
    return len(came)


@transaction.atomic
def remark(
    *, session: Session, text: str, item: MinutesItem | None, by: Insider, now: datetime, token: str | None = None
) -> MinutesRemark:
    """An objection while the draft goes round (everybody of the group), an addition afterwards (lead and office).

    Under a token that was used it changes nothing. Raises NotAllowed, MovedOn.
    """
    if token and (known := MinutesRemark.objects.filter(form_token=token).first()):
        return known
    session = locked(session)
    if session.state == SessionState.CONFIRMED:
        check_leads(by)
        kind = RemarkKind.ADDITION
    elif session.state == SessionState.DRAFT and not is_over(session, now):
        kind = RemarkKind.OBJECTION
    else:
        raise MovedOn(session)
    made = MinutesRemark.objects.create(
        session=session, item=item, kind=kind, text=text, seat=by.seat, by_name=by.name, at=now, form_token=token
    )
    if kind == RemarkKind.OBJECTION:
        tell_leads(made, now)
    note(events.MINUTES_REMARK, session, by, now, remark=made.pk)
    return made


def is_over(session: Session, now: datetime) -> bool:
    """Whether the days for objections have passed."""
    return session.objections_until is not None and now > session.objections_until


def tell_leads(made: MinutesRemark, now: datetime) -> None:
    """The lead hears of an objection with the next digest."""
    session = made.session
    leads = [seat.delegate for seat in session_people.leads(session.group, timezone.localdate(now))]
    tidings.tell(
        people=leads, key=f"groups.remark:{made.pk}", now=now, path=session.mine_url(),
        text=_("Objection to the minutes: %(title)s") % {"title": session}, topic=session_post.topic(session),
    )  # fmt: skip


@transaction.atomic
def answer_remark(*, remark: MinutesRemark, answer: str, by: Insider, now: datetime) -> None:
    """Answer an objection; once. Raises NotAllowed, MovedOn."""
    check_leads(by)
    session = locked(remark.session)
    if session.state != SessionState.DRAFT:
        raise MovedOn(session)
    open_ones = MinutesRemark.objects.filter(pk=remark.pk, answered_at=None)
    if not open_ones.update(answer=answer, answered_by=by.name, answered_at=now):
        raise MovedOn(session)
    note(events.MINUTES_REMARK, session, by, now, remark=remark.pk, answered=True)


@transaction.atomic
def confirm(*, session: Session, by_session: bool, by: Insider, now: datetime) -> Session:
    """Confirm the minutes: decisions get their numbers, nothing of them changes any more.

    `by_session`: the next session confirmed them. Raises NotAllowed, MovedOn, NotYet.
    """
    check_leads(by)
    session = locked(session)
    if session.state != SessionState.DRAFT:
        raise MovedOn(session)
    objections = session.remarks.filter(kind=RemarkKind.OBJECTION, answered_at=None).count()
    why = rules.may_confirm(
        now=now, objections_until=session.objections_until, open_objections=objections, by_session=by_session
    )
    if why:
        raise NotYet(why)
    move(session, SessionState.CONFIRMED, now)
    session.confirmed_by = _("the session that followed") if by_session else by.name
    session.save(update_fields=["confirmed_by", "updated_at"])
    register(session)
    session.minutes.update(closed=True, version=F("version") + 1)
    tell_group(session, now)
    note(events.MINUTES_CONFIRMED, session, by, now)
    return session


def register(session: Session) -> None:
    """Give the decisions their numbers in the year they were made."""
    for item in session.minutes.standing().filter(kind=MinutesKind.DECISION):
        words = f"{item.text}\n{item.agenda_item or ''}\n{session.group.name}\n{item.responsible}"
        day = timezone.localdate(session.starts_at)
        enter(Decision(item=item, group=session.group, decided_on=day, stems=decision_search.stems_of(words)))


def enter(decision: Decision) -> None:
    """Write a decision with the next number of its year; whoever took that number meanwhile keeps it."""
    decision.year = decision.decided_on.year
    for _try in range(MOST_AT_ONCE):
        last = Decision.objects.filter(year=decision.year).aggregate(last=Max("number"))["last"] or 0
        decision.number = last + 1
        try:
            with transaction.atomic():
                decision.save(force_insert=True)
        except IntegrityError:
            continue
        return
    raise RuntimeError("no free number for a decision")


def tell_group(session: Session, now: datetime) -> None:
    """Everybody of the group hears of it with the next digest."""
    seats = people.active(session.group, timezone.localdate(now))
    tidings.tell(
        people=[seat.delegate for seat in seats], key=f"groups.confirmed:{session.pk}", now=now,
        text=_("The minutes are confirmed: %(title)s") % {"title": session}, path=session.mine_url(),
        topic=session_post.topic(session),
    )  # fmt: skip
