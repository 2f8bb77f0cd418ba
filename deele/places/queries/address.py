"""From the words of an address to a municipality: for imports and forms. Never guesses between namesakes."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from deele.core import text
from deele.places.enums import Level
from deele.places.models import Place
from deele.places.queries import index as memory
from deele.places.queries import matching
from deele.places.queries.index import Index
from deele.places.rules import naming

CITY_WORDS = frozenset({"stadt", "kreisfreie", "hansestadt", "landeshauptstadt"})
KIND_WORDS = frozenset({"landkreis", "lk", "kreis", "lkr"})
MOST_CANDIDATES = 10


@dataclass(frozen=True)
class Resolution:
    """Where an address lies.

    `place` is the municipality (or the locality, when the town named is one), `locality` the known locality in it.
    With `certain` false a person has to look: `place` is then the likeliest of the `candidates`, or None, and
    `reason` says in a sentence what is unclear. With `certain` true `reason` may still hold a remark.
    """

    place: Place | None
    candidates: list[Place] = field(default_factory=list)
    reason: str = ""
    certain: bool = False
    locality: Place | None = None


@dataclass
class _Case:
    """One address while it is looked at. Spots are numbers in the index."""

    index: Index
    postcode: str
    town: str
    locality: str
    district: str
    districts: set[str] | None = None
    spots: list[int] = field(default_factory=list)
    namesakes: list[int] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    certain: bool = True


def for_address(postcode: str = "", town: str = "", locality: str = "", district: str = "") -> Resolution:
    """The municipality of an address. All parts are as people write them; any may be empty."""
    case = _Case(memory.current(), "".join(postcode.split()), town.strip(), locality.strip(), district.strip())
    if case.district:
        _read_district(case)
    _gather(case)
    _keep_district(case)
    _keep_postcode(case)
    _keep_locality(case)
    _watch_namesakes(case)
    return _resolution(case)


def _read_district(case: _Case) -> None:
    """The keys of the district named; None, and a remark, when it is no district (Südniedersachsen)."""
    words = text.words(case.district)
    plain = [word for word in words if word not in CITY_WORDS | KIND_WORDS]
    spots = {n for phrase in (" ".join(words), " ".join(plain)) for n in _named(case.index, phrase)}
    rows = [case.index.spots[n] for n in spots]
    if words and words[0] in CITY_WORDS:
        found = {row.district_key for row in rows if row.level == Level.MUNICIPALITY and row.key.endswith("000")}
        found = found or {row.district_key for row in rows if row.level == Level.MUNICIPALITY}
    else:
        found = {row.key for row in rows if row.level == Level.DISTRICT}
    if found:
        case.districts = found
    else:
        case.remarks.append(_("“%(district)s” is no district we know.") % {"district": case.district})


def _named(index: Index, phrase: str) -> list[int]:
    same = " ".join(map(memory.one_spelling, phrase.split()))
    return list(dict.fromkeys(index.names[number].spot for number in index.whole.get(same, ())))


def _gather(case: _Case) -> None:
    """Everything of the name of the town: municipalities first, else localities, else associations, else the like."""
    index = case.index
    wanted = case.town or case.locality
    named = _named(index, " ".join(text.words(wanted))) if wanted else []
    if wanted and not named:
        named = [n for short in naming.short_names(wanted) for n in _named(index, " ".join(text.words(short)))]
    if wanted and not named:
        likely = sorted(matching.fits(index, matching.asked(wanted)), key=lambda fit: -fit.score)
        named = [fit.spot for fit in likely[:MOST_CANDIDATES]]
        if named:
            case.certain = False
            case.remarks.append(_("We know no place “%(town)s”; these are spelled alike.") % {"town": wanted})
    if not wanted and case.postcode:
        named = index.codes.get(case.postcode, [])
    for level in (Level.MUNICIPALITY, Level.LOCALITY, Level.ASSOCIATION):
        case.spots = case.spots or [n for n in named if index.spots[n].level == level]
    case.namesakes = [n for n in named if index.spots[n].level == Level.LOCALITY and n not in case.spots]


def _keep_district(case: _Case) -> None:
    if case.districts is None:
        return
    inside = [n for n in case.spots if case.index.spots[n].district_key in case.districts]
    near = [n for n in case.namesakes if case.index.spots[n].district_key in case.districts]
    if not inside and near:
        inside, near = near, []
    if case.spots and not inside:
        case.certain = False
        values = {"town": case.town or case.locality, "district": case.district}
        case.remarks.append(_("“%(town)s” does not lie in “%(district)s”.") % values)
        return
    case.spots, case.namesakes = inside, near


def _codes(case: _Case, spot: int) -> set[str]:
    """The postcodes of the municipality, of a locality's municipality, or of all members of an association."""
    row = case.index.spots[spot]
    if row.municipality_key:
        return case.index.codes_of.get(row.municipality_key, set())
    members = (other for other in case.index.spots if other.association_key == row.key)
    return {code for member in members for code in case.index.codes_of.get(member.key, ())}


def _keep_postcode(case: _Case) -> None:
    if not case.postcode:
        return
    fitting = [n for n in case.spots if case.postcode in _codes(case, n)]
    case.namesakes = [n for n in case.namesakes if case.postcode in _codes(case, n)]
    if fitting:
        case.spots = fitting
        case.namesakes = []
    elif case.spots:
        case.certain = False
        values = {"postcode": case.postcode, "town": case.town or case.locality}
        case.remarks.append(_("The postcode %(postcode)s does not fit “%(town)s”.") % values)


def _keep_locality(case: _Case) -> None:
    """Among namesakes the one that has a locality of this name."""
    if len(case.spots) < 2 or not case.locality:
        return
    named = {case.index.spots[n].municipality_key for n in _named(case.index, " ".join(text.words(case.locality)))}
    with_it = [n for n in case.spots if case.index.spots[n].key in named]
    if with_it:
        case.spots = with_it


def _watch_namesakes(case: _Case) -> None:
    """A locality of the same name next door is a trap only where neither postcode nor own locality decides."""
    if len(case.spots) == 1 and case.namesakes and not case.locality:
        case.certain = False
        inside = ", ".join(sorted({case.index.full_name(case.index.spots[n].municipality_key) for n in case.namesakes}))
        values = {"town": case.town, "places": inside}
        case.remarks.append(_("“%(town)s” is also the name of a locality in %(places)s.") % values)


def _resolution(case: _Case) -> Resolution:
    spots = sorted(case.spots, key=lambda n: -case.index.spots[n].weight) + case.namesakes
    rows = Place.objects.in_bulk([case.index.spots[n].pk for n in spots[:MOST_CANDIDATES]])
    candidates = [rows[pk] for n in spots[:MOST_CANDIDATES] if (pk := case.index.spots[n].pk) in rows]
    if not candidates:
        case.remarks.append(_("No place was found for this address."))
        return Resolution(None, [], " ".join(case.remarks))
    if len(case.spots) > 1:
        case.certain = False
        case.remarks.append(_("%(count)d places have this name.") % {"count": len(case.spots)})
    place = candidates[0] if len(case.spots) == 1 else None
    locality = _locality(case, place) if place else None
    return Resolution(place, candidates, " ".join(case.remarks), case.certain, locality)


def _locality(case: _Case, place: Place) -> Place | None:
    if not case.locality or place.level != Level.MUNICIPALITY:
        return None
    numbers = _named(case.index, " ".join(text.words(case.locality)))
    rows = [case.index.spots[n] for n in numbers]
    inside = [row.pk for row in rows if row.level == Level.LOCALITY and row.municipality_key == place.key]
    return Place.objects.filter(pk__in=inside[:1]).first()
