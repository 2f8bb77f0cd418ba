"""Where people of a place meet (domain §4.5). A Mehrgenerationenhaus is a meeting place, not a house to live in."""

from django.utils.translation import gettext_lazy as _

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare

ROOMS = (
    Detail("raeume", _("Rooms"), Type.TEXT),
    Detail("angebote", _("What is on"), Type.LONG),
    Detail("hauptamt", _("Paid staff"), Type.YES_NO),
    Detail("hauptamt_stunden", _("Hours of paid staff a week"), Type.NUMBER),
    Detail("dorfladen", _("Village shop"), Type.YES_NO),
    Detail("post", _("Post office"), Type.YES_NO),
    Detail("mittagstisch", _("Lunch table"), Type.YES_NO),
    Detail("foerderung", _("Public funding"), Type.TEXT),
)
PROGRAMME = (
    Detail(
        "programm",
        _("Programme"),
        Type.CHOICE,
        choices=(("bund", _("federal programme")), ("land", _("state programme"))),
    ),
)

declare(
    Kind(
        "dorftreffpunkt",
        _("Village meeting place"),
        _("Village meeting places"),
        Block.NEIGHBOURHOOD,
        "meeting_place",
        ROOMS,
        other_names=("dorftreff", "dorfladen", "dorfgemeinschaftshaus"),
    ),
    Kind(
        "nachbarschaftstreff",
        _("Neighbourhood centre"),
        _("Neighbourhood centres"),
        Block.NEIGHBOURHOOD,
        "meeting_place",
        ROOMS,
        other_names=("quartierstreff", "stadtteiltreff", "begegnungszentrum"),
    ),
    Kind(
        "mehrgenerationenhaus",
        _("Multi-generation house (meeting place)"),
        _("Multi-generation houses (meeting places)"),
        Block.NEIGHBOURHOOD,
        "meeting_place",
        PROGRAMME + ROOMS,
        hint=_("A meeting place for all ages, not a house to live in."),
        other_names=("mgh",),
    ),
)
