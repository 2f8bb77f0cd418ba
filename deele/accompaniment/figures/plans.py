"""The measures of accompaniment (domain §10, P1 to P3): plans, their history, contacts. They name nobody."""

from django.db.models import F, IntegerField, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums import CarrierKind, Obstacle, Phase, PlanState
from deele.accompaniment.models import PhaseChange, Plan, PlanContact
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

OURS = {"plan__accompanied": True}


def stock(ask: Ask) -> QuerySet[Plan]:
    """Plans accompanied on the last day: begun by then, not ended by then."""
    rows = Plan.objects.filter(accompanied=True, begun_on__lte=ask.until)
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gt=ask.until)).exclude(state=PlanState.REFUSED)
    return rows if ask.areas is None else rows.filter(area__in=sorted(ask.areas))


def begun(ask: Ask) -> QuerySet[Plan]:
    """Plans whose accompaniment began."""
    return ask.narrow(Plan.objects.filter(accompanied=True).exclude(state=PlanState.REFUSED), "begun_on")


def ended(ask: Ask) -> QuerySet[Plan]:
    """Plans whose accompaniment ended."""
    return ask.narrow(Plan.objects.filter(accompanied=True).exclude(state=PlanState.REFUSED), "ended_on")


def changes(ask: Ask) -> QuerySet[PhaseChange]:
    """Phases entered, as the history stands."""
    return ask.narrow(PhaseChange.objects.standing().filter(side="", **OURS), "entered_on", area="plan__area")


def moved_in(ask: Ask) -> QuerySet[PhaseChange]:
    """Phases of moving in."""
    return changes(ask).filter(phase=Phase.MOVING_IN)


def stopped(ask: Ask) -> QuerySet[Plan]:
    """Plans that were stopped."""
    return ended(ask).filter(state=PlanState.STOPPED)


def contacts(ask: Ask) -> QuerySet[PlanContact]:
    """Contacts of accompaniment."""
    return ask.narrow(PlanContact.objects.filter(**OURS), "happened_on", area="plan__area")


def created(name: str) -> Sum:
    """Something that was created, summed."""
    return Coalesce(F(f"plan__{name}"), 0, output_field=IntegerField())  # type: ignore[return-value]


PLAN_SPLITS = (
    splits.area(),
    splits.choices("phase", _("Phase"), "phase", Phase),
    splits.choices("traeger", _("Whose plan"), "carrier", CarrierKind),
    splits.district(),
)
PLAN_COLUMNS = (
    Column(_("Accompanied since"), lambda plan: date_format(plan.begun_on, "d.m.Y")),
    Column(_("Place"), lambda plan: str(plan.place)),
    Column(_("Phase"), lambda plan: plan.get_phase_display()),
    Column(_("Whose plan"), lambda plan: plan.get_carrier_display()),
)
LINE_SPLITS = (
    splits.area("plan__area"),
    splits.choices("phase", _("Phase"), "phase", Phase),
    splits.choices("traeger", _("Whose plan"), "plan__carrier", CarrierKind),
    splits.district("plan__place"),
    splits.month("entered_on"),
)
LINE_COLUMNS = (
    Column(_("Entered on"), lambda line: line.when),
    Column(_("Phase"), lambda line: line.get_phase_display()),
    Column(_("Place"), lambda line: str(line.plan.place)),
)


def of_plans(key, title, definition, rows, **more):  # type: ignore[no-untyped-def]  # fills in what P1 and P3 share
    """A measure of plans."""
    more = {"splits": PLAN_SPLITS, **more}
    measures.add(key, Measure(
        key, title, definition, rows, columns=PLAN_COLUMNS, related=("place",),
        way=lambda plan: reverse("accompaniment:plan", args=[plan.pk]), **more,
    ), rank=20)  # fmt: skip


def of_lines(key, title, definition, rows, **more):  # type: ignore[no-untyped-def]  # fills in what P2 share
    """A measure of the history."""
    more = {"splits": LINE_SPLITS, **more}
    measures.add(key, Measure(
        key, title, definition, rows, columns=LINE_COLUMNS, related=("plan__place",),
        way=lambda line: reverse("accompaniment:plan", args=[line.plan_id]), **more,
    ), rank=20)  # fmt: skip


of_plans(
    "P1", _("Plans accompanied"),
    _("Plans whose accompaniment had begun and not ended on the last day. Refused ones are left out."),
    stock, is_stock=True,
)  # fmt: skip
of_plans(
    "P1n", _("Plans newly accompanied"), _("Plans whose accompaniment began in the period. A plan counts once."), begun,
    splits=(*PLAN_SPLITS, splits.month("begun_on")),
)  # fmt: skip
of_plans(
    "P1e", _("Plans whose accompaniment ended"),
    _("Plans whose accompaniment ended in the period, however it ended."), ended,
    splits=(*PLAN_SPLITS, splits.month("ended_on")),
)  # fmt: skip
of_lines(
    "P2", _("Phases reached"),
    _("Phases that plans entered in the period, as their histories stand today. A plan may count in several."), changes,
)  # fmt: skip
of_lines(
    "P2e", _("Plans moved into"), _("Plans in which people began to move in in the period. A plan counts once."),
    moved_in, of="plan_id",
)  # fmt: skip
of_lines(
    "P2w", _("Dwellings created with accompaniment"),
    _("Dwellings of the plans people began to move into in the period, as far as they are written down."),
    moved_in, amount=created("dwellings_made"),
)  # fmt: skip
of_lines(
    "P2p", _("Places created with accompaniment"),
    _("Places in shared flats of the plans people began to move into in the period, as far as they are written down."),
    moved_in, amount=created("places_made"),
)  # fmt: skip
of_plans(
    "P3", _("Plans stopped"), _("Plans that were stopped in the period; with the reason that was given."), stopped,
    splits=(splits.choices("grund", _("Reason"), "stopped_for", Obstacle), *PLAN_SPLITS),
)  # fmt: skip
measures.add("P4", Measure(
    "P4", _("Contacts of accompaniment"),
    _("Talks, visits, workshops and news of accompanied plans. They are not counted as consultations (B1, B2)."),
    contacts,
    splits=(splits.area("plan__area"), splits.district("plan__place"), splits.month("happened_on")),
    columns=(
        Column(_("Day"), lambda row: date_format(row.happened_on, "d.m.Y")),
        Column(_("Kind"), lambda row: row.get_kind_display()),
        Column(_("Place"), lambda row: str(row.plan.place)),
    ),
    related=("plan__place",),
    way=lambda row: reverse("accompaniment:plan", args=[row.plan_id]),
), rank=20)  # fmt: skip
