"""The vocabulary of the directory (domain §4.4, §5.2, §6, §8.2, §9.1). Keys are data, names are ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare


class State(TextChoices):
    """Where an entry stands in its life (domain §9.1)."""

    DRAFT = "entwurf", _("draft")
    SUBMITTED = "eingereicht", _("submitted")
    REVIEW = "in_pruefung", _("in review")
    QUERY = "rueckfrage", _("question asked")
    PUBLISHED = "veroeffentlicht", _("published")
    DUE = "bestaetigung_faellig", _("confirmation due")
    OLD = "als_veraltet_gekennzeichnet", _("marked as old")
    ARCHIVED = "archiviert", _("archived")
    REFUSED = "abgelehnt", _("refused")
    MERGED = "zusammengefuehrt", _("merged")
    WITHDRAWN = "zurueckgezogen", _("withdrawn")


PUBLIC_STATES = (State.PUBLISHED, State.DUE, State.OLD)
OPEN_STATES = (State.DRAFT, State.SUBMITTED, State.REVIEW, State.QUERY)


class Block(TextChoices):
    """Building blocks (Bausteine) of a place that entries stand for (domain §11.3)."""

    HOUSING = "wohnen", _("Housing")
    CARE = "pflege", _("Care")
    NEIGHBOURHOOD = "nachbarschaft", _("Neighbourhood")
    ADVICE = "beratung", _("Advice")


class Phase(TextChoices):
    """From idea to living, with the side states (domain §5.2)."""

    INTEREST = "interesse", _("interest, search")
    CORE_GROUP = "kerngruppe", _("core group")
    CONCEPT = "konzept", _("concept")
    OBJECT_SEARCH = "objektsuche", _("search for land, building, partner")
    FEASIBILITY = "machbarkeit", _("feasibility, legal form, finance")
    PLANNING = "planung", _("planning, permit, purchase")
    BUILDING = "bau", _("building or conversion")
    MOVING_IN = "einzug", _("moving in")
    LIVING = "wohnen", _("lived in")
    EVOLVING = "weiterentwicklung", _("developing further")
    RESTING = "ruhend", _("resting")
    REORIENTED = "umorientiert", _("took another form")
    DISSOLVED = "aufgeloest", _("dissolved")
    FAILED = "gescheitert", _("failed")
    UNKNOWN = "unbekannt", _("not known")


PLANNING_PHASES = frozenset({
    Phase.INTEREST, Phase.CORE_GROUP, Phase.CONCEPT, Phase.OBJECT_SEARCH, Phase.FEASIBILITY, Phase.PLANNING,
    Phase.BUILDING, Phase.MOVING_IN,
})  # fmt: skip


class LegalForm(TextChoices):
    """Main legal form (domain §6); mixed forms name their parts beside it."""

    OWN_COOPERATIVE = "eg_eigen", _("own cooperative (eG)")
    ROOF_COOPERATIVE = "eg_dach", _("under a roof cooperative")
    LANDLORD_COOPERATIVE = "eg_vermieterin", _("cooperative as landlord")
    HOUSING_COMPANY = "wohnungsgesellschaft", _("housing company as landlord")
    INVESTOR = "investor", _("private investor")
    FOUNDATION_LEASE = "stiftung_generalmieter", _("foundation lets to an association")
    SYNDICATE = "syndikat", _("Mietshäuser Syndikat")
    LIMITED_PARTNERSHIP = "kg", _("GmbH & Co. KG")
    OWNERS = "weg", _("owners' community (WEG)")
    OWNERS_LEASEHOLD = "weg_verein_boden", _("owners' community on leased land")
    BUILDING_GROUP = "baugemeinschaft", _("building group")
    ASSOCIATION = "verein", _("association (e.V.)")
    NON_PROFIT_COMPANY = "ggmbh", _("non-profit company (gGmbH)")
    WELFARE = "wohlfahrt", _("welfare body")
    MUNICIPALITY = "kommune", _("municipality")
    SOCIAL_COOPERATIVE = "sozialgenossenschaft", _("social cooperative")
    NONE = "ohne", _("no legal person")


class LegalPart(TextChoices):
    """Whose legal form a part of a mixed form is."""

    OWNER = "eigentum", _("owner")
    LAND = "boden", _("land")
    RESIDENTS = "bewohner", _("residents")
    OPERATOR = "betrieb", _("operator")


class TargetGroup(TextChoices):
    """Whom it is for (domain §8.2)."""

    OLDER = "aeltere", _("older people")
    GENERATIONS = "generationen_gemischt", _("several generations")
    FAMILIES = "familien", _("families")
    SINGLE_PARENTS = "alleinerziehende", _("single parents")
    DISABILITY = "menschen_mit_behinderung", _("people with disabilities")
    DEMENTIA = "menschen_mit_demenz", _("people with dementia")
    CARE = "pflegebeduerftige", _("people in need of care")
    YOUNG_CARE = "junge_mit_pflegebedarf", _("younger people in need of care")
    WOMEN = "frauen", _("women")
    QUEER = "queer", _("queer people")
    MIGRATION = "migration", _("people with a history of migration")
    REFUGEES = "gefluechtete", _("refugees")
    LOW_INCOME = "geringes_einkommen", _("people with little money")
    RELATIVES = "pflegende_angehoerige", _("caring relatives")
    STUDENTS = "studierende", _("students and trainees")
    ALL = "alle", _("everybody")


class Precision(TextChoices):
    """How exactly the public sees where it is."""

    ADDRESS = "adresse", _("exact address")
    LOCALITY = "ortsteil", _("locality only")
    MUNICIPALITY = "gemeinde", _("municipality only")
    HIDDEN = "verborgen", _("hidden")


class ContactWay(TextChoices):
    """How the public reaches the people behind it. Private addresses are never shown (domain §4.2)."""

    RELAY = "relais", _("message passed on by the office")
    FUNCTION = "funktionsmail", _("public address of the organisation")
    WEBSITE = "website", _("website")


class LinkKind(TextChoices):
    """How two entries belong together."""

    PART_OF = "teil_von", _("part of")
    ROOF = "dach", _("under the roof of")
    SUCCESSOR = "nachfolge_von", _("successor of")
    SAME_PLACE = "gleicher_ort", _("at the same place as")
    OPERATED_BY = "betrieben_von", _("run by")


LINKED_FROM = {
    LinkKind.PART_OF: _("has as a part"),
    LinkKind.ROOF: _("is the roof of"),
    LinkKind.SUCCESSOR: _("was followed by"),
    LinkKind.SAME_PLACE: _("at the same place as"),
    LinkKind.OPERATED_BY: _("runs"),
}


class RefusalReason(TextChoices):
    """Why a submission is refused."""

    OUT_OF_STATE = "nicht_im_land", _("not in our state")
    COMMERCIAL = "nur_gewerblich", _("only commercial")
    DUPLICATE = "doppelt", _("already in the directory")
    INSUFFICIENT = "unzureichend", _("too little information")


CREATED = declare("directory.created", _("%(actor)s made the entry “%(about)s”."))
CHANGED = declare("directory.changed", _("%(actor)s changed the entry “%(about)s”."))
MOVED = declare("directory.moved", _("%(actor)s moved “%(about)s” to another state."))
CONFIRMED = declare("directory.confirmed", _("%(actor)s confirmed the entry “%(about)s”."))
GONE = declare("directory.gone", _("%(actor)s reported that “%(about)s” no longer exists."))
REMINDED = declare("directory.reminded", _("%(actor)s asked for a confirmation of “%(about)s”."))
MERGED_INTO = declare("directory.merged", _("%(actor)s merged another entry into “%(about)s”."))
UNMERGED = declare("directory.unmerged", _("%(actor)s took back a merge into “%(about)s”."))
RELAYED = declare("directory.relayed", _("%(actor)s wrote to the people behind “%(about)s”."))
LINKED = declare("directory.linked", _("%(actor)s linked “%(about)s” with another entry."))
UNLINKED = declare("directory.unlinked", _("%(actor)s took a link of “%(about)s” out."))
PHOTO_ADDED = declare("directory.photo-added", _("%(actor)s added a picture to “%(about)s”."))
PHOTO_REMOVED = declare("directory.photo-removed", _("%(actor)s took a picture of “%(about)s” out."))
IMPORTED = declare("directory.imported", _("%(actor)s confirmed the import “%(about)s”."))
IMPORT_TAKEN_BACK = declare("directory.import-taken-back", _("%(actor)s took back the import “%(about)s”."))
EXPORTED = declare("directory.exported", _("%(actor)s exported the directory."))
CONTACT_SEEN = declare("directory.contact-seen", _("%(actor)s looked at the contact of “%(about)s”."), looked=True)
