"""The words of a plan (domain §4.8, §5.2, §9.4). Keys are the field's own German terms.

The phases and side states are those of the directory: an entry and the plan it came from speak of the same ones.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.directory.enums import Block, LegalForm, Phase, TargetGroup

__all__ = ["Block", "LegalForm", "Phase", "TargetGroup"]

# The main phases 0–9 in their order (domain §5.2).
MAIN_PHASES = (
    Phase.INTEREST, Phase.CORE_GROUP, Phase.CONCEPT, Phase.OBJECT_SEARCH, Phase.FEASIBILITY, Phase.PLANNING,
    Phase.BUILDING, Phase.MOVING_IN, Phase.LIVING, Phase.EVOLVING,
)  # fmt: skip
SIDE_STATES = (Phase.RESTING, Phase.REORIENTED, Phase.DISSOLVED, Phase.FAILED, Phase.UNKNOWN)
# Where a plan that begins with an owner, a company or a municipality may enter without a group (domain §5.2).
TOP_DOWN_ENTRIES = (Phase.OBJECT_SEARCH, Phase.PLANNING)
TRACKS = ("track_group", "track_object", "track_law_money", "track_surroundings")


class CarrierKind(TextChoices):
    """Whose plan it is."""

    GROUP = "gruppe", _("group")
    MUNICIPALITY = "kommune", _("municipality")
    COMPANY = "wohnungsunternehmen", _("housing company")
    CARE = "pflegedienst", _("care service")
    FOUNDATION = "stiftung", _("foundation")
    PRIVATE = "privat", _("private person")
    MIXED = "mischung", _("several together")


class Impulse(TextChoices):
    """Where it begins: with people who want to live there, or with who owns, plans, decides."""

    BOTTOM_UP = "bottom_up", _("from the people (bottom-up)")
    TOP_DOWN = "top_down", _("from an owner or a municipality (top-down)")
    MIXED = "gemischt", _("from both sides")


class Light(TextChoices):
    """The traffic light."""

    RUNNING = "laeuft", pgettext_lazy("traffic light", "runs")
    STUCK = "stockt", pgettext_lazy("traffic light", "is stuck")
    RESTING = "ruht", pgettext_lazy("traffic light", "rests")


class Obstacle(TextChoices):
    """Why it is stuck, rests, or was stopped (domain §4.8, §5.5)."""

    LAND = "grundstueck", _("land or building")
    FINANCE = "finanzierung", _("finance")
    GROUP = "gruppe", _("the group")
    LEGAL_FORM = "rechtsform", _("legal form")
    MUNICIPALITY = "kommune", _("municipality")
    COSTS = "baukosten", _("costs of building")
    FUNDING = "foerderung", _("funding")
    PERMIT = "genehmigung", _("permit")
    STAFF = "personal", _("staff")


class Attitude(TextChoices):
    """How the municipality stands to it."""

    SUPPORTS = "unterstuetzt", _("supports it")
    OPEN = "offen", _("is open to it")
    UNCLEAR = "unklar", _("unclear")
    REFUSED = "abgelehnt", _("has refused")


class TrackState(TextChoices):
    """How far one of the four side tracks is; each goes on its own."""

    NOT_BEGUN = "offen", pgettext_lazy("side track", "not begun")
    BEGUN = "begonnen", pgettext_lazy("side track", "begun")
    SETTLED = "geklaert", pgettext_lazy("side track", "settled")
    STUCK = "stockt", pgettext_lazy("side track", "is stuck")
    NOT_NEEDED = "nicht_noetig", pgettext_lazy("side track", "not needed")


class PlanState(TextChoices):
    """Where the accompaniment stands (domain §9.4); the phase of the plan is another question."""

    ASKED = "angefragt", pgettext_lazy("state of accompaniment", "asked for")
    FIRST_TALK = "erstgespraech", pgettext_lazy("state of accompaniment", "first talk")
    AGREED = "vereinbart", pgettext_lazy("state of accompaniment", "agreed")
    RUNNING = "laufend", pgettext_lazy("state of accompaniment", "running")
    PAUSED = "pausiert", pgettext_lazy("state of accompaniment", "paused")
    FINISHED = "abgeschlossen", pgettext_lazy("state of accompaniment", "finished")
    ASKED_AGAIN = "nachgefragt", pgettext_lazy("state of accompaniment", "asked after a year")
    REFUSED = "abgelehnt", pgettext_lazy("state of accompaniment", "refused")
    HANDED_OVER = "uebergeben", pgettext_lazy("state of accompaniment", "handed over")
    STOPPED = "abgebrochen", pgettext_lazy("state of accompaniment", "stopped")


OPEN_STATES = (PlanState.ASKED, PlanState.FIRST_TALK, PlanState.AGREED, PlanState.RUNNING, PlanState.PAUSED)
END_STATES = (PlanState.FINISHED, PlanState.ASKED_AGAIN, PlanState.REFUSED, PlanState.HANDED_OVER, PlanState.STOPPED)


class Outcome(TextChoices):
    """How the plan ended."""

    MOVED_IN = "bezogen", _("moved in")
    STOPPED = "abgebrochen", pgettext_lazy("outcome of a plan", "given up")
    REORIENTED = "umorientiert", pgettext_lazy("outcome of a plan", "took another form")
    HANDED_OVER = "uebergeben", pgettext_lazy("outcome of a plan", "handed over to others")


class PartnerRole(TextChoices):
    """What a partner does in a plan."""

    ARCHITECT = "architektur", _("architect")
    STEERING = "projektsteuerung", _("project management")
    CARE = "pflegedienst", _("care service")
    BANK = "bank", _("bank")
    REGION = "arl", _("regional office (ArL)")
    MUNICIPALITY = "kommune", _("municipality")
    COOPERATIVE = "genossenschaft", _("cooperative")
    COMPANY = "wohnungsunternehmen", _("housing company")
    FOUNDATION = "stiftung", _("foundation")
    INVESTOR = "investor", _("investor")
    OWNER = "eigentum", _("owner of land or building")
    LAWYER = "recht", _("legal advice")
    AUDIT = "pruefverband", _("audit association")
    OTHER = "sonstige", _("other")
