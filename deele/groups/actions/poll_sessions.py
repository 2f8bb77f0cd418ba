"""The date a poll found becomes a session: once, and under the name by which calendars know the date."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.errors import Refusal
from deele.groups.actions import sessions
from deele.groups.actions.checking import check_leads
from deele.groups.enums.sessions import SessionFormat
from deele.groups.kinds import Actor
from deele.groups.models import Poll, PollOption, Session
from deele.groups.queries import insiders
from deele.groups.rules.sessions import Told


class NoDate(Refusal):
    """Nothing was chosen yet."""

    code = "no-date"


@transaction.atomic
def plan(*, poll: Poll, by: Actor, now: datetime) -> Session:
    """Plan a session on the date that was chosen; nobody is told but by what the choice tells. Twice is once.

    Raises NotAllowed, NoDate.
    """
    check_leads(poll.group, by)
    if poll.chosen is None:
        raise NoDate(_("No date was chosen yet. Please choose one first."))
    return sessions.plan(
        group=poll.group, told=told(poll, poll.chosen), by=insiders.acting(poll.group, by), now=now,
        option=poll.chosen, sequence=poll.version,
    )  # fmt: skip


def told(poll: Poll, option: PollOption) -> Told:
    """What the poll says of the session."""
    return Told(
        starts_at=instant(option, option.begins), ends_at=instant(option, option.ends), title=poll.title,
        format=form_of(option), place=option.place,
    )  # fmt: skip


def instant(option: PollOption, hour: time) -> datetime:
    """An hour of the day, in the time of this country."""
    return timezone.make_aware(datetime.combine(option.day, hour))


def form_of(option: PollOption) -> str:
    """On site, online, or both."""
    if not option.is_online:
        return SessionFormat.ON_SITE
    return SessionFormat.HYBRID if option.place else SessionFormat.ONLINE
