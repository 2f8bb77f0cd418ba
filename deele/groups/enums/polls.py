"""The words of a date poll."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class PollState(TextChoices):
    """Where a poll stands."""

    OPEN = "offen", pgettext_lazy("date poll", "open")
    DECIDED = "entschieden", pgettext_lazy("date poll", "decided")
    CALLED_OFF = "abgesagt", pgettext_lazy("date poll", "called off")


class Fit(TextChoices):
    """Whether somebody can come."""

    YES = "ja", pgettext_lazy("answer to a date", "yes")
    IF_NEED_BE = "notfalls", pgettext_lazy("answer to a date", "if need be")
    NO = "nein", pgettext_lazy("answer to a date", "no")
