"""What two records say about each other, field by field, as levels that a person can read."""

from bisect import bisect_right
from collections.abc import Callable

from rapidfuzz.distance import OSA

from deele.core.geo import distance_km
from deele.likeness.rules import corpus as counts
from deele.likeness.rules.corpus import Corpus
from deele.likeness.rules.families import apart
from deele.likeness.rules.likeness_of_names import Alike, alike
from deele.likeness.rules.prepared import Prepared

SHARE_STEPS = (0.05, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.9999)
PART_STEPS = (0.2, 0.4, 0.6, 0.75, 0.9, 0.98)
TOLD_STEPS = (1.5, 4.0, 6.0, 8.0, 10.0, 13.0, 17.0)
KM_STEPS = ((0.02, "spot"), (0.35, "house"), (1.5, "corner"), (6.0, "quarter"), (15.0, "town"), (40.0, "region"))
FEW = 3  # records that share a mark before it is taken for one of a house or an umbrella
SAID_LEAST = 7  # words; a shorter text is a label (an operator, a kind) that many things share
SAID_STEPS = ((0.8, "same"), (0.35, "alike"), (0.0, "other"))
RARE = 6.0  # nats a word must tell to be a name of its own
Levels = dict[str, str]


def place(a: Prepared, b: Prepared) -> str:
    """How near: by coordinates, else by postcode and town."""
    if a.lat is not None and b.lat is not None and a.lon is not None and b.lon is not None:
        km = distance_km(a.lat, a.lon, b.lat, b.lon)
        return next((level for limit, level in KM_STEPS if km < limit), "far")
    if a.zip and b.zip and (a.zip == b.zip or a.zip[:2] != b.zip[:2]):
        return "town" if a.zip == b.zip else "far"
    if not a.town or not b.town:
        return "unknown"
    return "other" if town(a, b) else "town"


def town(a: Prepared, b: Prepared) -> str:
    """Whether both name a town and not the same one; Verden and Verden (Aller) are one."""
    short, long = sorted((a.town, b.town), key=len)
    if not short or long.startswith(short) or OSA.normalized_similarity(short, long) >= 0.8:
        return ""
    return "other"


def _shared(corpus: Corpus, *marks: str) -> str:
    return "few" if max(map(corpus.count, marks)) <= FEW else "many"


def street(a: Prepared, b: Prepared, corpus: Corpus, near: str) -> str:
    """Same house, same street, other street; in another town a like-named street is another street."""
    if not a.street or not b.street:
        return ""
    if near in ("region", "far", "other") or OSA.normalized_similarity(a.street.name, b.street.name) < 0.75:
        return "other"
    if a.street.number != b.street.number:
        return "open" if not a.street.number or not b.street.number else "street"
    if not a.street.number:
        return "street"
    return "house" + _shared(corpus, counts.house(a), counts.house(b))


def phone(a: Prepared, b: Prepared, corpus: Corpus) -> str:
    """Same or other number; a number of many is that of a house."""
    if not a.phone or not b.phone:
        return ""
    if a.phone != b.phone:
        return "typo" if OSA.distance(a.phone, b.phone) == 1 else "other"
    return _shared(corpus, f"#{a.phone}")


def mail(a: Prepared, b: Prepared, corpus: Corpus) -> str:
    """Same address, same own domain, other."""
    if not a.mail or not b.mail:
        return ""
    if a.mail == b.mail:
        return "same" + _shared(corpus, f"={a.mail}")
    if not a.domain or not b.domain:
        return "public"
    return "domain" + _shared(corpus, f"@{a.domain}") if a.domain == b.domain else "other"


