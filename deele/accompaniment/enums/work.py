"""The words of the work on a plan: contacts, proposals of the group. Keys as in advice, so that both count alike."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(TextChoices):
    """By which way a contact came about."""

    PHONE = "telefon", _("telephone")
    MAIL = "mail", _("e-mail")
    IN_PERSON = "persoenlich", _("in person")
    VIDEO = "video", _("video call")
    POST = "post", _("letter")


class ContactKind(TextChoices):
    """What the contact was."""

    TALK = "gespraech", pgettext_lazy("contact of accompaniment", "talk")
    ON_SITE = "vor_ort", pgettext_lazy("contact of accompaniment", "visit on site")
    WORKSHOP = "werkstatt", pgettext_lazy("contact of accompaniment", "workshop, moderation")
    COUNCIL = "gremium", pgettext_lazy("contact of accompaniment", "in council or board")
    NEWS = "nachricht", pgettext_lazy("contact of accompaniment", "news received")


class Duration(TextChoices):
    """How long it took, in bands."""

    SHORT = "bis_15", _("up to 15 minutes")
    MEDIUM = "15_30", _("15 to 30 minutes")
    LONG = "30_60", _("30 to 60 minutes")
    LONGER = "60_120", _("1 to 2 hours")
    LONGEST = "ueber_120", _("more than 2 hours")


class ProposalKind(TextChoices):
    """What a group proposes."""

    DONE = "erledigt", pgettext_lazy("proposal", "a milestone is done")
    DATE = "termin", pgettext_lazy("proposal", "a new date for a milestone")
    NOTE = "nachricht", pgettext_lazy("proposal", "news for the office")
    FILE = "datei", pgettext_lazy("proposal", "a file")


class ProposalState(TextChoices):
    """What became of it."""

    OPEN = "offen", pgettext_lazy("state of a proposal", "not answered yet")
    ACCEPTED = "angenommen", pgettext_lazy("state of a proposal", "taken over")
    DECLINED = "abgelehnt", pgettext_lazy("state of a proposal", "not taken over")
