"""Where a fact comes from: source, state of the fact, licence."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core import dates
from deele.core.dates import Precision


class Sourced(models.Model):
    """Mixin for rows that hold facts of others: who says so, where, as of when, under which licence.

    `as_of` is the state of the fact in the source, not the day we took it over.
    """

    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=1000, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    as_of_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    licence = models.CharField(_("licence"), max_length=120, blank=True)

    class Meta:
        abstract = True

    def state_as_of(self, text: str) -> None:
        """Set the state of the fact from "2024", "Mai 2024" or a full date. Raises dates.BadDate."""
        self.as_of, self.as_of_precision = dates.parse(text)

    @property
    def as_of_in_words(self) -> str:
        """The state of the fact, no finer than it is known."""
        return dates.in_words(self.as_of, self.as_of_precision)