def site(a: Prepared, b: Prepared, corpus: Corpus) -> str:
    """Same page, same host, other page of one host, other; where one has no site, the mail domain stands in."""
    if a.site and b.site:
        if a.site.host != b.site.host:
            return "other"
        if a.site.path != b.site.path:
            return "pages" if a.site.path and b.site.path else "below" + _shared(corpus, f"@{a.site.host}")
        if a.site.path:
            return "page" + _shared(corpus, f"@{a.site.host}")
        return "host" + _shared(corpus, f"@{a.site.host}")
    host = a.site.host if a.site else b.site.host if b.site else ""
    if not host:
        return ""
    return "mail" + _shared(corpus, f"@{host}") if host in (a.domain, b.domain) else ""


def description(a: Prepared, b: Prepared) -> str:
    """Share of words both texts hold."""
    if len(a.description) < SAID_LEAST or len(b.description) < SAID_LEAST:
        return ""
    share = len(a.description & b.description) / len(a.description | b.description)
    return next(level for limit, level in SAID_STEPS if share >= limit)


def kind(a: Prepared, b: Prepared) -> str:
    """Same, other, or apart: of families that are never one thing."""
    if not a.kind or not b.kind:
        return ""
    if a.kind == b.kind:
        return "same"
    return "apart" if apart(a.kind, b.kind) else "other"


def legal(a: Prepared, b: Prepared) -> str:
    """Same legal form, another one, or unknown."""
    if not a.name.legal or not b.name.legal:
        return ""
    return "same" if a.name.legal & b.name.legal else "other"


def inside(a: Prepared, b: Prepared, corpus: Corpus) -> bool:
    """Whether `a` is named as something of its own inside `b`: WohnIdee in den Ohe-Höfen, but not Wohnen im Park."""
    if not a.name.whole or OSA.normalized_similarity(a.name.whole, b.name.joined) < 0.8:
        return False
    return any(corpus.rarity(word) > RARE and word not in b.name.words for word in a.name.part)


def conflict(a: Prepared, b: Prepared, corpus: Corpus) -> str:
    """What in the names parts them: Haus 1 and Haus 2, Alt- and Neu-, part and whole."""
    if a.name.age and b.name.age and a.name.age != b.name.age:
        return "age"
    if inside(a, b, corpus) or inside(b, a, corpus):
        return "part"
    parted = a.name.numbers and b.name.numbers and not a.name.numbers & b.name.numbers
    return "number" if parted else ""


def _step(steps: tuple[float, ...], value: float) -> str:
    return str(bisect_right(steps, value))


def _names(found: Alike) -> Levels:
    return {
        "share": _step(SHARE_STEPS, found.share),
        "part": _step(PART_STEPS, found.part),
        "told": _step(TOLD_STEPS, found.told),
        "acronym": "yes" if found.acronym else "",
    }


TOGETHER: tuple[tuple[str, Callable[[Levels, Alike], bool]], ...] = (
    # Local groups of one umbrella: same name, site and mail, other town.
    ("umbrella", lambda said, _: said["place"] in ("region", "far", "other")),
    # Many under one roof: the house is the same, the name is not, and nothing else of their own is.
    (
        "roof",
        lambda said, found: (
            found.share < 0.35
            and not found.acronym
            and said["mail"][:4] != "same"
            and said["site"] not in ("pagefew", "hostfew", "mailfew")
            and said["description"] not in ("same", "alike")
        ),
    ),
)


def levels(a: Prepared, b: Prepared, corpus: Corpus) -> Levels:
    """All levels of a pair; an empty level is silence."""
    near = place(a, b)
    found = alike(a.name, b.name, corpus)
    said = {
        **_names(found),
        "place": near,
        "town": town(a, b) if a.zip != b.zip else "",
        "street": street(a, b, corpus, near),
        "phone": phone(a, b, corpus),
        "mail": mail(a, b, corpus),
        "site": site(a, b, corpus),
        "description": description(a, b),
        "kind": kind(a, b),
        "legal": legal(a, b),
        "conflict": conflict(a, b, corpus),
    }
    for name, holds in TOGETHER:
        said[name] = "yes" if holds(said, found) else ""
    return said
