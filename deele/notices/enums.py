"""The vocabulary of notices (domain §4.6, §9.2). Keys are data, names are ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class State(TextChoices):
    """Where a notice stands in its life (domain §9.2; handed in, refused and paused are ours)."""

    DRAFT = "entwurf", pgettext_lazy("state of a notice", "draft")
    SUBMITTED = "eingereicht", pgettext_lazy("state of a notice", "to be read")
    ACTIVE = "aktiv", pgettext_lazy("state of a notice", "active")
    RENEWAL = "verlaengerung_angefragt", pgettext_lazy("state of a notice", "renewal asked for")
    PAUSED = "pausiert", pgettext_lazy("state of a notice", "paused")
    EXPIRED = "abgelaufen", pgettext_lazy("state of a notice", "expired")
    FULFILLED = "erfuellt", pgettext_lazy("state of a notice", "found")
    REFUSED = "abgelehnt", pgettext_lazy("state of a notice", "refused")
    WITHDRAWN = "zurueckgezogen", pgettext_lazy("state of a notice", "withdrawn")
    BLOCKED = "gesperrt", pgettext_lazy("state of a notice", "blocked")


LIVE_STATES = (State.ACTIVE, State.RENEWAL)
ENDED_STATES = (State.EXPIRED, State.FULFILLED, State.REFUSED, State.WITHDRAWN, State.BLOCKED)


class KindKey(TextChoices):
    """What a notice is (domain §4.6)."""

    PERSON = "person_sucht_projekt", _("Person looks for a project")
    PROJECT = "projekt_sucht_menschen", _("Project looks for people")
    GROUP_LAND = "gruppe_sucht_grundstueck", _("Group looks for land or a building")
    LAND = "grundstueck_sucht_nutzung", _("Land or building looks for a use")
    FLAT = "wohnung_frei", _("Flat free")
    ROOM = "platz_in_wg_frei", _("Place in a shared flat free")
    SKILL = "fachkraft_gesucht", _("Skilled person sought")
    PARTNER = "partner_gesucht", _("Partner sought")


class Visibility(TextChoices):
    """Who sees a notice."""

    PUBLIC = "anonym_oeffentlich", _("everybody, without a name")
    MEMBERS = "mitglieder", _("only people whose own notice fits")
    OFFICE = "nur_buero", _("only the office")


class AreaType(TextChoices):
    """What kind of place (domain §4.3)."""

    CITY = "stadt", _("city")
    OUTSKIRTS = "umland", _("around a city")
    RURAL = "laendlich", _("in the country")
    REMOTE = "sehr_laendlich", _("far out in the country")


class Household(TextChoices):
    """How many people, in bands; ordered."""

    ONE = "1", _("one person")
    TWO = "2", _("two people")
    FEW = "3_4", _("three or four people")
    MANY = "5_plus", _("five people or more")


class Children(TextChoices):
    """Whether children are part of it, or welcome."""

    YES = "ja", _("yes")
    NO = "nein", _("no")


class Ages(TextChoices):
    """Bands of age, never dates of birth."""

    UNDER_30 = "unter_30", _("under 30")
    THIRTIES = "30_49", _("30 to 49")
    FIFTIES = "50_64", _("50 to 64")
    SIXTIES = "65_79", _("65 to 79")
    EIGHTIES = "80_plus", _("80 and older")


class Legal(TextChoices):
    """How one wants to live there (domain §4.6)."""

    RENT = "miete", _("rent")
    COOPERATIVE = "genossenschaft", _("cooperative")
    OWNED = "eigentum", _("own property")


class Equity(TextChoices):
    """Own money one can bring, or is asked to bring; ordered, never exact."""

    NONE = "keins", _("none")
    TO_20 = "bis_20k", _("up to 20,000 €")
    TO_50 = "bis_50k", _("up to 50,000 €")
    TO_100 = "bis_100k", _("up to 100,000 €")
    TO_200 = "bis_200k", _("up to 200,000 €")
    MORE = "ueber_200k", _("more than 200,000 €")


class Monthly(TextChoices):
    """What one can pay, or is asked to pay, each month with heating; ordered, never exact."""

    TO_400 = "bis_400", _("up to 400 €")
    TO_600 = "bis_600", _("up to 600 €")
    TO_800 = "bis_800", _("up to 800 €")
    TO_1000 = "bis_1000", _("up to 1,000 €")
    TO_1500 = "bis_1500", _("up to 1,500 €")
    MORE = "ueber_1500", _("more than 1,500 €")


class Horizon(TextChoices):
    """When it should be; ordered up to the open one."""

    NOW = "sofort", _("as soon as possible")
    YEAR = "1_jahr", _("within a year")
    THREE_YEARS = "3_jahre", _("within three years")
    OPEN = "offen", _("open")


class Brings(TextChoices):
    """Skills and time somebody brings."""

    CRAFT = "handwerk", _("craft and repairs")
    GARDEN = "garten", _("garden and animals")
    COOKING = "kochen", _("cooking")
    CHILDREN = "kinder", _("time for children")
    CARE = "pflegeerfahrung", _("experience with care")
    MONEY = "finanzen", _("money and numbers")
    LAW = "recht", _("law and contracts")
    BUILDING = "bauen", _("planning and building")
    MODERATION = "moderation", _("leading talks")
    PUBLIC = "oeffentlichkeit", _("writing and public relations")
    TIME = "zeit", _("much time")


class Wishes(TextChoices):
    """Expectations and values of living together."""

    NEAR = "naehe", _("much nearness in everyday life")
    QUIET = "rueckzug", _("much room to withdraw")
    MEALS = "gemeinsam_essen", _("shared meals")
    WORK = "mitarbeit", _("work done together in house and garden")
    HELP = "hilfe", _("helping each other, also in illness")
    CONSENT = "konsens", _("deciding together, until all can live with it")
    PETS = "tiere", _("living with pets")
    NO_PETS = "tierfrei", _("no pets")
    NO_SMOKE = "rauchfrei", _("no smoking")
    GENERATIONS = "generationen", _("several generations")
    ECOLOGY = "oekologie", _("building and living ecologically")
    CULTURE = "kultur", _("art, music, festivities")


class Partner(TextChoices):
    """Who offers or is sought as a partner."""

    MUNICIPALITY = "kommune", _("municipality")
    CARE_SERVICE = "pflegedienst", _("care service")
    COMPANY = "wohnungsunternehmen", _("housing company")
    COOPERATIVE = "genossenschaft", _("cooperative")
    INVESTOR = "investor", _("investor")
    FOUNDATION = "stiftung", _("foundation")
    ASSOCIATION = "verein", _("association")
    GROUP = "gruppe", _("housing group")


class Access(TextChoices):
    """How a dwelling can be entered and used: a fact of a house, or somebody's need (then sealed)."""

    STEP_FREE = "stufenlos", _("no steps, or a lift")
    WHEELCHAIR = "rollstuhl", _("usable with a wheelchair")
    BATH = "bad", _("bath without barriers")
    SENSES = "sinne", _("aids for seeing or hearing")
    QUIET = "reizarm", _("quiet, few stimuli")


