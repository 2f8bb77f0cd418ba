"""Verdicts of the engine and of people."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare


class Verdict(models.TextChoices):
    """What the engine proposes."""

    SAME = "same", _("the same")
    LOOK = "look", _("please look")


class Decided(models.TextChoices):
    """What a person decided about a pair."""

    SAME = "same", _("the same")
    DIFFERENT = "different", _("different")
    LATER = "later", _("later")


class Outcome(models.TextChoices):
    """What followed from the decision."""

    MERGED = "merged", _("merged")
    COORDINATED = "coordinated", _("coordinated")
    KEPT_APART = "kept_apart", _("kept apart")


DECIDED = declare("likeness.decided", _("%(actor)s decided about the look-alikes “%(about)s”."))
