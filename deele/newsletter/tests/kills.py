"""Workers killed without end while an issue is sent, and what must hold in the end whenever they died.

`python -m deele.newsletter.tests.kills KILLS SEED [WORKERS]` in a house of its own (DEELE_HOME): a rough mail server in
a process of its own takes, refuses, puts off and hangs up as chance has it, and writes down what it took. Children send
and are killed; leases end by a clock that runs ahead. In the end: everybody has the issue, or is shown as refused or in
doubt, and nobody has it twice. Prints JSON.
"""

import contextlib
import json
import os
import random
import signal
import socket
import sys
import tempfile
import time
import zlib
from collections import Counter
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import DatabaseError, connections, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.mail.actions.line import NoServer  # noqa: E402
from deele.newsletter.actions import release, sending  # noqa: E402
from deele.newsletter.actions import sending_journal as journal  # noqa: E402
from deele.newsletter.enums import DeliveryState, IssueState  # noqa: E402
from deele.newsletter.models import Delivery, Issue  # noqa: E402
from deele.newsletter.rules import pace  # noqa: E402
from deele.newsletter.tests import issue_factories as factories  # noqa: E402

D = DeliveryState
PER_KILL = 12  # recipients in the ledger for each planned kill; what is left is sent calmly at the end
LIFE = 0.0, 0.06  # seconds a child lives after it began to take its first batch


def serve(listener: socket.socket, log: str) -> None:
    """The rough server: one process, a thread a connection; every taken message is a line before it is answered."""
    import threading  # noqa: PLC0415  only in the child

    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while True:
        line, _address = listener.accept()
        threading.Thread(target=talk, args=(line, out), daemon=True).start()


def talk(line: socket.socket, out: int) -> None:
    """One connection."""
    file, chance, to = line.makefile("rb"), random.Random(), ""
    try:
        line.sendall(b"220 rough\r\n")
        while command := file.readline():
            verb = command[:4].upper()
            if verb == b"EHLO":
                line.sendall(b"250-rough\r\n250 PIPELINING\r\n")
            elif verb == b"RCPT":
                to = command.decode().split("<")[1].split(">")[0]
                answer = refusal(to, chance)
                to = to if answer.startswith(b"250") else ""
                line.sendall(answer)
            elif verb == b"DATA":
                if not content(line, file, to, out, chance):
                    return
            else:
                line.sendall(b"250 fine\r\n")
    except (OSError, ValueError):
        pass
    finally:
        line.close()


def refusal(to: str, chance: random.Random) -> bytes:
    """Some addresses are always unknown; anybody may be greylisted once in a while."""
    if zlib.crc32(to.encode()) % 97 == 0:
        return b"550 5.1.1 unknown\r\n"
    return b"450 4.2.0 later\r\n" if chance.random() < 0.02 else b"250 fine\r\n"


def content(line: socket.socket, file, to: str, out: int, chance: random.Random) -> bool:
    """Take a message, or hang up before or after writing it down."""
    if not to:
        line.sendall(b"503 no recipient\r\n")
        return True
    line.sendall(b"354 go\r\n")
    while (part := file.readline()) != b".\r\n":
        if not part or (part.startswith(b"X-Never") and chance.random() < 0.5):
            return False
    fate = chance.random()
    if fate < 0.003:
        return False  # lost before it was kept
    os.write(out, f"{to}\n".encode())
    if fate < 0.006:
        return False  # kept, and the answer lost
    if fate < 0.02:
        time.sleep(0.02)
    line.sendall(b"250 taken\r\n")
    return True


def work(offset: timedelta, tells: int) -> None:
    """What a child does: send without end; it tells when it takes its first batch."""
    claim = sending.claims.claim

    def telling(*arguments):
        os.write(tells, b"1")
        sending.claims.claim = claim
        return claim(*arguments)

    sending.claims.claim = telling
    while True:
        with contextlib.suppress(NoServer, DatabaseError):  # ends this try, as in the worker
            sending.send_due(lambda: timezone.now() + offset, stopping=lambda: False, rest=time.sleep)


def round_of(workers: int, offset: timedelta, chance: random.Random) -> int:
    """Fork workers, let them live for a moment, kill them; returns how many were killed alive."""
    connections.close_all()
    children = [child_of(offset) for _number in range(workers)]
    killed = 0
    for _child, hears in children:
        os.read(hears, 1)
        os.close(hears)
    for child, _hears in children:
        time.sleep(chance.uniform(*LIFE))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    return killed


