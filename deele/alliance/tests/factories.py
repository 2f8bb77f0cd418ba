"""Members and delegates for tests. Invented, and recognisably so."""

from django.utils import timezone

from deele.alliance.enums import Basis, OrganisationKind, State
from deele.alliance.models import Delegate, Membership


def member(name: str = "Verein Muster", **fields) -> Membership:
    """A member whose profile is public."""
    return Membership.objects.create(
        **{
            "name": name,
            "kind": OrganisationKind.ASSOCIATION,
            "basis": Basis.JOINED,
            "state": State.PUBLISHED,
            "state_since": timezone.now(),
            **fields,
        }
    )


def delegate(membership: Membership | None = None, email: str = "kim@example.org", **fields) -> Delegate:
    """Somebody who acts for a member."""
    return Delegate.objects.create(membership=membership or member(), email=email, **{"name": "Kim Muster", **fields})


def let_in(client, who: Delegate):
    """This test client is the delegate's device from now on."""
    from deele.alliance.doors.delegates import KEY  # noqa: PLC0415  doors need apps to be ready

    kept = client.session
    kept[KEY] = [who.pk, who.stamp, timezone.now().timestamp()]
    kept.save()
    client.cookies["sessionid"] = kept.session_key
    return client
