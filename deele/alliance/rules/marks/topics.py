"""Themes and target groups a passage speaks of, by words in it. Pre-ticked in the form, never decided."""

import re
from typing import Any

from deele.alliance.enums import Level
from deele.alliance.enums.marks import Side
from deele.directory.enums import TargetGroup
from deele.office.enums import Theme

# A piece may stand anywhere in a word (“Mietwohnung”); with a blank before it only at its beginning (no “gemeinsam”).
T, G = Theme, TargetGroup
THEMES: dict[str, tuple[str, ...]] = {
    T.HOUSING: ("wohn", "mieter", "miete", "baugemeinschaft", "quartier"),
    T.CARE: ("pflege", "tagespflege", "pflegedienst"),
    T.NEIGHBOURHOOD: ("nachbar", "quartier", "stadtteil", "zusammenhalt", "zusammenleben"),
    T.PROVISION: ("daseinsvorsorge", "grundversorgung"),
    T.RURAL: ("ländlich", "dorf", "dörf", "auf dem land"),
    T.INNER: ("leerstand", "innenentwicklung", "ortskern", "leerstehend"),
    T.REUSE: ("umnutz", "resthof", "hofstelle", "umbau"),
    T.ACCESS: ("barrierefrei", "barrierearm", "wohnraumanpassung", "rollstuhl"),
    T.VOLUNTEERING: ("ehrenamt", "freiwillig", "engagement", "bürgerschaftlich"),
    T.COOPERATIVE: ("genossenschaft",),
    T.SUPPLY: ("nahversorgung", "dorfladen", "einkauf"),
    T.MOBILITY: ("mobilität", "bürgerbus", "fahrdienst", "mitfahr"),
    T.HEALTH: ("gesundheit", "arztpraxis", "ärzte", "hausarzt"),
    T.DEMENTIA: ("demenz",),
    T.INCLUSION: ("inklusi", "behinderung", "teilhabe"),
    T.MIGRATION: ("migration", "zugewandert", "geflücht", "flüchtling", "integration", "interkulturell"),
    T.LONELINESS: (" einsam", "vereinsam", "allein leb"),
    T.COMMUNITY: ("gemeinwesen", "quartiersmanagement", "stadtteilarbeit"),
    T.PARTICIPATION: ("beteiligung", "mitbestimm", "mitreden"),
    T.FUNDING: ("fördermittel", "förderprogramm", "förderung", "zuschuss", "zuschüsse"),
    T.DIGITAL: ("digital", "tablet", "smartphone", "internet"),
    T.CLIMATE: ("klima", "ökolog", "nachhaltig", "energie"),
    T.SAFETY: ("sicherheit", "prävention", "kriminal", "gewalt"),
    T.LAND: ("erbbau", "erbpacht", "grundstück", "bauland"),
    T.STEERING: ("sozialplanung", "kommunale steuerung", "verwaltung", "kommunal"),
}
GROUPS: dict[str, tuple[str, ...]] = {
    G.OLDER: ("ältere", "älteren", "senior", "im alter", "hochbetagt"),
    G.GENERATIONS: ("generationen", "jung und alt", "alt und jung"),
    G.FAMILIES: ("familie",),
    G.SINGLE_PARENTS: ("alleinerziehend",),
    G.DISABILITY: ("behinderung",),
    G.DEMENTIA: ("demenz",),
    G.CARE: ("pflegebedürftig",),
    G.WOMEN: ("frauen",),
    G.QUEER: ("queer", "lesb", "schwul"),
    G.MIGRATION: ("migration", "zugewandert", "einwanderungsgeschichte"),
    G.REFUGEES: ("geflücht", "flüchtling"),
    G.LOW_INCOME: ("wenig geld", "geringem einkommen", "armut"),
    G.RELATIVES: ("angehörige",),
    G.STUDENTS: ("studierende", "auszubildende"),
}


def left_open(side: str, level: str, themes: list[str], text: str) -> dict[str, Any]:
    """Themes, groups and reach of a passage: from its words, and what they leave open from the member.

    Who works in the whole state gives and seeks there, and gives in its own `themes`. What it seeks stays open to all
    themes: a hope for good examples is not for one theme only.
    """
    own = list(themes) if side == Side.CONTRIBUTION else []
    return {"themes": themes_of(text) or own, "groups": groups_of(text), "everywhere": level == Level.STATE}


def themes_of(text: str) -> list[str]:
    """The themes whose words stand in the text, in the order of the list."""
    return _keys(THEMES, text)


def groups_of(text: str) -> list[str]:
    """The target groups whose words stand in the text, in the order of the list."""
    return _keys(GROUPS, text)


def _keys(table: dict[str, tuple[str, ...]], text: str) -> list[str]:
    plain = " ".join(["", *re.findall(r"[^\W_]+", text.lower()), ""])
    return [str(key) for key, pieces in table.items() if any(piece in plain for piece in pieces)]
