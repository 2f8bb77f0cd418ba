"""States, kinds and audit events of events and registrations. Keys are the field's own German terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Kind(TextChoices):
    """What takes place."""

    CONFERENCE = "fachtag", _("expert conference")
    TRAINING = "fortbildung", _("training")
    ONLINE_TRAINING = "online_fortbildung", _("online training")
    COURSE = "schulung_mehrtaegig", _("training course of several days")
    EXCURSION = "exkursion", _("excursion")
    LAB = "werkstatt", pgettext_lazy("kind of event", "project workshop")
    WORKSHOP = "workshop", _("workshop")
    TALK = "vortrag", _("talk")
    PANEL = "podium", _("panel discussion")
    INFORMATION = "infoveranstaltung", _("information event")
    EXCHANGE = "erfahrungsaustausch", _("exchange of experience")
    MEETING = "arbeitstreffen", _("working meeting")
    GROUP_SESSION = "ag_sitzung", _("session of a working group")
    ALLIANCE = "buendnistreffen", _("meeting of the alliance")
    EXHIBITION = "ausstellung", _("exhibition")
    STAND = "messe_stand", _("stand at a fair")
    ACTION = "aktion", _("joint action")


class Format(TextChoices):
    """Where people are."""

    ON_SITE = "praesenz", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("on site and online")


class OfficeRole(TextChoices):
    """What the office does there; each counts differently in the report."""

    ORGANISER = "veranstalter", _("organiser")
    CO_ORGANISER = "mitveranstalter", _("co-organiser")
    TALK = "vortrag", _("gives a talk")
    TAKES_PART = "mitwirkung", _("takes part")
    HINT = "hinweis", _("event of others, passed on as a hint")


OWN_ROLES = (OfficeRole.ORGANISER, OfficeRole.CO_ORGANISER)


class State(TextChoices):
    """Where an event stands. Full, nearly full, too few: derived by counting, never set (rules.hint)."""

    IDEA = "idee", _("idea")
    PLANNED = "geplant", pgettext_lazy("state of an event", "planned")
    ANNOUNCED = "save_the_date", _("announced")
    OPEN = "anmeldung_offen", _("registration open")
    CLOSED = "anmeldung_geschlossen", _("registration closed")
    HELD = "durchgefuehrt", pgettext_lazy("state of an event", "has taken place")
    DOCUMENTED = "dokumentiert", pgettext_lazy("state of an event", "documented")
    SETTLED = "abgerechnet", pgettext_lazy("state of an event", "settled")
    CALLED_OFF = "abgesagt", pgettext_lazy("state of an event", "called off")
    POSTPONED = "verschoben", pgettext_lazy("state of an event", "postponed")


PUBLIC_STATES = (
    State.ANNOUNCED, State.OPEN, State.CLOSED, State.HELD, State.DOCUMENTED, State.SETTLED, State.CALLED_OFF,
    State.POSTPONED,
)  # fmt: skip
OVER_STATES = (State.HELD, State.DOCUMENTED, State.SETTLED)


class Registering(TextChoices):
    """How people register."""

    FORM = "formular", _("with the form on this page")
    ELSEWHERE = "extern", _("with somebody else, at the address given")
    NONE = "ohne", _("no registration is needed")


class Priority(TextChoices):
    """Whether people who live in the state of the office come first."""

    OPEN = "offen", _("open to everybody alike")
    RESIDENTS_FIRST = "vorrang_land", _("people from the state first")
    RESIDENTS_ONLY = "nur_land", _("only for people from the state")


class Invoicing(TextChoices):
    """When invoices are written."""

    AT_ONCE = "sofort", _("as soon as the place is confirmed")
    TOGETHER = "gesammelt", _("all together, when somebody presses the button")


class OptionKind(TextChoices):
    """An extra one may choose."""

    WORKSHOP = "workshop", _("workshop")
    BLOCK = "block", _("block of the series")
    EXCURSION = "exkursion", _("excursion")
    LUNCH = "mittagessen", _("lunch")
    BUS = "bus", _("seat in the bus")
    OVERNIGHT = "uebernachtung", _("overnight stay")
    ONLINE = "online", _("taking part online")
    OTHER = "sonstiges", _("something else")


class Proof(TextChoices):
    """What a price class asks for."""

    NONE = "ohne", _("nothing")
    MEMBER = "mitglied", _("membership of the carrier")
    STAFF = "nachweis", _("a proof the office checks")


class ProofState(TextChoices):
    """Whether the lower price is justified."""

    NOT_NEEDED = "ohne", _("not needed")
    CLAIMED = "offen", pgettext_lazy("state of a proof", "still to be checked")
    PROVEN = "belegt", pgettext_lazy("state of a proof", "checked")
    REFUSED = "abgelehnt", pgettext_lazy("state of a proof", "refused")


class RegistrationState(TextChoices):
    """Where a registration stands. Money and attendance have states of their own."""

    CONFIRMED = "bestaetigt", pgettext_lazy("state of a registration", "confirmed")
    WAITING = "warteliste", pgettext_lazy("state of a registration", "on the waiting list")
    OFFERED = "angeboten", pgettext_lazy("state of a registration", "a place is offered")
    CANCELLED = "storniert", pgettext_lazy("state of a registration", "cancelled")
    DECLINED = "abgelehnt", pgettext_lazy("state of a registration", "offer declined")
    EXPIRED = "verfallen", pgettext_lazy("state of a registration", "offer not taken up")


TAKING = (RegistrationState.CONFIRMED, RegistrationState.OFFERED)  # these hold their seats
ALIVE = (*TAKING, RegistrationState.WAITING)


class Channel(TextChoices):
    """How a registration came in."""

    WEB = "web", _("form on the website")
    PHONE = "telefon", _("telephone")
    MAIL = "mail", _("e-mail")
    POST = "post", _("letter")
    ON_SITE = "vor_ort", _("on the day")
    IMPORT = "import", _("list taken in")


class DocumentKind(TextChoices):
    """What is left of an event."""

    SLIDES = "folien", _("slides")
    PHOTO = "foto", _("photo")
    REPORT = "bericht", _("report")
    PROGRAMME = "programm", _("programme as a file")
    LINK = "link", _("link")


class PartRole(TextChoices):
    """What somebody does at an event."""

    SPEAKER = "referat", _("speaks")
    HOST = "moderation", _("moderates")


CREATED = declare("event.created", _("%(actor)s planned the event “%(about)s”."))
CHANGED = declare("event.changed", _("%(actor)s changed the event “%(about)s”."))
MOVED = declare("event.moved", _("%(actor)s brought the event “%(about)s” into another state."))
RESCHEDULED = declare("event.rescheduled", _("%(actor)s moved the dates of “%(about)s”."))
COPIED = declare("event.copied", _("%(actor)s copied the event “%(about)s”."))
REGISTERED = declare("registration.made", _("%(actor)s registered: %(about)s."))
WAITING_LISTED = declare("registration.waiting", _("%(actor)s went on the waiting list: %(about)s."))
REGISTRATION_CHANGED = declare("registration.changed", _("%(actor)s changed the registration %(about)s."))
CANCELLED = declare("registration.cancelled", _("%(actor)s cancelled the registration %(about)s."))
OFFERED = declare("registration.offered", _("%(actor)s offered a place to %(about)s."))
ACCEPTED = declare("registration.accepted", _("%(actor)s took up the place offered to %(about)s."))
DECLINED = declare("registration.declined", _("%(actor)s declined the place offered to %(about)s."))
EXPIRED = declare("registration.expired", _("%(actor)s let the offer to %(about)s end."))
PROOF_CHECKED = declare("registration.proof", _("%(actor)s checked the proof of %(about)s."))
LOOKED = declare("registration.looked", _("%(actor)s looked at the registration %(about)s."), looked=True)
LISTED = declare("event.listed", _("%(actor)s took a list of participants of “%(about)s”."), looked=True)
DOCUMENT_ADDED = declare("event.document-added", _("%(actor)s added a document to “%(about)s”."))
DOCUMENT_RELEASED = declare("event.document-released", _("%(actor)s changed who may see a document of “%(about)s”."))
DOCUMENT_REMOVED = declare("event.document-removed", _("%(actor)s took a document out of “%(about)s”."))
MEMBER_ADDED = declare("carrier-member.added", _("%(actor)s added a member of a carrier."))
MEMBER_ENDED = declare("carrier-member.ended", _("%(actor)s ended the membership of a member of a carrier."))
MEMBERS_TAKEN_IN = declare("carrier-member.imported", _("%(actor)s took a list of members into “%(about)s”."))
ATTENDED = declare("event.attended", _("%(actor)s changed the attendance of “%(about)s”."))
ACCOUNT_GIVEN = declare("registration.account", _("%(actor)s entered the account for money back of %(about)s."))
PAID_BACK = declare("registration.paid-back", _("%(actor)s marked the money of %(about)s as paid back."))
REFUNDS_LISTED = declare("event.refunds", _("%(actor)s took the list of refunds of “%(about)s”."), looked=True)
CERTIFIED = declare("event.certified", _("%(actor)s issued certificates for “%(about)s”."))
WITHDRAWN = declare("certificate.withdrawn", _("%(actor)s withdrew the certificate %(about)s."))
VOLUNTEER_SAVED = declare("volunteer.saved", _("%(actor)s wrote down a volunteer."))
VOLUNTEERS_TAKEN = declare("volunteer.taken", _("%(actor)s took volunteers over from “%(about)s”."))
VOLUNTEERS_LISTED = declare("volunteer.listed", _("%(actor)s took the list of volunteers."), looked=True)
YEAR_REPORTED = declare("volunteer.reported", _("%(actor)s noted the consultations of a volunteer."))
