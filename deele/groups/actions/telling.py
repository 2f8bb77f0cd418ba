"""What the people of a group are told: tidings for the digest, mails only where somebody is meant themselves."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.alliance.models import Delegate
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.groups import emails
from deele.groups.enums import Role
from deele.groups.kinds import Actor
from deele.groups.models import Seat, SeatWish, WorkingGroup
from deele.mail.actions import outbox


def people(group: WorkingGroup, by: Actor | None = None) -> list[Delegate]:
    """Who has a seat now, but for who did it."""
    rows = group.seats.filter(until=None).select_related("delegate")
    return [seat.delegate for seat in rows if by is None or seat.delegate_id != getattr(by.delegate, "pk", None)]


def tell(group: WorkingGroup, key: str, text: str, *, by: Actor | None, now: datetime, path: str = "") -> int:
    """One line for everybody with a seat. `key` says what happened, within this group."""
    return tidings.tell(
        people=people(group, by), key=f"group {group.pk} {key}", text=f"{group}: {text}", now=now,
        path=path or group.mine_url(), topic=reference(group),
    )  # fmt: skip


def moved(group: WorkingGroup, by: Actor, now: datetime) -> None:
    """The group is somewhere else in its life."""
    words = _("the working group is now “%(state)s”.") % {"state": group.get_state_display()}
    if group.state_reason:
        words = f"{words} {group.state_reason}"
    tell(group, f"moved {group.version}", words, by=by, now=now)


def seated(seat: Seat, now: datetime) -> None:
    """A mail to the person: a seat was given to them."""
    group, delegate = seat.group, seat.delegate
    draft = emails.seat_given(delegate.name, group.name, seat.get_role_display(), address(group.mine_url()))
    outbox.queue(
        purpose=emails.SEAT, to=delegate.email, key=f"{seat.pk}", about=reference(group), now=now, **draft._asdict()
    )


def invited(wish: SeatWish, now: datetime) -> None:
    """A mail to the person, and a line on their page."""
    group, delegate = wish.group, wish.delegate
    path = reverse("groups:invitation", args=[wish.pk])
    tidings.tell(
        people=[delegate], key=f"invitation {wish.pk}", now=now, path=path, topic=reference(group),
        text=_("You are invited to the working group “%(group)s”.") % {"group": group},
    )  # fmt: skip
    draft = emails.invitation(delegate.name, group.name, wish.words, address(path))
    outbox.queue(
        purpose=emails.INVITATION, to=delegate.email, key=f"{wish.pk}", about=reference(group), now=now,
        **draft._asdict(),
    )  # fmt: skip


def asked(wish: SeatWish, now: datetime) -> None:
    """The leads hear of a wish to join."""
    group = wish.group
    leads = [seat.delegate for seat in group.seats.filter(until=None, role=Role.LEAD).select_related("delegate")]
    tidings.tell(
        people=leads, key=f"wish {wish.pk}", now=now, path=reverse("groups:mine-people", args=[group.pk]),
        topic=reference(group),
        text=_("%(member)s would like to join “%(group)s”.") % {"member": wish.delegate.membership, "group": group},
    )  # fmt: skip


def refused(wish: SeatWish, now: datetime) -> None:
    """The person hears that there is no seat for them at present."""
    text = _("“%(group)s” cannot take you in at present. The office tells you more.") % {"group": wish.group}
    tidings.tell(people=[wish.delegate], key=f"refused {wish.pk}", now=now, text=text)


def headers(group: WorkingGroup) -> dict[str, str]:
    """What keeps programs from answering a mail to a group, and helps people to sort it."""
    host = urlsplit(settings.DEELE_URL).hostname or "localhost"
    return {"List-Id": f"<gruppe-{group.pk}.{host}>", "Precedence": "list", "X-Loop": f"gruppe-{group.pk}@{host}"}


def replies_to(group: WorkingGroup) -> str:
    """Who leads the group reads the answers; empty (the office) while nobody does."""
    lead = group.seats.filter(until=None, role=Role.LEAD).select_related("delegate").order_by("since", "pk").first()
    return lead.delegate.email if lead else ""
