"""Ways on from the page of the alliance: its members, and what they give and seek."""

from django.utils.translation import gettext_lazy as _

from deele.alliance.kinds import Way, ways

ways.add(
    "members",
    Way(_("Members"), _("Who belongs to it, as a list and on the map."), "alliance:members", "people"),
    rank=10,
)
ways.add(
    "abilities",
    Way(_("Who can what where"), _("What members offer and what they look for."), "alliance:abilities", "search"),
    rank=20,
)
