"""The parts of the measurement; each prints a table in Markdown."""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import house
import questions
from load import Measured, closed_loop, median_of, wrk
from servers import Server, fetch

FLOOR_WARM = ["/text?q=Garten", "/bbox?bbox=9,52,9.5,52.3", "/place?q=Ver"]
MAP_BYTES = 100_000
MOST_QUERIES = 12


def verdict(reached: bool | None) -> str:
    """In a word."""
    return "" if reached is None else "reached" if reached else "**missed**"


def pages(asked: argparse.Namespace) -> None:
    """Every kind of work, floor and house by turns."""
    own = Server("config.wsgi", {})
    bare = Server("floor:application", {"DEELE_FLOOR": str((asked.home / "floor.sqlite3").resolve())})
    try:
        own.wait("/readyz")
        bare.wait(FLOOR_WARM[0])
        print("| work | c | house /s | p50 | p95 ms | CPU ms | floor /s | p50 | p95 ms | CPU ms | × floor | "
              "× floor CPU | target |  |")  # fmt: skip
        print("|" + " --- |" * 14)
        for work in questions.works(house.database(asked.home)):
            if asked.only in work.name:
                for level in asked.levels:
                    print(row(work, level, rounds(asked, work, level, own, bare)), flush=True)
        _status, body = fetch(own.port, "/verzeichnis/karte.json?bbox=5.8,47.2,15.1,55.1&zoom=5")
        print(f"\nFirst view of the map: {len(body)} bytes packed ({verdict(len(body) <= MAP_BYTES)}: at most 100 KB)")
    finally:
        own.end()
        bare.end()


def rounds(
    asked: argparse.Namespace, work: questions.Work, level: int, own: Server, bare: Server
) -> list[tuple[Measured, Measured]]:
    """Alternating rounds after a short warm-up of both."""
    ask = wrk if asked.wrk else closed_loop
    for server, paths, headers in ((own, work.paths, work.headers), (bare, work.floor, "")):
        closed_loop(server.port, paths, max(level, 4), 0.4, headers)
    found = []
    for _ in range(asked.rounds):
        pair = []
        for server, paths, headers in ((own, work.paths, work.headers), (bare, work.floor, "")):
            before = server.cpu()
            measured = ask(server.port, paths, level, asked.seconds, headers)
            asked_for = measured.per_second * measured.seconds
            measured.cpu = (server.cpu() - before) * 1000 / max(1, asked_for)
            pair.append(measured)
        found.append((pair[0], pair[1]))
    return found


def row(work: questions.Work, level: int, found: list[tuple[Measured, Measured]]) -> str:
    """A line of the table; the ratio is the median of the rounds' ratios."""
    own, bare = [one for one, _other in found], [other for _one, other in found]
    ratio = statistics.median(one.per_second / max(0.1, other.per_second) for one, other in found)
    by_cpu = statistics.median(other.cpu / one.cpu if one.cpu else 0 for one, other in found)
    late = statistics.median(one.late(0.95) for one in own)
    reached = None
    if work.least is not None and level == 8:
        reached = ratio >= work.least
    if work.latest is not None and level == 1:
        reached = late <= work.latest
    target = f"≥ {work.least} ×" if work.least else f"p95 ≤ {work.latest:.0f} ms" if work.latest else ""
    cells = [work.name, str(level), *figures(own), *figures(bare), f"{ratio:.2f}", f"{by_cpu:.2f}", target]
    wrong = sum(one.wrong for one in (*own, *bare))
    return "| " + " | ".join([*cells, verdict(reached) + (f" {wrong} wrong answers" if wrong else "")]) + " |"


def figures(side: list[Measured]) -> list[str]:
    """Per second, p50, p95, processor time."""
    middle = statistics.median(one.late(0.5) for one in side)
    late = statistics.median(one.late(0.95) for one in side)
    return [f"{median_of(side, 'per_second'):.0f}", f"{middle:.1f}", f"{late:.1f}", f"{median_of(side, 'cpu'):.2f}"]


def queries(asked: argparse.Namespace) -> None:
    """Queries of each page, counted in process, warm, for strangers."""
    import django  # noqa: PLC0415  the settings are set by run

    django.setup()
    from django.core.cache import caches  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client(headers={"accept-encoding": "gzip"})
    print("| page | queries | bytes packed |  |\n| --- | --- | --- | --- |")
    for work in questions.works(house.database(asked.home)):
        counts, sizes = [], []
        for path in work.paths[:12]:
            caches["pages"].clear()
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(path)
            assert answer.status_code == 200, (path, answer.status_code)
            counts.append(len(captured))
            sizes.append(len(answer.content))
        if "kept" not in work.name:
            most = max(counts[1:] or counts)
            size = int(statistics.median(sizes))
            print(f"| {work.name} | {most} | {size} | {verdict(most <= MOST_QUERIES)} |", flush=True)


