"""Communal housing in its forms (domain §4.4)."""

from django.utils.translation import gettext_lazy as _

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare
from deele.directory.kinds.groups import COMMUNITY, HOUSE, MONEY, PEOPLE, TIME

SITE = (
    Detail(
        "projektlage",
        _("Where it lies"),
        Type.CHOICE,
        choices=(
            ("stadt", _("city")),
            ("stadtrand", _("edge of town")),
            ("kleinstadt", _("small town")),
            ("dorf", _("village")),
            ("alleinlage", _("on its own")),
        ),
    ),
)
DETAILS = SITE + PEOPLE + HOUSE + COMMUNITY + MONEY + TIME


def project(key: str, label, plural, trias: str = "wohnprojekt", names: tuple[str, ...] = ()) -> Kind:
    """A kind of housing project: all share one detail block."""
    return Kind(
        key, label, plural, Block.HOUSING, "housing", DETAILS, trias=trias, phased=True, seeks=True, other_names=names
    )


declare(
    project(
        "gemeinschaftliches_wohnprojekt",
        _("Communal housing project"),
        _("Communal housing projects"),
        names=("wohnprojekt", "gemeinschaftliches wohnen", "projekt"),
    ),
    project("mehrgenerationenwohnen", _("Multi-generation housing"), _("Multi-generation housing")),
    project("baugemeinschaft", _("Building group"), _("Building groups"), "baugemeinschaft", ("baugruppe",)),
    project("frauenwohnprojekt", _("Women's housing project"), _("Women's housing projects"), names=("beginenhof",)),
    project("syndikat_hausprojekt", _("Syndicate house"), _("Syndicate houses"), names=("mietshäuser syndikat",)),
    project("oekodorf_siedlung", _("Eco-village"), _("Eco-villages"), "siedlungsgemeinschaft", ("ökodorf",)),
    project("clusterwohnen", _("Cluster housing"), _("Cluster housing"), names=("clusterwohnung",)),
    project("generationenhof", _("Farm for generations"), _("Farms for generations")),
    project("siedlungsgemeinschaft", _("Settlement community"), _("Settlement communities"), "siedlungsgemeinschaft"),
    project("verbindliche_nachbarschaft", _("Committed neighbourhood"), _("Committed neighbourhoods"), ""),
    project("wohnen_fuer_hilfe", _("Housing for help"), _("Housing for help"), ""),
)
