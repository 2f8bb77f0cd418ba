"""What a member sees of itself: its profile, its people, and who can see what."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from deele.access.enums import ROLES, Permission
from deele.access.models import Grant
from deele.alliance.enums import State
from deele.alliance.models import Delegate, Membership, Profile, ProfileDraft
from deele.alliance.queries.member_page import age, belongs, texts
from deele.alliance.rules import moves
from deele.privacy import kinds as privacy


def profile_of(member: Membership) -> dict[str, Any]:
    """The agreed profile with its age."""
    found = Profile.objects.filter(membership=member).first()
    today = timezone.localdate()
    return {
        "member": member,
        "profile": found,
        "texts": texts(found),
        "profile_age": age(found.verified_at, today) if found else None,
        "is_due": bool(found and found.is_due(today)),
    }


def start(member: Membership) -> dict[str, Any]:
    """The start page: where the profile stands, what can be done."""
    told = profile_of(member)
    draft = ProfileDraft.objects.filter(membership=member).first()
    return {
        **told,
        "meta": belongs(member),
        "draft": draft,
        "may_write": moves.may_write(member.state),
        "is_asking": member.state in moves.ASKING,
        "to_confirm": told["is_due"] or member.state == State.REVIEW,
    }


def people(member: Membership) -> list[Delegate]:
    """Who acts for the member today."""
    return list(member.delegates.active(timezone.localdate()))


def who_sees(delegate: Delegate) -> dict[str, Any]:
    """Everybody who can see something: the public, the own colleagues, groups, the office; and what is kept, why."""
    today = timezone.localdate()
    roles = [role for role in ROLES.values() if Permission.ALLIANCE_WORK in role.permissions]
    held = Grant.objects.valid_on(today).filter(role__in=[role.key for role in roles])
    return {
        "colleagues": delegate.membership.delegates.active(today).exclude(pk=delegate.pk).count(),
        "roles": [
            {"title": role.title, "people": held.filter(role=role.key).values("user").distinct().count()}
            for role in roles
        ],
        "kept": [kept(one) for one in privacy.register_of if about_delegates(one)],
    }


def about_delegates(registration: Any) -> bool:
    """Whether rows of this model belong to people who act for members."""
    if registration.model is Delegate:
        return True
    return any("delegate" in path.split("__") or path.startswith("seat__") for path in registration.person)


def kept(registration: Any) -> dict[str, str]:
    """What is kept, for what, how long."""
    term = registration.term
    if term is None or not term.after:
        how_long = _("as long as what it belongs to")
    else:
        how_long = _("%(days)s days after the end") % {"days": term.days}
    fields = [registration.model._meta.get_field(name).verbose_name for name in registration.personal]
    return {
        "title": str(registration.title),
        "purpose": str(registration.purpose),
        "fields": ", ".join(map(str, fields)),
        "term": how_long,
    }
