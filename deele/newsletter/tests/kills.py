"""Workers killed without end while an issue is sent, and what must hold in the end whenever they died.

`python -m deele.newsletter.tests.kills KILLS SEED [WORKERS]` in a house of its own (DEELE_HOME): a rough mail server in
a process of its own (`rough.py`) writes down what it took and from whom. Children are forked from a warm parent, send,
and are killed while copies flow. In the end: everybody has the issue, or is shown as refused or in doubt, nobody has
it twice, and no killed worker leaves more than one doubt. Prints JSON.
"""

import contextlib
import faulthandler
import gc
import json
import os
import random
import selectors
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import DatabaseError, connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.mail.actions.line import NoServer  # noqa: E402
from deele.newsletter.actions import release, sending  # noqa: E402
from deele.newsletter.actions import sending_journal as journal  # noqa: E402
from deele.newsletter.enums import DeliveryState, IssueState  # noqa: E402
from deele.newsletter.models import Bounce, Delivery, Issue  # noqa: E402
from deele.newsletter.tests import issue_factories as factories  # noqa: E402
from deele.newsletter.tests import rough  # noqa: E402

D = DeliveryState
PER_KILL = 36  # recipients in the ledger for each planned kill; what is left is sent calmly at the end
SHORT, LONG = (0.0, 0.02), (0.0, 0.1)  # seconds a child lives after its first copy began; the long ones confirm, too
LONG_SHARE = 0.25
EARLY_SHARE = 0.1  # of the children are killed at any moment since they were forked, perhaps before they sent
EARLY = 0.0, 0.1
PATIENCE = 10  # seconds in which a child must begin
STEP = timedelta(seconds=20)  # the clock runs ahead with each child, so that what was put off comes again


@dataclass
class Child:
    """A living worker. `dies` is the instant of its death once that is known."""

    pid: int
    hears: int
    number: int
    dies: float | None
    born: float = field(default_factory=time.monotonic)
    begun: bool = False


@dataclass
class Toll:
    """What happened to the children. `by_themselves` ended without being killed: a fault."""

    killed: int = 0
    early: int = 0
    silent: int = 0
    by_themselves: int = 0


def work(number: int, offset: timedelta, tells: int) -> None:
    """What a child does: send without end; it tells when its first copy is about to leave."""
    faulthandler.register(signal.SIGUSR1)
    settings.DEFAULT_FROM_EMAIL = f"w{number}@example.org"
    began = journal.Journal.began

    def telling(book: journal.Journal, pk: int) -> None:
        os.write(tells, b"1")
        journal.Journal.began = began  # type: ignore[method-assign]
        began(book, pk)

    journal.Journal.began = telling  # type: ignore[method-assign]
    while True:
        with contextlib.suppress(NoServer, DatabaseError):  # ends this try, as in the worker
            sending.send_due(lambda: timezone.now() + offset, stopping=lambda: False, rest=time.sleep)


def child_of(number: int, chance: random.Random) -> Child:
    """Fork a worker with a pipe on which it tells that it has begun."""
    hears, tells = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(hears)
            work(number, number * STEP, tells)
        finally:
            os._exit(3)
    os.close(tells)
    early = chance.random() < EARLY_SHARE
    return Child(pid, hears, number, time.monotonic() + chance.uniform(*EARLY) if early else None)


def slaughter(kills: int, workers: int, chance: random.Random) -> Toll:
    """Keep so many children alive, each for its moment, until enough were killed that had begun."""
    warm_up()
    toll, number, alive = Toll(), 0, []
    with selectors.DefaultSelector() as ears:
        while toll.killed < kills and toll.silent < 3:
            while len(alive) < workers:
                number += 1
                alive.append(child := child_of(number, chance))
                ears.register(child.hears, selectors.EVENT_READ, child)
            next_death = min((child.dies for child in alive if child.dies), default=time.monotonic() + 1)
            for key, _events in ears.select(max(next_death - time.monotonic(), 0)):
                listen(key.data, chance)
                ears.unregister(key.fd)
            for child in [one for one in alive if is_over(one)]:
                alive.remove(child)
                with contextlib.suppress(KeyError):
                    ears.unregister(child.hears)
                end(child, toll)
    for child in alive:
        end(child, toll)
    return toll


def warm_up() -> None:
    """What each child would have to find anew is found once, in the parent, and its memory is left alone."""
    asked: list[int] = []
    sending.send_due(timezone.now, stopping=lambda: len(asked) == 1 or bool(asked.append(1)))
    connections.close_all()
    gc.collect()
    gc.freeze()
    gc.disable()


def listen(child: Child, chance: random.Random) -> None:
    """It told that it has begun, or it is gone."""
    child.begun = bool(os.read(child.hears, 1))
    life = chance.uniform(*(LONG if chance.random() < LONG_SHARE else SHORT))
    child.dies = child.dies or time.monotonic() + (life if child.begun else 0)


