"""What is asked: the addresses of every kind of work, drawn from the rows themselves, the same for both sides."""

import random
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

NAMES = [
    first + second
    for first in ("Sonnen", "Linden", "Apfel", "Brunnen", "Wiesen", "Mühlen", "Eichen", "Rosen", "Kranich", "Heide")
    for second in ("hof", "haus", "garten", "winkel", "gemeinschaft", "quartier", "grund", "blick", "platz", "weide")
]
COMMON = ("Werkstatt", "Demenz", "Dorfladen", "Gästewohnung", "Fahrdienst")
UNCACHED = "Cookie: django_language=de\r\n"  # a choice of language is served past the pages for strangers
COUNT = 1500


@dataclass(frozen=True)
class Work:
    """One row of the table. `floor` is what the floor is asked beside it; `least` the ratio to reach."""

    name: str
    paths: list[str]
    floor: list[str]
    least: float | None = None
    latest: float | None = None  # p95 in milliseconds at concurrency 1
    headers: str = ""


def works(house: Path) -> list[Work]:
    """All kinds of work."""
    from deele.core.text import slug  # noqa: PLC0415  the path is set by the caller

    chance = random.Random(3)
    with sqlite3.connect(house) as database:
        entries = database.execute(
            "SELECT e.id, e.title, e.kind, e.lat, e.lon, p.name FROM directory_entry e JOIN places_place p ON "
            "p.id = e.place_id WHERE e.state = 'veroeffentlicht' AND e.lat IS NOT NULL ORDER BY e.id"
        ).fetchall()
        places = database.execute(
            "SELECT display_name, key, name FROM places_place WHERE level = 'municipality' AND valid_until IS NULL "
            "AND NOT is_uninhabited"
        ).fetchall()
    database.close()
    chosen, towns = chance.choices(entries, k=COUNT), chance.choices(places, k=COUNT)
    pages = [f"/eintraege/{slug(row[1])}-{row[0]}/" for row in chosen]
    place_pages = [f"/orte/{slug(name)}-{key}/" for _display, key, name in towns]
    texts = [text_of(chance, row) for row in chosen]
    bare = [f"/entry/{row[0]}/" for row in chosen]
    text_floor = [f"/text?{urlencode({'q': text})}" for text in texts]
    near = [{"q": chance.choice(NAMES) if at % 10 else "Demenz", "lat": row[3], "lon": row[4]}
            for at, row in enumerate(chosen)]  # fmt: skip
    boxes = [",".join(f"{side:.4f}" for side in (row[4] - 0.25, row[3] - 0.15, row[4] + 0.25, row[3] + 0.15))
             for row in chosen]  # fmt: skip
    typed = [name[: chance.randint(3, len(name))] if len(name) > 3 else name for _display, _key, name in towns]
    return [
        Work("entry page", pages, bare, 0.10, headers=UNCACHED),
        Work("entry page, kept", pages[:8], bare, 0.5),
        Work("place page", place_pages, bare, 0.10, headers=UNCACHED),
        Work("place page, kept", place_pages[:8], bare, 0.5),
        Work("home page", ["/"], bare, 0.10, headers=UNCACHED),
        Work("home page, kept", ["/"], bare, 0.5),
        Work("directory search page", [f"/verzeichnis/?{urlencode({'q': text})}" for text in texts], text_floor,
             headers=UNCACHED),
        Work("API text", [f"/api/v1/entries?{urlencode({'q': text})}" for text in texts], text_floor, 0.7),
        Work("API text + near", [f"/api/v1/entries?{urlencode({**one, 'radius_km': 25})}" for one in near],
             [f"/near?{urlencode(one)}" for one in near], 1.5),
        Work("bbox (500 features)", [f"/api/v1/entries.geojson?bbox={box}" for box in boxes],
             [f"/bbox?bbox={box}" for box in boxes], 1.0),
        Work("map, first view", ["/verzeichnis/karte.json?bbox=5.8,47.2,15.1,55.1&zoom=5"], [f"/bbox?bbox={boxes[0]}"]),
        Work("map, near view", [f"/verzeichnis/karte.json?bbox={box}&zoom=10" for box in boxes],
             [f"/bbox?bbox={box}" for box in boxes]),
        Work("place finder", [f"/api/v1/places?q={quote(text)}" for text in typed],
             [f"/place?q={quote(text)}" for text in typed], latest=20.0),
    ]  # fmt: skip


def text_of(chance: random.Random, row: tuple) -> str:
    """One or two words: a name, a word with the town, the town, now and then a word of very many texts."""
    dice, town = chance.random(), row[5].split(",")[0].split(" (")[0]
    if dice < 0.4:
        return chance.choice(NAMES)
    if dice < 0.7:
        return f"{chance.choice(COMMON)} {town}"
    if dice < 0.9:
        return town
    return chance.choice(COMMON)
