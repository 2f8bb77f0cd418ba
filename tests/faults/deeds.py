"""Deeds done without end in a process that is killed, and what must hold afterwards whenever it died.

`python -m tests.faults.deeds DEED ROUNDS SEED` in a house of its own (DEELE_HOME): forks a
child that acts, kills it after a moment of chance, asks what is half done, begins again on the same rows, prints JSON.
"""

import io
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable

import django

django.setup()

from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.accounts.models import MailLink  # noqa: E402
from deele.audit.models import Entry as LogEntry  # noqa: E402
from deele.directory.actions import duplicates, holders, imports, links  # noqa: E402
from deele.directory.enums import State  # noqa: E402
from deele.directory.models import Address, Batch, Entry, Merge  # noqa: E402
from deele.directory.models.imports import BatchState, RowState  # noqa: E402
from deele.directory.tests import factories  # noqa: E402
from deele.places.models import Postcode  # noqa: E402
from deele.search.models import Row  # noqa: E402
from tests.faults import deeds_events, deeds_money, deeds_notices  # noqa: E402

PAIRS, LINKS, TABLES, ROWS = 45, 45, 45, 20
MOMENT = 0.05, 1.8  # how long a child lives after its first deed, in deeds


def prepare_merge() -> None:
    """Pairs of published entries, each with an address."""
    for number in range(PAIRS):
        for side in "ab":
            street = {"street": f"Weg {number}{side}"}
            factories.entry(f"Treff {number} {side}", state=State.PUBLISHED, addresses=[street])


def merge() -> None:
    """Merge the next pair as the desk does."""
    by = factories.User.objects.get(email="redaktion@example.org")
    left = Entry.objects.public().filter(title__endswith=" a", merged_from=None).order_by("pk").first()
    right = Entry.objects.get(title=left.title[:-1] + "b")
    duplicates.decide(left=left, right=right, verdict=duplicates.KEEP_LEFT, by=by, now=timezone.now())


def merge_faults() -> dict[str, bool]:
    """What is half merged or lost."""
    tombs = set(Entry.objects.filter(state=State.MERGED).values_list("pk", flat=True))
    merges = set(Merge.objects.filter(undone_at=None).values_list("gone_id", flat=True))
    logged = LogEntry.objects.filter(event="directory.merged").count()
    kept = Address.objects.exclude(entry__state=State.MERGED).count()
    return {
        "tombstone without merge": tombs != merges,
        "merge without log": len(merges) != logged,
        "address lost": kept != 2 * PAIRS,
        "tombstone in the index": indexed() & {str(pk) for pk in tombs} != set(),
        "kept entry not in the index": indexed() != public(),
    }


def prepare_confirm() -> None:
    """Due entries, each with a link in a mail."""
    for number in range(LINKS):
        entry = factories.entry(f"Treff {number}", state=State.DUE, contact_email=f"haus{number}@example.org")
        links.issue(entry, purpose=links.HOLD, now=timezone.now())


def confirm() -> None:
    """The people of the next entry click."""
    link = MailLink.objects.filter(used_at=None).order_by("pk").first()
    holders.confirm(link=link, entry=links.entry_of(link), now=timezone.now())


def confirm_faults() -> dict[str, bool]:
    """What is half confirmed."""
    confirmed = {entry.pk for entry in Entry.objects.exclude(verified_at=None)}
    used = {links.entry_of(link).pk for link in MailLink.objects.exclude(used_at=None)}
    back = set(Entry.objects.filter(state=State.PUBLISHED).values_list("pk", flat=True))
    logged = LogEntry.objects.filter(event="directory.confirmed").count()
    return {
        "confirmed without log": len(confirmed) != logged,
        "link spent without confirmation": used != confirmed,
        "confirmed and still due": back != confirmed,
        "entry lost": Entry.objects.public().count() != LINKS,
        "index": indexed() != public(),
    }


