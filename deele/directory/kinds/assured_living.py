"""Living at home with help assured, and the houses around it (domain §4.5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare
from deele.directory.kinds.groups import HOUSE, PEOPLE

ON_SITE = (
    Detail(
        "bausteine",
        _("On site"),
        Type.CHOICES,
        choices=(
            ("barrierefreie_wohnungen", _("barrier-free dwellings")),
            ("tagespflege", _("day care")),
            ("wg", _("shared flat")),
            ("arztpraxis", _("surgery")),
            ("apotheke", _("pharmacy")),
            ("cafe", _("café")),
            ("laden", _("shop")),
            ("buecherei", _("library")),
            ("gaestewohnung", _("guest flat")),
        ),
    ),
    Detail("pflegedienst", _("Care service"), Type.TEXT),
    Detail("betreuungspauschale", _("Flat service fee"), Type.YES_NO),
)
DAY = (
    Detail("plaetze", pgettext_lazy("in homes", "Places"), Type.RANGE),
    Detail("freie_plaetze", _("Free places"), Type.RANGE),
)

declare(
    Kind(
        "wohnen_mit_versorgungssicherheit",
        _("Living with assured support"),
        _("Living with assured support"),
        Block.HOUSING,
        "assured_living",
        ON_SITE + PEOPLE + HOUSE,
        phased=True,
        seeks=True,
        hint=_("Living at home, help and care assured in the quarter, usually without a flat service fee."),
    ),
    Kind(
        "betreutes_wohnen",
        _("Assisted living"),
        _("Assisted living"),
        Block.HOUSING,
        "assured_living",
        ON_SITE + PEOPLE + HOUSE,
        phased=True,
    ),
    Kind(
        "wohn_pflege_zentrum",
        _("Housing and care centre"),
        _("Housing and care centres"),
        Block.CARE,
        "assured_living",
        ON_SITE + HOUSE,
        phased=True,
    ),
    Kind("tagespflege", _("Day care"), _("Day care"), Block.CARE, "assured_living", DAY, phased=True),
    Kind("pflegehof", _("Care farm"), _("Care farms"), Block.CARE, "assured_living", DAY + ON_SITE, phased=True),
)
