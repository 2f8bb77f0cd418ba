"""One of everything the addresses ask for, under the words the table uses."""

import io
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from deele.access.models import Grant
from deele.accounts.models import User
from deele.core.text import slug
from deele.directory.actions import entries, imports, links, merge
from deele.directory.enums import LinkKind, State
from deele.directory.models import Entry
from deele.directory.tests import factories
from deele.mail.tests import factories as mails
from deele.office.models import Area, Carrier
from deele.privacy.actions import retention
from deele.privacy.models import Erasure
from tests.sweep import (
    accompaniment,
    advice,
    advice_cases,
    alliance,
    enquiries,
    events_day,
    events_desk,
    events_public,
    finder,
    funding,
    groups,
    jointactions,
    money,
    newsletter,
    notices,
    plan_money,
    reporting,
)

ANONYMOUS, HOLDER = "anonymous", "holder"
STAFF = ("redaktion", "veranstaltung", "beratung", "leitung", "technik")
ROLES = (ANONYMOUS, HOLDER, *STAFF)
# Apps that bring their own rows of the table (`TABLE`) and what fills their blanks (`build`).
PARTS = (
    accompaniment,
    advice,
    advice_cases,
    alliance,
    enquiries,
    events_day,
    events_desk,
    events_public,
    finder,
    funding,
    jointactions,
    groups,
    money,
    newsletter,
    notices,
    plan_money,
    reporting,
)


@dataclass(frozen=True)
class World:
    """`values` by the words of the table, `people` by role."""

    values: dict[str, Any]
    people: dict[str, User]


def areas() -> tuple[Area, Area]:
    """Two areas of work of one carrier."""
    carrier = Carrier.objects.create(name="Träger Muster e. V.")
    return tuple(Area.objects.create(key=key, name=key.title(), carrier=carrier) for key in ("wohnen", "pflege"))


def build() -> World:
    """A house with a little of everything."""
    mails.office(name="Büro Muster")
    area, _other = areas()
    people = {role: factories.staff(role) for role in STAFF}
    house = directory(area)
    mail = mails.mail(key="sweep")
    run = retention.run_retention(now=timezone.now(), by=people["leitung"])
    receipt = Erasure.objects.create(at=timezone.now(), by=people["leitung"])
    grant = Grant.objects.get(user=people["technik"])
    more = {
        "mail": mail.pk, "run": run.pk, "receipt": receipt.pk, "person": people["technik"].pk, "grant": grant.pk,
        "area": area.pk, "carrier": area.carrier_id, "place": "03361007",
        "place-name": "kirchlinteln-03361007", "unknown": 999_999,
    }  # fmt: skip
    for part in PARTS:
        more |= part.build(area, people)
    return World({**house, **more}, people)


def directory(area: Area) -> dict[str, Any]:
    """Entries in the states that matter to a door, a merge, an import, two mail links."""
    published = factories.entry("Treff Muster", state=State.PUBLISHED, contact_email="haus@example.org")
    other = factories.entry("Hof Muster", state=State.PUBLISHED)
    draft = factories.entry("Entwurf Muster", area=area, contact_email="neu@example.org")
    gone = factories.entry("Treff am Anger", state=State.PUBLISHED)
    record = merge.merge(kept=other, gone=gone, by=User.objects.get(email="leitung@example.org"), now=factories.NOW)
    link = entries.link(entry=published, kind=LinkKind.PART_OF, other=other, by=None, now=factories.NOW)
    table = io.BytesIO(b"Projektname;Art;Ort\nWohnhof Muster;Wohnprojekt;Nirgendwo\n")
    batch = imports.check(batch=imports.take_in(file=table, name="liste.csv", by=None), by=None)
    return {
        "published": published.pk, "other": other.pk, "draft": draft.pk, "gone": gone.pk,
        "published-name": slug(published.title), "draft-name": slug(draft.title), "gone-name": slug(gone.title),
        "merge": record.pk, "link": link.pk, "batch": batch.pk,
        "hold": links.issue(published, purpose=links.HOLD, now=timezone.now()),
        "submit": links.issue(draft, purpose=links.SUBMIT, now=timezone.now()),
    }  # fmt: skip


def entries_of_every_state_and_area() -> list[Entry]:
    """One entry for each state in each of two areas and in none, without index: only doors are asked."""
    place = factories.place()
    heir = factories.entry("Erbe Muster", state=State.PUBLISHED)
    made = Entry.objects.bulk_create(
        Entry(
            title=f"{state.value} {area or 'ohne Bereich'}",
            kind="dorftreffpunkt",
            place=place,
            area=area,
            state=state,
            merged_into=heir if state == State.MERGED else None,
        )
        for area in (None, *areas())
        for state in State
    )
    return [heir, *made]
