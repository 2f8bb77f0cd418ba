"""Alliance, groups, joint actions, overlaps and knowledge of a random world, for the property tests of all measures.

Rows past all actions: a measure has to count rightly whatever stands there. It lies here because it spans five rooms.
"""

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from deele.alliance.enums import Basis, OrganisationKind
from deele.alliance.enums import State as MemberState
from deele.alliance.enums.marks import Contribution, Expectation, MarkState, MatchOutcome, MatchState, Origin, Side
from deele.alliance.models import Delegate, Mark, Match, Membership, Profile
from deele.groups.enums import PollState, Role
from deele.groups.enums import State as GroupState
from deele.groups.enums.sessions import (
    DecisionLevel,
    Majority,
    MinutesKind,
    Presence,
    SessionFormat,
    SessionState,
    TaskState,
)
from deele.groups.models import Decision, MinutesItem, Participation, Poll, Seat, Session, Task, WorkingGroup
from deele.jointactions.enums import PUBLIC_STATES, Accepts, Goal
from deele.jointactions.enums import State as ActionState
from deele.jointactions.models import Call, JointAction, Submission, TourStop
from deele.library.enums.articles import ArticleKind, ArticleState
from deele.library.enums.examples import ExampleState, Starter, StillRunning
from deele.library.models import Article, Example, FollowUp
from deele.likeness.enums import OverlapOutcome
from deele.likeness.models import OverlapCheck, OverlapDecision
from deele.notices.tests.random_world import a_day, noon
from deele.office.enums import Theme


def fill(rng: Random, areas: Any, places: Any, since: date, until: date) -> None:
    """Everything the measures A, N5, S and L look at, in and around the period."""
    members = the_members(rng, since, until)
    what_they_say(rng, members, since, until)
    the_groups(rng, members, since, until)
    the_actions(rng, places, since, until)
    looks(rng, since, until)
    knowledge(rng, since, until)


def the_members(rng: Random, since: date, until: date) -> list[Membership]:
    """On whatever ground, in whatever state."""
    return Membership.objects.bulk_create(
        Membership(
            name=f"Verein {number}", kind=rng.choice(OrganisationKind.values), basis=rng.choice(Basis.values),
            state=rng.choice(MemberState.values), state_since=noon(since), since=a_day(rng, since, until),
        )
        for number in range(16)
    )  # fmt: skip


def what_they_say(rng: Random, members: list[Membership], since: date, until: date) -> None:
    """Passages of both sides, and what was brought together."""
    profiles = Profile.objects.bulk_create(Profile(membership=one) for one in members)
    sides = {Side.EXPECTATION: Expectation, Side.CONTRIBUTION: Contribution}
    marks = {
        side: Mark.objects.bulk_create(
            Mark(
                profile=one, field="expects", quote=f"{side} {one.pk}", side=side, kind=rng.choice(kinds.values),
                themes=rng.sample(Theme.values, rng.randint(0, 3)), state=rng.choice(MarkState.values),
                origin=rng.choice(Origin.values), decided_at=noon(a_day(rng, since, until)),
            )
            for one in profiles
        )
        for side, kinds in sides.items()
    }  # fmt: skip
    pairs = zip(marks[Side.EXPECTATION], marks[Side.CONTRIBUTION][1:], strict=False)
    Match.objects.bulk_create(a_match(rng, need, offer, since, until) for need, offer in pairs)


def a_match(rng: Random, need: Mark, offer: Mark, since: date, until: date) -> Match:
    """Found, perhaps agreed, perhaps with a result."""
    state, found = rng.choice(MatchState.values), a_day(rng, since, until)
    yes = "ja" if state == MatchState.AGREED else ""
    told = yes and rng.random() < 0.7
    return Match(
        need=need, offer=offer, seeker=need.profile.membership, giver=offer.profile.membership, state=state,
        found_at=noon(found), seeker_answer=yes, giver_answer=yes,
        agreed_at=noon(found + timedelta(days=rng.randint(0, 40))) if yes else None,
        outcome=rng.choice(MatchOutcome.values) if told else "",
        outcome_at=noon(found + timedelta(days=rng.randint(40, 120))) if told else None,
    )  # fmt: skip


def the_groups(rng: Random, members: list[Membership], since: date, until: date) -> None:
    """Groups with seats, sessions, decisions, tasks, polls."""
    people = Delegate.objects.bulk_create(
        Delegate(membership=one, name=f"Person {one.pk}", email=f"p{one.pk}@example.org") for one in members
    )
    for number in range(4):
        begun = a_day(rng, since, until)
        group = WorkingGroup.objects.create(
            name=f"AG {number}", mandate="Muster", state=rng.choice(GroupState.values), state_since=noon(begun),
            since=rng.choice([begun, None]), until=rng.choice([None, begun + timedelta(days=rng.randint(0, 90))]),
        )  # fmt: skip
        seats = Seat.objects.bulk_create(
            Seat(group=group, delegate=one, role=rng.choice(Role.values), since=a_day(rng, since, until))
            for one in rng.sample(people, 5)
        )
        for turn in range(3):
            a_session(rng, group, seats, number * 10 + turn, since, until)
        day = a_day(rng, since, until)
        state = rng.choice(PollState.values)
        Poll.objects.create(
            group=group, title="Termin", closes_on=day, state=state, opened_at=noon(day),
            decided_at=noon(day) if state == PollState.DECIDED else None,
        )  # fmt: skip


