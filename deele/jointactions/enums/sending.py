"""What people send in to a call, and which rights they give."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Accepts(TextChoices):
    """What a call takes."""

    PHOTO = "foto", _("photos")
    TEXT = "text", _("a text")
    BOTH = "foto_text", _("photos with a text")


class Standing(TextChoices):
    """Where a submission stands."""

    DRAFT = "entwurf", pgettext_lazy("state of a submission", "draft")
    SUBMITTED = "eingereicht", pgettext_lazy("state of a submission", "to be looked at")
    ASKED = "rueckfrage", pgettext_lazy("state of a submission", "asked back")
    TAKEN = "angenommen", pgettext_lazy("state of a submission", "taken")
    REFUSED = "abgelehnt", pgettext_lazy("state of a submission", "refused")
    WITHDRAWN = "zurueckgezogen", pgettext_lazy("state of a submission", "withdrawn")


ENDED = (Standing.REFUSED, Standing.WITHDRAWN)


class Made(TextChoices):
    """Who made the photos or wrote the text."""

    SELF = "selbst", _("I made them myself")
    ALLOWED = "mit_erlaubnis", _("Somebody else made them and allows me to send them in")
    UNKNOWN = "unklar", _("I do not know, or I did not ask")


class People(TextChoices):
    """Whether people can be recognised."""

    NOBODY = "niemand", _("Nobody can be recognised")
    AGREED = "alle_einverstanden", _("Yes, and all of them agree that the photos are shown")
    UNASKED = "nicht_gefragt", _("Yes, but I have not asked all of them")


class Minors(TextChoices):
    """Whether people under eighteen can be recognised."""

    NONE = "keine", _("No")
    PARENTS = "eltern_einverstanden", _("Yes, and their parents agree")
    UNASKED = "nicht_gefragt", _("Yes, but I have not asked all parents")


class Use(TextChoices):
    """What photos may be used for; each is granted on its own."""

    EXHIBITION = "ausstellung", _("in exhibitions")
    WEBSITE = "website", _("on our website")
    PRINT = "druck", _("in print (flyer, brochure, calendar)")
    PRESS = "presse", _("for the press")


class Refused(TextChoices):
    """Why something sent in is not shown."""

    OFF_TOPIC = "passt_nicht", _("does not fit the call")
    RIGHTS = "rechte_unklar", _("the rights are not clear")
    QUALITY = "bildqualitaet", _("too small or not sharp enough")
    TWICE = "doppelt", _("was sent in before")
    RESPECT = "verletzt", _("could hurt somebody")


OWN = (Made.SELF, Made.ALLOWED)
PEOPLE_FINE = (People.NOBODY, People.AGREED)
MINORS_FINE = (Minors.NONE, Minors.PARENTS)
# Each use has its own column, so that "may be shown here" is one question to the database.
GRANTED = {
    Use.EXHIBITION: "for_exhibition", Use.WEBSITE: "for_website", Use.PRINT: "for_print", Use.PRESS: "for_press",
}  # fmt: skip
