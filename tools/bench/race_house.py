"""Inside the measured house: `prepare QUOTA FORMS` makes an event and sealed forms, `disturb EVENT` cancels without
end, `count EVENT` says what the database holds. Prints JSON."""

import contextlib
import json
import random
import sys
import time
from datetime import timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

import django  # noqa: E402

django.setup()

from django.core import signing  # noqa: E402
from django.db.models import Sum  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.crypto import get_random_string  # noqa: E402

from deele.core import seals  # noqa: E402
from deele.core.errors import Refusal  # noqa: E402
from deele.directory.tests.factories import place  # noqa: E402
from deele.events.actions import registrations  # noqa: E402
from deele.events.enums import RegistrationState  # noqa: E402
from deele.events.models import Event, Registration  # noqa: E402
from deele.events.tests import registering  # noqa: E402
from deele.places.models import Edition  # noqa: E402


def prepare(quota: int, forms: int) -> dict[str, object]:
    """An open event with a price and a place to come from."""
    event = registering.an_event(quota, starts=timezone.now() + timedelta(days=90))
    price = registering.price(event, 5900)
    town = place("03361007", "Kirchlinteln")
    Edition.objects.get_or_create(pk=1, defaults={"stamp": "measured"})  # as every house has that loaded its places
    opened = int(time.time()) - 60
    return {
        "event": event.pk,
        "path": f"/veranstaltungen/{event.pk}/anmelden/",
        "seals": [signing.dumps([opened, get_random_string(20)], salt=seals.SALT) for _ in range(forms)],
        "fields": {
            "people": "1", "name": "Teilnehmerin Muster", "email": "t@example.org", "p1_price": str(price.pk),
            "place_text": f"Kirchlinteln ({town.key})", "invoice_address": "Musterweg 1\n27308 Kirchlinteln",
        },
    }  # fmt: skip


def disturb(event: int) -> None:
    """Cancel somebody every few hundredths of a second; the waiting list moves by itself."""
    while True:
        confirmed = Registration.objects.filter(event=event, state=RegistrationState.CONFIRMED)
        pks = list(confirmed.values_list("pk", flat=True)[:200])
        if pks:
            one = Registration.objects.select_related("event").get(pk=random.choice(pks))
            with contextlib.suppress(Refusal):  # somebody was faster
                registrations.cancel(registration=one, by=None, now=timezone.now())
        time.sleep(0.05)


def count(event: int) -> dict[str, object]:
    """Registrations, and how many seats are held beyond the quota."""
    rows = Registration.objects.filter(event=event)
    taken = rows.taking().aggregate(all=Sum("seats"))["all"] or 0
    capacity = Event.objects.get(pk=event).capacity or 0
    return {"registrations": rows.count(), "taken": taken, "overbooked": max(0, taken - capacity)}


if __name__ == "__main__":
    deed, *numbers = sys.argv[1:]
    answer = {"prepare": prepare, "disturb": disturb, "count": count}[deed](*map(int, numbers))
    print(json.dumps(answer))  # the answer to the measurement
