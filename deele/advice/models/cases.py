"""A case: advice to one client over time. Sealed; named only when the client wants to be (domain §4.7, §9.3)."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accompaniment.models import Plan
from deele.advice import enums
from deele.advice.rules.cases import OPEN_STATES
from deele.core.models import BaseModel
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places.models import Place

USER = settings.AUTH_USER_MODEL


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by who asks and how they stand."""

    def visible_to(self, user: Any) -> "CaseQuerySet":
        """Those of one's areas of work, and those one is named on: as adviser, as deputy, by a share.

        It takes the power to advise; a case opened with a reason is no list, its door is `doors.case`.
        """
        if not access.can(user, Permission.CASE_WORK):
            return self.none()
        areas = access.areas_of(user, Permission.CASE_WORK)
        if areas is None:
            return self
        shared = CaseShare.objects.filter(user=user).values("case_id")
        return self.filter(Q(area_id__in=areas) | Q(adviser=user) | Q(deputy=user) | Q(pk__in=shared))

    def open(self) -> "CaseQuerySet":
        """Those somebody still works on."""
        return self.filter(state__in=OPEN_STATES)


class Case(BaseModel):
    """Advice to one client over time. Figures come from its contacts, never from the case."""

    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    arrived_on = models.DateField(_("arrived on"))
    channel = models.CharField(_("channel"), max_length=16, choices=enums.Channel.choices, default=enums.Channel.PHONE)
    audience = models.CharField(_("who asks"), max_length=24, choices=Audience.choices)
    topics = models.JSONField(_("topics"), default=list)
    where = models.CharField(_("from where"), max_length=16, choices=enums.Where.choices, default=enums.Where.PLACE)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place"))
    code = models.CharField(_("code of the client"), max_length=8, db_index=True)
    client_name = models.CharField(_("name"), max_length=200, blank=True)
    client_organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    client_email = models.EmailField(_("e-mail address"), blank=True)
    client_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    adviser = models.ForeignKey(
        USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("adviser")
    )
    deputy = models.ForeignKey(USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("deputy"))
    priority = models.CharField(
        _("priority"), max_length=10, choices=enums.Priority.choices, default=enums.Priority.NORMAL
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    follow_up_on = models.DateField(_("to be looked at again on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=24, choices=enums.CaseState.choices, default=enums.CaseState.RECEIVED
    )
    state_since = models.DateTimeField(_("in this state since"))
    results = models.JSONField(_("results"), default=list)
    closed_at = models.DateTimeField(_("closed at"), null=True)
    erase_on = models.DateField(_("personal data are erased on"), null=True, db_index=True)
    working_note = models.TextField(_("working note"), blank=True)
    plan = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("plan that began with it")
    )
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(fields=["area", "state", "due_on"], name="case_by_area"),
            models.Index(fields=["adviser", "state", "due_on"], name="case_by_adviser"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(where=enums.Where.PLACE), name="case_has_its_place"
            ),
            models.CheckConstraint(
                condition=~Q(state=enums.CaseState.ANONYMOUS)
                | Q(client_name="", client_organisation="", client_email="", client_phone="", working_note=""),
                name="case_anonymised_names_nobody",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Case %(number)s") % {"number": self.number})

    @property
    def number(self) -> str:
        """How the office calls it: the number of the row, so no two ever share one and no counter can stick."""
        return f"F{self.pk:05d}" if self.pk else ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.state in OPEN_STATES

    @property
    def is_named(self) -> bool:
        """Whether it says who the client is."""
        return any((self.client_name, self.client_organisation, self.client_email, self.client_phone))

    @property
    def topic_titles(self) -> list[str]:
        """The topics in words; keys of former lists stay as they are."""
        names = dict(enums.Topic.choices)
        return [str(names.get(key, key)) for key in self.topics]

    @property
    def topic_names(self) -> list[str]:
        """The topics in a word each: what stands before the colon."""
        return [title.partition(":")[0].capitalize() for title in self.topic_titles]

    @property
    def result_titles(self) -> list[str]:
        """The results in words."""
        names = dict(enums.Result.choices)
        return [str(names.get(key, key)) for key in self.results]


class CaseShare(BaseModel):
    """A colleague who sees one case although it belongs to another area of work."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="shares", verbose_name=_("case"))
    user = models.ForeignKey(USER, models.CASCADE, related_name="+", verbose_name=_("colleague"))
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("shared by"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("shared case")
        verbose_name_plural = _("shared cases")
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="case_shared_once")]

    def __str__(self) -> str:
        return str(self.case)


class CaseOpening(BaseModel):
    """Somebody who leads opened a case that is not theirs: with a reason, for a while, and everybody on it knows."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="openings", verbose_name=_("case"))
    user = models.ForeignKey(USER, models.CASCADE, related_name="+", verbose_name=_("who"))
    reason = models.CharField(_("reason"), max_length=300)
    opened_at = models.DateTimeField(_("opened at"))
    until = models.DateTimeField(_("until"))

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("opening of a case")
        verbose_name_plural = _("openings of cases")
        indexes = [models.Index(fields=["case", "user", "until"], name="opening_in_force")]

    def __str__(self) -> str:
        return str(self.case)

    def holds(self, now: datetime | None = None) -> bool:
        """Whether the door it opened is still open."""
        return (now or timezone.now()) < self.until
