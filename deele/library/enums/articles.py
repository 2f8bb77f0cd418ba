"""The words of articles, checklists and questions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class ArticleKind(TextChoices):
    """What kind of text it is."""

    ARTICLE = "artikel", pgettext_lazy("kind of text", "article")
    CHECKLIST = "checkliste", pgettext_lazy("kind of text", "checklist")
    QUESTION = "faq", pgettext_lazy("kind of text", "frequent question")


class ArticleState(TextChoices):
    """Whether everybody may read it."""

    DRAFT = "entwurf", _("draft")
    PUBLISHED = "veroeffentlicht", _("published")
    WITHDRAWN = "zurueckgezogen", _("withdrawn")


ARTICLE_SAVED = declare("library.article", _("%(actor)s saved the article “%(about)s”."))
ARTICLE_MOVED = declare("library.article-moved", _("%(actor)s moved the article “%(about)s” to another state."))
ARTICLE_CHECKED = declare("library.article-checked", _("%(actor)s checked the article “%(about)s”."))
TERM_SAVED = declare("library.term", _("%(actor)s saved the word “%(about)s” of the glossary."))
TERM_REMOVED = declare("library.term-removed", _("%(actor)s took the word “%(about)s” out of the glossary."))