def first(asked: argparse.Namespace) -> None:
    """The first request after a start, for the pages that need the most memory."""
    print("| first request after the start | seconds |  |\n| --- | --- | --- |")
    works = {work.name: work.paths[0] for work in questions.works(house.database(asked.home))}
    for name in ("entry page", "place page", "directory search page", "place finder"):
        taken = []
        for _ in range(asked.rounds):
            server = Server("config.wsgi", {})
            try:
                taken.append(server.wait(urlsplit(works[name]).geturl()))
            finally:
                server.end()
        middle = statistics.median(taken)
        print(f"| {name} | {middle:.2f} | {verdict(middle <= 1)} (≤ 1 s) |", flush=True)


def imports(asked: argparse.Namespace) -> None:
    """A table of `--entries` rows: dry run, then taken over, in a copy of the reference data alone."""
    with tempfile.TemporaryDirectory(prefix="deele-bench-") as folder:
        home, table = Path(folder) / "home", Path(folder) / "table.csv"
        home.mkdir()
        house.manage("migrate", "-v0", home=home)
        house.manage("load_reference", home=home)
        write_table(house.database(asked.home), table, asked.entries)
        print("| import | seconds | processor seconds | rows/s |\n| --- | --- | --- | --- |")
        for name, more in (("dry run", ["--dry-run", "--format", "json"]), ("taken over", ["--publish"])):
            _said, seconds, cpu = house.manage("import_entries", str(table), *more, home=home)
            print(f"| {asked.entries} rows, {name} | {seconds:.0f} | {cpu:.0f} | {asked.entries / seconds:.0f} |")
            sys.stdout.flush()
        print(f"\n{house.count(home)} public entries afterwards")


def write_table(source: Path, table: Path, rows: int) -> None:
    """A table as offices send it, of invented rows that differ."""
    import sqlite3  # noqa: PLC0415

    chance = random.Random(5)
    with sqlite3.connect(source) as database:
        found = database.execute(
            "SELECT p.name, c.code FROM places_place p JOIN places_postcode c ON c.place_id = p.id"
        ).fetchall()
    database.close()
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Nr", "Projektname", "Art", "PLZ", "Ort", "Straße", "Träger", "Beschreibung", "Jahr"])
        for number in range(rows):
            town, code = chance.choice(found)
            name = f"{chance.choice(questions.NAMES)} {chance.choice(questions.NAMES)} {town}"
            street = f"{chance.choice(questions.NAMES).capitalize()}weg {chance.randrange(1, 200)}"
            writer.writerow([number, name, "Pflege-WG", code, town, street, f"Träger Muster {number}",
                             f"Erfunden: {chance.choice(questions.COMMON)}", chance.randrange(1990, 2026)])  # fmt: skip


def likeness(asked: argparse.Namespace) -> None:
    """Quality and seconds on the practice sets, and one check beside 50,000 stored records."""
    reference = Path(os.environ.get("DEELE_REFERENCE") or house.ROOT.parent / "shared" / "data") / "likeness"
    for name in ("easy", "hard"):
        if not (reference / f"{name}.csv").is_file():
            print(f"No practice set {name} in {reference}; left out.")
            continue
        said, seconds, cpu = house.manage(
            "likeness_quality", str(reference / f"{name}.csv"), str(reference / f"{name}_truth.csv")
        )
        print(f"### {name} ({seconds:.0f} s, {cpu:.0f} s of processor time)\n\n```\n{said.strip()}\n```\n", flush=True)
        if name == "easy":
            check(reference / "easy.csv")


def check(file: Path) -> None:
    """One check while typing, in a database of its own."""
    with tempfile.TemporaryDirectory(prefix="deele-bench-") as home:
        house.manage("migrate", "-v0", home=Path(home))
        script = Path(__file__).with_name("_like.py")
        settings = {**os.environ, **house.environment(Path(home))}
        subprocess.run([sys.executable, str(script), str(file)], cwd=house.ROOT, env=settings, check=True)


def reference(asked: argparse.Namespace) -> None:
    """All places into an empty house, and once more."""
    with tempfile.TemporaryDirectory(prefix="deele-bench-") as home:
        house.manage("migrate", "-v0", home=Path(home))
        print("| load_reference | seconds | processor seconds |  |\n| --- | --- | --- | --- |")
        for name in ("first run", "again"):
            said, seconds, cpu = house.manage("load_reference", home=Path(home))
            print(f"| {name} | {seconds:.1f} | {cpu:.1f} | {said.strip().splitlines()[-1]} |", flush=True)


def search(asked: argparse.Namespace) -> None:
    """The index alone, in process, beside bare SQL."""
    script = Path(__file__).with_name("search.py")
    start = time.perf_counter()
    settings = {name: value for name, value in os.environ.items() if name != "DEELE_HOME"}
    command = [sys.executable, str(script), "--documents", str(asked.entries), "--rounds", str(asked.rounds)]
    said = subprocess.run(command, cwd=house.ROOT, env=settings, capture_output=True, text=True, check=True).stdout
    print(f"```\n{said.strip()}\n```\n\n{time.perf_counter() - start:.0f} s")
