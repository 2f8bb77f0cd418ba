"""Random contacts for tests of figures: any place, topic, kind and day, many at the edges of the period."""

import random
from datetime import date, timedelta

from deele.advice.enums import Channel, Duration, Kind, Result, Topic, Where
from deele.advice.models import Contact
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places.models import Place


def fill(rng: random.Random, areas: list[Area], places: list[Place], since: date, until: date) -> None:
    """Up to 60 contacts from a month before the period to a month after it."""
    days = (until - since).days
    Contact.objects.bulk_create(
        contact(rng, areas, places, since + timedelta(rng.randint(-30, days + 30)))
        for _number in range(rng.randint(0, 60))
    )


def contact(rng: random.Random, areas: list[Area], places: list[Place], day: date) -> Contact:
    """A contact with anything in it; not saved."""
    place = rng.choice([*places, None])
    return Contact(
        area=rng.choice(areas), happened_on=day, code="ABCDE", place=place,
        where=Where.PLACE if place else rng.choice([Where.ELSEWHERE, Where.UNKNOWN]),
        audience=rng.choice(Audience.values), kind=rng.choice(Kind.values), channel=rng.choice(Channel.values),
        duration=rng.choice(Duration.values), topics=rng.sample(Topic.values, rng.randint(1, 3)),
        results=rng.sample(Result.values, rng.randint(0, 2)),
    )  # fmt: skip
