"""German names of organisations: legal forms, abbreviations, towns in the name, initials."""

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA

from deele.core import text

# Spelled on folded text (lower case, no umlauts). Longer forms stand before their parts.
LEGAL_FORMS = (
    ("gmbh", r"gmbh\s*(?:&|und|u\.?)\s*co\.?\s*kg(?:aa)?"),
    ("ev", r"eingetragener\s+verein|\be\s*\.?\s*v\b\.*"),
    ("eg", r"eingetragene\s+genossenschaft|\be\s*\.?\s*g\b\.*"),
    ("ggmbh", r"gemeinnutzige\s+gmbh|\bg\s*gmbh|\bgug\b"),
    ("gmbh", r"gesellschaft\s+mit\s+beschrankter\s+haftung|\bm?gmbh|\bmbh\b"),
    ("ug", r"unternehmergesellschaft|\bug\b(?:\s*\(?haftungsbeschrankt\)?)?"),
    ("gbr", r"gesellschaft\s+burgerlichen\s+rechts|\bgbr\b"),
    ("ag", r"aktiengesellschaft|\bag\b"),
    ("kg", r"\bkg\b"),
    ("stiftung", r"\bstiftung\b"),
    ("weg", r"\bweg\b"),
)
_LEGAL = tuple((form, re.compile(pattern)) for form, pattern in LEGAL_FORMS)
# Abbreviations seen in lists of the field; the hyphen of "Nachb.-hilfe" is swallowed.
_ABBREVIATIONS = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"\bnachb\.-?(?=[a-z])", "nachbarschafts"),
        (r"\bnachb\.", "nachbarschaft"),
        (r"\bgem\.s?-?(?=[a-z])", "gemeinschafts"),
        (r"\bgem\.", "gemeinschaft"),
        (r"\bgen\.-?(?=[a-z])", "generationen"),
        (r"ztr\.?(?![a-z])", "zentrum"),
        (r"\bfv\b", "forderverein"),
        (r"\bini\b", "initiative"),
        (r"\bst\.?\s*-?(?=[a-z]{3})(?<=[.\s-])", "sankt "),
        (r"\bev\.?-?luth\b\.?", "evangelisch lutherisch"),
        (r"\bkath\.", "katholisch"),
        (r"\bmgh\b", "mehrgenerationenhaus"),
        (r"\bwohngem\.", "wohngemeinschaft"),
        (r"\bwohngemeinschaft(?:en)?\b", "wg"),
        (r"str\.(?![a-z])", "strasse"),
    )
)
_STOP = "am an auf bei das dem den der des die ein eine e v fur im in mit und u von zu zum zur co"
STOP = frozenset(_STOP.split())
# Added to names by habit: they tell nothing about which thing is meant.
_DECORATION = "buro freunde initiative standort mitte geschaftsstelle verein stiftung projekt"
DECORATION = frozenset(_DECORATION.split())
_INSIDE = re.compile(r"^(.+?)\s(?:in|im|auf)\s(?:de[mnr]\s)?(.+)$")
_BRACKET = re.compile(r"^(.+?)\s*\((.+)\)$")
_WORD = re.compile(r"[a-z0-9]+")
_SPLIT = re.compile(r"[\s()/,;–—]+")
_ROMAN = frozenset({"i", "ii", "iii", "iv"})
OLD = frozenset({"alt", "alte", "alter", "altes"})
NEW = frozenset({"neu", "neue", "neuer", "neues"})
ACRONYM = range(3, 9)


class Name(NamedTuple):
    """A name taken apart. All words are folded; `words` holds neither legal form nor town."""

    words: tuple[str, ...]
    joined: str
    legal: frozenset[str]
    initials: frozenset[str]  # letters of possible acronyms, sorted: the order of words is free
    numbers: frozenset[str]
    age: str  # "old", "new" or nothing: Alt- and Neu- are two things
    part: tuple[str, ...]  # of "WohnIdee in den Ohe-Höfen": what stands before …
    whole: str  # … and after the "in", joined


def spell_out(folded: str) -> tuple[str, frozenset[str]]:
    """Return a folded name without its legal forms and with abbreviations spelled out, and the forms found."""
    forms = set()
    for form, pattern in _LEGAL:
        folded, count = pattern.subn(" ", folded)
        if count:
            forms.add(form)
    for pattern, full in _ABBREVIATIONS:
        folded = pattern.sub(full, folded)
    return folded, frozenset(forms)


def _near_town(word: str, town: tuple[str, ...]) -> bool:
    return any(
        word == part or (len(part) > 4 and len(word) > 4 and OSA.normalized_similarity(word, part) >= 0.75)
        for part in town
    )


def _initials(folded: str, town: tuple[str, ...]) -> frozenset[str]:
    """Sorted first letters of all words, without the legal form, and without legal form and town."""
    every = [part for part in _SPLIT.split(folded) if part and part[0].isalnum()]
    bare = [part for part in _SPLIT.split(spell_out(folded)[0]) if part and part[0].isalnum()]
    homeless = [part for part in bare if part not in town]
    hyphens = [part for part in re.split(r"[\s()/,;–—-]+", folded) if part and part[0].isalnum()]
    rows = (every, bare, homeless, hyphens)
    return frozenset("".join(sorted(part[0] for part in row)) for row in rows if len(row) in ACRONYM)


def _age(words: set[str]) -> str:
    old, new = bool(words & OLD), bool(words & NEW)
    return "" if old == new else "old" if old else "new"


def _inside(bare: str, is_legal: bool) -> tuple[tuple[str, ...], str]:
    """What stands before and after "in". A legal person with a bracket is in what the bracket names."""
    found = (is_legal and _BRACKET.match(bare.strip())) or _INSIDE.match(bare.strip())
    if not found:
        return (), ""
    before = tuple(word for word in _WORD.findall(found[1]) if word not in STOP)
    return before, "".join(_WORD.findall(found[2]))


def take_apart(name: str, town: tuple[str, ...] = ()) -> Name:
    """Take a name apart. `town` are the folded words of the town it stands in, which tell nothing new."""
    folded = text.fold(name)
    bare, legal = spell_out(folded)
    found = [word for word in _WORD.findall(bare) if len(word) > 1 or word.isdigit()]
    kept = [word for word in found if not _near_town(word, town)]
    core = tuple(dict.fromkeys(kept if any(word not in STOP for word in kept) else found))
    every = set(_WORD.findall(bare))
    numbers = frozenset(word for word in every if word.isdigit() or word in _ROMAN)
    return Name(core, "".join(core), legal, _initials(folded, town), numbers, _age(every), *_inside(bare, bool(legal)))
