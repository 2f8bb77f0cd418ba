"""Verdicts of the engine and of people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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


class Level(models.TextChoices):
    """How much two subjects have in common (docs/decisions/0029-overlaps.md)."""

    SAME = "same", _("probably the same thing")
    OVERLAP = "overlap", pgettext_lazy("level", "overlaps")
    SIMILAR = "similar", _("only similar")


# Somebody has to decide about these; what is only similar is told and asks nothing.
ASKED = (Level.SAME, Level.OVERLAP)


class OverlapOutcome(models.TextChoices):
    """What was decided about an overlap (domain §4.11)."""

    NONE = "kein_treffer", _("no overlap after all")
    COORDINATED = "abgestimmt", _("coordinated with each other")
    MERGED = "zusammengelegt", _("merged into one")
    APART = "bewusst_getrennt", _("deliberately apart")


DECIDED = declare("likeness.decided", _("%(actor)s decided about the look-alikes “%(about)s”."))
OVERLAP_DECIDED = declare("likeness.overlap_decided", _("%(actor)s decided about the overlap “%(about)s”."))
OVERLAP_CHECKED = declare("likeness.overlap_checked", _("%(actor)s looked for overlaps: “%(about)s”."))