def is_over(child: Child) -> bool:
    """Whether its moment has come, or it never began."""
    now = time.monotonic()
    return now >= child.dies if child.dies else now - child.born > PATIENCE


def end(child: Child, toll: Toll) -> None:
    """Kill it, and count how."""
    if child.dies is None and time.monotonic() - child.born > PATIENCE:
        toll.silent += 1
        os.kill(child.pid, signal.SIGUSR1)  # tell where it hangs
        time.sleep(0.2)
    os.kill(child.pid, signal.SIGKILL)
    os.close(child.hears)
    if not os.WIFSIGNALED(os.waitpid(child.pid, 0)[1]):
        toll.by_themselves += 1
    elif child.begun:
        toll.killed += 1
    else:
        toll.early += 1


def calm(issue: Issue, offset: timedelta) -> None:
    """Let one worker live until nothing waits any more."""
    for _turn in range(100):
        offset += timedelta(hours=13)
        with contextlib.suppress(NoServer):
            while sending.send_due(lambda: timezone.now() + offset, stopping=lambda: False, rest=lambda _s: None):  # noqa: B023
                pass
        issue.refresh_from_db()
        if issue.state == IssueState.SENT:
            break


def prepare(count: int) -> Issue:
    """A released issue with so many rows."""
    factories.crowd(count)
    by = factories.person()
    issue = factories.issue(by=by)
    release.hand_over(issue=issue, by=by, now=timezone.now())
    return release.release(issue=issue, by=factories.person("zwei"), now=timezone.now())


def main(kills: int, seed: int, workers: int) -> dict[str, Any]:
    """The whole story."""
    settings.DEELE_NEWSLETTER_PER_MINUTE = settings.DEELE_NEWSLETTER_PER_DOMAIN = 0
    log = tempfile.mktemp(dir=settings.DEELE_HOME)
    Path(log).touch()
    socket.getfqdn = lambda name="": "localhost"  # no name server is asked thousands of times
    listener = socket.create_server(("127.0.0.1", 0), backlog=200)
    settings.DEELE_SMTP = {"host": "127.0.0.1", "port": listener.getsockname()[1], "user": "", "password": ""}
    server = os.fork()
    if server == 0:
        rough.serve(listener, log)
    try:
        issue = prepare(max(kills * PER_KILL, 300))
        begun = time.monotonic()
        toll = slaughter(kills, workers, random.Random(seed))
        seconds = time.monotonic() - begun
        offset = (toll.killed + toll.early + workers) * STEP
        left = Delivery.objects.filter(issue=issue, state__in=[D.WAITING, D.LATER]).count()
        calm(issue, offset)
        time.sleep(0.5)
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    more = {**vars(toll), "seconds": round(seconds, 1), "left_for_calm": left}
    return {**judge(issue, [line.split() for line in Path(log).read_text().splitlines()], kills), **more}


def judge(issue: Issue, lines: list[list[str]], kills: int) -> dict[str, Any]:
    """What the ledger says beside what the server took, and how many of the killed had sent before."""
    taken = Counter(to for to, _sender in lines)
    senders = Counter(sender for _to, sender in lines if sender.startswith("w"))
    rows = dict(Delivery.objects.filter(issue=issue).values_list("email", "state"))
    of = {state: {email for email, found in rows.items() if found == state} for state in D.values}
    lost_worker = Delivery.objects.filter(issue=issue, state=D.DOUBTFUL, answer=claims_words()).count()
    return {
        "recipients": len(rows),
        "sent": len(of[D.SENT]),
        "refused": len(of[D.REFUSED]),
        "refused_counted": Bounce.objects.filter(way="smtp").count(),
        "doubtful": len(of[D.DOUBTFUL]),
        "doubtful_by_kill": lost_worker,
        "doubtful_that_arrived": len(of[D.DOUBTFUL] & set(taken)),
        "killed_after_copies_left": len(senders),
        "copies_of_the_killed": senders.total(),
        "twice": [email for email, times in taken.items() if times > 1],
        "said_sent_but_not_taken": sorted(of[D.SENT] - set(taken)),
        "taken_but_not_shown": sorted(set(taken) - of[D.SENT] - of[D.DOUBTFUL]),
        "wrongly_refused": sorted(email for email in of[D.REFUSED] if not rough.is_unknown(email)),
        "lost": sorted(set(rows) - of[D.SENT] - of[D.DOUBTFUL] - of[D.REFUSED]),
        "state": issue.state,
    }


def claims_words() -> str:
    """What the ledger says of a copy whose worker was killed."""
    return journal.claims.lost_words()


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), int((*sys.argv, "1")[3]))))  # noqa: T201  the answer
