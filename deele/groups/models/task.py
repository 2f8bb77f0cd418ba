"""Tasks that came out of sessions. They live on after the minutes are closed, until they are done."""

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate, Membership
from deele.core.models import BaseModel
from deele.groups.enums.sessions import TaskState
from deele.groups.models.agenda import AgendaItem
from deele.groups.models.group import WorkingGroup
from deele.groups.models.minutes import MinutesItem
from deele.groups.models.seat import Seat


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks by state and person."""

    def open(self) -> "TaskQuerySet":
        """Those still to be done, the earliest first."""
        return self.filter(state=TaskState.OPEN).order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def of(self, delegate: Delegate) -> "TaskQuerySet":
        """Those this person is to do."""
        return self.filter(seat__delegate=delegate)


class Task(BaseModel):
    """Something somebody of the group, or somebody named, is to do."""

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="tasks", verbose_name=_("working group"))
    item = models.OneToOneField(
        MinutesItem, models.SET_NULL, null=True, blank=True, related_name="task", verbose_name=_("item of minutes")
    )
    text = models.TextField(_("what is to be done"), max_length=8000)
    seat = models.ForeignKey(
        Seat, models.SET_NULL, null=True, blank=True, related_name="tasks", verbose_name=_("who of the group does it")
    )
    who = models.CharField(_("somebody else does it"), max_length=160, blank=True)
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="group_tasks", verbose_name=_("member")
    )
    due_on = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=TaskState.choices, default=TaskState.OPEN)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_word = models.CharField(_("what became of it"), max_length=300, blank=True)
    closed_by = models.CharField(_("closed by"), max_length=160, blank=True)
    handed_on = models.CharField(_("handed on by"), max_length=160, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("task of a working group")
        verbose_name_plural = _("tasks of working groups")
        indexes = [models.Index(fields=["group", "state", "due_on"], name="group_task_by_state")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def responsible(self) -> str:
        """Who does it, in words."""
        return f"{self.seat.delegate.name} ({self.seat.delegate.membership.name})" if self.seat else self.who

    def mine_url(self) -> str:
        """Where it is closed."""
        return reverse("groups:mine-task", args=[self.group_id, self.pk])

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.state == TaskState.OPEN and self.due_on is not None and self.due_on < today


class CarriedTask(models.Model):
    """A task that stood open when a session came: once in each agenda, however often it is carried."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="carried", verbose_name=_("item of an agenda"))
    task = models.ForeignKey(Task, models.CASCADE, related_name="carried", verbose_name=_("task of a working group"))
    at = models.DateTimeField(_("at"))

    class Meta:
        ordering = ["task__due_on", "pk"]
        verbose_name = _("task carried over")
        verbose_name_plural = _("tasks carried over")
        constraints = [models.UniqueConstraint(fields=["item", "task"], name="task_carried_once")]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.task_id}"
