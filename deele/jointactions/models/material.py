"""What is left of a joint action: reports, photos of what took place, links."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.jointactions.enums import MINORS_FINE, OVER_STATES, PEOPLE_FINE, MaterialKind, Minors, People
from deele.jointactions.models.action import JointAction

FILE, PHOTO = ~Q(kind=MaterialKind.LINK), Q(kind=MaterialKind.PHOTO)
SEEN_FINE = Q(people=People.NOBODY) | Q(people__in=PEOPLE_FINE, minors__in=MINORS_FINE)


class MaterialQuerySet(models.QuerySet["Material"]):
    """Documentation by what everybody may see."""

    def links(self) -> "MaterialQuerySet":
        """What stands elsewhere; shown as long as the action is."""
        return self.filter(kind=MaterialKind.LINK)

    def public(self) -> "MaterialQuerySet":
        """Files everybody may fetch: of public actions that are over, with every right noted. Asked anew each time."""
        shown = Q(action__is_public=True, action__state__in=OVER_STATES)
        return self.filter(shown, FILE).filter(~PHOTO | SEEN_FINE).exclude(rights="").exclude(file="")


class Material(BaseModel):
    """A report, a film, an article, a photo: a link, or a file that leaves through a door.

    A file says whose right it is and how we know; a photo also who took it, what it shows, and that everybody who can
    be recognised agreed. Without that it is not kept at all.
    """

    action = models.ForeignKey(JointAction, models.CASCADE, related_name="materials", verbose_name=_("joint action"))
    kind = models.CharField(_("kind"), max_length=8, choices=MaterialKind.choices, default=MaterialKind.LINK)
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    publisher = models.CharField(_("published by"), max_length=200, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to="jointactions/dokumentation/", max_length=200, blank=True)
    small = models.FileField(_("small photo"), upload_to="jointactions/dokumentation/", max_length=200, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    rights = models.CharField(_("whose right, and how we know"), max_length=300, blank=True)
    credit = models.CharField(_("who took the photo"), max_length=150, blank=True)
    alt = models.CharField(_("what the photo shows"), max_length=200, blank=True)
    people = models.CharField(_("can people be recognised?"), max_length=20, choices=People.choices, blank=True)
    minors = models.CharField(_("are people under eighteen?"), max_length=20, choices=Minors.choices, blank=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("documentation of an action")
        verbose_name_plural = _("documentation of actions")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=MaterialKind.LINK) & ~Q(url="") | FILE & ~Q(rights=""), name="material_link_or_right",
                violation_error_message=_("A link needs its address; a file needs whose right it is."),
            ),
            models.CheckConstraint(
                condition=~PHOTO | (~Q(credit="") & ~Q(alt="") & SEEN_FINE), name="material_photo_with_rights",
                violation_error_message=_("A photo needs who took it, what it shows, and the yes of those on it."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def is_photo(self) -> bool:
        """Whether it is a photo."""
        return self.kind == MaterialKind.PHOTO

    @property
    def file_name(self) -> str:
        """The last part of where it lies; empty for a link."""
        return str(self.file.name or "").rpartition("/")[2]

    def file_url(self) -> str:
        """Where everybody fetches it, once they may."""
        return reverse("jointactions:document", args=[self.pk, "gross"])
