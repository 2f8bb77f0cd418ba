"""An invitation into a working group, or a wish to join it: one row, whichever side began."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate
from deele.core.models import BaseModel
from deele.groups.enums import Role, WishState
from deele.groups.models.group import WorkingGroup


class SeatWish(BaseModel):
    """A seat somebody was offered (`invited`), or asked for. The other side answers; then there is a seat, or not."""

    group = models.ForeignKey(WorkingGroup, models.CASCADE, related_name="wishes", verbose_name=_("working group"))
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="seat_wishes", verbose_name=_("delegate"))
    invited = models.BooleanField(_("the group invited"), default=False)
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.MEMBER)
    words = models.CharField(_("in a few words"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=WishState.choices, default=WishState.OPEN)
    made_at = models.DateTimeField(_("made at"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("invitation or wish for a seat")
        verbose_name_plural = _("invitations and wishes for seats")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "delegate"], condition=Q(state="offen"), name="one_open_wish_for_a_seat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.delegate} ({self.group})"
