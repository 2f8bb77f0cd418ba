"""How fast one check for overlaps is against many stored things.

    .venv/bin/python tools/bench/overlaps.py [--subjects 10000] [--queries 100] [--rounds 3]

Makes a database of its own in a temporary folder, fills it through `actions.overlaps.tell_many` from the topics of the
labelled pairs with invented words, and prints seconds of filling and p50 and p95 of one check, by round and as median.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = tempfile.TemporaryDirectory()
os.environ |= {"DEELE_HOME": HOME.name, "DJANGO_SETTINGS_MODULE": "config.settings"}
sys.path.insert(0, str(ROOT))

import django  # noqa: E402  after the settings are named

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.likeness.actions import overlaps  # noqa: E402
from deele.likeness.kinds import Subject  # noqa: E402
from deele.likeness.queries import overlaps as asked  # noqa: E402
from deele.likeness.tests.overlaps.generated import Maker  # noqa: E402

MILLI = 1000
SYLLABLES = ("al", "ber", "cel", "dan", "eb", "feld", "gros", "hol", "ilm", "jes", "kal", "lin", "mar", "nord", "ost")


def subjects(number, seed):
    """So many invented things: told as in the labelled pairs, each with words of its own, in forty districts."""
    maker, chance = Maker(seed), random.Random(seed)
    for index in range(number):
        topic = chance.choice(maker.topics)
        kind, title, text = (part.strip() for part in chance.choice(topic["one"] + topic["two"]).split(" | "))
        own = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(12))
        day = date(2026, 6, 1) + timedelta(days=chance.randrange(500))
        key = f"03{chance.randrange(300, 340)}"
        town = f"{key}{chance.randrange(1, 40):03}"
        yield Subject(
            f"bench.{kind}:{index}", f"{title} {own.split()[0]}", f"{text} {own}", f"Haus {index % 400}",
            tuple(topic["themes"]), tuple(topic["groups"]), (town, "03", key[:3], key), day, day,
        )  # fmt: skip


def measure(number, queries, seed):
    """Seconds of filling, then milliseconds of each check."""
    start = time.perf_counter()
    overlaps.tell_many(subjects(number, seed), now=timezone.now())
    overlaps.recount()
    filled = time.perf_counter() - start
    took = []
    for one in list(subjects(queries, seed + 1)):
        begin = time.perf_counter()
        asked.like(one)
        took.append((time.perf_counter() - begin) * MILLI)
    return filled, sorted(took)


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--subjects", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with HOME:
        call_command("migrate", verbosity=0)
        tails = []
        for number in range(options.rounds):
            filled, took = measure(options.subjects, options.queries, 10 * number)
            p50, p95 = (took[int(len(took) * part)] for part in (0.5, 0.95))
            tails.append(p95)
            print(f"round {number + 1}: filled in {filled:.1f} s, p50 {p50:.1f} ms, p95 {p95:.1f} ms", flush=True)
        print(f"median p95 {statistics.median(tails):.1f} ms; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
