"""How fast the search is, beside the bare SQL that does the same work on the same documents in the same run.

    .venv/bin/python tools/bench/search.py [--documents 100000] [--rounds 3] [--queries 60] [--seed 1]

Makes a database of its own in a temporary folder (or in DATABASE_URL), fills it through `search.actions.index_many`,
then runs floor and search alternately and prints p50 and p95 in milliseconds and the median of the rounds' ratios
(search per second ÷ floor per second). "first" empties the memories before every query; "repeat" asks again.
`documents()` is the generator, to be used by other measurements as well.
"""

import argparse
import json
import math
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "bench"


def _words(text: str) -> list[str]:
    return text.split()


KINDS = {
    "Pflege-WG": "pflege_wg",
    "Nachbarschaftshilfe": "nachbarschaftshilfe",
    "Mehrgenerationenhaus": "mehrgenerationenhaus",
    "Wohnberatung": "wohnberatung",
    "Pflegestützpunkt": "pflegestuetzpunkt",
    "Dorfgemeinschaftshaus": "treffpunkt",
    "Wohnprojekt": "wohnprojekt",
    "Baugemeinschaft": "baugemeinschaft",
    "Seniorengenossenschaft": "seniorengenossenschaft",
    "Tagespflege": "tagespflege",
    "Dorfladen": "dorfladen",
    "Beratungsstelle": "beratungsstelle",
}
HEADS = _words("""garten haus hof werkstatt laden treff gruppe verein hilfe beratung projekt platz raum dienst kreis
    küche café
    bus tisch börse netz zeit markt fest halle schule wiese mühle scheune gemeinschaft""")
FIRSTS = _words("""nachbarschafts fahrrad senioren familien dorf kultur kinder jugend pflege wohn gemeinde
    stadtteil quartiers
    bürger kirchen obst bauern wald reparatur näh sprach spiel musik theater mittags frauen männer tausch""")
SYLLABLES = _words("""al ber cel dan eb feld gros hol ilm jes kal lin mar nord ost pat quen ros sas tal ul ver wol
    zell""")
ENDINGS = _words("""en hausen dorf feld burg stedt heim loh büttel rode""")


def town_names(chance: random.Random, count: int) -> list[str]:
    """Made-up town names."""
    found: dict[str, None] = {}
    while len(found) < count:
        name = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 3))) + chance.choice(ENDINGS)
        found[name.capitalize()] = None
    return list(found)


