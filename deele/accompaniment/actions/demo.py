"""Plans for the demonstration: invented groups in every stage, one quiet, one with a proposal, one moved in."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from deele.accompaniment.actions import group, phases, plans
from deele.accompaniment.enums import ContactKind, Impulse, Phase, PlanState
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import Decision, Member, Plan, PlanContact, PlanTask
from deele.accounts.models import User
from deele.core.dates import PartialDate, Precision
from deele.office import queries as office
from deele.office.models import Area
from deele.places import queries as places

ADVISER = "beratung@deele.example"
# title, place, carrier, impulse, kinds, phases with the days they began before today, days since the last contact
STORIES = (
    (
        "Hofgemeinschaft Muster", "03361007", "gruppe", Impulse.BOTTOM_UP, ["generationenhof"],
        ((Phase.INTEREST, 900), (Phase.CORE_GROUP, 700), (Phase.CONCEPT, 400), (Phase.OBJECT_SEARCH, 210)), 12,
    ),
    (
        "Pflege-WG am Kirchplatz", "03255008", "kommune", Impulse.TOP_DOWN, ["pflege_wg"],
        ((Phase.OBJECT_SEARCH, 420), (Phase.FEASIBILITY, 300), (Phase.PLANNING, 120)), 30,
    ),
    (
        "Gemeinsam älter werden", "03355022", "gruppe", Impulse.BOTTOM_UP, ["gemeinschaftliches_wohnprojekt"],
        ((Phase.CORE_GROUP, 500), (Phase.CONCEPT, 260)), 131,
    ),
    (
        "Wohnen im alten Schulhaus", "03359038", "wohnungsunternehmen", Impulse.TOP_DOWN, ["mehrgenerationenwohnen"],
        ((Phase.PLANNING, 800), (Phase.BUILDING, 420), (Phase.MOVING_IN, 20)), 8,
    ),
)  # fmt: skip


@transaction.atomic
def make(now: datetime) -> int:
    """The plans that are not there yet; returns how many. Nothing without an adviser and an area of work."""
    adviser, area = User.objects.filter(email=ADVISER).first(), office.areas().first()
    if adviser is None or area is None:
        return 0
    known = set(Plan.objects.values_list("title", flat=True))
    return sum(tell(story, adviser, area, now) for story in STORIES if story[0] not in known)


def tell(story: tuple, adviser: User, area: Area, now: datetime) -> bool:  # type: ignore[type-arg]  # a row of STORIES
    """One plan with its history, a contact, a task, a decision, a contact person."""
    title, key, carrier, impulse, kinds, steps, silent = story
    place, today = places.by_key(key) or places.exactly("Hannover"), timezone.localdate(now)
    if place is None:
        return False
    lines = [PhaseTold(phase, PartialDate(today - timedelta(days=ago), Precision.DAY)) for phase, ago in steps]
    plan = Plan(
        title=title, place=place, area=area, adviser=adviser, carrier=carrier, impulse=impulse, kinds=kinds,
        state=PlanState.RUNNING, begun_on=lines[0].since.day, follow_up_on=today + timedelta(days=14),
        aim="Bezahlbar und barrierefrei wohnen, füreinander da sein, ein Raum für das Dorf.",
        agreement="Begleitung bis zum Einzug, etwa alle sechs Wochen ein Treffen.",
        limits="Keine Rechts- und Steuerberatung.",
    )  # fmt: skip
    plans.begin(plan=plan, told=lines[0], by=None, now=now)
    for line in lines[1:]:
        phases.enter(plan=plan, told=line, by=None, now=now)
    plan.state = PlanState.RUNNING
    plan.last_contact_on = today - timedelta(days=silent)
    plan.save(update_fields=["state", "last_contact_on"])
    fill(plan, now)
    return True


def fill(plan: Plan, now: datetime) -> None:
    """What was done for it."""
    today = timezone.localdate(now)
    PlanContact.objects.create(
        plan=plan, happened_on=plan.last_contact_on or today, kind=ContactKind.TALK, by=plan.adviser, people=4,
        note="Über das Grundstück und den Zeitplan gesprochen.", next_step="Gespräch mit der Gemeinde verabreden",
    )  # fmt: skip
    PlanTask.objects.create(plan=plan, title="Gespräch mit der Gemeinde verabreden", due_on=today + timedelta(days=10))
    Decision.objects.create(plan=plan, decided_on=today - timedelta(days=40), decided_by="Plenum",
                            text="Wir suchen ein Grundstück für zwölf Wohnungen.")  # fmt: skip
    member = Member.objects.create(
        plan=plan, name="Kim Muster", email=f"gruppe-{plan.pk}@deele.example", task="Sprecherin der Gruppe"
    )
    if plan.title == STORIES[0][0]:
        milestone = plan.milestones.filter(phase=plan.phase).first()
        told = {"kind": "erledigt", "milestone": milestone, "day": today, "text": "Liegt im Ordner der Gruppe."}
        group.propose(member=member, told=told, file=None, now=now, token=f"demo-{plan.pk}")
