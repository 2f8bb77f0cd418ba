"""The agenda of a session: its items, and the open tasks that came along from earlier sessions."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.groups.enums.sessions import AgendaKind, AgendaSource
from deele.groups.models.seat import Seat
from deele.groups.models.session import Session


class AgendaQuerySet(models.QuerySet["AgendaItem"]):
    """Items of agendas."""

    def standing(self) -> "AgendaQuerySet":
        """Those that were not taken back."""
        return self.filter(taken_back=False)


class AgendaItem(BaseModel):
    """An item. Taken back ones stay, since minutes and mails may name them."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="agenda", verbose_name=_("session"))
    position = models.PositiveIntegerField(_("place in the order"))
    title = models.CharField(_("what it is about"), max_length=200)
    text = models.TextField(_("in more words"), blank=True, max_length=4000)
    kind = models.CharField(_("what for"), max_length=12, choices=AgendaKind.choices, default=AgendaKind.DISCUSSION)
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), null=True, blank=True)
    seat = models.ForeignKey(
        Seat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("seat in a working group")
    )
    proposer = models.CharField(_("proposed by"), max_length=160, blank=True)
    source = models.CharField(_("how it came"), max_length=8, choices=AgendaSource.choices, default=AgendaSource.LEAD)
    is_open_tasks = models.BooleanField(_("holds the open tasks"), default=False, editable=False)
    taken_back = models.BooleanField(_("taken back"), default=False, editable=False)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = AgendaQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("item of an agenda")
        verbose_name_plural = _("items of agendas")
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=Q(is_open_tasks=True), name="agenda_one_item_of_open_tasks"
            )
        ]

    def __str__(self) -> str:
        return self.title