def documents(count: int, seed: int = 1) -> Iterator[Any]:
    """Made documents on 11,000 made towns in Germany, with texts of common and rare words."""
    from deele.search.kinds import Document  # noqa: PLC0415  Django is set up by the caller

    chance = random.Random(seed)
    towns = [
        (name, chance.uniform(47.5, 54.8), chance.uniform(6.2, 14.8), chance.randrange(45))
        for name in town_names(chance, min(11_000, max(20, count // 5)))
    ]
    words = [first + head for first in FIRSTS for head in HEADS] + HEADS
    chance.shuffle(words)
    weights = [1 / (rank + 8) for rank in range(len(words))]
    kinds = list(KINDS.items())
    for number in range(count):
        label, kind = chance.choice(kinds)
        town, lat, lon, district = chance.choice(towns)
        text = " ".join(word.capitalize() for word in chance.choices(words, weights, k=30))
        yield Document(
            source=SOURCE,
            ref=str(number),
            title=f"{label} {chance.choice(words).capitalize()} {town}",
            text=f"{label} in {town}. {text}",
            lat=lat + chance.gauss(0, 0.02),
            lon=lon + chance.gauss(0, 0.03),
            facets={
                "block": [kind[:4]],
                "kind": [kind],
                "phase": [chance.choice(["idee", "planung", "bau", "bewohnt", "beendet"])],
                "legal_form": [chance.choice(["eg", "ev", "gmbh", "weg", "stiftung", "kommune"])],
                "target_group": chance.sample(
                    ["alle", "senioren", "familien", "demenz", "frauen"], chance.randint(1, 2)
                ),
                "seeking": ["ja"] if chance.random() < 0.2 else [],
                "confirmed": ["12"] if chance.random() < 0.7 else [],
            },
            place_keys=["03", f"03{district:03}", f"03{district:03}{town}"],
            rank=chance.random(),
            data={"id": number, "title": label, "kind": kind, "place": town, "url": f"/eintrag/{number}/"},
            feature={"id": number, "title": f"{label} {town}", "kind": kind, "city": town},
        )


class Floor:
    """Bare SQL: FTS5 with bm25, R*Tree, rows; no stemming, no facets, no totals."""

    def __init__(self, cursor: Any) -> None:
        self.cursor = cursor

    def make(self, count: int, seed: int) -> None:
        """Store the documents plainly."""
        run = self.cursor.execute
        run("CREATE TABLE floor_row (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, city TEXT, lat REAL, lon REAL)")
        run("CREATE VIRTUAL TABLE floor_text USING fts5(name, body, content='')")
        run("CREATE VIRTUAL TABLE floor_map USING rtree(id, west, east, south, north)")
        for number, document in enumerate(documents(count, seed)):
            row = (number, document.title, document.data["kind"], document.data["place"], document.lat, document.lon)
            run("INSERT INTO floor_row VALUES (%s, %s, %s, %s, %s, %s)", row)
            run(
                "INSERT INTO floor_text (rowid, name, body) VALUES (%s, %s, %s)",
                (number, document.title, document.text),
            )
            box = (number, document.lon, document.lon, document.lat, document.lat)
            run("INSERT INTO floor_map VALUES (%s, %s, %s, %s, %s)", box)

    def text(self, asked: dict[str, Any]) -> int:
        match = " AND ".join(f'"{word}"' for word in asked["text"].split())
        self.cursor.execute(
            "SELECT r.id, r.name, r.kind, r.city, bm25(floor_text, 10.0, 1.0) AS score FROM floor_text "
            "JOIN floor_row r ON r.id = floor_text.rowid WHERE floor_text MATCH %s ORDER BY score LIMIT 20",
            [match],
        )
        return len(json.dumps(self.cursor.fetchall()))

    def near(self, asked: dict[str, Any]) -> int:
        west, south, east, north = asked["around"]
        self.cursor.execute(
            "SELECT r.id, r.name, r.kind, r.city, r.lat, r.lon FROM floor_text JOIN floor_map m ON m.id = "
            "floor_text.rowid JOIN floor_row r ON r.id = m.id WHERE floor_text MATCH %s AND m.west >= %s "
            "AND m.east <= %s AND m.south >= %s AND m.north <= %s",
            [f'"{asked["word"]}"', west, east, south, north],
        )
        rows = sorted(self.cursor.fetchall(), key=lambda row: math.hypot(row[4] - asked["lat"], row[5] - asked["lon"]))
        return len(json.dumps(rows[:20]))

    def bbox(self, asked: dict[str, Any]) -> int:
        west, south, east, north = asked["box"]
        self.cursor.execute(
            "SELECT r.id, r.name, r.kind, r.city, r.lat, r.lon FROM floor_map m JOIN floor_row r ON r.id = m.id "
            "WHERE m.west >= %s AND m.east <= %s AND m.south >= %s AND m.north <= %s LIMIT 500",
            [west, east, south, north],
        )
        found = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [row[5], row[4]]},
                "properties": {"id": row[0], "title": row[1], "kind": row[2], "city": row[3]},
            }
            for row in self.cursor.fetchall()
        ]
        return len(json.dumps({"type": "FeatureCollection", "features": found}))


def questions(count: int, total: int, seed: int) -> list[dict[str, Any]]:
    """Queries with the same mix for floor and search."""
    from deele.core.geo import Box, box_around  # noqa: PLC0415  see documents

    chance = random.Random(seed + 1)
    sample = list(documents(min(total, 3000), seed))
    words = [first + head for first in FIRSTS for head in HEADS]
    asked = []
    for _ in range(count):
        document = chance.choice(sample)
        one = chance.choice(words)
        two = (
            f"{chance.choice(words)} {document.data['place']}"
            if chance.random() < 0.3
            else f"{one} {chance.choice(words)}"
        )
        west, south = document.lon - 0.25, document.lat - 0.15
        asked.append(
            {
                "text": one if chance.random() < 0.5 else two,
                "word": one,
                "lat": document.lat,
                "lon": document.lon,
                "around": box_around(document.lat, document.lon, 25),
                "box": Box(west, south, west + 0.5, south + 0.3),
            }
        )
    return asked


