"""What an event consists of and what is left of it: programme, people, stops, documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.directory.models import Entry
from deele.events import enums
from deele.events.models.event import Day, Event


class Part(models.Model):
    """Somebody who speaks or moderates. Names stand here with the consent of their owners."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="parts", verbose_name=_("event"))
    name = models.CharField(_("name"), max_length=160)
    role = models.CharField(_("task"), max_length=12, choices=enums.PartRole.choices, default=enums.PartRole.SPEAKER)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("person in the programme")
        verbose_name_plural = _("people in the programme")

    def __str__(self) -> str:
        return self.name


class ProgrammeItem(models.Model):
    """A line of the programme."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="programme", verbose_name=_("event"))
    day = models.ForeignKey(Day, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("day"))
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=250)
    text = models.TextField(_("text"), blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("item of the programme")
        verbose_name_plural = _("items of the programme")

    def __str__(self) -> str:
        return self.title


class Stop(models.Model):
    """A stop of an excursion: an entry of the directory, or a place given in words."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="stops", verbose_name=_("event"))
    entry = models.ForeignKey(
        Entry, models.PROTECT, null=True, blank=True, related_name="visits", verbose_name=_("entry")
    )
    title = models.CharField(_("stop in words"), max_length=200, blank=True)
    day = models.ForeignKey(Day, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("day"))
    arrives = models.TimeField(_("arrival"), null=True, blank=True)
    leaves = models.TimeField(_("departure"), null=True, blank=True)
    host = models.CharField(_("who receives the group"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(entry__isnull=False) | ~models.Q(title=""), name="stop_says_where"
            )
        ]

    def __str__(self) -> str:
        return self.title or str(self.entry)


class Document(BaseModel):
    """Slides, a photo, a report: public only when its rights are cleared and somebody released it."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="documents", verbose_name=_("event"))
    kind = models.CharField(_("kind"), max_length=10, choices=enums.DocumentKind.choices)
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to="events/", blank=True)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    url = models.URLField(_("address"), max_length=500, blank=True)
    alt = models.CharField(_("what the photo shows"), max_length=300, blank=True)
    credit = models.CharField(_("by whom"), max_length=160, blank=True)
    rights_cleared = models.BooleanField(_("rights are cleared"), default=False)
    released = models.BooleanField(_("public"), default=False)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("document of an event")
        verbose_name_plural = _("documents of events")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(released=False) | models.Q(rights_cleared=True), name="document_rights_first"
            )
        ]

    def __str__(self) -> str:
        return self.title
