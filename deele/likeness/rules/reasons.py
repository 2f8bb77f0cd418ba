"""Why two records resemble each other, or do not, in words a person of the office uses."""

from typing import NamedTuple

from django.utils.translation import gettext

from deele.core.geo import distance_km
from deele.likeness.rules.evidence import Levels
from deele.likeness.rules.prepared import Prepared
from deele.likeness.rules.weights import WEIGHTS

MOST = 5  # reasons shown
LEAST_WEIGHT = 0.5  # evidence that moves less is not worth a sentence


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the catalogue; it is translated when it is read."""
    return sentence


SENTENCES = {
    "name-same": gettext_noop("the names are the same"),
    "name-alike": gettext_noop("the names are alike: %(words)s"),
    "name-part": gettext_noop("one name is part of the other: %(words)s"),
    "name-other": gettext_noop("the names differ"),
    "acronym": gettext_noop("one name holds the initials of the other"),
    "place-near": gettext_noop("%(metres)s m apart"),
    "place-km": gettext_noop("%(km)s km apart"),
    "place-town": gettext_noop("same town"),
    "place-other": gettext_noop("other town"),
    "street-house": gettext_noop("same address"),
    "street-many": gettext_noop("same address, but many share it"),
    "street-other": gettext_noop("other street"),
    "phone-same": gettext_noop("same telephone number"),
    "phone-many": gettext_noop("same telephone number, but many share it"),
    "phone-other": gettext_noop("other telephone number"),
    "mail-same": gettext_noop("same mail address"),
    "mail-many": gettext_noop("same mail address, but many share it"),
    "mail-other": gettext_noop("other mail address"),
    "site-same": gettext_noop("same website: %(host)s"),
    "site-many": gettext_noop("same website, but many share it: %(host)s"),
    "site-mail": gettext_noop("the mail address of one belongs to the website of the other"),
    "site-pages": gettext_noop("different pages of one website"),
    "site-other": gettext_noop("other website"),
    "description-same": gettext_noop("the descriptions are nearly the same"),
    "description-alike": gettext_noop("the descriptions are alike"),
    "description-other": gettext_noop("the descriptions differ"),
    "kind-same": gettext_noop("same kind"),
    "kind-other": gettext_noop("other kind"),
    "kind-apart": gettext_noop("kinds that are never one thing"),
    "legal-same": gettext_noop("same legal form"),
    "legal-other": gettext_noop("other legal form"),
    "conflict-number": gettext_noop("other number in the name"),
    "conflict-age": gettext_noop("one is called old, the other new"),
    "conflict-part": gettext_noop("one is a part of the other"),
    "umbrella": gettext_noop("local groups of one umbrella are not one thing"),
    "roof": gettext_noop("only the house is the same"),
    "cluster": gettext_noop("both are the same as a third: %(third)s"),
    "same": gettext_noop("nothing parts them"),
}
_BY_LEVEL = {
    ("street", "housefew"): "street-house",
    ("street", "housemany"): "street-many",
    ("street", "other"): "street-other",
    ("phone", "few"): "phone-same",
    ("phone", "many"): "phone-many",
    ("phone", "other"): "phone-other",
    ("mail", "samefew"): "mail-same",
    ("mail", "samemany"): "mail-many",
    ("mail", "other"): "mail-other",
    ("site", "hostfew"): "site-same",
    ("site", "pagefew"): "site-same",
    ("site", "belowfew"): "site-same",
    ("site", "hostmany"): "site-many",
    ("site", "mailfew"): "site-mail",
    ("site", "pages"): "site-pages",
    ("site", "other"): "site-other",
    ("acronym", "yes"): "acronym",
    ("roof", "yes"): "roof",
}


class Reason(NamedTuple):
    """A sentence by its key with its values; `str()` speaks the active language. `weight` > 0 speaks for one thing."""

    key: str
    values: dict[str, str]
    weight: float

    def __str__(self) -> str:
        return gettext(SENTENCES[self.key]) % self.values


def _name(a: Prepared, b: Prepared, said: Levels) -> Reason | None:
    weight = sum(WEIGHTS[field][said[field]] for field in ("share", "part", "told"))
    if said["share"] == "10":
        return Reason("name-same", {}, weight)
    if int(said["share"]) >= 4 or int(said["part"]) >= 3:
        words = ", ".join(sorted(set(a.name.words) & set(b.name.words)))
        if not words:
            words = f"{' '.join(a.name.words)} / {' '.join(b.name.words)}"
        return Reason("name-alike" if int(said["share"]) >= 4 else "name-part", {"words": words}, weight)
    return None if said["acronym"] else Reason("name-other", {}, min(weight, -1.0))


def _place(a: Prepared, b: Prepared, said: Levels) -> Reason | None:
    level = said["place"]
    if level == "unknown":
        return None
    weight = WEIGHTS["place"][level]
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return Reason("place-town" if level == "town" else "place-other", {}, weight)
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    if km < 1:
        return Reason("place-near", {"metres": str(round(km * 100) * 10)}, weight)
    return Reason("place-km", {"km": str(round(km))}, weight)


def _others(a: Prepared, said: Levels, b: Prepared) -> list[Reason]:
    host = a.site.host if a.site else b.site.host if b.site else ""
    found = []
    for field, level in said.items():
        key = _BY_LEVEL.get((field, level)) or f"{field}-{level}"
        if level and key in SENTENCES and field not in ("place", "share", "part", "told"):
            values = {"host": host} if key in ("site-same", "site-many") else {}
            found.append(Reason(key, values, WEIGHTS[field].get(level, 0.0)))
    if said["umbrella"] and said["site"] in ("hostmany", "pages", "hostfew"):
        found.append(Reason("umbrella", {}, WEIGHTS["umbrella"]["yes"]))
    return found


def reasons(a: Prepared, b: Prepared, said: Levels) -> tuple[Reason, ...]:
    """The weightiest reasons, those that speak for it first."""
    found = [reason for reason in (_name(a, b, said), _place(a, b, said)) if reason] + _others(a, said, b)
    weighty = sorted(
        (reason for reason in found if abs(reason.weight) >= LEAST_WEIGHT), key=lambda one: (-abs(one.weight), one.key)
    )[:MOST]
    return tuple(sorted(weighty, key=lambda one: (-one.weight, one.key)))
