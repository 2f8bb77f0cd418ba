"""Invented entries in any number, for measuring and for trying out. Every one is recognisably invented."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from deele.core.freshness import Method
from deele.directory.actions import index
from deele.directory.enums import LegalForm, Phase, State, TargetGroup
from deele.directory.kinds.catalogue import kinds
from deele.directory.models import Address, Entry
from deele.places.enums import Level
from deele.places.models import Place, Postcode

CHUNK = 5000
SOURCE = "Erfundene Beispieldaten"
FIRST = (
    "Sonnen",
    "Linden",
    "Apfel",
    "Brunnen",
    "Wiesen",
    "Mühlen",
    "Eichen",
    "Rosen",
    "Kranich",
    "Heide",
    "Moor",
    "Ufer",
)
SECOND = ("hof", "haus", "garten", "winkel", "gemeinschaft", "quartier", "grund", "blick", "platz", "weide")
STREETS = (
    "Dorfstraße",
    "Am Anger",
    "Lindenallee",
    "Schulweg",
    "Kirchplatz",
    "Ringstraße",
    "Zur Mühle",
    "Bahnhofstraße",
)
WORDS = (
    "barrierefrei", "gemeinsam", "Mittagstisch", "Garten", "Werkstatt", "Beratung", "Besuchsdienst", "Fahrdienst",
    "Gästewohnung", "Gemeinschaftsraum", "Pflege", "Nachbarschaft", "Generationen", "ländlich", "offen", "Ehrenamt",
    "Genossenschaft", "Quartier", "Demenz", "Tagespflege", "Dorfladen", "Café", "Reparatur", "Umbau", "Hofstelle",
)  # fmt: skip


def entries(number: int, seed: int, now: datetime) -> Iterator[tuple[Entry, Address]]:
    """`number` invented entries on the municipalities that are loaded, larger ones more often."""
    chance = random.Random(seed)  # noqa: S311  no secret is drawn
    found = Place.objects.current().inhabited().of(Level.MUNICIPALITY).exclude(lat=None).order_by("key")
    places = list(found)
    weights = [max(200, place.population or 0) ** 0.6 for place in places]
    codes = dict(Postcode.objects.order_by("-code").values_list("place_id", "code"))
    keys = kinds.keys()
    for place in chance.choices(places, weights, k=number):
        yield invented(chance, place, keys, codes.get(place.pk, ""), now)


def invented(
    chance: random.Random, place: Place, keys: list[str], postcode: str, now: datetime
) -> tuple[Entry, Address]:
    """One entry with its address."""
    kind = kinds.get(chance.choice(keys))
    name = chance.choice(FIRST) + chance.choice(SECOND)
    confirmed = now - timedelta(days=chance.randrange(1, 900)) if chance.random() < 0.8 else None
    entry = Entry(
        title=f"{kind.label} {name} {place.name}"[:200],
        kind=kind.key,
        short_text=f"Erfunden: {chance.choice(WORDS)}, {chance.choice(WORDS)} und {chance.choice(WORDS)}.",
        description=" ".join(chance.choices(WORDS, k=40)),
        place=place,
        lat=(place.lat or 0.0) + chance.gauss(0, 0.02),
        lon=(place.lon or 0.0) + chance.gauss(0, 0.03),
        operator=f"Träger Muster {name}",
        legal_form=chance.choice(LegalForm.values),
        phase=chance.choice(Phase.values) if kind.phased else "",
        target_groups=chance.sample(TargetGroup.values, k=2),
        seeking=kind.seeks and chance.random() < 0.2,
        source=SOURCE,
        state=State.PUBLISHED,
        state_since=now,
        public_since=now,
        verified_at=confirmed,
        verified_by="Beraterin Muster" if confirmed else "",
        verification_method=Method.STAFF if confirmed else Method.NONE,
        next_confirmation_on=((confirmed or now) + timedelta(days=365)).date(),
    )
    return entry, Address(
        street=f"{chance.choice(STREETS)} {chance.randrange(1, 120)}", postcode=postcode, town=place.name
    )


def make(*, number: int, seed: int, now: datetime) -> Iterator[int]:
    """Write invented entries in chunks, each whole or not at all; yields how many stand so far."""
    made, waiting = 0, entries(number, seed, now)
    while chunk := list(islice(waiting, CHUNK)):
        with transaction.atomic():
            rows = Entry.objects.bulk_create(entry for entry, _address in chunk)
            for entry, (_entry, address) in zip(rows, chunk, strict=True):
                address.entry = entry
            Address.objects.bulk_create(address for _entry, address in chunk)
            index.refresh_many(rows)
        made += len(rows)
        yield made
