"""A file of a working group, in private storage; every state of one name is kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate
from deele.core.models import BaseModel
from deele.groups.models.group import WorkingGroup


class GroupFile(BaseModel):
    """One state of a file. The same name put in again is the next state (`number`); the older ones stay to be read.

    It leaves through a door, always as a download.
    """

    group = models.ForeignKey(WorkingGroup, models.CASCADE, related_name="files", verbose_name=_("working group"))
    name = models.CharField(_("name"), max_length=120)
    number = models.PositiveSmallIntegerField(_("state number"), default=1)
    file = models.FileField(_("file"), upload_to="groups/", max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    note = models.CharField(_("what it is, or what changed"), max_length=200, blank=True)
    is_public = models.BooleanField(_("everybody may read it"), default=False)
    added_by = models.ForeignKey(
        Delegate, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )
    added_by_office = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("added by the office"),
    )  # fmt: skip
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["name", "-number"]
        verbose_name = _("file of a working group")
        verbose_name_plural = _("files of working groups")
        constraints = [models.UniqueConstraint(fields=["group", "name", "number"], name="group_file_state_once")]

    def __str__(self) -> str:
        return self.name
