"""The wish to join, as it came by the public form: it counts only once its address is proven."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.alliance.enums import Level, OrganisationKind
from deele.alliance.models.membership import Membership
from deele.core.models import BaseModel
from deele.places.models import Place


class JoinRequest(BaseModel):
    """Somebody asks to join. `form_token` makes a form sent twice one wish; `membership` is what came of it."""

    form_token = models.CharField(_("token of the form"), max_length=64, unique=True)
    name = models.CharField(_("name of the organisation or person"), max_length=200)
    kind = models.CharField(_("kind of organisation"), max_length=32, choices=OrganisationKind.choices)
    level = models.CharField(_("works in"), max_length=8, choices=Level.choices, default=Level.PLACE)
    place = models.ForeignKey(
        Place, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("seat or place")
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    portrait = models.TextField(_("who they are"), blank=True)
    contributes = models.TextField(_("what they want to contribute"), blank=True)
    contact_name = models.CharField(_("name of the contact"), max_length=120)
    contact_email = models.EmailField(_("address of the contact"))
    contact_task = models.CharField(_("task of the contact"), max_length=120, blank=True)
    made_at = models.DateTimeField(_("made at"))
    proven_at = models.DateTimeField(_("address proven at"), null=True, blank=True)
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("membership")
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("wish to join")
        verbose_name_plural = _("wishes to join")

    def __str__(self) -> str:
        return self.name