def a_session(rng: Random, group: WorkingGroup, seats: list[Seat], number: int, since: date, until: date) -> None:
    """One session with who was there, a decision and a task."""
    day = a_day(rng, since, until)
    begins = noon(day)
    session = Session.objects.create(
        group=group, number=number, starts_at=begins, ends_at=begins + timedelta(hours=2), agenda_until=begins,
        format=rng.choice(SessionFormat.values), state=SessionState.HELD, state_since=begins,
    )  # fmt: skip
    state_at_last = rng.choice(SessionState.values)
    Participation.objects.bulk_create(
        Participation(session=session, seat=seat, presence=rng.choice(["", *Presence.values])) for seat in seats
    )
    item = MinutesItem.objects.create(
        session=session, kind=MinutesKind.DECISION, text="Muster", level=rng.choice(DecisionLevel.values),
        majority=rng.choice(Majority.values),
    )  # fmt: skip
    Decision.objects.create(item=item, group=group, year=day.year, number=number, decided_on=day)
    # Confirmed minutes take nothing in, so the session gets its state last.
    Session.objects.filter(pk=session.pk).update(state=state_at_last)
    state, due = rng.choice(TaskState.values), rng.choice([None, a_day(rng, since, until)])
    Task.objects.create(
        group=group, text="Muster", state=state, due_on=due,
        closed_on=None if state == TaskState.OPEN else a_day(rng, since, until),
    )  # fmt: skip


def the_actions(rng: Random, places: Any, since: date, until: date) -> None:
    """Joint actions with stops, some counted, and what was sent in."""
    for number in range(14):
        state = rng.choice(ActionState.values)
        action = JointAction.objects.create(
            title=f"Aktion {number}", aim="Muster", state=state, state_since=noon(since),
            begins=rng.choice([None, a_day(rng, since, until)]), goals=rng.sample(Goal.values, rng.randint(0, 3)),
            is_public=state in PUBLIC_STATES and rng.random() < 0.5,
        )  # fmt: skip
        TourStop.objects.bulk_create(
            TourStop(
                action=action, place=rng.choice(places), venue="Muster", begins=a_day(rng, since, until),
                visitors=rng.choice([None, 0, rng.randint(1, 500)]),
            )
            for _turn in range(3)
        )  # fmt: skip
        call = Call.objects.create(
            action=action, title="Muster", text="Muster", terms="Muster", closes_at=noon(until),
            accepts=rng.choice(Accepts.values),
        )  # fmt: skip
        Submission.objects.bulk_create(
            Submission(
                call=call, standing=standing, standing_since=noon(since),
                submitted_at=None if standing == "entwurf" else noon(a_day(rng, since, until)),
            )
            for standing in ("entwurf", "eingereicht", "abgelehnt", "zurueckgezogen")
        )  # fmt: skip


def looks(rng: Random, since: date, until: date) -> None:
    """Checks for overlaps, and what was decided."""
    refs = sorted(f"events.event:{number}" for number in range(10))
    OverlapDecision.objects.bulk_create(
        OverlapDecision(
            left=left, right=right, decision=rng.choice(OverlapOutcome.values), at=noon(a_day(rng, since, until))
        )
        for left, right in [*pairwise(refs), *pairwise(refs)]
    )
    OverlapCheck.objects.bulk_create(
        OverlapCheck(ref=ref, kind="events.event", hits=rng.randint(0, 3), at=noon(a_day(rng, since, until)))
        for ref in refs
    )


def knowledge(rng: Random, since: date, until: date) -> None:
    """Examples and articles, public for the first time on some day, with answers."""
    examples = Example.objects.bulk_create(
        Example(
            title=f"Beispiel {number}", summary="Muster", started_by=rng.choice(Starter.values),
            state=rng.choice([ExampleState.PUBLISHED, ExampleState.WITHDRAWN]),
            public_since=noon(a_day(rng, since, until)),
        )
        for number in range(8)
    )  # fmt: skip
    FollowUp.objects.bulk_create(
        FollowUp(
            example=one, asked_on=since, still_running=rng.choice(StillRunning.values),
            answered_at=rng.choice([None, noon(a_day(rng, since, until))]),
        )
        for one in examples
    )  # fmt: skip
    Article.objects.bulk_create(
        Article(
            title=f"Text {number}", kind=rng.choice(ArticleKind.values), state=ArticleState.DRAFT,
            public_since=rng.choice([None, noon(a_day(rng, since, until))]),
        )
        for number in range(8)
    )  # fmt: skip
