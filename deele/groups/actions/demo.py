"""Working groups of the demonstration. Invented, but for one name: that of "Wohnen und Wohnumfeld" is a fact.

Source of the name: LINGA, Landesinitiative Niedersachsen Generationengerechter Alltag, https://www.linga-online.de/
beitrag/2683.html (domain §4.11). Mandate, people and dates are invented.
"""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from deele.alliance.enums import Basis, OrganisationKind
from deele.alliance.enums import State as MemberState
from deele.alliance.models import Delegate, Membership
from deele.groups.actions import groups, polls, seats, wishes
from deele.groups.enums import Fit, Role, State
from deele.groups.kinds import Actor
from deele.groups.models import WorkingGroup

NAME = "Wohnen und Wohnumfeld"
HOUSE = Actor()
AT_WORK = timedelta(days=120)  # how long the group has been at work
PEOPLE = (
    ("Verein Muster e. V.", OrganisationKind.ASSOCIATION, "Kim Muster", "kim.muster@example.org"),
    ("Wohnungsgesellschaft Muster", OrganisationKind.HOUSING, "Robin Muster", "robin.muster@example.org"),
    ("Gemeinde Musterdorf", OrganisationKind.MUNICIPALITY, "Alex Muster", "alex.muster@example.org"),
    ("Nachbarschaft Muster", OrganisationKind.NEIGHBOURHOOD, "Sascha Muster", "sascha.muster@example.org"),
)
FIRST = {
    "name": NAME,
    "mandate": (
        "Die Gruppe sammelt, was Nachbarschaften beim Wohnen und vor der Haustür hilft, und macht daraus Hinweise für "
        "Gemeinden und Wohnungsunternehmen.\n\nDer Auftrag ist für die Vorführung erfunden; belegt ist nur der Name."
    ),
    "output": "Sammlung von Beispielen, ein Fachgespräch im Jahr",
    "rhythm": "alle zwei Monate, dienstags",
    "themes": ["wohnen", "nachbarschaft", "laendlicher_raum"],
}
SECOND = {
    "name": "Arbeitsgruppe Muster",
    "mandate": "Ein Vorschlag: Wir wollen gemeinsam zeigen, wie Nachbarschaften gegen Einsamkeit helfen.",
    "themes": ["einsamkeit", "nachbarschaft"],
}


@transaction.atomic
def make(now: datetime) -> int:
    """A group at work with its people, an invitation and a poll half answered; another one proposed. Once."""
    if WorkingGroup.objects.filter(name__in=[FIRST["name"], SECOND["name"]]).exists():
        return 0
    began = now - AT_WORK
    kim, robin, alex, sascha = people = [delegate(*one, now=began) for one in PEOPLE]
    if not all(one.is_active(timezone.localdate(began)) for one in people):
        began = now  # made by another part of the demonstration, today
    group = groups.propose(group=WorkingGroup(**FIRST), by=robin, now=began)
    groups.move(group=group, to=State.SET_UP, by=HOUSE, now=began)
    groups.move(group=group, to=State.ACTIVE, by=HOUSE, now=began)
    for person in (kim, alex):
        seats.give(group=group, delegate=person, role=Role.MEMBER, by=HOUSE, now=began)
    wishes.invite(
        group=group,
        delegate=sascha,
        role=Role.MEMBER,
        words="Wir würden uns freuen.",
        by=Actor(delegate=robin),
        now=now,
    )
    poll(group, robin, kim, now)
    groups.propose(group=WorkingGroup(**SECOND), by=kim, now=now)
    return 2


def delegate(member: str, kind: str, name: str, email: str, *, now: datetime) -> Delegate:
    """Somebody who acts for an invented member; found again where another part of the demonstration made them."""
    known = Delegate.objects.filter(email__iexact=email).select_related("membership").first()
    if known is not None:
        return known
    defaults = {"kind": kind, "basis": Basis.JOINED, "state": MemberState.PUBLISHED, "state_since": now}
    membership, _made = Membership.objects.get_or_create(name=member, defaults=defaults)
    return Delegate.objects.create(membership=membership, name=name, email=email, since=timezone.localdate(now))


def poll(group: WorkingGroup, lead: Delegate, other: Delegate, now: datetime) -> None:
    """A date is looked for; two have answered, one of them is still asked."""
    today = timezone.localdate(now)
    days = [today + timedelta(days=number) for number in (21, 23, 28)]
    options = [polls.OptionTold(day, time(10), time(12, 30), "Nachbarschaftstreff Muster") for day in days]
    told = polls.PollTold("Nächste Sitzung", today + timedelta(days=10), options, "Bitte sagen Sie, was Ihnen passt.")
    made = polls.open_poll(group=group, told=told, by=Actor(delegate=lead), now=now)
    first, second, third = made.options.values_list("pk", flat=True)
    said = {lead: (Fit.YES, Fit.YES, Fit.NO), other: (Fit.NO, Fit.YES, Fit.IF_NEED_BE)}
    for person, fits in said.items():
        answers = dict(zip((first, second, third), fits, strict=True))
        polls.answer(poll=made, delegate=person, fits=answers, comment="", now=now)