def works(asked: dict[str, Any]) -> dict[str, Callable[[], Any]]:
    """The kinds of work of the search for one question."""
    from deele.core.geo import GERMANY  # noqa: PLC0415  see documents
    from deele.search import queries  # noqa: PLC0415
    from deele.search.kinds import Query  # noqa: PLC0415

    near = {"lat": asked["lat"], "lon": asked["lon"], "radius_km": 25}
    return {
        "text": lambda: queries.search(Query(SOURCE, asked["text"])),
        "near": lambda: queries.search(Query(SOURCE, asked["word"], **near)),
        "bbox": lambda: queries.features(Query(SOURCE, box=asked["box"])),
        "near without word": lambda: queries.search(Query(SOURCE, **near)),
        "facets": lambda: queries.search(Query(SOURCE, facets={"kind": ["pflege_wg"], "seeking": ["ja"]})),
        "no filter": lambda: queries.search(Query(SOURCE)),
        "place": lambda: queries.search(Query(SOURCE, place_key="03007")),
        "slip of the pen": lambda: queries.search(Query(SOURCE, asked["word"][:-3] + "x" + asked["word"][-3:])),
        "typing": lambda: queries.search(Query(SOURCE, asked["word"][:-4], typing=True)),
        "cluster country": lambda: queries.cluster(Query(SOURCE, box=GERMANY), 5),
        "cluster filtered": lambda: queries.cluster(Query(SOURCE, box=GERMANY, facets={"kind": ["dorfladen"]}), 5),
        "cluster region": lambda: queries.cluster(Query(SOURCE, box=asked["box"]), 10),
    }


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def line(name: str, times: list[float], ratios: list[float] | None = None) -> str:
    """One row of the table."""
    ordered = sorted(times)
    middle, late = statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    ratio = f"{statistics.median(ratios):8.2f}" if ratios else ""
    return f"{name:28} {middle:9.2f} {late:9.2f} {1000 / statistics.mean(times):10.0f} {ratio}"


def fill(count: int, seed: int, cursor: Any) -> None:
    """Make floor and index, and tell how long the index took."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, transaction  # noqa: PLC0415

    from deele.search import actions, queries  # noqa: PLC0415
    from deele.search.kinds import Query  # noqa: PLC0415
    from deele.search.queries import versions  # noqa: PLC0415

    call_command("migrate", "search", verbosity=0)
    taken = timed(lambda: actions.index_many(documents(count, seed)))
    print(f"index_many of {count} documents: {taken / 1000:.1f} s")
    more = list(documents(200, seed + 7))
    print(f"one document more: {statistics.median(timed(lambda d=d: actions.index(d)) for d in more[:50]):.2f} ms")
    versions.forget_all()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"first query of a process: {timed(lambda: queries.search(Query(SOURCE, 'Garten'))):.0f} ms")
    print(f"peak memory so far: {before // 1024} MB")
    if connection.vendor == "sqlite":
        with transaction.atomic():
            Floor(cursor).make(count, seed)


def measure(asked: list[dict[str, Any]], rounds: int, floor: Floor | None) -> None:
    """Floor and search by turns."""
    from deele.search.queries import texts  # noqa: PLC0415

    times: dict[str, list[float]] = {}
    ratios: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name in works(asked[0]):
            bare = [timed(lambda q=q, n=name: getattr(floor, n)(q)) for q in asked] if hasattr(floor, name) else []
            own = []
            for question in asked:
                texts._matches.clear()  # every text is asked for the first time
                own.append(timed(works(question)[name]))
            times.setdefault(name, []).extend(own)
            if bare:
                times.setdefault(f"{name} (floor)", []).extend(bare)
                ratios.setdefault(name, []).append(sum(bare) / sum(own))
    print(f"{'':28} {'p50 ms':>9} {'p95 ms':>9} {'per s':>10} {'× floor':>8}")
    for name, taken in times.items():
        print(line(name, taken, ratios.get(name)))


def main() -> None:
    """Fill and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="deele-bench-") as home:
        os.environ.setdefault("DEELE_HOME", home)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django  # noqa: PLC0415

        django.setup()
        from django.db import connection  # noqa: PLC0415

        with connection.cursor() as cursor:
            fill(wanted.documents, wanted.seed, cursor)
            floor = Floor(cursor) if connection.vendor == "sqlite" else None
            measure(questions(wanted.queries, wanted.documents, wanted.seed), wanted.rounds, floor)


if __name__ == "__main__":
    main()
