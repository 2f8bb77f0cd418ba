"""Words of the field that every part of the house sorts by (the lists of domain terms)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Who somebody is to the office: the target groups of its work."""

    POLITICS = "kommune_politik", _("municipal politics")
    TOWN_HALL = "kommune_verwaltung", _("municipal administration")
    DISTRICT = "landkreis", _("district or care support centre")
    HOUSING = "wohnungswirtschaft", _("housing trade")
    CARE = "pflegewirtschaft", _("care trade")
    WELFARE = "wohlfahrt", _("welfare association, church, foundation")
    PLANNING = "planung_architektur", _("planning and architecture")
    BANK = "bank", _("bank")
    RESEARCH = "forschung", _("research")
    SENIORS = "seniorenvertretung", _("council of seniors or of disabled people")
    INITIATIVE = "initiative", _("initiative that is forming")
    PROJECT = "bewohntes_projekt", _("housing project people live in")
    SEEKING = "privat_interessiert", _("private, interested")
    OWNER = "privat_eigentum", _("private, owner of a house or land")
    RELATIVE = "angehoerige", _("relative of somebody in need of care")
    VOLUNTEER = "ehrenamt_wohnberatung", _("volunteer adviser on adapting homes")
    HELP = "nachbarschaftshilfe", _("neighbourhood help")
    PRESS = "presse", _("press")
    STATE = "politik_land", _("politics of the state")
    OTHER = "sonstige", _("other")


class Theme(TextChoices):
    """What something is about; shared by events, newsletters, library and alliance."""

    HOUSING = "wohnen", _("housing")
    CARE = "pflege", _("care")
    NEIGHBOURHOOD = "nachbarschaft", _("neighbourhood")
    PROVISION = "daseinsvorsorge", _("provision in the place")
    RURAL = "laendlicher_raum", _("rural areas")
    INNER = "innenentwicklung_leerstand", _("inner development and vacancy")
    REUSE = "umnutzung", _("new uses for old buildings")
    ACCESS = "barrierefreiheit", _("accessibility")
    VOLUNTEERING = "buergerschaftliches_engagement", _("volunteering")
    COOPERATIVE = "genossenschaft", _("cooperatives")
    SUPPLY = "nahversorgung", _("local supply")
    MOBILITY = "mobilitaet", _("mobility")
    HEALTH = "gesundheit_arztpraxis", _("health and surgeries")
    DEMENTIA = "demenz", _("dementia")
    INCLUSION = "inklusion", _("inclusion")
    MIGRATION = "migration", _("migration")
    LONELINESS = "einsamkeit", _("loneliness")
    COMMUNITY = "gemeinwesenarbeit", _("community work")
    PARTICIPATION = "beteiligung", _("participation")
    FUNDING = "foerderung", _("funding")
    DIGITAL = "digitales_aal", _("digital help and assistance")
    CLIMATE = "klima_oekologie", _("climate and ecology")
    SAFETY = "sicherheit_praevention", _("safety and prevention")
    LAND = "boden_erbbau", _("land and ground lease")
    STEERING = "kommunale_steuerung", _("municipal steering")
