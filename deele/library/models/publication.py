"""A publication: one edition of a work, and who wrote it."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.models import Membership
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.library.enums.publication import Kind, State
from deele.places.models import Place


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Publications by state and by who asks."""

    def public(self) -> "PublicationQuerySet":
        """What everybody may see."""
        return self.filter(state=State.PUBLISHED)

    def newest(self) -> "PublicationQuerySet":
        """Public editions that no public edition replaces."""
        return self.public().exclude(replaced_by__state=State.PUBLISHED)

    def visible_to(self, user: Any) -> "PublicationQuerySet":
        """All for those who keep the library, else the public ones."""
        return self if access.can(user, Permission.LIBRARY_EDIT) else self.public()


class Publication(BaseModel, Sourced):
    """One edition. Editions of a work share `slug`; the newest public one answers at the address without a year.

    A text stands on the page whatever the files are: `summary` is needed before publishing.
    """

    title = models.CharField(_("title"), max_length=250)
    subtitle = models.CharField(_("subtitle"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices)
    slug = models.SlugField(_("word in the address"), max_length=80, db_index=False)
    line = models.CharField(_("what it is, in one sentence"), max_length=250, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    series = models.CharField(_("series"), max_length=160, blank=True)
    edition = models.CharField(_("edition"), max_length=80, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    replaces = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)
    easy_language = models.BooleanField(_("in Leichte Sprache"), default=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    price_cents = models.PositiveIntegerField(_("price"), default=0, help_text=_("Empty: free of charge."))
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    doi = models.CharField(_("DOI"), max_length=120, blank=True)
    url = models.URLField(_("address at the publisher"), max_length=1000, blank=True)
    rights = models.CharField(_("rights"), max_length=300, blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    blocks = models.JSONField(_("building blocks"), default=list, blank=True)
    phases = models.JSONField(_("phases"), default=list, blank=True)
    groups = models.JSONField(_("target groups"), default=list, blank=True)
    place_types = models.JSONField(_("kinds of place"), default=list, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="publications", verbose_name=_("place")
    )
    state = models.CharField(_("state"), max_length=16, choices=State.choices, default=State.DRAFT)
    state_since = models.DateTimeField(_("in this state since"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    prints = models.BooleanField(_("printed copies can be ordered"), default=False)
    stock = models.PositiveIntegerField(_("printed copies in stock"), default=0)
    most_copies = models.PositiveSmallIntegerField(_("most copies for one order"), default=10)
    internal_note = models.TextField(_("note for the office"), blank=True, help_text=_("Never public."))

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = [F("year").desc(nulls_last=True), "title", "pk"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [
            models.Index(fields=["state", "-published_at"], name="publication_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["slug", "year"], name="publication_address_once"),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(year__isnull=True), name="publication_without_year_once"
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("pk")), name="publication_replaces_another"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | ~Q(summary=""), name="publication_has_summary"
            ),
        ]

    def __str__(self) -> str:
        return self.full_title

    @property
    def full_title(self) -> str:
        """Title and subtitle in one line."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    def get_absolute_url(self) -> str:
        """The address of this edition."""
        if self.year is None:
            return self.stable_url()
        return reverse("library:edition", args=[self.slug, self.year])

    def stable_url(self) -> str:
        """The address that always leads to the newest edition."""
        return reverse("library:publication", args=[self.slug])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("library:desk-publication", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.state == State.PUBLISHED


class Author(models.Model):
    """An organisation that wrote it, in the order of the title page."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="authors", verbose_name=_("publication"))
    name = models.CharField(_("name"), max_length=200)
    membership = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="publications", verbose_name=_("membership")
    )
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("author of a publication")
        verbose_name_plural = _("authors of publications")

    def __str__(self) -> str:
        return self.name
