"""A seat: one delegate in one working group, as what, from when until when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate
from deele.core.models import BaseModel
from deele.groups.enums import Role
from deele.groups.models.group import WorkingGroup


class Seat(BaseModel):
    """Membership of a working group; ended by `until`, never deleted, so that minutes keep their people."""

    group = models.ForeignKey(WorkingGroup, models.CASCADE, related_name="seats", verbose_name=_("working group"))
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="seats", verbose_name=_("delegate"))
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.MEMBER)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    muted = models.BooleanField(_("no mails of this group"), default=False)

    calendar_stamp = models.PositiveIntegerField(_("stamp of the calendar's address"), default=1, editable=False)

    class Meta:
        ordering = ["group", "delegate__name", "pk"]
        verbose_name = _("seat in a working group")
        verbose_name_plural = _("seats in working groups")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "delegate"], condition=Q(until=None), name="seat_once",
                violation_error_message=_("This person is in the group already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.delegate} ({self.group})"

    @property
    def is_held(self) -> bool:
        """Whether the person sits there now."""
        return self.until is None
