"""A cooperative with several houses under its roof (domain §4.5)."""

from django.utils.translation import gettext_lazy as _

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare
from deele.directory.kinds.groups import MEMBERS

declare(
    Kind(
        "dachgenossenschaft",
        _("Roof cooperative"),
        _("Roof cooperatives"),
        Block.HOUSING,
        "roof_cooperative",
        (
            *MEMBERS,
            Detail("haeuser", _("Houses under its roof"), Type.RANGE),
            Detail("nimmt_auf", _("Takes in new projects"), Type.YES_NO),
        ),
        other_names=("genossenschaft",),
    ),
)
