"""Erasing a person (Art. 17 DSGVO): rows emptied or removed, the log redacted, a receipt kept."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.access.models import Grant
from deele.accounts.actions import people
from deele.accounts.models import User
from deele.audit import actions as audit
from deele.audit.rules import Trace
from deele.core.errors import Refusal
from deele.privacy import enums, rules
from deele.privacy.actions import consents
from deele.privacy.actions.export import accounts_of, records_of
from deele.privacy.actions.rows import end
from deele.privacy.models import Erasure
from deele.privacy.queries import rows
from deele.privacy.queries.rows import Holding

SHORTEST_WORD = 4


class StillWorksHere(Refusal):
    """The person holds a role."""

    code = "works-here"


@transaction.atomic
def erase_person(*, email: str, now: datetime, by: Any) -> Erasure:
    """Erase what the register finds for the address and return the receipt.

    Rows are emptied or removed as registered, consents withdrawn, accounts closed, log entries redacted and
    marked, never removed. A second time finds nothing and says so. Raises rules.BadAddress, StillWorksHere.
    """
    email = rules.address(email)
    if Grant.objects.valid_on(timezone.localdate(now)).filter(user__email__iexact=email).exists():
        words = _("This person still has a role here, so their data is needed. Please end their roles first.")
        raise StillWorksHere(words)
    consents.withdraw(email=email, now=now, by=by)
    found = rows.holdings(email)
    trace = trace_of(email, found)
    for user in User.objects.filter(pk__in=trace.accounts):
        people.close(user=user)
    counts = {one.registration.key: len(one.keys) for one in found}
    # What is removed goes first, so that a row to be emptied never vanishes under a removed one unseen.
    for one in sorted(found, key=lambda one: one.registration.ends_by != "delete"):
        end(one.registration, one.keys)
    if redacted := audit.redact(trace=trace, now=now):
        counts["audit.entry"] = redacted
    receipt = Erasure.objects.create(fingerprint=rules.keyed(email), at=now, by=by, counts=counts)
    audit.record(enums.ERASED, by=by, about=receipt, data={"rows": receipt.total}, now=now)
    return receipt


def trace_of(email: str, holdings: list[Holding]) -> Trace:
    """What the log may know of the person."""
    return Trace(
        email=email,
        words=frozenset(word for one in holdings for row in one.rows for word in words_of(one, row)) - {email},
        records=records_of(holdings),
        accounts=accounts_of(holdings),
        fields={one.registration.key: frozenset(one.registration.to_empty) for one in holdings},
    )


def words_of(holding: Holding, row: models.Model) -> list[str]:
    """The texts in the personal fields of a row that are long enough to be recognised in the log."""
    texts = [getattr(row, name) for name in holding.registration.personal]
    return [text for text in texts if isinstance(text, str) and len(text) >= SHORTEST_WORD]
