"""Who advises, and for which places (domain §4.5)."""

from django.utils.translation import gettext_lazy as _

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare

AREA = (
    Detail("einzugsgebiet", _("Area served"), Type.TEXT),
    Detail("hausbesuche", _("Home visits"), Type.YES_NO),
    Detail("termine", _("Dates and hours"), Type.TEXT),
    Detail("kosten", _("Cost of advice"), Type.TEXT),
)

declare(
    Kind(
        "senioren_pflegestuetzpunkt",
        _("Seniors' and care support point"),
        _("Seniors' and care support points"),
        Block.ADVICE,
        "advice_office",
        AREA,
        serves=True,
        other_names=("pflegestützpunkt", "seniorenservicebüro", "stützpunkt", "seniorenstützpunkt"),
    ),
    Kind(
        "wohnberatung",
        _("Housing adaptation advice"),
        _("Housing adaptation advice"),
        Block.ADVICE,
        "advice_office",
        (
            Detail(
                "art",
                _("Form"),
                Type.CHOICE,
                choices=(
                    ("hauptamt", _("paid staff")),
                    ("ehrenamt", _("volunteers")),
                    ("mobil", _("mobile")),
                ),
            ),
            Detail("ehrenamtliche", _("Volunteers"), Type.RANGE),
            Detail("geschult_von", _("Trained by"), Type.TEXT),
            *AREA,
        ),
        serves=True,
        other_names=("wohnraumberatung", "wohnraumanpassung"),
    ),
    Kind(
        "beratungsstelle_wohnprojekte",
        _("Advice on communal housing"),
        _("Advice on communal housing"),
        Block.ADVICE,
        "advice_office",
        (
            Detail(
                "art",
                _("Form"),
                Type.CHOICE,
                choices=(
                    ("kommunal", _("municipal")),
                    ("verein", _("association")),
                    ("mentoren", _("mentors")),
                    ("stammtisch", _("regulars' table")),
                    ("netzwerk", _("network")),
                ),
            ),
            Detail("angebote", _("What is offered"), Type.LONG),
            *AREA,
        ),
        serves=True,
        other_names=("wohnprojekteberatung", "beratungsstelle"),
    ),
    Kind(
        "fachperson",
        _("Professional adviser"),
        _("Professional advisers"),
        Block.ADVICE,
        "advice_office",
        (
            Detail("fachgebiete", _("Fields of expertise"), Type.TEXT),
            Detail("honorar", _("Charges a fee"), Type.YES_NO),
            Detail("referenzen", _("References"), Type.LONG),
        ),
        serves=True,
        other_names=("projektberatung", "beratungsbüro"),
    ),
)
