"""Levels of places, kinds of names, and what is written into the log."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Level(models.TextChoices):
    """From the widest to the narrowest; `Level.values` is that order."""

    STATE = "state", pgettext_lazy("level of a place", "state")
    REGION = "region", _("region")
    DISTRICT = "district", _("district")
    ASSOCIATION = "association", _("association of municipalities")
    MUNICIPALITY = "municipality", _("municipality")
    LOCALITY = "locality", _("locality")


class NameKind(models.TextChoices):
    """Why a place answers to a name."""

    OFFICIAL = "official", _("official name")
    SHORT = "short", _("short name")
    OTHER = "other", _("other name")
    OLD = "old", _("former name")


class Why(models.TextChoices):
    """Why a place is among the answers."""

    NAME = "name", _("name")
    OLD_NAME = "old_name", _("former name")
    PART = "part", _("part of the name")
    POSTCODE = "postcode", _("postcode")
    OTHER_POSTCODE = "other_postcode", _("name, but another postcode")
    SIMILAR = "similar", _("similar spelling")
    NEAR = "near", _("close by")


LOADED = declare("places.loaded", _("%(actor)s loaded reference data: %(about)s."))
