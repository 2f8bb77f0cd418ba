"""Times list, matrix and match of the alliance at 1,000 members and 10,000 marked passages, in one process.

    DEELE_HOME=FOLDER .venv/bin/python tools/bench/alliance.py [--members 1000] [--marks 10000] [--plan]

FOLDER is a new house for measuring (`manage.py migrate`, `manage.py load_reference`); what is missing is made. Aim: the
matrix within 300 ms. The floor reads the same rows with two bare statements: the ratio to it says the same on every
machine. `--plan` shows how the database reads the passages.
"""

import argparse
import os
import random
import statistics
import sys
import time
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402  after the settings are named

django.setup()

from django.db import connection  # noqa: E402  after django.setup
from django.test import Client  # noqa: E402  after django.setup
from django.utils import timezone  # noqa: E402  as above

from deele.alliance.enums import Basis, OrganisationKind, State  # noqa: E402  as above
from deele.alliance.enums.marks import KINDS, MarkState, Origin  # noqa: E402  as above
from deele.alliance.models import Mark, Membership, Profile  # noqa: E402  as above
from deele.alliance.queries import candidates, mark_words  # noqa: E402  as above
from deele.directory.enums import TargetGroup  # noqa: E402  as above
from deele.office.enums import Theme  # noqa: E402  as above
from deele.places.models import Place  # noqa: E402  as above

LIST, MATRIX = "/buendnis/wer-kann-was/", "/buendnis/wer-kann-was/matrix/"
PAGES = (
    LIST, f"{LIST}?q=R%C3%A4ume", f"{LIST}?ort=033", f"{LIST}?thema=demenz&seite=beitrag", f"{LIST}karte.geojson",
    MATRIX, f"{MATRIX}?ort=033", f"{MATRIX}?gruppe=familien", f"{LIST}matrix.csv",
)  # fmt: skip


def make(members: int, number: int) -> None:
    """Members with profiles, and passages spread over them, all kinds, themes and places alike."""
    chance, now = random.Random(177), timezone.now()  # the same house every time
    rows = [
        Membership(
            name=f"Verein Muster {at}", kind=OrganisationKind.ASSOCIATION, basis=Basis.JOINED, state=State.PUBLISHED,
            state_since=now,
        )
        for at in range(members)
    ]  # fmt: skip
    owners = Membership.objects.bulk_create(rows)
    profiles = Profile.objects.bulk_create(Profile(membership=one, published_at=now) for one in owners)
    places = list(Place.objects.values_list("pk", flat=True)[:3000])
    made = []
    for at in range(number):
        side = chance.choice(list(KINDS))
        mark = Mark(
            profile=chance.choice(profiles), field="contributes", quote=f"Unsere Räume und Satz {at} stehen offen.",
            start=0, side=side, kind=chance.choice(KINDS[side].values), themes=chance.sample(Theme.values, 2),
            groups=chance.sample(TargetGroup.values, 1), everywhere=chance.random() < 0.1, origin=Origin.OFFICE,
            state=MarkState.CONFIRMED,
        )  # fmt: skip
        mark.words = mark_words.searchable(mark)
        made.append(mark)
    made = Mark.objects.bulk_create(made, batch_size=1000)
    through = Mark.places.through
    pairs = {(mark.pk, place) for mark in made for place in chance.sample(places, chance.randint(0, 2))}
    through.objects.bulk_create((through(mark_id=mark, place_id=place) for mark, place in pairs), batch_size=5000)


def measured(deed, rounds: int) -> tuple[float, float]:
    """Median of the clock and of the processor in milliseconds; the first round warms up."""
    clock, processor = [], []
    for _round in range(rounds + 1):
        start, work = time.perf_counter(), time.process_time()
        deed()
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - work) * 1000)
    return statistics.median(clock[1:]), statistics.median(processor[1:])


def bare() -> int:
    """The least a matrix needs: all passages and their places, fetched and not looked at."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, side, themes, everywhere FROM alliance_mark WHERE state = %s", [MarkState.CONFIRMED])
        marks = cursor.fetchall()
        cursor.execute("SELECT mark_id, place_id FROM alliance_mark_places")
        return len(marks) + len(cursor.fetchall())


def main() -> None:
    """Fill, then measure page by page, and one look for what fits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, default=1000)
    parser.add_argument("--marks", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--plan", action="store_true")
    asked = parser.parse_args()
    if not Mark.objects.exists():
        make(asked.members, asked.marks)
    print(f"{Membership.objects.count()} members, {Mark.objects.count()} passages, {Place.objects.count()} places")
    client, fresh = Client(HTTP_HOST="localhost"), count()
    floor = measured(bare, asked.rounds)[1]
    print(f"{floor:8.1f} ms of the processor  floor: the same rows, two bare statements")
    for page in PAGES:
        assert client.get(page).status_code == 200, page  # a page that fails is no measurement
        join = "&" if "?" in page else "?"  # a new address each time: pages kept by the house do not count
        clock, processor = measured(lambda page=page + join: client.get(f"{page}mal={next(fresh)}"), asked.rounds)
        say(clock, processor, floor, page)
    mark, today = Mark.objects.select_related("profile").first(), timezone.localdate()
    clock, processor = measured(lambda: candidates.best(mark, today), asked.rounds)
    say(clock, processor, floor, "what fits one passage")
    if asked.plan:
        print(Mark.objects.public(today).values("pk", "side", "themes", "everywhere").explain())


def say(clock: float, processor: float, floor: float, what: str) -> None:
    """One line of the table."""
    print(f"{clock:8.0f} ms  {processor:8.0f} ms of the processor  {processor / floor:6.1f} × floor  {what}")


if __name__ == "__main__":
    main()
