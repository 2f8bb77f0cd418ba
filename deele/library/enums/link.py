"""Links to other sites, and how they were found."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LinkState(TextChoices):
    """What the last checks of an address say."""

    UNCHECKED = "ungeprueft", _("not checked yet")
    WORKS = "geht", pgettext_lazy("link", "works")
    MOVED = "umgezogen", _("moved for good")
    FAILING = "stoert", _("did not answer lately")
    DEAD = "tot", _("dead")
    NOT_ASKED = "nicht_gefragt", _("not asked: no public address")
