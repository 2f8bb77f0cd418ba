"""Articles, checklists and frequent questions."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.library.enums.articles import ArticleKind, ArticleState
from deele.library.models.example import Facets


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by who looks."""

    def public(self) -> "ArticleQuerySet":
        """Those on the website."""
        return self.filter(state=ArticleState.PUBLISHED)

    def visible_to(self, user: Any) -> "ArticleQuerySet":
        """All for those who keep the library; the public ones for everybody else."""
        return self if access.can(user, Permission.LIBRARY_EDIT) else self.public()


class Article(BaseModel, Facets, Sourced):
    """A text of the office that answers something. `body` is the small Markdown of rules.reading_marks."""

    kind = models.CharField(_("kind"), max_length=12, choices=ArticleKind.choices, default=ArticleKind.ARTICLE)
    title = models.CharField(_("title"), max_length=200, help_text=_("A frequent question ends with a question mark."))
    summary = models.CharField(_("in one or two sentences"), max_length=400, blank=True)
    body = models.TextField(_("text"), max_length=60_000)
    phases = models.JSONField(_("phases"), default=list, blank=True)
    topics = models.JSONField(_("answers these topics of advice"), default=list, blank=True)
    law_as_of = models.DateField(_("law as of"), null=True, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    check_by = models.DateField(_("to be checked again by"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=ArticleState.choices, default=ArticleState.DRAFT)
    public_since = models.DateTimeField(_("public since"), null=True, blank=True)
    internal_note = models.TextField(_("note for colleagues"), blank=True, max_length=2000)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["state", "kind"]), models.Index(fields=["state", "check_by"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ArticleState.PUBLISHED) | Q(public_since__isnull=False), name="article_public_since"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its public page."""
        return reverse("library:article", args=[slug(self.title), self.pk])

    def desk_url(self) -> str:
        """Where the office writes it."""
        return reverse("library:desk-article", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state == ArticleState.PUBLISHED
