"""How the register names things, and what we call them."""

import re
from datetime import date

# What the four statistical regions of Lower Saxony are called since 2014: by the Amt für regionale Landesentwicklung
# that serves each (domain §2; key of the region → name).
REGION_NAMES = {"031": "Braunschweig", "032": "Leine-Weser", "033": "Lüneburg", "034": "Weser-Ems"}

UNINCORPORATED_KIND = "Gemeindefreies Gebiet"
ASSOCIATION_KINDS = {
    "51": "Amt",
    "52": "Samtgemeinde",
    "53": "Verbandsgemeinde",
    "54": "Verwaltungsgemeinschaft",
    "55": "Kirchspielslandgemeinde",
    "56": "Verwaltungsverband",
    "57": "Verwaltungsgemeinschaft",
    "58": "Erfüllende Gemeinde",
}
DISTRICT_KINDS = {
    "41": "Kreisfreie Stadt",
    "42": "Stadtkreis",
    "43": "Kreis",
    "44": "Landkreis",
    "45": "Regionalverband",
}
MUNICIPALITY_KINDS = {
    "60": "Markt",
    "61": "Kreisfreie Stadt",
    "62": "Stadtkreis",
    "63": "Stadt",
    "64": "Gemeinde",
    "65": UNINCORPORATED_KIND,
    "66": UNINCORPORATED_KIND,
    "67": "Große Kreisstadt",
}
UNINCORPORATED = ("65", "66")
CITY_DISTRICTS = ("Kreisfreie Stadt", "Stadtkreis")


# Designations the register shortens (Bavaria).
SPELLED_OUT = {"M": "Markt", "St": "Stadt", "GKSt": "Große Kreisstadt"}
# BBSR types of towns by inhabitants of the association, else of the municipality; the official type also looks at
# central-place functions.
TOWN_TYPES = [
    (100_000, "Großstadt"),
    (50_000, "Größere Mittelstadt"),
    (20_000, "Kleinere Mittelstadt"),
    (10_000, "Größere Kleinstadt"),
    (5_000, "Kleine Kleinstadt"),
    (1, "Landgemeinde"),
]
ASSOCIATION_PREFIX = re.compile(r"^(?:VVG|GVV|VG|VGem|Verwaltungsgemeinschaft)\s+(?:der Stadt\s+)?")
BRACKET = re.compile(r"\s*\([^)]*\)")
# Where the own name ends and the addition begins: Buchholz in der Nordheide, Neustadt a.d.Donau, Rade b. Hohenwestedt.
ADDITION = re.compile(r"\s*(?:/| a\.| b\.| i\.| (?:an der|am|an|auf|bei|beim|im|in|ob der|unter|vor der|vor)\s).*$")


def town_type(population: int) -> str:
    """The type of a town or municipality of so many inhabitants; empty for none."""
    return next((name for least, name in TOWN_TYPES if population >= least), "")


def split_name(full: str) -> tuple[str, str]:
    """Name and designation: "Verden (Aller), Stadt" → ("Verden (Aller)", "Stadt")."""
    name, _, designation = full.partition(",")
    designation = designation.strip()
    return " ".join(name.split()), SPELLED_OUT.get(designation, designation)


def municipality_kind(code: str, designation: str) -> str:
    """What a municipality is. Flecken have no code of their own."""
    if code in MUNICIPALITY_KINDS and "flecken" in designation.lower():
        return "Flecken"
    return MUNICIPALITY_KINDS.get(code, "Gemeinde")


def district_names(name: str, kind: str) -> tuple[str, str]:
    """Kind and full name of a district: ("Verden", "Landkreis") → ("Landkreis", "Landkreis Verden")."""
    if kind in CITY_DISTRICTS:
        return kind, f"Stadt {name}"
    if name.startswith(("Region ", "Städteregion ", "Regionalverband ")):
        return name.split()[0], name
    if "kreis" in name.lower():
        return kind, name
    return kind, f"{kind} {name}"


def association_names(name: str, kind: str) -> tuple[str, str]:
    """Name and full name of an association: "Bersenbrück" → "Samtgemeinde Bersenbrück"."""
    plain = ASSOCIATION_PREFIX.sub("", name.removesuffix("(VGem)").strip()) or name
    return plain, plain if plain.startswith(kind) else f"{kind} {plain}"


def region_names(key: str, name: str) -> tuple[str, str, str]:
    """Kind, name and full name of a region; in Lower Saxony the office for regional development names it."""
    if key in REGION_NAMES:
        return "Amtsbezirk für regionale Landesentwicklung", REGION_NAMES[key], f"Region {REGION_NAMES[key]}"
    plain = name.removeprefix("Reg.-Bez. ").removeprefix("Statistische Region ")
    return "Regierungsbezirk", plain, f"Regierungsbezirk {plain}"


def short_names(name: str) -> list[str]:
    """What people say instead: Verden (Aller) → Verden; Buchholz in der Nordheide → Buchholz."""
    plain = BRACKET.sub("", name).strip()
    found = [plain, ADDITION.sub("", plain).strip()]
    return [short for short in dict.fromkeys(found) if short and short != name and len(short) > 2]


def likely_population_day(register_on: date) -> date:
    """The day the inhabitants of a register were counted for: the last official count is 14 to 25 months old.

    A register of 2026-02 has the count of 2024-12-31; from October on the count of the year before is in it.
    """
    return date(register_on.year - (1 if register_on.month >= 10 else 2), 12, 31)


def inside(display_name: str, level: str) -> str:
    """Where something is, in German: im Landkreis Verden, in der Samtgemeinde Thedinghausen, von Kirchlinteln."""
    first = display_name.split()[0] if display_name else ""
    if level == "district":
        return f"in der {display_name}" if first in ("Region", "Städteregion", "Stadt") else f"im {display_name}"
    if level == "association":
        return f"im {display_name}" if first in ("Amt", "Verwaltungsverband") else f"in der {display_name}"
    if level == "region":
        return f"in der {display_name}" if first == "Region" else f"im {display_name}"
    if level == "municipality":  # said of a locality: Ortsteil von Kirchlinteln
        return f"von {display_name}"
    return f"im {display_name}" if display_name == "Saarland" else f"in {display_name}"


def title_of(kind: str, designation: str) -> str:
    """What a place calls itself: a Hansestadt rather than a Stadt, but a Kreisfreie Stadt stays one."""
    telling = designation.lower().endswith("stadt") and "," not in designation and designation != "Stadt"
    return designation if telling and designation.lower() != "kreisfreie stadt" else kind
