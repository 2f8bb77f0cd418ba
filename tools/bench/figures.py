"""Times the pages of figures and of advice beside a bare view, in one process: on the clock and of the processor.

    DEELE_HOME=FOLDER DEELE_DEMO=1 DEELE_SECOND_FACTOR=0 .venv/bin/python tools/bench/figures.py [--contacts 200000]

FOLDER is a house for measuring (`manage.py setup`); missing contacts are made. The bare view answers one row of
the same table, through the same middleware.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402  after the settings are named

django.setup()

from django.core.management import call_command  # noqa: E402  after django.setup
from django.http import HttpResponse  # noqa: E402  as above
from django.test import Client  # noqa: E402  as above
from django.urls import path  # noqa: E402  as above
from django.utils import timezone  # noqa: E402  as above

from config import urls  # noqa: E402  as above
from deele.access.models import Grant  # noqa: E402  as above
from deele.advice.models import Contact  # noqa: E402  as above

YEAR = timezone.localdate().year - 1
FIGURES = "/schreibtisch/zahlen/"
PAGES = {
    "leitung": (
        "/messen/leer/",
        f"{FIGURES}?zeitraum=letztes-jahr",
        f"{FIGURES}B1/bereich/?zeitraum=letztes-jahr",
        f"{FIGURES}B1/thema/?zeitraum=letztes-jahr",
        f"{FIGURES}B4/landkreis/?zeitraum=letztes-jahr",
        f"{FIGURES}B7a/monat/?zeitraum=letztes-jahr",
        f"{FIGURES}B1/liste/?zeitraum=letztes-jahr&aufteilung=thema&gruppe=recht",
        f"{FIGURES}aussen/{YEAR}/",
        f"{FIGURES}aussen/{YEAR}/B1/landkreis/",
    ),
    "beratung": (
        "/schreibtisch/beratung/",
        "/schreibtisch/beratung/liste/",
        "/schreibtisch/beratung/liste/?topic=recht",
    ),
}


def bare(request):
    """The least a page can do: one row."""
    return HttpResponse(Contact.objects.order_by("pk").values_list("code", flat=True).first())


def measure(client: Client, address: str, rounds: int) -> tuple[int, float, float]:
    """The status, and the median of the clock and of the processor in milliseconds; the first round warms up."""
    clock, processor = [], []
    for _round in range(rounds + 1):
        start, work = time.perf_counter(), time.process_time()
        status = client.get(address).status_code
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - work) * 1000)
    return status, statistics.median(clock[1:]), statistics.median(processor[1:])


def main() -> None:
    """Fill, then measure page by page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if (missing := asked.contacts - Contact.objects.count()) > 0:
        call_command("make_many_contacts", number=missing)
    urls.urlpatterns.insert(0, path("messen/leer/", bare))
    print(f"{Contact.objects.count()} contacts, load average {os.getloadavg()[0]:.1f}")
    print(f"{'ms clock':>9} {'ms processor':>13}  page")
    for role, addresses in PAGES.items():
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(Grant.objects.filter(role=role, user__is_active=True).first().user)
        for address in addresses:
            status, clock, processor = measure(client, address, asked.rounds)
            print(f"{clock:9.0f} {processor:13.0f}  {address}{'' if status == 200 else f' ({status})'}")


if __name__ == "__main__":
    main()
