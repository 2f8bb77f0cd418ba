"""How fast copies leave beside plain smtplib with ready bytes, into the same sink, in one run; and memory at size.

`python tools/bench/newsletter.py speed [COUNT] [ROUNDS]` needs `smtp-sink` of Debian's postfix.
`python tools/bench/newsletter.py memory [COUNT] [SEND]` fills a ledger of that size and sends some of it.
`python -m deele.newsletter.tests.kills KILLS SEED [WORKERS]` is the kill test at length.
All in a house of its own: DEELE_HOME must be an empty folder with a migrated database.
"""

import json
import os
import smtplib
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
import django

django.setup()

from django.conf import settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.newsletter.actions import release, sending  # noqa: E402
from deele.newsletter.models import Delivery, Issue, Snapshot  # noqa: E402
from deele.newsletter.papers import frames  # noqa: E402
from deele.newsletter.queries.progress import progress  # noqa: E402
from deele.newsletter.tests import issue_factories as factories  # noqa: E402

LEAD = "Guten Tag,\n\n" + "hier steht, was in den Dörfern geschieht. " * 20
SINK = "/usr/sbin/smtp-sink"
FAR = timedelta(days=1)


@contextmanager
def sink(*options: str) -> Iterator[dict[str, Any]]:
    """A mail server that takes everything and throws it away."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    user = ["-u", "nobody"] if os.getuid() == 0 else []  # it does not run as root
    process = subprocess.Popen([SINK, *user, *options, f"127.0.0.1:{port}", "1000"])
    for _try in range(100):
        time.sleep(0.1)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
    try:
        yield {"host": "127.0.0.1", "port": port, "user": "", "password": ""}
    finally:
        process.terminate()
        process.wait()


def issue() -> Issue:
    """A released issue for all of them."""
    by, now = factories.person(), timezone.now()
    made = factories.issue(by=by, lead=LEAD)
    release.hand_over(issue=made, by=by, now=now)
    return release.release(issue=made, by=factories.person("zwei"), now=now)


def plain(at: dict[str, Any], ready: list[tuple[str, bytes]]) -> None:
    """smtplib as it is, one connection, ready bytes."""
    with smtplib.SMTP(at["host"], at["port"]) as line:
        for to, content in ready:
            line.sendmail("a@example.org", [to], content)


def ours() -> int:
    """The sender of the house, ledger and all."""
    return sending.send_due(timezone.now, stopping=lambda: False, slice_=FAR, rest=lambda _s: None)


def per_second(count: int, deed: Callable[[], Any]) -> float:
    """How many a second."""
    begun = time.perf_counter()
    deed()
    return count / (time.perf_counter() - begun)


def speed(count: int, rounds: int) -> dict[str, Any]:
    """smtplib, our sender without and with PIPELINING, by turns; medians."""
    factories.crowd(count)
    found: dict[str, list[float]] = {"smtplib": [], "ours": [], "ours, pipelined": []}
    first = issue()
    rows = list(Delivery.objects.filter(issue=first)[:1000])
    ready = [(row.email, frames.fill(first, row)) for row in rows]
    filled = per_second(1000, lambda: [frames.fill(first, row) for row in rows])
    for _round in range(rounds):
        for name, options in (("ours", ("-p",)), ("ours, pipelined", ())):
            with sink(*options) as settings.DEELE_SMTP:
                if name == "ours":
                    found["smtplib"].append(per_second(1000, lambda: plain(settings.DEELE_SMTP, ready)))
                again(first)
                found[name].append(per_second(count, ours))
    medians = {name: round(statistics.median(values)) for name, values in found.items()}
    return {"bytes": len(ready[0][1]), "filled a second": round(filled), **medians, "rounds": found}


def again(made: Issue) -> None:
    """All copies wait once more."""
    now = timezone.now()
    Delivery.objects.filter(issue=made).update(state="wartet", next_at=now, lease_token="", attempts=0)
    Issue.objects.filter(pk=made.pk).update(state="versand_geplant", scheduled_for=now, sent_at=None)


def memory(count: int, send: int = 100_000) -> dict[str, Any]:
    """Memory and time for very many recipients: release them all, send so many of them in a process of its own."""
    factories.crowd(count)
    before, begun = held()["most"], time.perf_counter()
    made = issue()
    filled = time.perf_counter() - begun
    answer = {
        "recipients": Delivery.objects.filter(issue=made).count(),
        "MB before release": before,
        "MB after release": held()["most"],
        "seconds of release": round(filled, 1),
        "sender": json.loads(subprocess.check_output([sys.executable, *sys.argv[:1], "send", str(min(send, count))])),
    }
    begun = time.perf_counter()
    figures = progress(made, timezone.now())
    took = round(time.perf_counter() - begun, 2)
    return {**answer, "seconds of progress": took, "waiting": figures.waiting, "snapshots": Snapshot.objects.count()}


def send(count: int) -> dict[str, Any]:
    """Send so many copies of what waits; the memory after each portion, in MB."""
    steps: dict[int, dict[str, int]] = {}
    with sink() as settings.DEELE_SMTP:
        sent, begun = 0, time.perf_counter()
        while sent < count:
            sent += sending.send_due(
                timezone.now, stopping=lambda: False, slice_=timedelta(seconds=2), rest=lambda _s: None
            )
            if sent >= len(steps) * count / 10:
                steps[sent] = held()
        rate = sent / (time.perf_counter() - begun)
    return {"a second": round(rate), "MB after so many": steps}


def held() -> dict[str, int]:
    """What this process holds in MB: the most ever, now of its own, now of files the system may take away again."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    names = {"most": "VmHWM", "own": "RssAnon", "files": "RssFile"}
    return {name: int(lines[line].split()[0]) // 1024 for name, line in names.items()}


def load() -> list[float]:
    """How busy the machine is: figures measured beside others are worth less."""
    return [round(value, 1) for value in os.getloadavg()]


if __name__ == "__main__":
    socket.getfqdn = lambda name="": "localhost"  # no name server is asked
    settings.DEELE_NEWSLETTER_PER_MINUTE = settings.DEELE_NEWSLETTER_PER_DOMAIN = 0
    what, numbers = sys.argv[1], [int(text) for text in sys.argv[2:]]
    before = load()
    do = {"speed": (speed, [5000, 3]), "memory": (memory, [1_000_000]), "send": (send, [10_000])}[what]
    answer = do[0](*(numbers or do[1]))
    print(json.dumps({**answer, "load": [before, load()]}, indent=1))
