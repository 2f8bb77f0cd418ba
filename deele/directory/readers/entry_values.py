"""German cell values read into the vocabulary of the directory."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from deele.core import dates, ranges
from deele.core.text import fold, words
from deele.directory.enums import LegalForm, Phase
from deele.directory.kinds.catalogue import Kind, kinds

YES = frozenset({"ja", "j", "yes", "y", "wahr", "true", "x", "1", "vorhanden"})
NO = frozenset({"nein", "n", "no", "falsch", "false", "0", "keine", "kein"})
LONGEST_URL = 500

PHASES: dict[str, Phase] = {
    "bezogen": Phase.LIVING, "bewohnt": Phase.LIVING, "aktiv": Phase.LIVING, "realisiert": Phase.LIVING,
    "fertig": Phase.LIVING, "fertiggestellt": Phase.LIVING, "bestehend": Phase.LIVING, "in betrieb": Phase.LIVING,
    "wohnen": Phase.LIVING, "eroffnet": Phase.LIVING,
    "in umsetzung": Phase.BUILDING, "im bau": Phase.BUILDING, "bau": Phase.BUILDING, "umsetzung": Phase.BUILDING,
    "in planung": Phase.PLANNING, "geplant": Phase.PLANNING, "planung": Phase.PLANNING, "planungsphase": Phase.PLANNING,
    "initiative": Phase.CORE_GROUP, "gruppe": Phase.CORE_GROUP, "kerngruppe": Phase.CORE_GROUP,
    "idee": Phase.INTEREST, "grundungsphase": Phase.CORE_GROUP, "in grundung": Phase.CORE_GROUP,
    "unbekannt": Phase.UNKNOWN, "unklar": Phase.UNKNOWN,
    "aufgelost": Phase.DISSOLVED, "beendet": Phase.DISSOLVED, "gescheitert": Phase.FAILED, "ruht": Phase.RESTING,
}  # fmt: skip

# Read from the top; the first that fits is the main form (domain §6). Words are folded.
LEGAL_FORMS: tuple[tuple[str, LegalForm], ...] = (
    (r"syndikat", LegalForm.SYNDICATE),
    (r"dachgenossenschaft", LegalForm.ROOF_COOPERATIVE),
    (r"sozialgenossenschaft|seniorengenossenschaft", LegalForm.SOCIAL_COOPERATIVE),
    (r"(genossenschaft|eg\b).*vermieterin|vermieterin.*genossenschaft", LegalForm.LANDLORD_COOPERATIVE),
    (r"gmbh & co", LegalForm.LIMITED_PARTNERSHIP),
    (r"stiftung.*(vermiet|generalmiet|verein|selbstverwalt)|generalmieter", LegalForm.FOUNDATION_LEASE),
    (r"\bweg\b.*erbb|\beg\b.*erbb|erbb.*\bweg\b|\bweg\b.*grundeigent", LegalForm.OWNERS_LEASEHOLD),
    (r"^eg\b|\bgenossenschaft\b|wohngenossenschaft", LegalForm.OWN_COOPERATIVE),
    (r"^weg\b|eigentumergemeinschaft|einzeleigentum", LegalForm.OWNERS),
    (r"bauherr|baugemeinschaft|baugruppe", LegalForm.BUILDING_GROUP),
    (r"wohnungsgesellschaft|wohnungsbaugesellschaft|wohnungsunternehmen", LegalForm.HOUSING_COMPANY),
    (r"investor", LegalForm.INVESTOR),
    (r"ggmbh|gemeinnutzige gmbh", LegalForm.NON_PROFIT_COMPANY),
    (r"diakonie|caritas|\bawo\b|wohlfahrt|kirche", LegalForm.WELFARE),
    (r"^kommunal|^gemeinde|^stadt\b|^landkreis", LegalForm.MUNICIPALITY),
    (r"^e\. ?v\.|^ev\b|^verein|eingetragener verein", LegalForm.ASSOCIATION),
    (r"^ohne|keine rechtsform", LegalForm.NONE),
)
CONVERTED_FROM: tuple[tuple[str, str], ...] = (
    (r"kaserne\b|ehemalige kaserne", "kaserne"),
    (r"schule|schulgebaude", "schule"),
    (r"gemeindehaus|kirche|pfarr", "kirche_gemeindehaus"),
    (r"hofstelle|resthof|bauernhaus|bauernhof", "hofstelle"),
    (r"gewerbe|fabrik|halle|ladenlokal|buro", "gewerbe"),
    (r"gasthof|gaststatte|hotel", "gasthof"),
    (r"denkmal", "denkmal"),
)
NEW, OLD = (
    re.compile(r"neubau|strohballen"),
    re.compile(r"umbau|bestand|sanier|ehemal|altbau|hofstelle|resthof|leersteh"),
)
YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
COUNT = re.compile(r"[^\d(]*\d[\d.]*(?:\s*(?:-|–|—|bis|\.\.)\s*\d[\d.]*)?")
SPLIT = re.compile(r"\s*(?:;|\n| / )\s*")
is_url = URLValidator(schemes=["http", "https"])


class BadValue(ValueError):
    """The text is not understood."""


def yes_no(text: str) -> bool:
    """ja, nein and their relatives. Raises BadValue."""
    plain = text.strip().lower()
    if plain in YES or plain in NO:
        return plain in YES
    raise BadValue(text)


def count(text: str) -> tuple[str, bool]:
    """A number or range in canonical spelling, and whether the text said more ("250 Mitglieder"). Raises BadValue."""
    head = COUNT.match(text.strip())
    for candidate, more in ((text, False), (head[0] if head else "", True)):
        try:
            return ranges.parse(candidate).stored(), more
        except ranges.BadRange:
            continue
    raise BadValue(text)


def year(text: str) -> int:
    """The year in "2012", "ca. 2012", "Mai 2012" or "2011/12" (the first). Raises BadValue."""
    try:
        return dates.parse(text).day.year
    except dates.BadDate:
        if found := YEAR.search(text):
            return int(found[1])
    raise BadValue(text)


def website(text: str, longest: int = LONGEST_URL) -> str:
    """A web address, with https where the scheme was left out. Raises BadValue."""
    plain = text.strip()
    address = plain if re.match(r"https?://", plain, re.IGNORECASE) else f"https://{plain}"
    try:
        is_url(address)
    except ValidationError as error:
        raise BadValue(text) from error
    if len(address) > longest or not urlsplit(address).hostname:
        raise BadValue(text)
    return address


def number(text: str) -> float:
    """A decimal number with point or comma. Raises BadValue."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError as error:
        raise BadValue(text) from error


