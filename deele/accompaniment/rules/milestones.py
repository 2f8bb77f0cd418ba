"""The list of milestones a plan begins with (domain §5.3). Keys stay, words may be bettered."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums import Phase

P = Phase


@dataclass(frozen=True)
class Seed:
    """One milestone of the list."""

    phase: Phase
    key: str
    title: Promise


def of(phase: Phase, *named: tuple[str, Promise]) -> list[Seed]:
    """The milestones of one phase."""
    return [Seed(phase, key, title) for key, title in named]


SEEDS: list[Seed] = [
    *of(
        P.CORE_GROUP,
        ("treffen", _("The group meets regularly")),
        ("ziele", _("The aims are written down")),
        ("entscheiden", _("The way of deciding is agreed")),
        ("beitrag", _("Everybody pays a small share of the costs")),
        ("adresse", _("There is an address for enquiries")),
    ),
    *of(
        P.CONCEPT,
        ("konzept", _("The concept paper is there")),
        ("mischung", _("Size and mix are decided")),
        ("naehe", _("Closeness and distance are talked through")),
        ("hilfe", _("What help for each other means, and what not")),
        ("alltag", _("Cars, pets and garden are settled")),
        ("oeffnung", _("The room for the neighbourhood is decided")),
        ("konflikt", _("Rules for talking and a way through conflicts")),
    ),
    *of(
        P.OBJECT_SEARCH,
        ("profil", _("The search profile is there")),
        ("objekte", _("A list of land and buildings is kept")),
        ("kommune", _("Talks with the municipality were held")),
        ("partner", _("Possible partners are listed")),
        ("besuche", _("Three projects were visited")),
    ),
    *of(
        P.FEASIBILITY,
        ("rechtsform", _("Legal forms are compared, one is chosen")),
        ("satzung", _("Statutes or contract are there")),
        ("eigenkapital", _("Equity is checked for each household")),
        ("finanzplan", _("The finance plan has a reserve")),
        ("gutachten", _("An expert finds it feasible")),
        ("foerderantrag", _("Funding is applied for")),
    ),
    *of(
        P.PLANNING,
        ("grundstueck", _("Purchase or lease of the land is signed")),
        ("architekt", _("The architect is engaged")),
        ("kostenrahmen", _("The cost frame is set")),
        ("barrierefrei", _("The number of barrier-free dwellings is set")),
        ("bauantrag", _("The building application is handed in")),
        ("vertraege", _("Contracts with the households, with rules for leaving")),
    ),
    *of(
        P.BUILDING,
        ("baustelle", _("Meetings on site are held")),
        ("selbsthilfe", _("Own work is insured")),
        ("aenderungen", _("Changes are decided")),
        ("kosten", _("Costs are watched")),
        ("umzug", _("The list for moving is there")),
    ),
    *of(
        P.MOVING_IN,
        ("uebergabe", _("The dwellings are handed over")),
        ("hausordnung", _("The rules of the house are agreed")),
        ("aufgaben", _("Tasks are shared out")),
        ("versicherung", _("Insurance is settled")),
        ("fest", _("A party with the neighbours")),
    ),
    *of(
        P.LIVING,
        ("plenum", _("The group meets in a rhythm of its own")),
        ("konflikthilfe", _("Help for conflicts is at hand")),
        ("nachfolge", _("Who moves in next is ruled")),
        ("warteliste", _("A waiting list is kept")),
        ("instandhaltung", _("There is a plan for upkeep")),
        ("gemeinschaftsraum", _("The common room is used")),
    ),
    *of(
        P.EVOLVING,
        ("pflege", _("Care in the house is thought through")),
        ("altersmischung", _("The mix of ages is looked after")),
        ("vorstand", _("The next generation is on the board")),
        ("ankommen", _("New members are made welcome")),
        ("quartier", _("The role in the neighbourhood is found")),
    ),
]  # fmt: skip
