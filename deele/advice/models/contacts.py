"""Contacts of advice, as they are counted: nobody's name, nothing that was said."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.advice import enums
from deele.core.models import BaseModel
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places.models import Place


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts by who asks."""

    def visible_to(self, user: Any) -> "ContactQuerySet":
        """Those of the areas of work in which this person advises."""
        if not access.can(user, Permission.CASE_WORK):
            return self.none()
        areas = access.areas_of(user, Permission.CASE_WORK)
        return self if areas is None else self.filter(area_id__in=areas)


class Counted(models.Model):
    """What a contact is counted by; a template fills some of it in."""

    audience = models.CharField(_("who asks"), max_length=24, choices=Audience.choices)
    topics = models.JSONField(_("topics"), default=list)
    channel = models.CharField(_("channel"), max_length=16, choices=enums.Channel.choices, default=enums.Channel.PHONE)
    kind = models.CharField(_("kind"), max_length=20, choices=enums.Kind.choices, default=enums.Kind.FIRST)
    duration = models.CharField(
        _("how long"), max_length=12, choices=enums.Duration.choices, default=enums.Duration.SHORT
    )
    results = models.JSONField(_("results"), default=list)

    class Meta:
        abstract = True

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


class Contact(BaseModel, Counted):
    """One time somebody turned to the office. Counts fully although nobody is named in it."""

    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("adviser")
    )
    happened_on = models.DateField(_("on"))
    where = models.CharField(_("from where"), max_length=16, choices=enums.Where.choices, default=enums.Where.PLACE)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place"))
    people = models.PositiveSmallIntegerField(_("number of people"), default=1)
    code = models.CharField(_("code to come again with"), max_length=8, db_index=True)
    case = models.ForeignKey(
        "advice.Case", models.SET_NULL, null=True, blank=True, related_name="contacts", verbose_name=_("case")
    )
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        verbose_name = _("contact of advice")
        verbose_name_plural = _("contacts of advice")
        indexes = [
            models.Index(fields=["area", "-happened_on", "-id"], name="contact_by_area"),
            # Figures count a period without touching the table: day first, then what they filter and split by.
            models.Index(
                fields=["happened_on", "kind", "area", "place", "audience", "channel", "duration"],
                name="contact_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(where=enums.Where.PLACE), name="contact_has_its_place"
            )
        ]

    def __str__(self) -> str:
        return self.code


class Template(BaseModel, Counted):
    """A frequent enquiry: what is the same each time stands there already."""

    title = models.CharField(_("title"), max_length=80)
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        constraints = [models.UniqueConstraint(fields=["area", "title"], name="template_title_once")]

    def __str__(self) -> str:
        return self.title
