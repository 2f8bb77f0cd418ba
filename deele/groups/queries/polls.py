"""Date polls: lists, results, and what one person said."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from deele.alliance.models import Delegate
from deele.groups.enums import Fit, PollState, Role
from deele.groups.models import Poll, PollAnswer, PollOption, PollSheet, Session, WorkingGroup
from deele.groups.rules.polls import Count, best


@dataclass(frozen=True)
class Row:
    """One date with what was said to it."""

    option: PollOption
    count: Count
    names: dict[str, list[str]]
    is_best: bool
    is_chosen: bool


def session_of(poll: Poll) -> Session | None:
    """The session the chosen date has become, if it did."""
    return Session.objects.filter(option=poll.chosen).select_related("group").first() if poll.chosen else None


def of_group(group: WorkingGroup) -> QuerySet[Poll]:
    """The polls of a group, the newest first."""
    return group.polls.select_related("chosen")


def results(poll: Poll) -> list[Row]:
    """Each date with its count, and who said what."""
    options = list(poll.options.all())
    answers = PollAnswer.objects.filter(option__in=options).select_related("sheet__delegate")
    named: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers.order_by("sheet__delegate__name", "pk"):
        named[answer.option_id][answer.fit].append(answer.sheet.delegate.name)
    counts = {option.pk: count_of(named[option.pk]) for option in options}
    top = best(counts)
    return [
        Row(option, counts[option.pk], spelled(named[option.pk]), option.pk in top, option.pk == poll.chosen_id)
        for option in options
    ]


def count_of(names: dict[str, list[str]]) -> Count:
    """How many said what."""
    return Count(*[len(names.get(fit, ())) for fit in (Fit.YES, Fit.IF_NEED_BE, Fit.NO)])


def spelled(names: dict[str, list[str]]) -> dict[str, list[str]]:
    """Who said what, under the words for it."""
    return {str(fit.label): names[fit] for fit in Fit if names.get(fit)}


def sheets(poll: Poll) -> list[PollSheet]:
    """Who has answered, and who has not yet."""
    return list(poll.sheets.select_related("delegate__membership"))


def sheet_of(poll: Poll, delegate: Delegate) -> PollSheet | None:
    """The sheet of this person, if there is one."""
    return poll.sheets.filter(delegate=delegate).first()


def said(sheet: PollSheet | None) -> dict[int, str]:
    """What somebody said to which option."""
    return dict(sheet.answers.values_list("option", "fit")) if sheet else {}


def to_answer(delegate: Delegate, today: date) -> QuerySet[Poll]:
    """Polls that wait for this person."""
    answered = PollSheet.objects.filter(delegate=delegate).exclude(answered_at=None)
    mine = Q(group__seats__delegate=delegate, group__seats__until=None) & ~Q(group__seats__role=Role.GUEST)
    rows = Poll.objects.filter(mine, state=PollState.OPEN, closes_on__gte=today)
    return rows.exclude(pk__in=answered.values("poll")).select_related("group").order_by("closes_on", "pk")


def page(poll: Poll, today: date) -> dict[str, Any]:
    """What every page of a poll shows."""
    return {
        "poll": poll, "rows": results(poll), "sheets": sheets(poll), "takes_answers": poll.takes_answers(today),
        "session": session_of(poll),
    }  # fmt: skip


def coming(delegate: Delegate, today: date) -> QuerySet[Poll]:
    """Dates of this person's groups that stand and are still to come, the next one first; sessions stand elsewhere."""
    mine = Q(group__seats__delegate=delegate, group__seats__until=None)
    rows = Poll.objects.filter(mine, state=PollState.DECIDED, chosen__day__gte=today, chosen__session=None)
    return rows.select_related("group", "chosen").order_by("chosen__day", "chosen__begins", "pk")
