"""Organised help among neighbours (domain §4.5)."""

from django.utils.translation import gettext_lazy as _

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare
from deele.directory.kinds.groups import MEMBERS

declare(
    Kind(
        "nachbarschaftshilfe",
        _("Neighbourly help"),
        _("Neighbourly help"),
        Block.NEIGHBOURHOOD,
        "neighbourly_help",
        (
            *MEMBERS,
            Detail("helfende", _("Helpers"), Type.RANGE),
            Detail("einsaetze_jahr", _("Assignments a year"), Type.RANGE),
            Detail("zeitkonto", _("Time account"), Type.YES_NO),
            Detail("satz_stunde", _("Price of an hour"), Type.TEXT),
            Detail("beitrag", _("Membership fee"), Type.TEXT),
            Detail("anspruch", _("Who may ask for help"), Type.TEXT),
            Detail("leistungen", _("Kinds of help"), Type.LONG),
            Detail("einzugsgebiet", _("Area served"), Type.TEXT),
        ),
        serves=True,
        other_names=("seniorengenossenschaft", "bürgerhilfe", "nachbarschaftsverein"),
    ),
)
