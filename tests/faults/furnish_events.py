"""Furnishes a house with an event and its money, prints what tests must know; or draws what waits.

`python -m tests.faults.furnish_events furnish|draw` with DEELE_HOME of the house.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.access.tests.factories import colleague  # noqa: E402
from deele.events.actions import links  # noqa: E402
from deele.events.tests import registering  # noqa: E402
from deele.money.actions import drawing  # noqa: E402
from deele.money.tests import factories as money  # noqa: E402

SEATS, PAPERS = 5, 3


def furnish() -> dict[str, object]:
    """An event with few seats, somebody registered, invoices without a paper, somebody of the office signed in."""
    now = timezone.now()
    event = registering.an_event(SEATS, starts=now + timedelta(days=90), public_since=now)
    first = registering.register(event, "Erste Muster", now=now)
    carrier = event.area.carrier
    carrier.address = "Musterweg 2\n30159 Hannover"
    carrier.save()
    money.billing(carrier)
    numbers = [money.number(carrier, about=f"x:{one}", now=now).number for one in range(PAPERS)]
    client = Client()
    client.force_login(colleague("veranstaltung"))
    return {
        "form": f"/veranstaltungen/{event.pk}/anmelden/",
        "page": event.get_absolute_url(),
        "hold": reverse("events:hold", args=[links.issue(first, now=now)]),
        "numbers": numbers,
        "carrier": carrier.pk,
        "session": {settings.SESSION_COOKIE_NAME: client.session.session_key},
    }


def draw() -> int:
    """Draw what waits."""
    return drawing.draw_waiting(timezone.now)


if __name__ == "__main__":
    print(json.dumps({"furnish": furnish, "draw": draw}[sys.argv[1]]()))  # noqa: T201  the answer to the test