class Care(TextChoices):
    """How much care is possible in a house, or needed by somebody (then sealed); ordered."""

    SOME = "gelegentlich", _("help now and then")
    DAILY = "taeglich", _("care every day")
    ALWAYS = "rund_um_die_uhr", _("somebody there day and night")


class RefusalReason(TextChoices):
    """Why a notice is not published."""

    NOT_OURS = "nicht_unser_thema", _("not about communal living, care or neighbourhood here")
    COMMERCIAL = "nur_gewerblich", _("only commercial")
    PERSONAL = "private_angaben", _("names or shows a person")
    UNCLEAR = "unklar", _("too little information")


class ProposalState(TextChoices):
    """Where a proposal of two notices stands."""

    OPEN = "offen", pgettext_lazy("state of a proposal", "open")
    INTRODUCED = "vorgestellt", pgettext_lazy("state of a proposal", "introduced")
    DECLINED = "abgelehnt", pgettext_lazy("state of a proposal", "declined")
    VOID = "hinfaellig", pgettext_lazy("state of a proposal", "no longer possible")


class Answer(TextChoices):
    """What one side says to a proposal."""

    YES = "ja", _("yes")
    NO = "nein", _("no")


class Outcome(TextChoices):
    """What came of an introduction, some weeks later."""

    FOUND = "gefunden", _("Yes, we found each other; my notice is done")
    FOUND_MORE = "gefunden_weiter", _("Yes, and I go on looking")
    OPEN = "offen", _("We are still talking")
    NOT = "nicht", _("No, it did not fit")


SUBMITTED = declare("notices.submitted", _("%(actor)s handed in the notice “%(about)s”."))
CHANGED = declare("notices.changed", _("%(actor)s changed the notice “%(about)s”."))
MOVED = declare("notices.moved", _("%(actor)s moved the notice “%(about)s” to another state."))
RENEWED = declare("notices.renewed", _("%(actor)s renewed the notice “%(about)s”."))
REMINDED = declare("notices.reminded", _("%(actor)s asked whether the notice “%(about)s” still holds."))
RELAYED = declare("notices.relayed", _("%(actor)s wrote to the people behind the notice “%(about)s”."))
CONTACT_SEEN = declare("notices.contact-seen", _("%(actor)s looked at the contact of “%(about)s”."), looked=True)
PROPOSED = declare("notices.proposed", _("%(actor)s proposed two notices to each other: %(about)s."))
ASKED = declare("notices.asked", _("%(actor)s asked both sides whether they want to meet: %(about)s."))
ANSWERED = declare("notices.answered", _("%(actor)s answered a proposal: %(about)s."))
INTRODUCED = declare("notices.introduced", _("%(actor)s introduced two sides to each other: %(about)s."))
OUTCOME = declare("notices.outcome", _("%(actor)s said what came of an introduction: %(about)s."))
