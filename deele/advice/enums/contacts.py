"""The words contacts are counted by (domain §4.7, §8.1). Keys are the field's own German terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Channel(TextChoices):
    """How somebody came to the office."""

    PHONE = "telefon", _("telephone")
    MAIL = "mail", _("e-mail")
    FORM = "formular", _("form on the website")
    IN_PERSON = "persoenlich", _("in person")
    VIDEO = "video", _("video call")
    EVENT = "veranstaltung", _("at an event")
    FAIR = "messe", _("at a fair")
    POST = "post", _("letter")
    SOCIAL = "sozialemedien", _("social media")
    PASSED_ON = "weiterleitung", _("passed on by others")


class Kind(TextChoices):
    """What the contact was."""

    FIRST = "erst", pgettext_lazy("kind of advice", "first consultation")
    FOLLOW_UP = "folge", pgettext_lazy("kind of advice", "follow-up")
    ACCOMPANYING = "praxisbegleitung", pgettext_lazy("kind of advice", "accompanying a practice")
    ON_SITE = "vor_ort", pgettext_lazy("kind of advice", "on site")
    TALK = "vortrag", pgettext_lazy("kind of advice", "talk")


class Duration(TextChoices):
    """How long it took, in bands: nobody measures minutes on the telephone."""

    SHORT = "bis_15", _("up to 15 minutes")
    MEDIUM = "15_30", _("15 to 30 minutes")
    LONG = "30_60", _("30 to 60 minutes")
    LONGER = "60_120", _("1 to 2 hours")
    LONGEST = "ueber_120", _("more than 2 hours")


class Topic(TextChoices):
    """What it was about, first level."""

    START = "einstieg", _("getting started: what exists, what suits me")
    GROUP = "gruppe", _("group: starting, deciding, conflicts")
    CONCEPT = "konzept", _("concept: for whom, how large, open to the quarter")
    OBJECT = "objekt", _("house and land")
    LAW = "recht", _("law: legal form, contracts, tenancy")
    MONEY = "geld", _("money: equity, bank, shares, rent")
    FUNDING = "foerderung", _("funding: programmes, application, proof")
    BUILDING = "bauen", _("building: barrier-free, energy, architect")
    CARE = "pflege", _("care: flat-share, service, dementia, relatives")
    NEIGHBOURHOOD = "nachbarschaft", _("neighbourhood: help, meeting place, village shop")
    MUNICIPALITY = "kommune", _("municipality: concept, survey, steering")
    ADAPTING = "wohnberatung", _("adapting homes: aids, financing, volunteers")
    PUBLIC = "oeffentlichkeit", _("publicity: finding people, press, directory")
    INTRODUCING = "vermittlung", _("introducing: visits, speakers, experts")
    LIVING = "bestand", _("living projects: change, conflict, vacancy")


class Result(TextChoices):
    """What came of it."""

    INFORMED = "information_gegeben", _("information given")
    MATERIAL = "material_versandt", _("material sent")
    REFERRED = "verwiesen", _("referred to somebody else")
    APPOINTMENT = "termin_vereinbart", _("appointment made")
    ACCOMPANIED = "begleitung_begonnen", _("accompaniment begun")
    EVENT = "veranstaltung_empfohlen", _("event recommended")
    ENTRY = "eintrag_angelegt", _("directory entry made")
    FUNDING = "foerderhinweis", _("hint on funding")
    NO_NEED = "kein_bedarf_mehr", _("no further need")
    NOT_OURS = "nicht_zustaendig", _("not ours")


class Where(TextChoices):
    """Where somebody comes from, when no place is named."""

    PLACE = "ort", _("place")
    ELSEWHERE = "anderes_land", _("from another state")
    UNKNOWN = "unbekannt", _("not told")


LOGGED = declare("advice.logged", _("%(actor)s logged a contact."))
CORRECTED = declare("advice.corrected", _("%(actor)s corrected a contact."))
REMOVED = declare("advice.removed", _("%(actor)s removed a contact that was logged by mistake."))
TEMPLATE_SAVED = declare("advice.template", _("%(actor)s saved the template “%(about)s”."))
TEMPLATE_REMOVED = declare("advice.template-removed", _("%(actor)s removed the template “%(about)s”."))
