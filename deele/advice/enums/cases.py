"""The words of a case (domain §4.7, §8.4, §9.3). Keys are the field's own German terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class CaseState(TextChoices):
    """Where a case stands (domain §9.3)."""

    RECEIVED = "eingang", pgettext_lazy("state of a case", "received")
    ACCEPTED = "angenommen", pgettext_lazy("state of a case", "accepted")
    WORKING = "in_bearbeitung", pgettext_lazy("state of a case", "being worked on")
    CLIENT = "wartet_auf_ratsuchende", pgettext_lazy("state of a case", "waits for the client")
    OTHERS = "wartet_auf_dritte", pgettext_lazy("state of a case", "waits for others")
    BEGUN = "begleitung_begonnen", pgettext_lazy("state of a case", "accompaniment begun")
    REOPENED = "wiedereroeffnet", pgettext_lazy("state of a case", "opened again")
    CLOSED = "abgeschlossen", pgettext_lazy("state of a case", "closed")
    FORWARDED = "weitergeleitet", pgettext_lazy("state of a case", "passed on to another office")
    NO_ADVICE = "keine_beratung", pgettext_lazy("state of a case", "no advice")
    ANONYMOUS = "anonymisiert", pgettext_lazy("state of a case", "anonymised")


class Priority(TextChoices):
    """How pressing a case is."""

    HIGH = "hoch", pgettext_lazy("priority", "high")
    NORMAL = "normal", pgettext_lazy("priority", "normal")
    LOW = "niedrig", pgettext_lazy("priority", "low")


class LineKind(TextChoices):
    """What a line of the timeline tells of."""

    CONTACT = "kontakt", pgettext_lazy("line of the timeline", "contact")
    MOVE = "stand", pgettext_lazy("line of the timeline", "state")
    PEOPLE = "zustaendig", pgettext_lazy("line of the timeline", "who is in charge")
    NOTE = "notiz", pgettext_lazy("line of the timeline", "note")
    REFERRAL = "verweisung", pgettext_lazy("line of the timeline", "referral")
    TASK = "aufgabe", pgettext_lazy("line of the timeline", "task")
    DOCUMENT = "dokument", pgettext_lazy("line of the timeline", "document")
    MAIL = "mail", pgettext_lazy("line of the timeline", "mail")
    LOOK = "einsicht", pgettext_lazy("line of the timeline", "opened with a reason")


class TargetKind(TextChoices):
    """Where somebody is referred to (domain §8.4)."""

    CARE_POINT = "pflegestuetzpunkt", _("care support centre")
    HOME_AUTHORITY = "heimaufsicht", _("supervision of homes")
    GRANT_OFFICE = "landessozialamt", _("state office for social affairs (grants)")
    BANK = "nbank", _("NBank")
    REGIONAL_OFFICE = "arl", _("office for regional development")
    AUDIT_BODY = "pruefungsverband", _("audit body of cooperatives")
    LAWYER = "recht", _("lawyer or notary")
    TENANTS = "mieterverein", _("tenants' association")
    ADAPTATION = "wohnberatung", _("housing adaptation advice")
    SISTER = "fachstelle_anderes_land", _("sister office of another state")
    FORUM = "regionalstelle", _("regional office of the forum")
    LOCAL_GROUP = "initiative_vor_ort", _("local group")
    PROJECT = "bewohntes_projekt", _("living project, for a visit")
    OTHER = "sonstige", _("other")


class Handover(TextChoices):
    """What went to the office somebody was referred to."""

    ADDRESS = "adresse", _("only the address was handed out")
    PASSED_ON = "weitergegeben", _("we passed on who asks, with consent")


class ConsentWay(TextChoices):
    """How a client consented to be passed on."""

    SPOKEN = "muendlich", _("spoken")
    WRITTEN = "schriftlich", _("on paper")
    MAIL = "mail", _("by e-mail")


CASE_OPENED = declare("advice.case-opened", _("%(actor)s opened “%(about)s”."))
CASE_CHANGED = declare("advice.case-changed", _("%(actor)s changed “%(about)s”."))
CASE_MOVED = declare("advice.case-moved", _("%(actor)s brought “%(about)s” into another state."))
CASE_HANDED_OVER = declare("advice.case-handed-over", _("%(actor)s changed who is in charge of “%(about)s”."))
CASE_CHANGED_AREA = declare("advice.case-area", _("%(actor)s passed “%(about)s” to another area of work."))
CASE_SHARED = declare("advice.case-shared", _("%(actor)s shared “%(about)s” with a colleague."))
CASE_UNSHARED = declare("advice.case-unshared", _("%(actor)s ended the sharing of “%(about)s”."))
CASE_READ = declare("advice.case-read", _("%(actor)s read “%(about)s”."), looked=True)
CASE_WITH_REASON = declare("advice.case-with-reason", _("%(actor)s opened “%(about)s” with a reason."), looked=True)
CASE_ANONYMISED = declare("advice.case-anonymised", _("%(actor)s anonymised “%(about)s”."))
CONTACT_JOINED = declare("advice.contact-joined", _("%(actor)s put a contact to “%(about)s”."))
NOTED = declare("advice.noted", _("%(actor)s wrote a note on “%(about)s”."))
TASK_SET = declare("advice.task", _("%(actor)s set a task on “%(about)s”."))
TASK_DONE = declare("advice.task-done", _("%(actor)s finished a task on “%(about)s”."))
DOCUMENT_ADDED = declare("advice.document", _("%(actor)s put a document to “%(about)s”."))
DOCUMENT_READ = declare("advice.document-read", _("%(actor)s took a document out of “%(about)s”."), looked=True)
DOCUMENT_REMOVED = declare("advice.document-removed", _("%(actor)s removed a document of “%(about)s”."))
REFERRED = declare("advice.referred", _("%(actor)s referred the client of “%(about)s” to another office."))
SECRET_READ = declare("advice.secret-read", _("%(actor)s read the confidential note of “%(about)s”."), looked=True)
SECRET_WRITTEN = declare("advice.secret-written", _("%(actor)s wrote the confidential note of “%(about)s”."))
SECRET_REMOVED = declare("advice.secret-removed", _("%(actor)s removed the confidential note of “%(about)s”."))
