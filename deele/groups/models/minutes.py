"""Minutes as items of their own, every version of each, and what is written beside them.

Once the minutes are confirmed the database refuses to change the facts of an item (migration of the sessions), and
the model refuses to add one or to delete one; what has to be put right then is an addition.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.groups.enums.sessions import DecisionLevel, Majority, MinutesKind, RemarkKind, SessionState
from deele.groups.models.agenda import AgendaItem
from deele.groups.models.seat import Seat
from deele.groups.models.session import Session

VOTES = ("yes", "no", "abstained")


CLOSED = "Confirmed minutes are only added to by remarks."


def check_open(sessions: set[int]) -> None:
    """Raises TypeError where the minutes of one of these sessions are confirmed."""
    if Session.objects.filter(pk__in=sessions, state=SessionState.CONFIRMED).exists():
        raise TypeError(CLOSED)


class MinutesQuerySet(models.QuerySet["MinutesItem"]):
    """Items of minutes."""

    def standing(self) -> "MinutesQuerySet":
        """Those that were not taken out, in the order of the agenda."""
        rows = self.filter(taken_out=False).select_related("agenda_item", "decision", "seat__delegate__membership")
        return rows.order_by(models.F("agenda_item__position").asc(nulls_last=True), "pk")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Raises TypeError where one of them is confirmed."""
        if self.filter(closed=True).exists():
            raise TypeError(CLOSED)
        return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list["MinutesItem"]:
        """Raises TypeError where a session's minutes are confirmed."""
        rows = list(objs)
        check_open({row.session_id for row in rows})
        return super().bulk_create(rows, *args, **options)


class MinutesItem(BaseModel):
    """A decision, a task or an information: two people may write at once on two of them without waiting."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="minutes", verbose_name=_("session"))
    agenda_item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="minutes_items", verbose_name=_("on")
    )
    kind = models.CharField(_("what it is"), max_length=12, choices=MinutesKind.choices)
    text = models.TextField(_("text"), max_length=8000)
    seat = models.ForeignKey(
        Seat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who of the group does it")
    )
    who = models.CharField(_("somebody else does it"), max_length=160, blank=True)
    due_on = models.DateField(_("until"), null=True, blank=True)
    majority = models.CharField(_("how it was decided"), max_length=10, choices=Majority.choices, blank=True)
    votes_yes = models.PositiveSmallIntegerField(_("votes for it"), null=True, blank=True)
    votes_no = models.PositiveSmallIntegerField(_("votes against it"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("abstentions"), null=True, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=DecisionLevel.choices, blank=True)
    taken_out = models.BooleanField(_("taken out"), default=False, editable=False)
    closed = models.BooleanField(_("confirmed"), default=False, editable=False)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("item of minutes")
        verbose_name_plural = _("items of minutes")
        indexes = [models.Index(fields=["session", "kind"], name="minutes_by_session")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=MinutesKind.DECISION) | Q(majority="", level=""), name="minutes_only_decisions_decide"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def save(self, *args: Any, **options: Any) -> None:
        """Raises TypeError for a new item of confirmed minutes."""
        if self._state.adding:
            check_open({self.session_id})
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Raises TypeError for an item of confirmed minutes."""
        if self.closed:
            raise TypeError(CLOSED)
        return super().delete(*args, **options)

    @property
    def responsible(self) -> str:
        """Who does it, in words."""
        if self.seat is not None:
            return f"{self.seat.delegate.name} ({self.seat.delegate.membership.name})"
        return self.who


class AddedOnly(models.Model):
    """Rows that are written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk:
            raise TypeError("This is only added to.")
        super().save(*args, **options)


class MinutesVersion(AddedOnly):
    """How an item read at a time. `kept` is false for the words of a second writer that did not become the item."""

    item = models.ForeignKey(MinutesItem, models.CASCADE, related_name="versions", verbose_name=_("item of minutes"))
    number = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("text"))
    facts = models.JSONField(_("further facts"), default=dict)
    kept = models.BooleanField(_("became the item"), default=True)
    by_name = models.CharField(_("written by"), max_length=160, blank=True)
    at = models.DateTimeField(_("written at"))

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("version of an item of minutes")
        verbose_name_plural = _("versions of items of minutes")

    def __str__(self) -> str:
        return f"{self.item_id}: {self.number}"


class MinutesRemark(AddedOnly):
    """An objection while the draft goes round, or an addition after the minutes were confirmed."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="remarks", verbose_name=_("session"))
    item = models.ForeignKey(
        MinutesItem, models.CASCADE, null=True, blank=True, related_name="remarks", verbose_name=_("item of minutes")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=RemarkKind.choices)
    text = models.TextField(_("text"), max_length=4000)
    seat = models.ForeignKey(
        Seat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("seat in a working group")
    )
    by_name = models.CharField(_("written by"), max_length=160, blank=True)
    at = models.DateTimeField(_("written at"))
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=160, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("remark on minutes")
        verbose_name_plural = _("remarks on minutes")

    def __str__(self) -> str:
        return self.text[:80]
