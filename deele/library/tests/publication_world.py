"""Publications of a random world, for the property tests of all measures."""

from datetime import date, timedelta
from random import Random
from typing import Any

from deele.library.enums.publication import Kind, OrderState, State
from deele.library.models import DownloadDay, PrintOrder, Publication, PublicationFile
from deele.notices.tests.random_world import a_day, noon
from deele.office.enums import Theme


def fill(rng: Random, areas: Any, places: Any, since: date, until: date) -> None:
    """Works in and around the period, with downloads by day and orders."""
    works = Publication.objects.bulk_create(a_work(rng, number, since, until) for number in range(20))
    files = PublicationFile.objects.bulk_create(
        PublicationFile(publication=work, kind="pdf", size=1, sha256=str(work.pk), state="gelesen") for work in works
    )
    first = since - timedelta(days=5)
    DownloadDay.objects.bulk_create(
        DownloadDay(file=file, day=first + timedelta(days=turn * 13), number=rng.randint(1, 40))
        for file in files
        for turn in range(rng.randint(0, 15))
    )
    PrintOrder.objects.bulk_create(an_order(rng, work, since, until) for work in works for _turn in range(2))


def a_work(rng: Random, number: int, since: date, until: date) -> Publication:
    """A work of some themes, public, withdrawn or never published."""
    state = rng.choice(State.values)
    day = noon(a_day(rng, since, until))
    return Publication(
        title=f"Muster {number}", slug=f"muster-{number}", kind=rng.choice(Kind.values), summary="Muster", state=state,
        state_since=day, published_at=None if state == State.DRAFT else day,
        themes=rng.sample(Theme.values, rng.randint(0, 3)),
    )  # fmt: skip


def an_order(rng: Random, work: Publication, since: date, until: date) -> PrintOrder:
    """Sent, declined or waiting."""
    state = rng.choice(OrderState.values)
    day = a_day(rng, since, until)
    return PrintOrder(
        publication=work, copies=rng.randint(1, 9), state=state, ordered_at=noon(day),
        ended_on=None if state == OrderState.NEW else day,
    )  # fmt: skip
