"""What members do together: its goals, its states, what partners bring, what came of it (domain §4.11, §9.7)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Goal(TextChoices):
    """The goals of the alliance (domain §4.11, from its declaration and concept)."""

    IMPULSE = "vorbild_impuls", _("Be a role model and give impulses")
    EXCHANGE = "expertise_austausch", _("Link expertise and organise exchange")
    CONCEPTS = "konzepte_loesungen", _("Develop concepts and solutions")
    TOGETHER = "haupt_und_ehrenamt", _("Bring volunteers and paid staff together")
    VISIBLE = "strukturen_bekannt_machen", _("Make structures and meeting places known")
    CRISES = "beratung_krisen_konflikte", _("Advise in crises and conflicts")
    CONTACT = "ansprechpartner_politik", _("Be a contact for politics and the public")
    AGAINST = "gegen_ausgrenzung", _("Stand against misogyny, racism, antisemitism and violence")
    SAFETY = "schutz_sicherheit_inklusion", _("Protection, safety, inclusion")


class State(TextChoices):
    """Where an action stands (domain §9.7; dropped and called off are ours)."""

    PROPOSED = "vorschlag", pgettext_lazy("state of a joint action", "proposed")
    CHECKED = "synergiepruefung", pgettext_lazy("state of a joint action", "check for overlaps")
    DECIDED = "beschlossen", pgettext_lazy("state of a joint action", "decided")
    PREPARED = "in_vorbereitung", pgettext_lazy("state of a joint action", "being prepared")
    RUNNING = "laeuft", pgettext_lazy("state of a joint action", "running")
    DONE = "abgeschlossen", pgettext_lazy("state of a joint action", "completed")
    EVALUATED = "ausgewertet", pgettext_lazy("state of a joint action", "evaluated")
    DROPPED = "verworfen", pgettext_lazy("state of a joint action", "dropped")
    CALLED_OFF = "abgesagt", pgettext_lazy("state of a joint action", "called off")


# What may be public: nothing before it is decided. What was called off stays to be seen where it was announced.
PUBLIC_STATES = (
    State.DECIDED, State.PREPARED, State.RUNNING, State.DONE, State.EVALUATED, State.CALLED_OFF,
)  # fmt: skip
# When it is shown what is left of it: files of what took place.
OVER_STATES = (State.DONE, State.EVALUATED)
# What members may still join.
OPEN_STATES = (State.DECIDED, State.PREPARED, State.RUNNING)


class Contribution(TextChoices):
    """What a partner brings."""

    IDEA = "idee_konzept", _("idea and concept")
    WORK = "mitarbeit", _("work and time")
    ROOM = "raum_ort", _("rooms or a place")
    MONEY = "geld", _("money")
    MATERIAL = "material_technik", _("material or equipment")
    EXPERTISE = "fachwissen", _("expertise")
    PUBLICITY = "oeffentlichkeitsarbeit", _("publicity")
    CONTACTS = "kontakte", _("contacts")
    PATRONAGE = "schirmherrschaft", _("patronage")
    OTHER = "sonstiges", pgettext_lazy("contribution of a partner", "other")


class Outcome(TextChoices):
    """What shows how far an action reached."""

    VISITORS = "besuche", _("visitors")
    SENT_IN = "einsendungen", _("sent in")
    PARTNERS = "teilnehmende", _("people who took part")
    PRESS = "presse", _("reports in the press")
    CLICKS = "aufrufe", _("page views")
    PRINTED = "gedruckt", _("printed copies")
    OTHER = "sonstiges", pgettext_lazy("figure of an action", "other figure")


class Again(TextChoices):
    """Would we do it again?"""

    YES = "ja", _("yes, like this")
    CHANGED = "anders", _("yes, but differently")
    NO = "nein", pgettext_lazy("do it again", "no")


class MaterialKind(TextChoices):
    """What is left of an action."""

    LINK = "link", pgettext_lazy("documentation of an action", "link")
    FILE = "datei", pgettext_lazy("documentation of an action", "file (report, programme, slides)")
    PHOTO = "foto", pgettext_lazy("documentation of an action", "photo of what took place")
