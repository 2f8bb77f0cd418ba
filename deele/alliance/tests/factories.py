"""Members and delegates for tests. Invented, and recognisably so."""

from datetime import timedelta

from django.utils import timezone

from deele.alliance.enums import Basis, OrganisationKind, State
from deele.alliance.models import Delegate, JoinRequest, Membership, Profile


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


def wish(name: str = "Initiative Muster", **fields) -> JoinRequest:
    """Somebody asks to join; the address is not proven yet."""
    return JoinRequest.objects.create(
        **{
            "form_token": f"form-{name}",
            "name": name,
            "kind": OrganisationKind.INITIATIVE,
            "contact_name": "Robin Muster",
            "contact_email": "robin@example.org",
            "made_at": timezone.now(),
            **fields,
        }
    )


def profile(membership: Membership | None = None, **fields) -> Profile:
    """An agreed profile."""
    now = timezone.now()
    return Profile.objects.create(
        membership=membership or member(),
        **{
            "portrait": "Wir sind 40 Nachbarinnen und Nachbarn.",
            "expects": "Austausch und einen langen Atem.",
            "published_at": now,
            "verified_at": now,
            "next_review_on": timezone.localdate(now) + timedelta(days=365),
            **fields,
        },
    )
