"""Handing a person what we hold about them (Art. 15 and 20 DSGVO)."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from deele.audit import queries as log
from deele.audit.actions import record
from deele.audit.enums import EventType
from deele.audit.rules import Trace
from deele.privacy import enums, rules
from deele.privacy.kinds import Registration
from deele.privacy.models import Lookup
from deele.privacy.queries import rows
from deele.privacy.queries.rows import Holding

PLAIN = (str, int, float, bool, type(None), dict, list)


@transaction.atomic
def look_up(*, email: str, now: datetime, by: Any) -> list[Holding]:
    """Say which records belong to the address; the look is logged. Raises rules.BadAddress."""
    found = rows.holdings(rules.address(email))
    note(enums.FOUND, email=email, holdings=found, now=now, by=by)
    return found


@transaction.atomic
def export_person(*, email: str, now: datetime, by: Any) -> dict[str, Any]:
    """Everything the register finds for the address, as plain data. Secret fields (hashes) are left out.

    The export is logged. Raises rules.BadAddress.
    """
    email = rules.address(email)
    found = rows.holdings(email)
    note(enums.EXPORTED, email=email, holdings=found, now=now, by=by)
    return {
        "person": email,
        "made_at": now.isoformat(),
        "records": {holding.registration.key: section(holding) for holding in found},
        "log": [
            {"at": entry.at.isoformat(), "what": entry.sentence}
            for entry in log.traces(Trace("", records=records_of(found), accounts=accounts_of(found)))
        ],
    }


def note(event: EventType, *, email: str, holdings: list[Holding], now: datetime, by: Any) -> Lookup:
    """Keep that somebody looked, under the fingerprint of the address."""
    counts = {holding.registration.key: len(holding.keys) for holding in holdings}
    looked = Lookup.objects.create(fingerprint=rules.keyed(email), at=now, by=by, counts=counts)
    record(event, by=by, about=looked, now=now)
    return looked


def section(holding: Holding) -> dict[str, Any]:
    """The rows of one model with title and purpose."""
    registration = holding.registration
    return {
        "title": registration.title,
        "purpose": str(registration.purpose),
        "rows": [values(registration, row) for row in holding.rows],
    }


def values(registration: Registration, row: models.Model) -> dict[str, Any]:
    """Field → value, without the secret ones."""
    shown = [field for field in row._meta.concrete_fields if field.name not in registration.secret]
    return {field.name: plain(field.value_from_object(row)) for field in shown}


def plain(value: Any) -> Any:
    """The value as JSON can carry it."""
    return value if isinstance(value, PLAIN) else value.isoformat() if hasattr(value, "isoformat") else str(value)


def records_of(holdings: list[Holding]) -> frozenset[str]:
    """How the log names these rows."""
    return frozenset(f"{one.registration.key}:{key}" for one in holdings for key in one.keys)


def accounts_of(holdings: list[Holding]) -> frozenset[int]:
    """The numbers of the person's accounts among the rows."""
    return frozenset(key for one in holdings if one.registration.key == "accounts.user" for key in one.keys)
