"""Marked passages of the demonstration. Invented members; their words are those of no real organisation."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from deele.alliance.actions import index, marks
from deele.alliance.actions.marks import Hand, Told
from deele.alliance.enums import Basis, OrganisationKind, State
from deele.alliance.enums.marks import MarkState
from deele.alliance.models import Delegate, Mark, Membership, Profile
from deele.places import queries as places


class Sample(NamedTuple):
    """A member and what it answered. `waiting`: what the rules propose is left for somebody to decide."""

    name: str
    kind: OrganisationKind
    town: str
    themes: list[str]
    expects: str
    contributes: str
    waiting: bool = False


MEMBERS = (
    Sample(
        "Nachbarschaftsverein Muster", OrganisationKind.ASSOCIATION, "Verden (Aller)", ["nachbarschaft", "demenz"],
        "Wir suchen Orte für gemeinsame Veranstaltungen zum Thema Demenz. Gute Beispiele aus anderen Dörfern sind uns "
        "willkommen.",
        "Unser Newsletter erreicht 800 Haushalte im Quartier. Ehrenamtliche begleiten ältere Menschen im Alltag.",
    ),
    Sample(
        "Kirchengemeinde Beispiel", OrganisationKind.CHURCH, "Kirchlinteln", ["nachbarschaft", "demenz"],
        "Wir wünschen uns Austausch über Einsamkeit auf dem Land.",
        "Unsere Räume stehen für Treffen zur Verfügung, auch für Angehörige von Menschen mit Demenz.",
    ),
    Sample(
        "Wohngenossenschaft Muster eG", OrganisationKind.HOUSING, "Oldenburg", ["wohnen", "genossenschaft"],
        "Wir erwarten eine starke Stimme in der Landespolitik. Doppelstrukturen sollen vermieden werden.",
        "Wir führen gern durch unser Wohnprojekt und zeigen, wie eine Genossenschaft gelingt. Ein Leitfaden zur "
        "Gründung liegt vor.",
    ),
    Sample(
        "Landkreis Beispielhausen", OrganisationKind.MUNICIPALITY, "Göttingen", ["kommunale_steuerung", "wohnen"],
        "Wir hoffen auf Praxisbeispiele zum Wohnen im Alter.",
        "Als Landkreis bringen wir unsere Sozialplanung ein. Wir führen eine Übersicht über alle Dorfläden.",
        waiting=True,
    ),
)  # fmt: skip


@transaction.atomic
def make(now: datetime) -> int:
    """Make them where they are missing; returns how many passages are new."""
    before = Mark.objects.count()
    for number, sample in enumerate(MEMBERS, 1):
        if not Membership.objects.filter(name=sample.name).exists():
            one(sample, number, now)
    return Mark.objects.count() - before


def one(sample: Sample, number: int, now: datetime) -> None:
    """One member with a public profile, a delegate, and its passages."""
    member = Membership.objects.create(
        name=sample.name, kind=sample.kind, basis=Basis.JOINED, state=State.PUBLISHED, state_since=now,
        themes=sample.themes, since=now.date(), place=places.exactly(sample.town), source="Erfunden für die Vorführung",
    )  # fmt: skip
    Delegate.objects.create(
        membership=member, name=f"Ansprechperson Muster {number}", email=f"bund{number}@example.org"
    )
    profile = Profile.objects.create(
        membership=member, expects=sample.expects, contributes=sample.contributes, published_at=now,
        source="Erfunden für die Vorführung",
    )  # fmt: skip
    index.refresh(member)
    marks.propose(profile=profile, now=now)
    if sample.waiting:
        return
    for row in Mark.objects.filter(profile=profile, state=MarkState.PROPOSED):
        values = {"field": row.field, "quote": row.quote, "kind": row.kind, "themes": row.themes, "groups": row.groups}
        at = (member.place,) if member.place else ()
        marks.mark(profile=profile, told=Told(values, at), by=Hand(), now=now)
