"""What members give and seek, and where a marked passage or a match stands (domain §4.11)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Side(TextChoices):
    """Whether a passage says what somebody seeks or what somebody gives."""

    EXPECTATION = "erwartung", pgettext_lazy("side of a passage", "expectation")
    CONTRIBUTION = "beitrag", pgettext_lazy("side of a passage", "contribution")


class Text(TextChoices):
    """The texts of a profile in which passages are marked; the names of its fields."""

    PORTRAIT = "portrait", _("Self-portrait")
    UNDERSTANDING = "understanding", _("What good neighbourhood is to us")
    EXPECTS = "expects", _("What we expect from the alliance")
    CONTRIBUTES = "contributes", _("What we want to contribute")


class Expectation(TextChoices):
    """What members expect from the alliance (read from real answers)."""

    ACQUAINTANCE = "kennenlernen", _("getting to know each other")
    EXPERIENCE = "erfahrungsaustausch", _("exchange of experience")
    NETWORK = "dauerhaftes_netzwerk", _("a lasting network")
    NO_PARALLELS = "parallelstrukturen_vermeiden", _("no parallel structures")
    SYNERGIES = "synergien", _("use of synergies")
    JOINT_PRACTICE = "gemeinsames_vorgehen_praxis", _("a joint line in practice")
    JOINT_MUNICIPAL = "gemeinsames_vorgehen_kommunal", _("a joint line in municipalities")
    JOINT_POLITICS = "gemeinsames_vorgehen_politik", _("a joint line in politics")
    JOINT_EVENTS = "gemeinsame_veranstaltungen", _("joint events")
    GOOD_EXAMPLES = "gute_beispiele", _("good examples and ideas")
    RECOGNITION = "anerkennung", _("recognition")
    STATE_DIALOGUE = "landesweiter_dialog", _("a dialogue in the whole state")


class Contribution(TextChoices):
    """What members bring in (read from real answers)."""

    PUBLICITY = "oeffentlichkeitsarbeit_newsletter", _("publicity and newsletter")
    GROUP_WORK = "mitarbeit_ag", _("work in working groups")
    JOINT_ACTION = "gemeinsame_aktion", _("joint actions and events")
    EXAMPLES = "vermittlung_beispiele_kontakte", _("good examples and contacts passed on")
    EXPERTISE = "fachexpertise", _("expert knowledge")
    ADVICE = "beratungserfahrung", _("experience in advice")
    DIRECTORY = "verzeichnis_daten", _("directories and data")
    PUBLICATIONS = "publikationen", _("publications")
    ROOMS = "raeume", pgettext_lazy("contribution of a member", "rooms")
    FUNDING = "foerderwissen", _("knowledge of funding")
    PRACTICE = "praxisnetz", _("a network of practice")
    LOCAL_ANCHOR = "kommunaler_anker", _("an anchor in the municipality")


KINDS: dict[str, type[TextChoices]] = {Side.EXPECTATION: Expectation, Side.CONTRIBUTION: Contribution}
KIND_CHOICES = [
    (Side.EXPECTATION.label, list(Expectation.choices)),
    (Side.CONTRIBUTION.label, list(Contribution.choices)),
]
KIND_LABELS = {**dict(Expectation.choices), **dict(Contribution.choices)}


def side_of(kind: str) -> Side:
    """The side a kind belongs to. Raises ValueError for what is no kind."""
    if kind in Expectation.values:
        return Side.EXPECTATION
    if kind in Contribution.values:
        return Side.CONTRIBUTION
    raise ValueError(kind)


class MarkState(TextChoices):
    """Where a marked passage stands. Only confirmed ones count; refused ones are not proposed again."""

    PROPOSED = "vorgeschlagen", pgettext_lazy("state of a passage", "proposed")
    CONFIRMED = "bestaetigt", pgettext_lazy("state of a passage", "confirmed")
    REJECTED = "abgelehnt", pgettext_lazy("state of a passage", "refused")
    WITHDRAWN = "zurueckgenommen", pgettext_lazy("state of a passage", "taken back")


class Origin(TextChoices):
    """Who marked a passage."""

    MEMBER = "mitglied", pgettext_lazy("who marked", "the member")
    OFFICE = "buero", pgettext_lazy("who marked", "the office")
    RULE = "regel", pgettext_lazy("who marked", "proposed by a rule")


class ContactWay(TextChoices):
    """How others get in touch. An address is never public."""

    OFFICE = "buero", _("through the office")
    AGREED = "absprache", _("by agreement, once both sides said yes")


class MatchState(TextChoices):
    """Where a need and an offer that fit stand."""

    OPEN = "offen", pgettext_lazy("state of a match", "open")
    AGREED = "vereinbart", pgettext_lazy("state of a match", "both said yes")
    DECLINED = "abgelehnt", pgettext_lazy("state of a match", "declined")
    VOID = "hinfaellig", pgettext_lazy("state of a match", "no longer possible")


class MatchAnswer(TextChoices):
    """What one side says to a match."""

    YES = "ja", _("yes")
    NO = "nein", _("no")


class MatchOutcome(TextChoices):
    """What came of it, three months later; the first four are results."""

    EVENT = "gemeinsame_veranstaltung", _("a joint event")
    HELP = "hilfe_geleistet", _("help was given")
    EXCHANGE = "austausch", _("an exchange of experience")
    COOPERATION = "zusammenarbeit", _("lasting cooperation")
    TALKING = "im_gespraech", _("we are still talking")
    NOTHING = "nichts", _("nothing came of it")


RESULTS = (MatchOutcome.EVENT, MatchOutcome.HELP, MatchOutcome.EXCHANGE, MatchOutcome.COOPERATION)

MARKED = declare("alliance.marked", _("%(actor)s marked a passage of %(about)s."))
MARK_CHANGED = declare("alliance.mark-changed", _("%(actor)s changed a marked passage of %(about)s."))
MARK_DECIDED = declare("alliance.mark-decided", _("%(actor)s decided on a marked passage of %(about)s."))
MARKS_PROPOSED = declare("alliance.marks-proposed", _("%(actor)s looked for passages to mark in %(about)s."))
MATCHED = declare("alliance.matched", _("%(actor)s found a need and an offer that fit: %(about)s."))
MATCH_ASKED = declare("alliance.match-asked", _("%(actor)s asked both sides of a match: %(about)s."))
MATCH_ANSWERED = declare("alliance.match-answered", _("%(actor)s answered a match: %(about)s."))
MATCH_AGREED = declare("alliance.match-agreed", _("%(actor)s gave contact data, since both sides said yes: %(about)s."))
MATCH_OUTCOME = declare("alliance.match-outcome", _("%(actor)s told what came of a match: %(about)s."))