def prepare_import() -> None:
    """Checked tables."""
    Postcode.objects.create(code="27308", place=factories.place())
    for number in range(TABLES):
        rows = "".join(f"t{number}-{row};Hof {number}.{row};Wohnprojekt;27308\n" for row in range(ROWS))
        table = io.BytesIO(f"id;Projektname;Art;PLZ\n{rows}".encode())
        batch = imports.take_in(file=table, name=f"tabelle-{number}.csv", by=None, publish=True)
        batch.rows.update(place=factories.place())
        Batch.objects.filter(pk=batch.pk).update(defaults={})
        imports.check(batch=batch, by=None)
        batch.rows.update(verdict="new", place=factories.place())  # likeness is not what is asked here


def take_over() -> None:
    """Take the next table over."""
    batch = Batch.objects.filter(state=BatchState.CHECKED).order_by("pk").first()
    imports.take_over(batch=batch, by=None, now=timezone.now())


def import_faults() -> dict[str, bool]:
    """Which tables are half taken over."""
    made = {batch.pk: Entry.objects.filter(source=batch.source).count() for batch in Batch.objects.all()}
    done = {batch.pk: batch.rows.filter(state=RowState.CREATED).count() for batch in Batch.objects.all()}
    whole = {batch.pk: ROWS if batch.state == BatchState.APPLIED else 0 for batch in Batch.objects.all()}
    return {
        "entries of half a table": made != whole,
        "rows of half a table": done != whole,
        "taken over without log": applied() != LogEntry.objects.filter(event="directory.imported").count(),
        "index": indexed() != public(),
    }


def applied() -> int:
    return Batch.objects.filter(state=BatchState.APPLIED).count()


def indexed() -> set[str]:
    """References of the entries in the search index."""
    return set(Row.objects.filter(source="directory", gone=False).values_list("ref", flat=True))


def public() -> set[str]:
    return {str(pk) for pk in Entry.objects.public().values_list("pk", flat=True)}


DEEDS: dict[str, tuple[Callable[[], None], Callable[[], None], Callable[[], dict[str, bool]], Callable[[], int]]] = {
    "merge": (prepare_merge, merge, merge_faults, Merge.objects.count),
    "confirm": (prepare_confirm, confirm, confirm_faults, lambda: MailLink.objects.exclude(used_at=None).count()),
    "import": (prepare_import, take_over, import_faults, applied),
    "introduce": (deeds_notices.prepare, deeds_notices.act, deeds_notices.faults, deeds_notices.count),
    "register": (deeds_events.prepare, deeds_events.act, deeds_events.faults, deeds_events.count),
    "issue": (deeds_money.prepare, deeds_money.act, deeds_money.faults, deeds_money.count),
}


def kill_in_the_middle(act: Callable[[], None], seconds: float) -> bool:
    """Let a child act without end and kill it so long after its first deed; whether it still lived then."""
    connections.close_all()
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            act()
            os.write(tells, b"1")
            while True:
                act()
        finally:
            os._exit(3)
    os.close(tells)
    os.read(hears, 1)
    os.close(hears)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def in_a_child(act: Callable[[], None]) -> float:
    """Act twice in a child that lives; how long the second took. Threads a deed starts would not outlive a fork."""
    connections.close_all()
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            act()
            begun = time.monotonic()
            act()
            os.write(tells, str(time.monotonic() - begun).encode())
        finally:
            os._exit(0)
    os.close(tells)
    os.waitpid(child, 0)
    took = float(os.read(hears, 100))
    os.close(hears)
    return took


def main(deed: str, rounds: int, seed: int) -> dict[str, object]:
    """The whole story of one deed."""
    prepare, act, faults, count = DEEDS[deed]
    factories.staff()
    prepare()
    chance = random.Random(seed)
    killed, found = 0, []
    took = in_a_child(act)
    for _round in range(rounds):
        killed += kill_in_the_middle(act, took * chance.uniform(*MOMENT))
        found += [name for name, broken in faults().items() if broken]
    done = count()
    in_a_child(act)
    return {"killed": killed, "faults": found, "done": done - 2, "goes_on": count() == done + 2}


if __name__ == "__main__":
    name, rounds_text, seed_text = sys.argv[1:]
    print(json.dumps(main(name, int(rounds_text), int(seed_text))))  # noqa: T201  the answer to the test
