"""Localities nobody has a list of, learnt from the directory: Otersen lies in Kirchlinteln because an entry says so."""

from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from deele.core import text
from deele.core.errors import Refusal
from deele.places.enums import Level, NameKind
from deele.places.models import Edition, Place, PlaceName
from deele.places.readers import localities

LONGEST_NAME = 80


class UnknownMunicipality(Refusal):
    """A locality can only lie in a municipality."""

    code = "unknown_municipality"


@transaction.atomic
def learn_locality(
    *, municipality: Place, name: str, lat: float | None = None, lon: float | None = None, source: str
) -> Place:
    """The locality of this name in this municipality; made when it is new. A name of the municipality is itself.

    `source` says where we have it from. Without a point the locality lies where its municipality lies.
    Raises UnknownMunicipality, and Refusal for a name without letters or of more than 80 signs.
    """
    if municipality.level != Level.MUNICIPALITY:
        raise UnknownMunicipality(_("A locality lies in a municipality. Please choose the municipality first."))
    plain = " ".join(name.split())
    if not text.words(plain) or len(plain) > LONGEST_NAME:
        raise Refusal(_("This is no name of a locality: it needs letters, and at most 80 of them."), code="bad_name")
    if known := _known(municipality, plain):
        return known
    return _made(municipality, plain, (lat, lon), source)


def _known(municipality: Place, name: str) -> Place | None:
    """A locality, or the municipality itself, that answers to this name."""
    key = localities.locality_key(municipality.key, name)
    here = Place.objects.filter(municipality_key=municipality.key)
    return here.filter(key=key).first() or here.filter(names__folded=text.fold(name)).order_by("pk").first()


def _made(municipality: Place, name: str, point: tuple[float | None, float | None], source: str) -> Place:
    place, made = Place.objects.get_or_create(
        key=localities.locality_key(municipality.key, name),
        defaults={
            "level": Level.LOCALITY,
            "name": name,
            "display_name": name,
            "sort_name": text.fold(name)[:120],
            "kind": localities.KIND,
            "parent": municipality,
            "state_key": municipality.state_key,
            "region_key": municipality.region_key,
            "district_key": municipality.district_key,
            "association_key": municipality.association_key,
            "municipality_key": municipality.key,
            "lat": municipality.lat if point[0] is None else point[0],
            "lon": municipality.lon if point[1] is None else point[1],
            "source": source[:200],
        },
    )
    if made:
        PlaceName.objects.create(
            place=place, name=name, folded=text.fold(name), kind=NameKind.OFFICIAL, source=source[:120]
        )
        Edition.objects.get_or_create(pk=1, defaults={"stamp": uuid4().hex})
        Edition.objects.filter(pk=1).update(grown=F("grown") + 1, grown_stamp=uuid4().hex)
    return place
