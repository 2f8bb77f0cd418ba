"""The words good examples are sorted by (domain §4.12). Keys are the field's own German terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Starter(TextChoices):
    """Who set it off: the first filter, as the conference of 2019 sorted its cases."""

    FOUNDATION = "stiftung", pgettext_lazy("who started it", "a foundation")
    PRIVATE = "privat", pgettext_lazy("who started it", "private people")
    WELFARE = "wohlfahrt", pgettext_lazy("who started it", "a welfare body")
    MUNICIPALITY = "kommune", pgettext_lazy("who started it", "a municipality")
    HOUSING = "wohnungsunternehmen", pgettext_lazy("who started it", "a housing company")
    GROUP = "gruppe", pgettext_lazy("who started it", "a group of future residents")
    CARE = "pflegedienst", pgettext_lazy("who started it", "a care service")
    CHURCH = "kirche", pgettext_lazy("who started it", "a parish or church")


class Transfer(TextChoices):
    """Where it may work as well (transferability)."""

    VILLAGE = "kleines_dorf", _("in a small village")
    NO_DEVELOPER = "ohne_bautraeger", _("without a developer")
    EXISTING = "bestandsgebaeude", _("in an existing building")
    FARM = "hofstelle", _("on a farmstead")
    CENTRE = "ortskern", _("in the core of a place")
    LITTLE_MONEY = "wenig_geld", _("with little own money")
    VOLUNTEERS = "ehrenamt_traegt", _("mainly carried by volunteers")
    SOCIAL = "sozialwohnungen", _("with subsidised dwellings")
    CARE_IN = "pflege_im_haus", _("with care in the house")
    TOWN = "in_der_stadt", _("in a town")


class PlaceType(TextChoices):
    """How large the place is, by inhabitants of the municipality, and whether it is a village inside it."""

    VILLAGE = "dorf", _("village or rural municipality (under 5,000 inhabitants)")
    SMALL_TOWN = "kleinstadt", _("small town (5,000 to 20,000 inhabitants)")
    TOWN = "mittelstadt", _("medium-sized town (20,000 to 100,000 inhabitants)")
    CITY = "grossstadt", _("city (100,000 inhabitants or more)")


class ExampleState(TextChoices):
    """The life of an example."""

    DRAFT = "entwurf", _("draft")
    REVIEW = "in_pruefung", _("in review")
    PUBLISHED = "veroeffentlicht", _("published")
    WITHDRAWN = "zurueckgezogen", _("withdrawn")


class StillRunning(TextChoices):
    """What the contact says some years later."""

    YES = "ja", _("It is still running as described.")
    CHANGED = "veraendert", _("It is running, but something has changed.")
    ENDED = "beendet", _("It has ended.")


class ContactEnd(TextChoices):
    """Why nobody can be asked any more."""

    WISH = "wunsch", _("the person no longer wants to be asked")
    OFFICE = "buero", _("the office ended it")


CONTACT_CONSENT = "library.contact"
CONTACT_TEXT = "2026-11"

EXAMPLE_SAVED = declare("library.example", _("%(actor)s saved the good example “%(about)s”."))
EXAMPLE_TAKEN_OVER = declare("library.example-taken-over", _("%(actor)s made the good example “%(about)s” of a draft."))
EXAMPLE_MOVED = declare("library.example-moved", _("%(actor)s moved the good example “%(about)s” to another state."))
EXAMPLE_CHECKED = declare("library.example-checked", _("%(actor)s confirmed the good example “%(about)s”."))
CONTACT_SET = declare("library.contact", _("%(actor)s wrote down whom one may ask about “%(about)s”."))
CONTACT_ENDED = declare("library.contact-ended", _("%(actor)s ended that one may ask about “%(about)s”."))
CONTACT_READ = declare("library.contact-read", _("%(actor)s looked at the contact of “%(about)s”."), looked=True)
MESSAGE_PASSED = declare("library.message", _("%(actor)s wrote to the contact of “%(about)s”."))
FOLLOW_UP_ASKED = declare("library.asked", _("%(actor)s asked what has become of “%(about)s”."))
FOLLOW_UP_TOLD = declare("library.told", _("%(actor)s said what has become of “%(about)s”."))
FOLLOW_UP_SHOWN = declare("library.told-shown", _("%(actor)s looked through what has become of “%(about)s”."))
