"""Contacts of an office of many years, for measuring: as real ones are spread, nobody in them."""

import random
from datetime import date, timedelta

from django.db import transaction

from deele.advice import rules
from deele.advice.enums import Channel, Duration, Kind, Result, Topic, Where
from deele.advice.models import Contact
from deele.office import queries as office
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places.enums import Level
from deele.places.models import Place

PIECE = 5000
KINDS = ((Kind.FIRST, 60), (Kind.FOLLOW_UP, 30), (Kind.ON_SITE, 5), (Kind.ACCOMPANYING, 3), (Kind.TALK, 2))
BANDS = tuple(zip(Duration, (45, 30, 15, 7, 3), strict=True))


@transaction.atomic
def make(*, number: int, until: date, years: int = 5, seed: int = 1) -> int:
    """So many contacts in the years before `until`; returns how many there are now. Writes no log."""
    rng = random.Random(seed)  # noqa: S311  nothing is kept secret with it
    areas = list(Area.objects.order_by("pk"))
    levels = (Level.MUNICIPALITY, Level.DISTRICT)
    places = list(Place.objects.current().filter(level__in=levels, state_key=home_key()).order_by("pk"))
    rng.shuffle(places)
    weights = [1 / (rank + 8) for rank in range(len(places))]  # few towns ask often, most villages now and then
    for start in range(0, number, PIECE):
        many = min(PIECE, number - start)
        towns = rng.choices(places, weights, k=many)
        Contact.objects.bulk_create(
            _contact(rng, rng.choice(areas), town, until - timedelta(rng.randrange(365 * years))) for town in towns
        )
    return Contact.objects.count()


def home_key() -> str:
    """The key of the state of the office."""
    the_office = office.the_office()
    return the_office.state_key if the_office else "03"


def _contact(rng: random.Random, area: Area, town: Place, day: date) -> Contact:
    told = rng.random() > 0.04
    return Contact(
        area=area, happened_on=day, code=rules.new_code(), place=town if told else None,
        where=Where.PLACE if told else rng.choice((Where.ELSEWHERE, Where.UNKNOWN)),
        audience=rng.choice(Audience.values), channel=rng.choice(Channel.values), kind=_weighed(rng, KINDS),
        duration=_weighed(rng, BANDS), topics=rng.sample(Topic.values, rng.choice((1, 1, 1, 2, 2, 3))),
        results=[rng.choice(Result.values)], people=1,
    )  # fmt: skip


def _weighed(rng: random.Random, pairs: tuple[tuple[str, int], ...]) -> str:
    values, weights = zip(*pairs, strict=True)
    return str(rng.choices(values, weights)[0])
