"""Members of the demonstration: public facts with their sources, and invented members whose names say so."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.accounts.models import User
from deele.alliance.actions import imports, index, life, people, reviewing
from deele.alliance.enums import Basis, Level, OrganisationKind, State
from deele.alliance.models import Membership, Profile, ProfileDraft
from deele.alliance.readers.members import starter
from deele.core.freshness import Method
from deele.places import queries as places

K = OrganisationKind
SOURCE = "Erfundenes Beispiel"
OFFICE = "leitung@deele.example"
MARK = "muster-"


@dataclass(frozen=True)
class Sample:
    """An invented member; `texts` in the order of a profile, `days` since it was confirmed."""

    key: str
    name: str
    kind: K
    place: str
    themes: tuple[str, ...]
    state: State
    people: tuple[tuple[str, str, str], ...]
    days: int = 30
    texts: dict[str, str] = field(default_factory=dict)
    draft: dict[str, str] = field(default_factory=dict)


SAMPLES = (
    Sample(
        "verein", "Nachbarschaftsverein Muster e. V.", K.ASSOCIATION, "Hildesheim",
        ("nachbarschaft", "einsamkeit", "buergerschaftliches_engagement"), State.PUBLISHED,
        (("Kim Muster", "kim@deele.example", "Vorstand"), ("Robin Muster", "robin@deele.example", "Treff")),
        texts={
            "portrait": "Wir sind 140 Menschen aus drei Straßen. Unser Treff im alten Milchladen ist an vier Tagen "
            "offen.\n\nAngefangen hat es mit einem Sommerfest, zu dem auf einmal alle kamen.",
            "understanding": "Gute Nachbarschaft ist, wenn jemand merkt, dass die Rollläden nicht hochgehen.",
            "expects": "Wir wünschen uns Austausch mit anderen Vereinen, die einen Treff betreiben. Wir suchen Rat zur "
            "Förderung für Mieten und Strom.",
            "contributes": "Wir bieten unseren Raum mit 40 Plätzen für Treffen an. Gern zeigen wir anderen, wie unser "
            "Besuchsdienst arbeitet. Unser Rundbrief kann Termine des Bündnisses bekannt machen.",
        },
    ),
    Sample(
        "genossenschaft", "Wohnungsgenossenschaft Muster eG", K.HOUSING, "Hannover", ("wohnen", "inklusion"),
        State.PUBLISHED, (("Beraterin Muster", "genossenschaft@deele.example", "Quartiersarbeit"),), days=370,
        texts={
            "portrait": "Uns gehören 2.100 Wohnungen in vier Quartieren. In jedem gibt es einen Gemeinschaftsraum.",
            "understanding": "Nachbarschaft braucht Orte. Ein Treppenhaus allein genügt nicht.",
            "expects": "Wir möchten gute Beispiele kennenlernen und doppelte Strukturen vermeiden.",
            "contributes": "Wir stellen Räume und unser Wissen zum Umbau von Erdgeschossen zur Verfügung.",
        },
    ),
    Sample(
        "kirche", "Kirchengemeinde Muster", K.CHURCH, "Verden (Aller)", ("nachbarschaft", "demenz"), State.MEMBER,
        (("Pfarrerin Muster", "gemeinde@deele.example", "Pfarramt"),),
        draft={
            "portrait": "Unser Gemeindehaus steht allen offen, ob sie glauben oder nicht.",
            "contributes": "Wir arbeiten gern in einer Arbeitsgruppe mit und laden zu gemeinsamen Aktionen ein.",
        },
    ),
    Sample(
        "laden", "Initiative Muster Dorfladen", K.INITIATIVE, "Kirchlinteln", ("nahversorgung",), State.ENQUIRY,
        (("Alex Muster", "laden@deele.example", "Gründungskreis"),),
        draft={"portrait": "Wir sind zwölf Leute und wollen den Laden im Dorf wieder öffnen."},
    ),
)  # fmt: skip


@transaction.atomic
def make(now: datetime) -> int:
    """Facts of the starter and the invented members, once each; returns how many members are new."""
    done = imports.take_in(rows=starter(), now=now)
    known = set(Membership.objects.filter(external_id__startswith=MARK).values_list("external_id", flat=True))
    fresh = [one for one in SAMPLES if f"{MARK}{one.key}" not in known]
    by = User.objects.filter(email=OFFICE).first()
    for sample in fresh:
        invent(sample, by, now)
    return done.made + len(fresh)


def invent(sample: Sample, by: Any, now: datetime) -> Membership:
    """One invented member as it would stand after some weeks of use."""
    then = now - timedelta(days=sample.days)
    told = now - timedelta(days=2)
    asks = sample.state == State.ENQUIRY
    member = Membership.objects.create(
        name=sample.name, kind=sample.kind, level=Level.PLACE, basis=Basis.JOINED, place=places.exactly(sample.place),
        themes=list(sample.themes), since=None if asks else timezone.localdate(then), state=sample.state,
        state_since=told if asks else then, source=SOURCE, external_id=f"{MARK}{sample.key}",
    )  # fmt: skip
    for name, email, task in sample.people:
        people.add(membership=member, name=name, email=email, task=task, by=by, now=then, invite=False)
    if sample.texts:
        profile = Profile(membership=member, published_at=then, **sample.texts)
        profile.confirm(method=Method.MAIL_LINK, by=sample.name, now=then)
        profile.next_review_on = timezone.localdate(then) + life.YEAR
        profile.save()
        if profile.is_due(timezone.localdate(now)):
            reviewing.ask(profile=profile, now=now)
    if sample.draft:
        hand = sample.people[0][0]
        ProfileDraft.objects.create(membership=member, sent_at=told, written_by=hand, **sample.draft)
    index.refresh(member)
    return member
