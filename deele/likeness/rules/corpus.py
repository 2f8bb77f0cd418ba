"""How often words, domains, numbers and addresses occur: what is rare tells much, what is common little."""

from collections import Counter
from collections.abc import Iterable
from math import log

from deele.likeness.rules.names import DECORATION, STOP
from deele.likeness.rules.prepared import Prepared

# Share of names that hold a word, by our own counting of lists of the field; keeps small files from
# taking "Wohnprojekt" for a rare word. All other words start as unknown.
COMMON = {
    0.05: "verein haus wg wohnprojekt forderverein nachbarschaftshilfe mehrgenerationenhaus wohnen stiftung initiative",
    0.02: (
        "gemeinsam leben alt jung generationen generationenhaus senioren pflege demenz tagespflege pflegestutzpunkt "
        "stutzpunkt wohnberatung beratung beratungsstelle treff treffpunkt dorfladen dorftreff stadtteiltreff "
        "nachbarschaft nachbarschaftstreff nachbarschaftszentrum zentrum familienzentrum burgerverein burgerhaus "
        "gemeinschaft gemeinschaftlich gemeinschaftliches wohngruppe ambulant betreute hof garten alte neue schule "
        "netzwerk verbund genossenschaft wohnungsgenossenschaft seniorenserviceburo landkreis stadt "
        "gemeinde ortsgruppe regionalgruppe kreisverband ortsverein mobile seniorenwg quartierstreff quartier "
        "mehrgenerationenwohnen seniorenservice burgerbus tafel diakonie caritas awo johanniter drk"
    ),
}
_SHARE = {word: share for share, words in COMMON.items() for word in words.split()}
VIRTUAL = 3000  # records of unknown names believed in beside the counted ones
LIMIT = 8.5  # nats; a word seen once in 10,000 names and one seen once in 100,000 tell the same
WEAK = {**dict.fromkeys(STOP, 0.3), **dict.fromkeys(DECORATION, 1.0)}


def marks(record: Prepared) -> set[str]:
    """What of a record is counted: words as they are, the rest with a sign before it."""
    found = set(record.name.words)
    found |= {f"@{domain}" for domain in (record.domain, record.site.host if record.site else "") if domain}
    if record.mail:
        found.add(f"={record.mail}")
    if record.phone:
        found.add(f"#{record.phone}")
    if record.street and record.street.number:
        found.add(house(record))
    return found


def house(record: Prepared) -> str:
    """The mark of an address: street, number and postcode or town."""
    street = record.street
    return f"~{street.name} {street.number} {record.zip or record.town}" if street else ""


class Corpus:
    """Counts over the records compared with. Empty, it falls back on the common words of the field."""

    def __init__(self, counts: dict[str, int] | None = None, size: int = 0) -> None:
        self.counts: dict[str, int] = counts if counts is not None else Counter()
        self.size = size
        self._rarity: dict[str, float] = {}

    @classmethod
    def of(cls, records: Iterable[Prepared]) -> "Corpus":
        """Count the records."""
        counts: Counter[str] = Counter()
        size = 0
        for record in records:
            counts.update(marks(record))
            size += 1
        return cls(counts, size)

    def count(self, mark: str) -> int:
        """How many records hold the mark."""
        return self.counts.get(mark, 0)

    def rarity(self, word: str) -> float:
        """What meeting `word` in a name tells, in nats, 0.3 (der, und) to 8.5 (seen once among many)."""
        known = self._rarity.get(word)
        if known is None:
            known = self._rarity[word] = WEAK.get(word) or self._count_rarity(word)
        return known

    def _count_rarity(self, word: str) -> float:
        believed = _SHARE.get(word, 0.0) * VIRTUAL + max(1, self.count(word))
        return min(LIMIT, log((self.size + VIRTUAL) / believed))
