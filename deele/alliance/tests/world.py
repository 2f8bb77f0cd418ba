"""Invented members with profiles, for tests of marks and matches."""

from django.utils import timezone

from deele.alliance.actions import marks
from deele.alliance.actions.marks import Hand, Told
from deele.alliance.models import Mark, Membership, Profile
from deele.alliance.tests import factories

GIVES = "Wir stellen gern unsere Räume für Treffen bereit. Unser Newsletter erreicht 2.000 Menschen."
SEEKS = "Wir suchen Orte für gemeinsame Veranstaltungen. Uns fehlt der Austausch über Demenz."


def profile(member: Membership | None = None, *, name: str = "Verein Muster", **texts) -> Profile:
    """A public profile."""
    member = member or factories.member(name)
    given = {"expects": SEEKS, "contributes": GIVES, **texts}
    return Profile.objects.create(membership=member, published_at=timezone.now(), **given)


def told(**values) -> Told:
    """What a form says about the first sentence on rooms."""
    places = values.pop("places", ())
    return Told(
        {
            "field": "contributes", "quote": "Wir stellen gern unsere Räume für Treffen bereit.", "kind": "raeume",
            "themes": ["nachbarschaft"], **values,
        },
        places,
    )  # fmt: skip


def mark(of: Profile | None = None, **values) -> Mark:
    """A confirmed passage, marked by the office."""
    return marks.mark(profile=of or profile(), told=told(**values), by=Hand(), now=timezone.now())


def need(of: Profile, **values) -> Mark:
    """A confirmed expectation: joint events."""
    words = {"field": "expects", "quote": "Wir suchen Orte für gemeinsame Veranstaltungen."}
    return mark(of, **{**words, "kind": "gemeinsame_veranstaltungen", **values})


def pair():
    """A seeker and a giver with delegates, whose passages fit; the match."""
    from deele.alliance.models import Match  # noqa: PLC0415

    seeker, giver = profile(name="Verein Sucht"), profile(name="Hof Gibt")
    kim = factories.delegate(seeker.membership, "kim@sucht.example", name="Kim Sucht")
    robin = factories.delegate(giver.membership, "robin@gibt.example", name="Robin Gibt")
    need(seeker)
    mark(giver, contact="am besten abends, Klingel Robin")
    return Match.objects.get(), kim, robin
