"""Who acts for a member."""

from datetime import date

from deele.alliance.models import Delegate, Membership


def acting_for(membership: Membership, today: date) -> list[Delegate]:
    """The delegates of a member that day."""
    return list(Delegate.objects.active(today).filter(membership=membership))