@lru_cache
def _kinds_by_word() -> dict[str, str]:
    """Folded key, label and other names of every kind → its key."""
    found: dict[str, str] = {}
    for kind in kinds:
        for name in (kind.key, str(kind.label), str(kind.plural), *kind.other_names):
            found.setdefault("".join(words(name)), kind.key)
    return found


def kind(text: str) -> Kind:
    """The kind by key, label or other name. Raises BadValue."""
    found = _kinds_by_word().get("".join(words(text)))
    if found is None:
        raise BadValue(text)
    return kinds.get(found)


def phase(text: str) -> Phase:
    """Where a project stands, from its status in words. Raises BadValue."""
    plain = " ".join(words(text))
    if plain in PHASES:
        return PHASES[plain]
    for one in Phase:
        if plain in (fold(one.value), fold(str(one.label))):
            return one
    raise BadValue(text)


def legal_form(text: str) -> LegalForm | None:
    """The main legal form named in the text, None when it is none we know; the text itself is kept beside it."""
    plain = fold(text)
    for pattern, form in LEGAL_FORMS:
        if re.search(pattern, plain):
            return form
    return next((form for form in LegalForm if plain == form.value), None)


def building(text: str) -> dict[str, str]:
    """What the words about a building say: new or existing, and what it was before."""
    plain = fold(text)
    new, old = bool(NEW.search(plain)), bool(OLD.search(plain))
    found = {}
    if new or old:
        found["gebaeude"] = "neubau_und_bestand" if new and old else "neubau" if new else "bestand"
    if old:
        before = next((key for pattern, key in CONVERTED_FROM if re.search(pattern, plain)), "")
        found |= {"umnutzung_von": before} if before else {}
    return found


def streets(text: str) -> list[str]:
    """Several addresses in one cell: split at semicolons, lines and " / "; house numbers stay together."""
    return [street for street in SPLIT.split(text.strip()) if street]
