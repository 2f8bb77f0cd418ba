"""Invented organisations with known duplicates and traps, so that quality can be tested without any shared data."""

import random
import string
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from deele.core import text
from deele.likeness.rules import Record


def _split(words: str) -> list[str]:
    return words.split()


ADJECTIVES = _split("Bunte Faire Stille Offene Urbane Lokale Freie Kleine Gemeinsame Lebendige Neue Ländliche")
NOUNS = _split("Linde Brücke Scheune Küche Wiese Quelle Werkstatt Bühne Wurzel Insel Mühle Halle Sonne Kiste")
THEMES = _split(
    "Garten Kompost Theater Radweg Imkerei Musik Möbel Saatgut Hebamme Kino Moor Lesung Tausch Solar Bus Käse Lehm "
    "Forum Frieden Energie Boden Markt Wald Pflege Brot Tanz Museum Familie Bücher Nähen Förderung Küste"
)
KINDS = _split("Hofladen Foodcoop Tauschring Wohnprojekt Kulturzentrum Weltladen Bürgerenergie Gemeinschaftsgarten")
LEGAL = [*_split("e.V. e.V. e.V. GmbH gGmbH eG GbR UG Stiftung"), "", ""]
STREETS = _split("Haupt Garten Mühlen Berg Schiller Feld Linden Ring Hafen Kirch Süd Nord Goethe Wiesen")
ENDS = _split("straße straße weg allee platz gasse")
SURNAMES = _split("Koch Fischer Vogt Krüger Maier Lang Böhm Roth Hahn König Berger Schulze")
FILLERS = _split("für und offen jeden Dienstag Samstag gemeinsam willkommen viele Uhr Monat Anmeldung aktiv rund")
UMBRELLAS = _split("Mieterhilfe Tafelrunde Bürgerbus Wandelnetz Zeitbank Nachbarschaftshilfe Streuobstverein")
UMBRELLA_HOST = "verband.example"
Change = Callable[[random.Random, Record], Record]


def towns(rng: random.Random, number: int) -> list[tuple[str, str, float, float]]:
    """Name, postcode area and position; a few names occur twice, as Neuenkirchen does."""
    stems = _split("Birken König Rosen Stein Grün Mühl Hohen Sonnen Eichen Wald Unter Ober Neu Groß")
    ends = _split("burg bach feld kirchen hagen rode dorf heim au stedt tal brück")
    return [
        (
            rng.choice(stems) + rng.choice(ends),
            f"{rng.randrange(1, 99):02}{rng.randrange(10)}",
            rng.uniform(48, 54),
            rng.uniform(7, 14),
        )
        for _ in range(number)
    ]


def _name(rng: random.Random, town: str) -> tuple[str, str]:
    kind = rng.choice(KINDS)
    theme = rng.choice(THEMES) + rng.choice(THEMES).lower()
    core = rng.choice(
        (
            f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)} {town}",
            f"{kind} {rng.choice(SURNAMES)}",
            f"{kind} {theme}",
            f"Förderverein {theme} {town}",
            f"{rng.choice(NOUNS)} {theme}",
            f"Haus der {rng.choice(THEMES)} {town}",
        )
    )
    return f"{core} {rng.choice(LEGAL)}".strip(), kind


def organisation(rng: random.Random, number: int, town: tuple[str, str, float, float]) -> Record:
    """One invented organisation."""
    place, area, lat, lon = town
    name, kind = _name(rng, place)
    host = f"{text.slug(name, 28)}.example.{rng.choice(('de', 'org', 'net'))}"
    said = " ".join(rng.choice(THEMES) + " " + rng.choice(FILLERS) for _ in range(rng.randrange(4, 9)))
    return Record(
        id=str(number),
        name=name,
        kind=kind,
        street=f"{rng.choice(STREETS)}{rng.choice(ENDS)} {rng.randrange(1, 150)}",
        zip=f"{area}{rng.randrange(20):02}",
        city=place,
        lat=round(lat + rng.uniform(-0.05, 0.05), 6),
        lon=round(lon + rng.uniform(-0.05, 0.05), 6),
        phone=f"0{rng.randrange(1000, 9999)} {rng.randrange(10**5, 10**7)}" if rng.random() < 0.75 else "",
        email=f"info@{host}" if rng.random() < 0.7 else "",
        website=f"https://www.{host}" if rng.random() < 0.8 else "",
        description=said,
    )


def _typo(rng: random.Random, one: Record) -> Record:
    at = rng.randrange(1, max(2, len(one.name) - 1))
    letter = rng.choice(string.ascii_lowercase)
    other = rng.choice((one.name[:at] + one.name[at + 1 :], one.name[:at] + letter + one.name[at:]))
    return replace(one, name=other)


