"""A plan (Vorhaben) and what belongs to it: its milestones, its partners (domain §4.8)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accompaniment import enums
from deele.core.dates import Precision, in_words
from deele.core.fields import RangeField
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.directory.kinds import catalogue
from deele.directory.models import Entry
from deele.office.models import Area
from deele.places.models import Place

A_PLAN = pgettext_lazy("housing", "plan")
USER = settings.AUTH_USER_MODEL
PHASES = [(phase.value, phase.label) for phase in enums.MAIN_PHASES]
SIDES = [(side.value, side.label) for side in enums.SIDE_STATES]


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans by who asks and how they stand."""

    def visible_to(self, user: Any) -> "PlanQuerySet":
        """Those of one's areas of work, and those one is named on as adviser or deputy."""
        if not access.can(user, Permission.CASE_WORK):
            return self.none()
        areas = access.areas_of(user, Permission.CASE_WORK)
        if areas is None:
            return self
        return self.filter(Q(area_id__in=areas) | Q(adviser=user) | Q(deputy=user))

    def accompanied(self) -> "PlanQuerySet":
        """Those the office accompanies or accompanied; without those known from a source alone."""
        return self.filter(accompanied=True)

    def open(self) -> "PlanQuerySet":
        """Those somebody of the office still works on."""
        return self.filter(accompanied=True, state__in=enums.OPEN_STATES)


def track(label: Any) -> Any:
    """One of the four side tracks."""
    return models.CharField(label, max_length=16, choices=enums.TrackState.choices, default=enums.TrackState.NOT_BEGUN)


