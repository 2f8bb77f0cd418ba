"""Words of the field in plain words: the glossary, and the hints of the whole interface."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.core.provenance import Sourced


class Term(BaseModel, Sourced):
    """A word, explained. Templates ask for it by its key: `{% hint "pflege-wg" %}`."""

    key = models.SlugField(_("key"), max_length=80, unique=True, help_text=_("Pages name the word by it; keep it."))
    word = models.CharField(_("word"), max_length=120, unique=True)
    short = models.CharField(_("in one or two sentences"), max_length=300)
    text = models.TextField(_("more about it"), blank=True, max_length=6000)
    synonyms = models.TextField(_("other words for it"), blank=True, max_length=1000, help_text=_("One to a line."))
    confused_with = models.ManyToManyField("self", blank=True, verbose_name=_("not to be confused with"))
    difference = models.CharField(_("the difference, in one sentence"), blank=True, max_length=300)
    easy = models.TextField(_("in Easy Language"), blank=True, max_length=2000)

    class Meta:
        ordering = ["word", "pk"]
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")

    def __str__(self) -> str:
        return self.word

    def get_absolute_url(self) -> str:
        """Its page in the glossary."""
        return reverse("library:term", args=[self.key])

    def desk_url(self) -> str:
        """Where the office writes it."""
        return reverse("library:desk-term", args=[self.key])

    @property
    def synonym_list(self) -> list[str]:
        """The other words, each once."""
        return list(dict.fromkeys(line.strip() for line in self.synonyms.splitlines() if line.strip()))
