"""A record made ready for many comparisons: everything that depends on it alone is done once."""

from typing import NamedTuple

from deele.core import text
from deele.likeness.rules import contacts, names
from deele.likeness.rules.records import Record

# Words after the proper name of a town: Buchholz in der Nordheide, Frankfurt am Main, Nienburg (Weser).
_LINKS = frozenset(["in", "im", "am", "an", "der", "dem", "den", "bei", "ob", "vor", "auf", "a", "d", "i", "v"])


class Prepared(NamedTuple):
    """All values folded and empty where unknown."""

    id: str
    name: names.Name
    kind: str
    town: str
    town_words: tuple[str, ...]
    zip: str
    lat: float | None
    lon: float | None
    street: contacts.Street | None
    phone: str
    mail: str
    domain: str
    site: contacts.Site | None
    description: frozenset[str]
    opening: str


def town_of(city: str) -> tuple[str, tuple[str, ...]]:
    """Return the town's short name and all its words: Verden (Aller) → verden, (verden, aller)."""
    words = tuple(text.words(city))
    short: list[str] = []
    for word in text.words(city.split("(")[0]):
        if short and word in _LINKS:
            break
        short.append(word)
    return "".join(short), tuple(word for word in words if word not in _LINKS)


def prepare(record: Record) -> Prepared:
    """Make a record ready for comparing."""
    town, town_words = town_of(record.city)
    mail, domain = contacts.mail(record.email)
    placed = record.lat is not None and record.lon is not None
    said = text.words(record.description)
    return Prepared(
        id=record.id,
        name=names.take_apart(record.name, town_words),
        kind=record.kind.strip(),
        town=town,
        town_words=town_words,
        zip=record.zip.strip(),
        lat=record.lat if placed else None,
        lon=record.lon if placed else None,
        street=contacts.street(record.street),
        phone=contacts.phone(record.phone),
        mail=mail,
        domain=domain,
        site=contacts.site(record.website),
        description=frozenset(said),
        opening=" ".join(said[:6]) if len(said) > 5 else "",
    )