class Plan(BaseModel, Sourced):
    """Housing that is to be: of a group, a municipality, a company. It lives without an entry in the directory.

    `accompanied` is False for a plan known from a source alone: it tells how long such things take (`durations`),
    and counts in no figure of the office's work. `phase` and `side` repeat the latest line of its history.
    """

    title = models.CharField(_("working title"), max_length=200)
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    adviser = models.ForeignKey(
        USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("adviser")
    )
    deputy = models.ForeignKey(USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("deputy"))
    carrier = models.CharField(
        _("whose plan it is"), max_length=20, choices=enums.CarrierKind.choices, default=enums.CarrierKind.GROUP
    )
    impulse = models.CharField(
        _("where it begins"), max_length=12, choices=enums.Impulse.choices, default=enums.Impulse.BOTTOM_UP
    )
    aim = models.TextField(_("aim"), blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    kinds = models.JSONField(_("kinds of housing"), default=list, blank=True)
    legal_form = models.CharField(_("legal form"), max_length=24, choices=enums.LegalForm.choices, blank=True)
    dwellings = RangeField(_("dwellings"))
    people = RangeField(_("people"))
    audiences = models.JSONField(_("for whom"), default=list, blank=True)
    blocks = models.JSONField(_("building blocks planned"), default=list, blank=True)
    attitude = models.CharField(
        _("attitude of the municipality"), max_length=14, choices=enums.Attitude.choices,
        default=enums.Attitude.UNCLEAR,
    )  # fmt: skip
    attitude_note = models.CharField(_("note on the municipality"), max_length=300, blank=True)

    agreement = models.TextField(_("what was agreed"), blank=True)
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    agreed_until = models.DateField(_("agreed until"), null=True, blank=True)
    paid_by = models.CharField(_("who pays"), max_length=200, blank=True)
    limits = models.TextField(_("limits of the accompaniment"), blank=True)

    state = models.CharField(_("state"), max_length=16, choices=enums.PlanState.choices, default=enums.PlanState.ASKED)
    state_since = models.DateField(_("in this state since"))
    begun_on = models.DateField(_("accompanied since"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    phase = models.CharField(_("phase"), max_length=20, choices=PHASES, default=enums.Phase.INTEREST)
    phase_since = models.DateField(_("in this phase since"))
    phase_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY, editable=False)
    side = models.CharField(_("side state"), max_length=20, choices=SIDES, blank=True)
    track_group = track(_("group"))
    track_object = track(_("land or building"))
    track_law_money = track(_("law and money"))
    track_surroundings = track(_("surroundings"))
    light = models.CharField(_("traffic light"), max_length=8, choices=enums.Light.choices, default=enums.Light.RUNNING)
    light_reason = models.CharField(_("reason"), max_length=16, choices=enums.Obstacle.choices, blank=True)
    light_note = models.CharField(_("reason in words"), max_length=300, blank=True)
    follow_up_on = models.DateField(_("to be looked at again on"), null=True, blank=True)
    last_contact_on = models.DateField(_("last contact"), null=True, blank=True)

    outcome = models.CharField(_("how it ended"), max_length=14, choices=enums.Outcome.choices, blank=True)
    stopped_for = models.CharField(_("why it was stopped"), max_length=16, choices=enums.Obstacle.choices, blank=True)
    dwellings_made = models.PositiveIntegerField(_("dwellings created"), null=True, blank=True)
    places_made = models.PositiveIntegerField(_("places created"), null=True, blank=True)
    lessons = models.TextField(_("what was learnt"), blank=True)
    lessons_released = models.BooleanField(_("what was learnt may be published"), default=False)
    entry = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entry of the directory")
    )
    accompanied = models.BooleanField(_("accompanied by the office"), default=True)
    external_id = models.CharField(max_length=60, null=True, unique=True, editable=False)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = A_PLAN
        verbose_name_plural = pgettext_lazy("housing", "plans")
        indexes = [
            models.Index(fields=["area", "state", "phase"], name="plan_by_area"),
            models.Index(fields=["adviser", "state", "follow_up_on"], name="plan_by_adviser"),
            models.Index(fields=["state", "last_contact_on"], name="plan_by_silence"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(light=enums.Light.RUNNING) | ~Q(light_reason=""), name="plan_stuck_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("accompaniment:plan", args=[self.pk])

    @property
    def number(self) -> str:
        """How the office calls it: the number of the row."""
        return f"V{self.pk:05d}" if self.pk else ""

    @property
    def is_open(self) -> bool:
        """Whether the office still accompanies it."""
        return self.accompanied and self.state in enums.OPEN_STATES

    @property
    def phase_number(self) -> int:
        """0 to 9 (domain §5.2)."""
        return enums.MAIN_PHASES.index(enums.Phase(self.phase))

    @property
    def phase_since_in_words(self) -> str:
        """Since when, no finer than it is known."""
        return in_words(self.phase_since, self.phase_precision)

    @property
    def kind_names(self) -> list[str]:
        """The kinds of housing in words; keys of former lists stay as they are."""
        names = catalogue.labels()
        return [names.get(key, key) for key in self.kinds]

    @property
    def audience_names(self) -> list[str]:
        """Whom it is for, in words."""
        names = dict(enums.TargetGroup.choices)
        return [str(names.get(key, key)) for key in self.audiences]

    @property
    def block_names(self) -> list[str]:
        """Its building blocks in words."""
        names = dict(enums.Block.choices)
        return [str(names.get(key, key)) for key in self.blocks]

    @property
    def tracks(self) -> list[tuple[str, str, str]]:
        """The side tracks: name, key of the state, state in words."""
        fields: list[Any] = [self._meta.get_field(name) for name in enums.TRACKS]
        return [
            (str(field.verbose_name), getattr(self, field.name), str(getattr(self, f"get_{field.name}_display")()))
            for field in fields
        ]


class Milestone(BaseModel):
    """Something to reach within a phase; seeded from domain §5.3, free ones beside them. Proof is optional."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="milestones", verbose_name=A_PLAN)
    phase = models.CharField(_("phase"), max_length=20, choices=PHASES)
    key = models.CharField(_("of the list"), max_length=40, blank=True)
    title = models.CharField(_("milestone"), max_length=200)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    dropped = models.BooleanField(_("not needed here"), default=False)
    proof_note = models.CharField(_("proof in words"), max_length=300, blank=True)
    proof_url = models.URLField(_("proof as a link"), max_length=500, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        indexes = [models.Index(fields=["plan", "phase", "rank"], name="milestone_by_phase")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], condition=~Q(key=""), name="milestone_seeded_once"),
            models.CheckConstraint(condition=Q(done_on=None) | Q(dropped=False), name="milestone_done_or_dropped"),
        ]

    def __str__(self) -> str:
        return self.title


class Partner(BaseModel):
    """Who takes part in a plan, and as what."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="partners", verbose_name=A_PLAN)
    role = models.CharField(_("role"), max_length=20, choices=enums.PartnerRole.choices)
    name = models.CharField(_("name"), max_length=200)
    entry = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entry of the directory")
    )
    contact = models.CharField(_("contact person"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["role", "name", "pk"]
        verbose_name = _("partner of a plan")
        verbose_name_plural = _("partners of plans")

    def __str__(self) -> str:
        return self.name
