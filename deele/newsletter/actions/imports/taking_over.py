"""Writing a judged list: all rows in one transaction, each judged anew, so that nobody who left slips back in."""

from collections import Counter
from datetime import UTC, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accounts.models import User
from deele.audit import actions as audit
from deele.newsletter import enums
from deele.newsletter.actions.imports import judging
from deele.newsletter.actions.imports.intake import NothingToTake
from deele.newsletter.enums import TAKEN, ListState, Origin, SubscriberState
from deele.newsletter.models import ListImport, ListRow, Subscriber
from deele.newsletter.queries import suppressions
from deele.newsletter.rules import consent
from deele.office.models import Area
from deele.privacy.actions import consents
from deele.privacy.actions.consents import Given
from deele.privacy.rules import keyed

PORTION = 500


@transaction.atomic
def wait_for(*, batch: ListImport) -> None:
    """Note that a job takes the list over. Raises NothingToTake when one does already."""
    if not ListImport.objects.filter(pk=batch.pk, state=ListState.CHECKED).update(state=ListState.WAITING):
        raise NothingToTake(_("This list is being taken over already."))


@transaction.atomic
def take_over(*, batch: ListImport, by: User | None, now: datetime) -> ListImport:
    """Subscribe everybody whose row may be taken over; count what became of all. Raises NothingToTake."""
    batch = ListImport.objects.select_for_update().get(pk=batch.pk)
    if batch.state == ListState.APPLIED:
        raise NothingToTake(_("This list has already been taken over and stays as a proof."))
    rows = list(batch.rows.order_by("number"))
    # The lock on these rows holds until the end: an unsubscription that comes now waits, and then counts.
    lock([keyed(row.email) for row in rows if row.email])
    judging.judge(rows, today=timezone.localdate(now))
    ListRow.objects.bulk_update(rows, ["verdict"], batch_size=PORTION)
    taken = [row for row in rows if row.verdict in TAKEN]
    for start in range(0, len(taken), PORTION):
        subscribe(taken[start : start + PORTION], batch, now)
    batch.counts = dict(Counter(str(row.verdict) for row in rows))
    batch.state, batch.applied_at = ListState.APPLIED, now
    batch.version += 1
    batch.save()
    audit.record(enums.LIST_IMPORTED, by=by, about=batch, data={"counts": batch.counts}, now=now)
    return batch


def lock(marks: list[str]) -> None:
    """Hold the rows of these subscribers."""
    for part in suppressions.portions(marks):
        list(Subscriber.objects.select_for_update().filter(fingerprint__in=part).order_by("pk").values_list("pk"))


def subscribe(rows: list[ListRow], batch: ListImport, now: datetime) -> None:
    """One portion: addresses, newsletters, consents with the proof of their row."""
    Subscriber.objects.bulk_create([newcomer(row) for row in rows], ignore_conflicts=True)
    by_email = {one.email: one for one in Subscriber.objects.filter(email__in=[row.email for row in rows])}
    waiting = [one.pk for one in by_email.values() if one.state == SubscriberState.UNCONFIRMED]
    Subscriber.objects.filter(pk__in=waiting).update(
        state=SubscriberState.ACTIVE, source=Origin.IMPORT, confirmed_at=now
    )
    areas = {area.key: area for area in Area.objects.all()}
    link = Subscriber.areas.through
    link.objects.bulk_create(
        [link(subscriber_id=by_email[row.email].pk, area_id=areas[key].pk) for row in rows for key in row.areas],
        ignore_conflicts=True,
    )
    consents.give_many([given for row in rows for given in proofs(row, batch)], now=now)


def newcomer(row: ListRow) -> Subscriber:
    """A subscriber as the row has it."""
    return Subscriber(
        email=row.email,
        fingerprint=keyed(row.email),
        name=row.name,
        state=SubscriberState.ACTIVE,
        source=Origin.IMPORT,
        confirmed_at=given_at(row),
    )


def given_at(row: ListRow) -> datetime:
    """The day of the proof as an instant."""
    return datetime.combine(row.proof_on, time(12), UTC) if row.proof_on else timezone.now()


def proofs(row: ListRow, batch: ListImport) -> list[Given]:
    """What the row says of the consent, once for each newsletter."""
    words = _("list “%(list)s”, row %(row)s: %(text)s") % {
        "list": batch.name, "row": row.number, "text": row.proof_text,
    }  # fmt: skip
    return [
        Given(
            email=row.email,
            purpose=consent.purpose(key),
            text_version="list",
            source=row.proof_way,
            proof=words,
            given_at=given_at(row),
        )
        for key in row.areas
    ]
