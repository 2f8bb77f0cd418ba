"""The vocabulary of the newsletter (domain §2.1, §4.10, §8.3, §9.9). Keys are data, names are ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare

# Subscribers


class SubscriberState(TextChoices):
    """Where a subscription stands (domain §9.9)."""

    UNCONFIRMED = "unbestaetigt", _("not confirmed yet")
    ACTIVE = "aktiv", pgettext_lazy("state of a subscription", "active")
    ENDED = "abgemeldet", _("unsubscribed")
    BOUNCED = "bounce_gesperrt", _("undeliverable")
    COMPLAINED = "beschwerde_gesperrt", _("blocked after a complaint")


class Origin(TextChoices):
    """How a subscription came to be."""

    FORM = "form", _("sign-up form")
    IMPORT = "import", _("taken over from a list")
    DESK = "desk", _("entered by the office")
    EVENT = "event", _("registration for an event")


class Reason(TextChoices):
    """Why an address is never written to."""

    UNSUBSCRIBED = "unsubscribed", _("unsubscribed")
    BOUNCE = "bounce", _("mail came back")
    COMPLAINT = "complaint", _("complained about our mail")
    ERASED = "erased", _("asked never to be written to again")


class BounceKind(TextChoices):
    """What a mail that came back says."""

    HARD = "hard", _("undeliverable for good")
    SOFT = "soft", _("undeliverable for now")
    COMPLAINT = "complaint", _("reported as unwanted")


class ListState(TextChoices):
    """Where a list stands that was sent in."""

    CHECKED = "geprueft", _("checked")
    WAITING = "wartet", _("being taken over")
    APPLIED = "uebernommen", _("taken over")


class Verdict(TextChoices):
    """What a row of such a list means."""

    NEW = "neu", _("new")
    MORE = "mehr", _("gets more newsletters")
    KNOWN = "bekannt", _("already subscribed")
    NO_PROOF = "ohne", _("no proof of consent")
    BAD_PROOF = "unklar", _("proof cannot be right")
    SUPPRESSED = "gesperrt", _("does not want our mail")
    WITHDRAWN = "widerrufen", _("took the consent back after that day")
    BAD_ADDRESS = "adresse", _("no mail address")
    BAD_AREA = "bereich", _("no newsletter of this name")
    DOUBLE = "doppelt", _("stands twice in the list")


TAKEN = (Verdict.NEW, Verdict.MORE)


# Issues


class IssueState(TextChoices):
    """Where an issue stands (domain §9.9)."""

    COLLECTING = "sammlung", _("being collected")
    EDITING = "redaktion", _("being edited")
    RELEASE = "freigabe", _("waiting for release")
    PLANNED = "versand_geplant", _("planned to be sent")
    SENDING = "wird_versendet", _("being sent")
    SENT = "versendet", pgettext_lazy("state of an issue", "sent")
    ARCHIVED = "archiviert", pgettext_lazy("state of an issue", "archived")


OPEN_ISSUES = (IssueState.COLLECTING, IssueState.EDITING)
PUBLIC_ISSUES = (IssueState.SENDING, IssueState.SENT, IssueState.ARCHIVED)
FREE = "frei"  # a section of own text; every other kind is the key of a source


class DeliveryState(TextChoices):
    """Where one copy stands. Only a person leads out of `ungewiss`."""

    WAITING = "wartet", pgettext_lazy("state of a copy", "waiting")
    UNDERWAY = "unterwegs", pgettext_lazy("state of a copy", "being sent")
    LATER = "spaeter", pgettext_lazy("state of a copy", "put off by the mail server")
    SENT = "gesendet", pgettext_lazy("state of a copy", "sent")
    REFUSED = "abgelehnt", pgettext_lazy("state of a copy", "refused")
    RETURNED = "zurueckgekommen", pgettext_lazy("state of a copy", "came back")
    DOUBTFUL = "ungewiss", pgettext_lazy("state of a copy", "doubtful")
    DROPPED = "entfallen", pgettext_lazy("state of a copy", "not sent")


OPEN_COPIES = (DeliveryState.WAITING, DeliveryState.UNDERWAY, DeliveryState.LATER)

# The overview of what is new in one's own district and topics


class Rhythm(TextChoices):
    """How often the overview goes out; set for the whole house."""

    MONTHLY = "monthly", _("once a month")
    WEEKLY = "weekly", _("once a week")
    OFF = "off", _("not at all")


class RunState(TextChoices):
    """Where the overview of one month or week stands."""

    RUNNING = "laeuft", pgettext_lazy("state of an overview", "being made")
    HELD = "wartet", pgettext_lazy("state of an overview", "waits for a decision")
    DONE = "fertig", pgettext_lazy("state of an overview", "done")
    LEFT_OUT = "ausgelassen", pgettext_lazy("state of an overview", "left out")


DIGEST_DONE = declare("newsletter.digest-done", _("%(actor)s made the overview “%(about)s”."))
DIGEST_HELD = declare("newsletter.digest-held", _("%(actor)s let the overview “%(about)s” wait for a decision."))
DIGEST_RELEASED = declare("newsletter.digest-released", _("%(actor)s let the overview “%(about)s” go out."))
DIGEST_LEFT_OUT = declare("newsletter.digest-left-out", _("%(actor)s left the overview “%(about)s” out."))

ISSUE_MADE = declare("newsletter.issue-made", _("%(actor)s began the issue “%(about)s”."))
ISSUE_CHANGED = declare("newsletter.issue-changed", _("%(actor)s changed the issue “%(about)s”."))
ITEM_TAKEN_IN = declare("newsletter.item-taken-in", _("%(actor)s took a record into the issue “%(about)s”."))
ITEM_TAKEN_OUT = declare("newsletter.item-taken-out", _("%(actor)s took a record out of the issue “%(about)s”."))
ITEM_KEPT = declare("newsletter.item-kept", _("%(actor)s kept a record as text in the issue “%(about)s”."))
SECTION_ADDED = declare("newsletter.section-added", _("%(actor)s added a section to the issue “%(about)s”."))
SECTION_TAKEN_OUT = declare("newsletter.section-taken-out", _("%(actor)s took a section out of the issue “%(about)s”."))
ROW_MOVED = declare("newsletter.row-moved", _("%(actor)s changed the order in the issue “%(about)s”."))
ISSUE_HANDED = declare("newsletter.issue-handed", _("%(actor)s handed the issue “%(about)s” over for release."))
ISSUE_TAKEN_BACK = declare("newsletter.issue-taken-back", _("%(actor)s took the issue “%(about)s” back to edit it."))
ISSUE_TESTED = declare("newsletter.issue-tested", _("%(actor)s sent a trial copy of “%(about)s”."))
ISSUE_RELEASED = declare("newsletter.issue-released", _("%(actor)s released the issue “%(about)s”."))
ISSUE_PAUSED = declare("newsletter.issue-paused", _("%(actor)s paused the sending of “%(about)s”."))
ISSUE_RESUMED = declare("newsletter.issue-resumed", _("%(actor)s let “%(about)s” be sent on."))
ISSUE_STOPPED = declare("newsletter.issue-stopped", _("%(actor)s stopped the sending of “%(about)s” for good."))
ISSUE_SENT = declare("newsletter.issue-sent", _("%(actor)s sent the issue “%(about)s” to everybody."))
ISSUE_DROPPED = declare("newsletter.issue-dropped", _("%(actor)s deleted the issue “%(about)s”."))
ISSUE_ARCHIVED = declare("newsletter.issue-archived", _("%(actor)s put the issue “%(about)s” into the archive."))
COPY_AGAIN = declare("newsletter.copy-again", _("%(actor)s had doubtful copies of “%(about)s” sent again."))
RECIPIENTS_SEEN = declare("newsletter.recipients-seen", _("%(actor)s looked at who receives “%(about)s”."), looked=True)

CONFIRMED = declare("newsletter.confirmed", _("%(actor)s confirmed a subscription (%(about)s)."))
PREFERENCES = declare("newsletter.preferences", _("%(actor)s changed what is received (%(about)s)."))
UNSUBSCRIBED = declare("newsletter.unsubscribed", _("%(actor)s ended a subscription (%(about)s)."))
RETURNED = declare("newsletter.returned", _("%(actor)s took an unsubscription back (%(about)s)."))
BLOCKED = declare("newsletter.blocked", _("%(actor)s blocked an address for good (%(about)s)."))
BOUNCED = declare("newsletter.bounced", _("%(actor)s stopped mail that keeps coming back (%(about)s)."))
COMPLAINED = declare("newsletter.complained", _("%(actor)s stopped mail after a complaint (%(about)s)."))
LIST_IMPORTED = declare("newsletter.list-imported", _("%(actor)s took over the list “%(about)s”."))
LIST_EXPORTED = declare(
    "newsletter.list-exported", _("%(actor)s exported the subscribers of “%(about)s”."), looked=True
)
SUBSCRIBER_SEEN = declare("newsletter.subscriber-seen", _("%(actor)s looked at a subscriber (%(about)s)."), looked=True)
