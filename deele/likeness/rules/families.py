"""Kinds of the directory that are never one thing, however like their names and addresses are."""

# The stable keys of domain §4.4; a word that is not one of them is loose and parts nobody.
FAMILIES = {
    "living": (
        "gemeinschaftliches_wohnprojekt mehrgenerationenwohnen baugemeinschaft frauenwohnprojekt syndikat_hausprojekt "
        "oekodorf_siedlung clusterwohnen generationenhof siedlungsgemeinschaft verbindliche_nachbarschaft"
    ),
    "care": (
        "senioren_wg pflege_wg demenz_wg intensivpflege_wg inklusive_wg betreutes_wohnen wohn_pflege_zentrum "
        "tagespflege pflegehof"
    ),
    "carrier": "dachgenossenschaft",
    "advice": "beratungsstelle_wohnprojekte wohnberatung senioren_pflegestuetzpunkt fachperson",
    "help": "nachbarschaftshilfe wohnen_fuer_hilfe",
    "meeting": "dorftreffpunkt nachbarschaftstreff mehrgenerationenhaus",
}
# Close enough that one office calls a thing this and the next one that.
_KIN = frozenset({frozenset({"living", "care"}), frozenset({"help", "meeting"}), frozenset({"help", "advice"})})
_FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds.split()}


def apart(kind: str, other: str) -> bool:
    """Whether two stable kinds belong to different families: a house with flats is not the coop that owns it."""
    family, second = _FAMILY.get(kind, ""), _FAMILY.get(other, "")
    return bool(family and second and family != second and frozenset({family, second}) not in _KIN)
