"""Rows for tests: plain functions, no surprises."""

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from deele.accounts.models import MailLink
from deele.directory.tests.factories import place
from deele.notices.actions import life, links, submitting
from deele.notices.actions.submitting import Told
from deele.notices.enums import KindKey, State
from deele.notices.models import Notice, Proposal
from deele.notices.rules.matching import Needs
from deele.places.models import Place

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TEXT = "Wir suchen Menschen, die mit uns alt werden wollen, ohne dass einer den anderen pflegen muss."


def told(
    kind: str = KindKey.PERSON,
    title: str = "Zu zweit aufs Land, gern mit Garten",
    *,
    places: list[tuple[Place, int]] | None = None,
    needs: Needs | None = None,
    **values: Any,
) -> Told:
    """What a person says."""
    base = {
        "kind": kind, "title": title, "text": TEXT, "contact_name": "Person Muster",
        "contact_email": "suche@example.org",
    }  # fmt: skip
    return Told({**base, **values}, places or [(place(), 20)], needs)


def notice(state: str = State.ACTIVE, *, now: datetime = NOW, **options: Any) -> Notice:
    """A notice in a state, brought there by the moves of the table."""
    made = submitting.submit(told=told(**options), form="", now=now)
    return made if state == State.DRAFT else walk(made, state, now)


def walk(made: Notice, state: str, now: datetime) -> Notice:
    """Bring a draft into a state; its address is proven on the way."""
    if made.state == State.DRAFT:
        token = links.issue(made, purpose=links.PROVE, now=now)
        made = submitting.prove(link=link(token), notice=made, now=now)
    ways = {
        State.SUBMITTED: [], State.ACTIVE: [State.ACTIVE], State.PAUSED: [State.ACTIVE, State.PAUSED],
        State.RENEWAL: [State.ACTIVE, State.RENEWAL], State.EXPIRED: [State.ACTIVE, State.RENEWAL, State.EXPIRED],
        State.FULFILLED: [State.ACTIVE, State.FULFILLED], State.REFUSED: [State.REFUSED],
        State.BLOCKED: [State.ACTIVE, State.BLOCKED],
    }  # fmt: skip
    for step in ways[State(state)]:
        made = life.move(notice=made, to=step, by=None, now=now, house=True, reason="Test")
    return made


def link(token: str) -> MailLink:
    """The row behind a token."""
    return MailLink.objects.get(token_hash=links.mail_links.hashed(token))


def token(made: Notice, now: datetime | None = None) -> str:
    """A link to the own page."""
    return links.issue(made, purpose=links.HOLD, now=now or timezone.now())


def pair(*, first: dict[str, Any] | None = None, second: dict[str, Any] | None = None) -> Proposal:
    """A person and a project that fit, with the proposal that came of it."""
    notice(**{"contact_email": "person@example.org", "contact_name": "Person Erste", **(first or {})})
    project = {
        "kind": KindKey.PROJECT, "title": "Wohnhof Muster sucht zwei Haushalte",
        "contact_email": "projekt@example.org", "contact_name": "Projekt Zweite",
    }  # fmt: skip
    notice(**{**project, **(second or {})})
    return Proposal.objects.select_related("first", "second").get()
