"""How somebody belongs to the alliance, and in which state the membership is (domain §4.11, §9.7)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """On which ground somebody belongs to the alliance."""

    FOUNDER = "gruendung", _("founding member")
    JOINED = "beigetreten", _("joined")
    UMBRELLA = "ueber_dachverband", _("through an umbrella body")
    TAKES_PART = "mitwirkend_ohne_mitgliedschaft", _("takes part without membership")
    NAMED_AS_GROUP = "als_gruppe_genannt", _("named as a group, no single organisation")


# A membership of one's own; the others are told apart from it everywhere.
BELONGING = (Basis.FOUNDER, Basis.JOINED)


class State(TextChoices):
    """Where a membership stands (domain §9.7)."""

    ENQUIRY = "anfrage", _("asks to join")
    DRAFT = "profil_entwurf", _("profile being written")
    AGREED = "abgestimmt", _("agreed with the office of the alliance")
    MEMBER = "mitglied", _("member")
    PUBLISHED = "profil_veroeffentlicht", _("member, profile public")
    REVIEW = "profil_ueberpruefung", _("member, profile to be reviewed")
    RESTING = "ruht", _("resting")
    LEFT = "ausgetreten", _("left")
    REFUSED = "abgelehnt", _("refused")


PUBLIC_STATES = (State.MEMBER, State.PUBLISHED, State.REVIEW)


class OrganisationKind(TextChoices):
    """What a member is."""

    STATE_OFFICE = "landesfachstelle", _("state-wide office")
    STATE_INITIATIVE = "landesinitiative", _("initiative of the state")
    MUNICIPAL_BODY = "kommunalverband", _("umbrella body of municipalities")
    MUNICIPALITY = "kommune", _("municipality")
    COMMUNITY_WORK = "fachverband_gemeinwesenarbeit", _("body of community work")
    WELFARE = "wohlfahrtsverband", _("welfare association")
    HEALTH = "gesundheitsverband", _("body of the health field")
    HOUSING = "wohnungswirtschaft", _("housing trade")
    TENANTS = "mieterverband", _("tenants' association")
    OWNERS = "eigentuemerverband", _("home owners' association")
    UNION = "gewerkschaft", _("trade union")
    CHAMBER = "kammer", _("chamber")
    BANKS = "kreditwirtschaft", _("banking")
    CHURCH = "kirche", _("church or religious community")
    ASSOCIATION = "verein", _("association")
    SPORT = "sport", _("sport")
    CULTURE = "kultur", _("culture")
    INITIATIVE = "initiative", _("initiative")
    PROJECT = "projekt", _("project")
    NEIGHBOURHOOD = "nachbarschaft", _("neighbourhood")
    COMPANY = "unternehmen", _("company")
    RESEARCH = "forschung", _("research or teaching")
    PRIVATE = "privat", _("private person")
    OTHER = "sonstige", _("other")


class Level(TextChoices):
    """How far a member's work reaches."""

    STATE = "land", _("the whole state")
    REGION = "region", _("a region")
    PLACE = "ort", _("a place")