def _umlauts(rng: random.Random, one: Record) -> Record:
    spelled = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
    return replace(one, name=one.name.translate(spelled), city=one.city.translate(spelled))


def _legal(rng: random.Random, one: Record) -> Record:
    return replace(one, name=one.name.replace(" e.V.", rng.choice(("", " eingetragener Verein"))).removesuffix(" GmbH"))


def _order(rng: random.Random, one: Record) -> Record:
    words = one.name.split()
    rng.shuffle(words)
    return replace(one, name=" ".join(words))


def _acronym(rng: random.Random, one: Record) -> Record:
    words = one.name.split()
    return replace(one, name=f"{''.join(word[0] for word in words).upper()} – {words[0]}") if len(words) > 2 else one


def _moved(rng: random.Random, one: Record) -> Record:
    street = f"{rng.choice(STREETS)}{rng.choice(ENDS)} {rng.randrange(1, 150)}"
    return replace(one, street=street, lat=one.lat + rng.uniform(-0.02, 0.02), lon=one.lon + rng.uniform(-0.02, 0.02))


def _spelling(rng: random.Random, one: Record) -> Record:
    street = one.street.replace("straße", "str.") + rng.choice(("", "a", ", Hinterhaus"))
    return replace(one, street=street, phone=f"+49 {one.phone[1:]}" if one.phone else "")


def _gaps(rng: random.Random, one: Record) -> Record:
    return replace(one, **dict.fromkeys(rng.sample(("phone", "email", "website", "description", "zip"), 2), ""))


def _decorated(rng: random.Random, one: Record) -> Record:
    return replace(one, name=one.name + rng.choice((" (Initiative)", " und Freunde", " - Standort Mitte")))


CHANGES: tuple[Change, ...] = (_typo, _umlauts, _legal, _order, _acronym, _moved, _spelling, _gaps, _decorated)


def _umbrella(rng: random.Random, number: int, town: tuple[str, str, float, float]) -> Record:
    name = rng.choice(UMBRELLAS)
    host = f"{text.slug(name)}.{UMBRELLA_HOST}"
    one = organisation(rng, number, town)
    path = text.slug(one.city)
    return replace(one, name=f"{name} {one.city} e.V.", email=f"info@{host}", website=f"https://www.{host}/{path}")


def _roommate(rng: random.Random, number: int, host: Record, town: tuple[str, str, float, float]) -> Record:
    one = organisation(rng, number, town)
    return replace(one, street=host.street, zip=host.zip, city=host.city, lat=host.lat, lon=host.lon, phone=host.phone)


def generated(
    size: int, seed: int, changes: int = 3
) -> tuple[list[Record], set[tuple[str, str]], set[tuple[str, str]]]:
    """`size` records, the true pairs (transitive), and the trap pairs that must not be proposed."""
    rng = random.Random(seed)
    places = towns(rng, max(20, size // 60))
    rows: list[Record] = []
    groups: list[list[str]] = []
    umbrellas: list[Record] = []
    taken: set[tuple[str, str]] = set()
    while len(rows) < size:
        one = _next(rng, rows, rng.choice(places))
        if (one.name, one.city) in taken:  # two that nobody could tell apart
            continue
        taken.add((one.name, one.city))
        rows.append(one)
        if one.email.endswith(UMBRELLA_HOST):
            umbrellas.append(one)
        if rng.random() < 0.1:
            groups.append([one.id, *_copies(rng, rows, changes)])
    true = {tuple(sorted(pair)) for group in groups for pair in combinations(group, 2)}
    traps = {
        tuple(sorted((a.id, b.id)))
        for a, b in combinations(umbrellas[:400], 2)
        if a.email == b.email and a.city != b.city
    }
    rng.shuffle(rows)
    return rows, true, traps


def _next(rng: random.Random, rows: list[Record], town: tuple[str, str, float, float]) -> Record:
    """A local group, somebody in a house of many, or just an organisation."""
    dice = rng.random()
    if dice < 0.06:
        return _umbrella(rng, len(rows), town)
    if dice < 0.10 and rows:
        return _roommate(rng, len(rows), rng.choice(rows[-200:]), town)
    return organisation(rng, len(rows), town)


def _copies(rng: random.Random, rows: list[Record], changes: int) -> list[str]:
    """Append one or two changed copies of the last row; returns their ids."""
    original, made = rows[-1], []
    for _ in range(2 if rng.random() < 0.1 else 1):
        copy = replace(original, id=str(len(rows)))
        for change in rng.sample(CHANGES, rng.randrange(1, changes + 1)):
            copy = change(rng, copy)
        rows.append(copy)
        made.append(copy.id)
    return made
