"""Who is a member of a carrier, and may claim the price for members."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.events import enums
from deele.events.actions.planning import NotAllowed
from deele.events.models import CarrierMember
from deele.events.readers.member_rows import MemberRow
from deele.office.models import Area, Carrier

NEW, CHANGED, SAME, PROBLEM = "neu", "geaendert", "gleich", "nicht_lesbar"


def check_allowed(by: Any, carrier: Carrier) -> None:
    """Raises NotAllowed. Members are looked after by those who look after registrations of the carrier's areas."""
    if by is None:
        return
    areas = access.areas_of(by, Permission.REGISTRATION_WORK)
    inside = areas is None or Area.objects.filter(carrier=carrier, pk__in=areas).exists()
    if not (access.can(by, Permission.REGISTRATION_WORK) and inside):
        raise NotAllowed(_("You may not look after the members of this carrier."))


@transaction.atomic
def add(
    *, carrier: Carrier, name: str, by: Any, now: datetime, email: str = "", number: str = "",
    valid_until: date | None = None,
) -> CarrierMember:  # fmt: skip
    """Enter a member; one who is known already is brought up to date. Raises NotAllowed."""
    check_allowed(by, carrier)
    member = known(carrier, name, email, number) or CarrierMember(carrier=carrier)
    fill(member, name, email, number, valid_until)
    member.save()
    audit.record(enums.MEMBER_ADDED, by=by, about=member, now=now)
    return member


def known(carrier: Carrier, name: str, email: str, number: str) -> CarrierMember | None:
    """The same member: by number, else by address, else by name alone."""
    rows = CarrierMember.objects.filter(carrier=carrier)
    if number:
        return rows.filter(number__iexact=number).first()
    if email:
        return rows.filter(email__iexact=email).first()
    return rows.filter(Q(email="", number=""), name__iexact=name).first()


def fill(member: CarrierMember, name: str, email: str, number: str, valid_until: date | None) -> None:
    """Take the values over; what is not told stays."""
    member.name, member.valid_until = name, valid_until
    member.email, member.number = email or member.email, number or member.number


@transaction.atomic
def end(*, member: CarrierMember, by: Any, now: datetime, on: date) -> CarrierMember:
    """The membership ends on that day; the row goes by itself a year later. Raises NotAllowed."""
    check_allowed(by, member.carrier)
    member.valid_until = on
    member.version += 1
    member.save(update_fields=["valid_until", "version", "updated_at"])
    audit.record(enums.MEMBER_ENDED, by=by, about=member, now=now)
    return member


def verdict(carrier: Carrier, row: MemberRow) -> str:
    """What taking this row in would do."""
    if row.problems:
        return PROBLEM
    member = known(carrier, row.name, row.email, row.member_number)
    if member is None:
        return NEW
    told = (row.name, row.email or member.email, row.member_number or member.number, row.valid_until)
    return SAME if told == (member.name, member.email, member.number, member.valid_until) else CHANGED


@transaction.atomic
def take_in(*, carrier: Carrier, rows: Sequence[MemberRow], by: Any, now: datetime) -> dict[str, int]:
    """Take a list in; returns the number of rows by verdict. The same list twice changes nothing. Raises NotAllowed."""
    check_allowed(by, carrier)
    counts = dict.fromkeys((NEW, CHANGED, SAME, PROBLEM), 0)
    for row in rows:
        what = verdict(carrier, row)
        counts[what] += 1
        if what in (NEW, CHANGED):
            member = known(carrier, row.name, row.email, row.member_number) or CarrierMember(carrier=carrier)
            fill(member, row.name, row.email, row.member_number, row.valid_until)
            member.save()
    if counts[NEW] or counts[CHANGED]:
        audit.record(enums.MEMBERS_TAKEN_IN, by=by, about=carrier, now=now, data=counts)
    return counts
