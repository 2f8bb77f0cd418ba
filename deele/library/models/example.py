"""A good example with its fixed anatomy (domain §4.12), its contact, and what became of it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accompaniment.models import GoodExample, Plan
from deele.core.freshness import Verified
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.directory.enums import LegalForm, Phase
from deele.directory.models import Entry
from deele.events.models import Event
from deele.library.enums.examples import ExampleState, PlaceType, Starter, StillRunning
from deele.places.models import Place

LONG = 6000
AN_EXAMPLE = _("good example")


class ExampleQuerySet(models.QuerySet["Example"]):
    """Examples by who looks."""

    def public(self) -> "ExampleQuerySet":
        """Those on the website."""
        return self.filter(state=ExampleState.PUBLISHED)

    def visible_to(self, user: Any) -> "ExampleQuerySet":
        """All for those who keep the library; the public ones for everybody else."""
        return self if access.can(user, Permission.LIBRARY_EDIT) else self.public()


class Anatomy(models.Model):
    """What every example tells, in this order. Empty means: not known, and the page says so."""

    situation = models.TextField(_("starting point"), blank=True, max_length=LONG)
    solution = models.TextField(_("the solution"), blank=True, max_length=LONG)
    how_started = models.TextField(_("how it was set off"), blank=True, max_length=LONG)
    municipality_role = models.TextField(_("role of the municipality"), blank=True, max_length=LONG)
    partners = models.TextField(_("partners"), blank=True, max_length=LONG, help_text=_("One to a line."))
    financing = models.TextField(_("financing"), blank=True, max_length=LONG)
    duration = models.CharField(_("how long it took"), blank=True, max_length=300)
    hurdles = models.TextField(_("hurdles"), blank=True, max_length=LONG)
    differently = models.TextField(_("what they would do differently"), blank=True, max_length=LONG)
    effects = models.TextField(
        _("effects"), blank=True, max_length=LONG, help_text=_("With figures where there are any; one to a line.")
    )
    effects_source = models.CharField(_("where the figures are from"), blank=True, max_length=300)
    transfer_note = models.TextField(_("what one needs to do it elsewhere"), blank=True, max_length=LONG)

    class Meta:
        abstract = True


class Facets(models.Model):
    """By what it is found."""

    themes = models.JSONField(_("themes"), default=list, blank=True)
    blocks = models.JSONField(_("building blocks"), default=list, blank=True)
    target_groups = models.JSONField(_("for whom"), default=list, blank=True)

    class Meta:
        abstract = True


class Example(BaseModel, Anatomy, Facets, Sourced, Verified):
    """How people solved something, told so that others can do it too."""

    title = models.CharField(_("title"), max_length=200)
    summary = models.CharField(_("in one sentence"), max_length=300)
    started_by = models.CharField(_("who started it"), max_length=24, choices=Starter.choices)
    entries = models.ManyToManyField(Entry, related_name="examples", blank=True, verbose_name=_("entries"))
    events = models.ManyToManyField(Event, related_name="examples", blank=True, verbose_name=_("used at events"))
    used_in = models.TextField(
        _("used elsewhere"), blank=True, max_length=2000, help_text=_("Reports and lectures, one to a line.")
    )
    plan = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="examples", verbose_name=_("plan")
    )
    draft = models.OneToOneField(
        GoodExample, models.SET_NULL, null=True, blank=True, related_name="told", verbose_name=_("draft it came from")
    )
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place"))
    place_type = models.CharField(_("size of the place"), max_length=12, choices=PlaceType.choices, blank=True)
    legal_form = models.CharField(_("legal form"), max_length=24, choices=LegalForm.choices, blank=True)
    phase = models.CharField(_("phase"), max_length=20, choices=Phase.choices, blank=True)
    transfer = models.JSONField(_("may work as well"), default=list, blank=True)

    contact_name = models.CharField(_("whom one may ask (never public)"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-mail address (never public)"), blank=True)
    contact_since = models.DateField(_("agreed on"), null=True, blank=True)
    contact_ended_on = models.DateField(_("ended on"), null=True, blank=True)
    follow_up_on = models.DateField(_("to be asked again on"), null=True, blank=True)

    state = models.CharField(_("state"), max_length=16, choices=ExampleState.choices, default=ExampleState.DRAFT)
    public_since = models.DateTimeField(_("public since"), null=True, blank=True)
    internal_note = models.TextField(_("note for colleagues"), blank=True, max_length=2000)

    objects = ExampleQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = AN_EXAMPLE
        verbose_name_plural = _("good examples")
        indexes = [models.Index(fields=["state", "started_by"]), models.Index(fields=["state", "follow_up_on"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ExampleState.PUBLISHED) | Q(public_since__isnull=False), name="example_public_since"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its public page."""
        return reverse("library:example", args=[slug(self.title), self.pk])

    def desk_url(self) -> str:
        """Its page at the desk."""
        return reverse("library:desk-example", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state == ExampleState.PUBLISHED

    @property
    def can_be_asked(self) -> bool:
        """Whether somebody agreed to answer questions."""
        return bool(self.contact_email and self.contact_since)


class FollowUp(BaseModel):
    """What became of an example: asked by mail every two years, answered by its contact, looked through, shown."""

    example = models.ForeignKey(Example, models.CASCADE, related_name="follow_ups", verbose_name=AN_EXAMPLE)
    asked_on = models.DateField(_("asked on"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    still_running = models.CharField(_("is it still running?"), max_length=12, choices=StillRunning.choices, blank=True)
    changes = models.TextField(_("what has changed?"), blank=True, max_length=LONG)
    shown = models.BooleanField(_("on the website"), default=False)
    seen_at = models.DateTimeField(_("looked through at"), null=True, blank=True)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        verbose_name = _("follow-up of an example")
        verbose_name_plural = _("follow-ups of examples")
        constraints = [models.UniqueConstraint(fields=["example", "asked_on"], name="follow_up_once_a_day")]

    def __str__(self) -> str:
        return f"{self.example}, {self.asked_on:%d.%m.%Y}"


class ExampleMessage(models.Model):
    """A question passed on to the contact of an example; kept briefly, as a proof and against misuse."""

    example = models.ForeignKey(Example, models.CASCADE, related_name="messages", verbose_name=AN_EXAMPLE)
    sent_at = models.DateTimeField(_("sent at"))
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail address"))
    text = models.TextField(_("your question"), max_length=4000)
    token = models.CharField(_("token of the form"), max_length=64, unique=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("question about an example")
        verbose_name_plural = _("questions about examples")

    def __str__(self) -> str:
        return f"{self.example}, {self.sent_at:%d.%m.%Y}"