def child_of(offset: timedelta) -> tuple[int, int]:
    """A worker, and the pipe on which it tells that it has begun."""
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(offset, tells)
        finally:
            os._exit(3)
    os.close(tells)
    return child, hears


def prepare(count: int) -> Issue:
    """A released issue with so many rows, beyond the subscribers' table where rows are dear."""
    area, by = factories.area(), factories.person()
    with transaction.atomic():
        from deele.newsletter.models import Subscriber  # noqa: PLC0415  after setup

        rows = [
            Subscriber(
                email=f"r{n}@example.org", fingerprint=f"{n:064d}", handle=f"h{n}", state="aktiv",
                confirmed_at=timezone.now(),
            )
            for n in range(count)
        ]  # fmt: skip
        made = Subscriber.objects.bulk_create(rows, batch_size=500)
        through = Subscriber.areas.through
        through.objects.bulk_create([through(subscriber_id=one.pk, area_id=area.pk) for one in made], batch_size=500)
    issue = factories.issue(by=by)
    release.hand_over(issue=issue, by=by, now=timezone.now())
    return release.release(issue=issue, by=factories.person("zwei"), now=timezone.now())


def calm(issue: Issue, offset: timedelta) -> timedelta:
    """Let one worker live until nothing waits any more."""
    for _turn in range(100):
        offset += timedelta(hours=13)
        while sending.send_due(lambda: timezone.now() + offset, stopping=lambda: False, rest=lambda _s: None):  # noqa: B023
            pass
        issue.refresh_from_db()
        if issue.state == IssueState.SENT:
            break
    return offset


def main(kills: int, seed: int, workers: int) -> dict[str, object]:
    """The whole story."""
    settings.DEELE_NEWSLETTER_PER_MINUTE = settings.DEELE_NEWSLETTER_PER_DOMAIN = 0
    log = tempfile.mktemp(dir=settings.DEELE_HOME)
    socket.getfqdn = lambda name="": "localhost"  # no name server is asked thousands of times
    listener = socket.create_server(("127.0.0.1", 0), backlog=200)
    settings.DEELE_SMTP = {"host": "127.0.0.1", "port": listener.getsockname()[1], "user": "", "password": ""}
    server = os.fork()
    if server == 0:
        serve(listener, log)
    Path(log).touch()
    issue = prepare(max(kills * PER_KILL, 200))
    chance, killed, offset, begun = random.Random(seed), 0, timedelta(0), time.monotonic()
    doubt_after_kills = 0
    try:
        while killed < kills:
            killed += round_of(workers, offset, chance)
            offset += pace.LEASE + timedelta(seconds=1)
            Issue.objects.filter(pk=issue.pk, paused=True).update(paused=False, held="")
        doubt_after_kills = journal.settle_lost(timezone.now() + offset)
        left_for_calm = Delivery.objects.filter(issue=issue, state__in=[D.WAITING, D.LATER]).count()
        offset = calm(issue, offset)
        time.sleep(0.2)
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    story = judge(issue, Counter(Path(log).read_text().split()))
    seconds = round(time.monotonic() - begun, 1)
    more = {"killed": killed, "seconds": seconds, "left_for_calm": left_for_calm, "last_lost": doubt_after_kills}
    return {**story, **more}


def judge(issue: Issue, taken: Counter) -> dict[str, object]:
    """What the ledger says beside what the server took."""
    rows = dict(Delivery.objects.filter(issue=issue).values_list("email", "state"))
    sent = {email for email, state in rows.items() if state == D.SENT}
    doubtful = {email for email, state in rows.items() if state == D.DOUBTFUL}
    refused = {email for email, state in rows.items() if state == D.REFUSED}
    return {
        "recipients": len(rows),
        "sent": len(sent),
        "refused": len(refused),
        "doubtful": len(doubtful),
        "doubtful_that_arrived": len(doubtful & set(taken)),
        "twice": [email for email, times in taken.items() if times > 1],
        "said_sent_but_not_taken": sorted(sent - set(taken)),
        "taken_but_not_shown": sorted(set(taken) - sent - doubtful),
        "lost": sorted(set(rows) - sent - doubtful - refused),
        "state": issue.state,
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), int((*sys.argv, "1")[3]))))  # noqa: T201  the answer
