"""Furnishes a house for the faults of a server and prints what the tests need to know of it as JSON.

`python -m tests.faults.furnish TABLES` with DEELE_HOME of the house.
"""

import io
import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from deele.directory.actions import imports, links  # noqa: E402
from deele.directory.enums import State  # noqa: E402
from deele.directory.models import Batch  # noqa: E402
from deele.directory.tests import factories  # noqa: E402
from deele.places.enums import NameKind  # noqa: E402
from deele.places.models import PlaceName, Postcode  # noqa: E402

ROWS = 300


def table(number: int) -> Batch:
    """A checked table, ready to be taken over."""
    rows = "".join(f"t{number}-{row};Hof {number}.{row};Wohnprojekt;27308\n" for row in range(ROWS))
    file = io.BytesIO(f"id;Projektname;Art;PLZ\n{rows}".encode())
    batch = imports.check(batch=imports.take_in(file=file, name=f"tabelle-{number}.csv", by=None), by=None)
    batch.rows.update(verdict="new", place=factories.place())  # likeness is not what is asked here
    return batch


def furnish(tables: int) -> dict[str, object]:
    """A lead who is signed in, a published and a due entry, a mail link, checked tables."""
    place = factories.place()
    PlaceName.objects.create(place=place, name=place.name, folded="kirchlinteln", kind=NameKind.OFFICIAL)
    Postcode.objects.create(code="27308", place=place)
    entry = factories.entry("Treff Muster", state=State.PUBLISHED, contact_email="haus@example.org")
    due = factories.entry("Hof Muster", state=State.DUE, contact_email="hof@example.org")
    client = Client()
    client.force_login(factories.staff("leitung"))
    return {
        "session": {settings.SESSION_COOKIE_NAME: client.session.session_key},
        "entry": entry.pk,
        "page": entry.get_absolute_url(),
        "due": due.pk,
        "desk": due.desk_url(),
        "hold": links.issue(due, purpose=links.HOLD, now=timezone.now()),
        "place": place.get_absolute_url(),
        "tables": [table(number).pk for number in range(tables)],
    }


if __name__ == "__main__":
    print(json.dumps(furnish(int(sys.argv[1]))))  # noqa: T201  the answer to the test
