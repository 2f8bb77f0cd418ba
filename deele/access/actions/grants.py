"""Giving and ending roles, inviting colleagues, closing their accounts."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.access import emails, enums, queries, rules
from deele.access.actions import cms
from deele.access.models import Grant
from deele.accounts.actions import people
from deele.accounts.models import User
from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.office.models import Area


class NotYours(Refusal):
    """The giver may not give or end this."""

    code = "not-yours"


class NotToYourself(Refusal):
    """Nobody widens their own powers."""

    code = "not-to-yourself"


class LastLead(Refusal):
    """The house would stand without a lead."""

    code = "last-lead"


class KnownAddress(Refusal):
    """There is an account with this address."""

    code = "known-address"


class AlreadyGiven(Refusal):
    """The person has this role already."""

    code = "already-given"


@transaction.atomic
def give(
    *, user: User, role: str, by: Any, now: datetime, area: Area | None = None, ends_on: date | None = None
) -> Grant:
    """Give a role from today on. `by=None` is the command line of the house.

    Raises NotYours when the giver lacks the power, NotToYourself, AlreadyGiven.
    """
    check_giver(user, role, by, area)
    today = timezone.localdate(now)
    people.lock(user=user)
    if Grant.objects.not_over(today).filter(user=user, role=role, area=area).exists():
        raise AlreadyGiven(_("This person has this role already. End it first if you want to change its dates."))
    grant = Grant.objects.create(user=user, role=role, area=area, starts_on=today, ends_on=ends_on, granted_by=by)
    cms.sync(user=user)
    record(enums.GIVEN, by=by, about=grant, now=now, data={"role": role, "ends_on": str(ends_on or "")})
    return grant


def check_giver(user: User, role: str, by: Any, area: Area | None) -> None:
    """Raises NotToYourself or NotYours."""
    if by is None:
        return
    if by.pk == user.pk:
        raise NotToYourself(_("You cannot give a role to yourself. Please ask another lead to do it."))
    if role not in [one.key for one in rules.roles_to_give(by, area_id=area.pk if area else None)]:
        words = _("You may not give this role here, because it can do more than you can. Please ask a lead.")
        raise NotYours(words)


@transaction.atomic
def end(*, grant: Grant, by: Any, now: datetime) -> Grant:
    """End a role at once. Raises NotYours and LastLead; a role that is over stays as it is."""
    area_id = grant.area_id
    if by is not None and not may_end(by, area_id):
        raise NotYours(_("You may not end this role, because you may not give roles there. Please ask a lead."))
    check_leads([grant], now)
    changed = Grant.objects.filter(pk=grant.pk, ended_at=None).update(ended_at=now, ended_by=by)
    grant.refresh_from_db()
    if changed:
        cms.sync(user=grant.user)
        record(enums.ENDED, by=by, about=grant, now=now, data={"role": grant.role})
    return grant


def may_end(user: Any, area_id: int | None) -> bool:
    """Whether the person may end roles there: whoever may give roles, everywhere or in that area."""
    areas = rules.areas_of(user, enums.Permission.GRANT)
    return areas is None or (area_id is not None and area_id in areas)


def check_leads(ending: list[Grant], now: datetime) -> None:
    """Raises LastLead when no lead would be left. The leads are locked, so two ends at once can't both pass."""
    leads = queries.lasting_leads(timezone.localdate(now)).select_for_update(of=("self",))
    there = {grant.pk for grant in leads}
    if there and not there - {grant.pk for grant in ending}:
        words = _("This is the last lead of the house. Please give the role of lead to somebody else first.")
        raise LastLead(words)


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    role: str,
    by: Any,
    now: datetime,
    area: Area | None = None,
    ends_on: date | None = None,
) -> User:
    """Make an account without a password, give the role, and send a link for choosing a password.

    Raises KnownAddress and what `give` raises; then no account is made.
    """
    if User.objects.filter(email__iexact=email).exists():
        words = _("There is an account with this address already. Please open it and give the role there.")
        raise KnownAddress(words)
    user = people.create(email=email, name=name)
    record(enums.INVITED, by=by, about=user, now=now)
    give(user=user, role=role, by=by, now=now, area=area, ends_on=ends_on)
    emails.invitation(user, by)
    return user


@transaction.atomic
def close(*, user: User, by: Any, now: datetime) -> User:
    """End all roles and close the account; what the person did stays. Raises NotYours, NotToYourself, LastLead."""
    if by is not None and by.pk == user.pk:
        raise NotToYourself(_("You cannot close your own account. Please ask another lead to do it."))
    if by is not None and not may_end(by, None):
        raise NotYours(_("You may not close accounts, because your power is limited to one area of work."))
    grants = list(Grant.objects.not_over(timezone.localdate(now)).filter(user=user))
    check_leads(grants, now)
    for grant in grants:
        end(grant=grant, by=by, now=now)
    people.close(user=user)
    record(enums.CLOSED, by=by, about=user, now=now)
    return user
