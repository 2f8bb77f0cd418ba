"""Umbrella bodies and who is under them."""

from deele.alliance.models import Membership
from deele.alliance.models.membership import MembershipQuerySet

DEEPEST = 10


def above(member: Membership) -> list[Membership]:
    """The umbrella bodies above a member, the nearest first; stops at a circle."""
    found: list[Membership] = []
    present = member.umbrella
    while present is not None and present not in found and len(found) < DEEPEST:
        found.append(present)
        present = present.umbrella
    return found


def under(member: Membership) -> MembershipQuerySet:
    """Public members right under this one, by name."""
    return Membership.objects.public().filter(umbrella=member).order_by("name", "pk")
