"""The words of a plan's money: where it comes from, what it is for, how applications stand (domain §7, §9.8)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Instrument(TextChoices):
    """Where money comes from (domain §7)."""

    EQUITY = "eigenkapital", _("money of our own")
    SHARES = "genossenschaftsanteile", _("shares in the cooperative")
    DIRECT_LOANS = "direktkredite", _("loans of friends and supporters")
    BANK_LOAN = "bankdarlehen", _("bank loan")
    SOCIAL_HOUSING = "wohnraumfoerderung", _("state loan for social housing")
    CARE_IN_OLD_AGE = "wohnen_pflege_im_alter", _("Wohnen und Pflege im Alter")
    RURAL = "leader_zile", _("LEADER, ZILE, village development")
    URBAN = "staedtebau", _("urban renewal")
    LEASE = "erbbaurecht", _("leased land instead of buying")
    FOUNDATION = "stiftung", pgettext_lazy("where money comes from", "foundation, lottery")
    OWN_WORK = "eigenleistung", _("own work")
    CARE_FUND = "pflegekasse_wg", _("care fund for flat-shares")
    FEDERAL = "bund_modell", _("federal model programme")
    MUNICIPALITY = "kommune", pgettext_lazy("where money comes from", "municipality: discount, guarantee, rent")
    DONATIONS = "spenden_crowd", _("donations, crowd")
    NEIGHBOURHOOD = "gute_nachbarschaft", _("Gute Nachbarschaft")


# What banks count as money of one's own; usual are 20 to 30 per cent (domain §7).
OWN = (Instrument.EQUITY, Instrument.SHARES, Instrument.OWN_WORK)
PUBLIC = (
    Instrument.SOCIAL_HOUSING, Instrument.CARE_IN_OLD_AGE, Instrument.RURAL, Instrument.URBAN, Instrument.FEDERAL,
    Instrument.MUNICIPALITY, Instrument.NEIGHBOURHOOD,
)  # fmt: skip


class SourceStatus(TextChoices):
    """How far a source of money is."""

    ASKED = "angefragt", pgettext_lazy("status of money", "asked for")
    PROMISED = "zugesagt", pgettext_lazy("status of money", "promised")
    PAID = "ausgezahlt", pgettext_lazy("status of money", "paid out")
    REFUSED = "abgelehnt", pgettext_lazy("status of money", "refused")


class Use(TextChoices):
    """What money is for."""

    LAND = "grundstueck", pgettext_lazy("what money is for", "land")
    BUILDING = "bau", pgettext_lazy("what money is for", "building")
    SIDE_COSTS = "nebenkosten", _("side costs: notary, taxes, planning")
    COMMON = "gemeinschaft", pgettext_lazy("what money is for", "common rooms")
    RESERVE = "ruecklage", pgettext_lazy("what money is for", "reserve")


class ApplicationState(TextChoices):
    """Where an application stands (domain §9.8), as the carrier told us: the office is no authority."""

    IDEA = "idee", pgettext_lazy("state of an application", "idea")
    SKETCH = "skizze", pgettext_lazy("state of an application", "sketch sent")
    ANSWER = "rueckmeldung", pgettext_lazy("state of an application", "answer to the sketch")
    FILED = "antrag", pgettext_lazy("state of an application", "application filed")
    GRANTED = "bewilligt", pgettext_lazy("state of an application", "granted")
    CALLED = "mittelabruf", pgettext_lazy("state of an application", "money called for")
    INTERIM = "zwischennachweis", pgettext_lazy("state of an application", "interim proof")
    FINAL = "verwendungsnachweis", pgettext_lazy("state of an application", "proof of use")
    DONE = "geprueft_abgeschlossen", pgettext_lazy("state of an application", "checked and closed")
    REFUSED = "abgelehnt", pgettext_lazy("state of an application", "refused")
    WITHDRAWN = "zurueckgezogen", pgettext_lazy("state of an application", "withdrawn")
    REVOKED = "widerrufen", pgettext_lazy("state of an application", "revoked")


class ToldBy(TextChoices):
    """Whose statement it is."""

    CARRIER = "traeger", _("told by the carrier")
    AUTHORITY = "behoerde", _("told by the authority")
    PAPER = "bescheid", _("seen in the notice of the authority")


ENDED_STATES = (ApplicationState.DONE, ApplicationState.REFUSED, ApplicationState.WITHDRAWN, ApplicationState.REVOKED)

SOURCE_SAVED = declare("plan.source", _("%(actor)s saved the source of money “%(about)s”."))
SOURCE_REMOVED = declare("plan.source-removed", _("%(actor)s removed the source of money “%(about)s”."))
USE_SAVED = declare("plan.use", _("%(actor)s saved the cost “%(about)s”."))
USE_REMOVED = declare("plan.use-removed", _("%(actor)s removed the cost “%(about)s”."))
APPLICATION_BEGUN = declare("plan.application-begun", _("%(actor)s began an application: %(about)s."))
APPLICATION_SAVED = declare("plan.application", _("%(actor)s saved the facts of the application %(about)s."))
APPLICATION_MOVED = declare("plan.application-moved", _("%(actor)s wrote down where the application %(about)s stands."))
APPLICATION_TAKEN_BACK = declare(
    "plan.application-taken-back", _("%(actor)s took back the last step of the application %(about)s.")
)
CALL_SAVED = declare("plan.call", _("%(actor)s wrote down a call for money: %(about)s."))
CALL_REMOVED = declare("plan.call-removed", _("%(actor)s removed a call for money: %(about)s."))
GOAL_SAVED = declare("plan.goal", _("%(actor)s wrote down a goal of an application: %(about)s."))
GOAL_REMOVED = declare("plan.goal-removed", _("%(actor)s removed a goal of an application: %(about)s."))
FINDER_KEPT = declare("plan.finder", _("%(actor)s kept the answers on the legal form of %(about)s."))
