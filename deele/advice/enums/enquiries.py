"""The words of an enquiry, and what the log can say about it (domain §4.7, §9.3)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class EnquiryState(TextChoices):
    """Where an enquiry stands."""

    NEW = "eingang", pgettext_lazy("state of an enquiry", "new")
    ACCEPTED = "angenommen", pgettext_lazy("state of an enquiry", "taken on")
    CLIENT = "wartet_auf_ratsuchende", pgettext_lazy("state of an enquiry", "waits for the person who asked")
    OTHERS = "wartet_auf_dritte", pgettext_lazy("state of an enquiry", "waits for others")
    ANSWERED = "beantwortet", pgettext_lazy("state of an enquiry", "answered")
    PASSED_ON = "weitergeleitet", pgettext_lazy("state of an enquiry", "passed on to another office")
    NO_ADVICE = "keine_beratung", pgettext_lazy("state of an enquiry", "no advice")
    WITHDRAWN = "zurueckgezogen", pgettext_lazy("state of an enquiry", "withdrawn")


class AnswerBy(TextChoices):
    """How somebody wants to be answered."""

    MAIL = "mail", pgettext_lazy("answer by", "by e-mail")
    PHONE = "telefon", pgettext_lazy("answer by", "by telephone")


class NoAdvice(TextChoices):
    """Why an enquiry is no advice."""

    SPAM = "werbung", _("advertising or nonsense")
    PRESS = "presse", _("from the press")
    WRONG = "falsch", _("not meant for us")
    TWICE = "doppelt", _("here already")


class Direction(TextChoices):
    """Who wrote a message."""

    IN = "ein", pgettext_lazy("message", "received")
    OUT = "aus", pgettext_lazy("message", "sent")


class Outcome(TextChoices):
    """What became of a mail in the mailbox."""

    NEW = "neu", pgettext_lazy("incoming mail", "a new enquiry")
    ADDED = "ergaenzt", pgettext_lazy("incoming mail", "added to an enquiry")
    AUTOMATIC = "automatisch", pgettext_lazy("incoming mail", "written by a machine")
    TOO_LARGE = "zu_gross", pgettext_lazy("incoming mail", "too large, not taken")
    UNREADABLE = "unlesbar", pgettext_lazy("incoming mail", "not readable, not taken")
    FLOOD = "flut", pgettext_lazy("incoming mail", "too many of this sender, not taken")


ENQUIRED = declare("enquiry.received", _("%(actor)s: the enquiry %(about)s came in."))
LOOKED_AT = declare("enquiry.looked", _("%(actor)s read the enquiry %(about)s."), looked=True)
ASSIGNED = declare("enquiry.assigned", _("%(actor)s gave the enquiry %(about)s to somebody."))
MOVED = declare("enquiry.moved", _("%(actor)s changed the state of the enquiry %(about)s."))
ANSWERED = declare("enquiry.answered", _("%(actor)s answered the enquiry %(about)s."))
ADDED = declare("enquiry.added", _("%(actor)s: something was added to the enquiry %(about)s."))
COUNTED = declare("enquiry.counted", _("%(actor)s logged the enquiry %(about)s as a contact."))
CASE_MADE = declare("enquiry.case", _("%(actor)s made a case of the enquiry %(about)s."))
FILE_READ = declare("enquiry.file", _("%(actor)s opened a file of the enquiry %(about)s."), looked=True)
BLOCK_SAVED = declare("enquiry.block", _("%(actor)s saved the text block “%(about)s”."))
BLOCK_REMOVED = declare("enquiry.block-removed", _("%(actor)s removed the text block “%(about)s”."))
RESPONSIBILITY_REMOVED = declare(
    "enquiry.responsibility-removed", _("%(actor)s removed a rule of who answers: %(about)s.")
)
ABSENCE_REMOVED = declare("enquiry.absence-removed", _("%(actor)s removed an absence: %(about)s."))
RESPONSIBILITY_SAVED = declare("enquiry.responsibility", _("%(actor)s changed who answers: %(about)s."))
ABSENCE_SAVED = declare("enquiry.absence", _("%(actor)s entered an absence: %(about)s."))
