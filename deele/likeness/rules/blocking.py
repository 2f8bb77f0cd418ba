"""Who is compared with whom: two records meet only if they share a key that few others hold."""

from collections.abc import Iterator
from itertools import combinations

from deele.likeness.rules.names import ACRONYM, STOP
from deele.likeness.rules.prepared import Prepared

BLOCK_LIMIT = 40  # records a key may hold; a larger block tells nothing and is left to finer keys
_SHORTEST = 3


def _places(record: Prepared) -> list[str]:
    """Where the record is, in two spellings so that a wrong postcode or town name alone parts nobody."""
    return [place for place in (record.town[:5], record.zip[:3]) if place] or ["?"]


def _name_keys(record: Prepared, place: str) -> Iterator[str]:
    words = [word for word in record.name.words if len(word) >= _SHORTEST and word not in STOP]
    for word in words:
        yield f"w|{place}|{word[:5]}"
        yield f"l|{place}|{''.join(sorted(set(word)))}"
        yield f"e|{place}|{word[-5:]}"
    for one, other in combinations(sorted(word[:3] for word in words[:5]), 2):
        yield f"p|{place}|{one}|{other}"
    for initials in record.name.initials:
        yield f"a|{place}|{initials}"
    for word in words:
        if len(word) in ACRONYM:
            yield f"a|{place}|{''.join(sorted(word))}"


def _contact_keys(record: Prepared, place: str) -> Iterator[str]:
    if record.phone:
        yield f"t|{record.phone[-8:]}"
    if record.mail:
        yield f"m|{record.mail}"
    for domain in {record.domain, record.site.host if record.site else ""} - {""}:
        yield f"d|{domain}"
        yield f"d|{domain}|{place}"
    if record.street:
        yield f"s|{place}|{record.street.name[:6]}|{record.street.number}"
    if record.opening:
        yield f"o|{record.opening}"


def keys(record: Prepared) -> set[str]:
    """All keys of a record."""
    found: set[str] = set()
    if record.name.words:
        found.add(f"n|{' '.join(sorted(record.name.words))}")  # the same name anywhere, also where no place is known
    if record.kind:
        found.add(f"k|{record.town or record.zip}|{record.kind}")  # in a small town everything of a kind
    for place in _places(record):
        found.update(_name_keys(record, place))
        found.update(_contact_keys(record, place))
    return found
