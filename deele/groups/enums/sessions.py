"""The words of sessions: states (domain §9.7), agenda, attendance, minutes, decisions, tasks, answers by mail."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SessionState(TextChoices):
    """Where a session stands."""

    PLANNED = "geplant", _("planned")
    INVITED = "eingeladen", _("invitation sent")
    HELD = "durchgefuehrt", _("held")
    DRAFT = "protokoll_entwurf", _("draft of the minutes sent round")
    CONFIRMED = "protokoll_bestaetigt", _("minutes confirmed")
    CANCELLED = "abgesagt", _("cancelled")


COMING = (SessionState.PLANNED, SessionState.INVITED)
WRITING = (SessionState.PLANNED, SessionState.INVITED, SessionState.HELD, SessionState.DRAFT)
TOOK_PLACE = (SessionState.HELD, SessionState.DRAFT, SessionState.CONFIRMED)


class SessionFormat(TextChoices):
    """How people meet."""

    ON_SITE = "vor_ort", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("on site and online")


class Release(TextChoices):
    """Who may read the confirmed minutes and decisions of a session."""

    GROUP = "gruppe", _("the people of the group")
    ALLIANCE = "buendnis", _("all members of the alliance")
    PUBLIC = "oeffentlich", _("everybody")


class AgendaKind(TextChoices):
    """What an item of the agenda is for."""

    INFORMATION = "information", pgettext_lazy("agenda", "Information")
    DISCUSSION = "beratung", pgettext_lazy("agenda", "Discussion")
    DECISION = "beschluss", pgettext_lazy("agenda", "Decision")


class AgendaSource(TextChoices):
    """How an item came onto the agenda."""

    LEAD = "leitung", _("set by the lead or the office")
    PAGE = "seite", _("proposed on the page")
    MAIL = "mail", _("proposed by mail")
    HOUSE = "haus", _("set by itself")


class Answer(TextChoices):
    """What somebody answers to an invitation."""

    YES = "ja", _("I will come")
    NO = "nein", _("I cannot come")


class Presence(TextChoices):
    """Who was there."""

    PRESENT = "anwesend", _("present")
    EXCUSED = "entschuldigt", _("excused")
    MISSING = "abwesend", _("not there")


class MinutesKind(TextChoices):
    """What an item of the minutes holds."""

    DECISION = "beschluss", pgettext_lazy("minutes", "Decision")
    TASK = "aufgabe", pgettext_lazy("minutes", "Task")
    INFORMATION = "information", pgettext_lazy("minutes", "Information")


class Majority(TextChoices):
    """How a decision was made."""

    CONSENSUS = "konsens", _("by consensus")
    MAJORITY = "mehrheit", _("by majority")


class DecisionLevel(TextChoices):
    """Whom a decision addresses: the members' own work, municipalities, politics of the state (domain §4.11)."""

    PRACTICAL = "praktisch", _("practical work")
    MUNICIPAL = "kommunal", _("municipal level")
    POLITICAL = "politisch", _("political level")


class TaskState(TextChoices):
    """Where a task stands."""

    OPEN = "offen", pgettext_lazy("state of a task", "open")
    DONE = "erledigt", pgettext_lazy("state of a task", "done")
    DROPPED = "entfallen", pgettext_lazy("state of a task", "dropped")


class RemarkKind(TextChoices):
    """What is written beside minutes."""

    OBJECTION = "einwand", _("objection")
    ADDITION = "nachtrag", _("addition")


class MailOutcome(TextChoices):
    """What became of a mail to a session."""

    ITEM = "punkt", _("on the agenda")
    TOO_LATE = "zu_spaet", _("came after the deadline of the agenda")
    STRANGER = "fremd", _("sender does not belong to the group")
    UNKNOWN = "unbekannt", _("belongs to no session")
    AUTOMATIC = "automatisch", _("written by a machine")
    FLOOD = "zu_viele", _("too many mails in a day")
    EMPTY = "leer", _("no words of its own")
    UNREADABLE = "unlesbar", _("cannot be read")


FOR_THE_OFFICE = (MailOutcome.TOO_LATE, MailOutcome.STRANGER, MailOutcome.UNKNOWN, MailOutcome.UNREADABLE)
