"""States of a working group (domain §9.7) and what somebody is in it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where a working group stands."""

    PROPOSED = "vorgeschlagen", _("proposed")
    SET_UP = "eingerichtet", _("set up")
    ACTIVE = "aktiv", _("active")
    ENDED = "beendet", _("ended")


ACTIVE_STATES = (State.SET_UP, State.ACTIVE)


class Role(TextChoices):
    """What somebody is in a working group."""

    LEAD = "leitung", _("leads the group")
    MEMBER = "mitglied", _("works with us")
    GUEST = "gast", _("guest, reads only")


class WishState(TextChoices):
    """Where an invitation, or a wish to join, stands."""

    OPEN = "offen", _("not answered yet")
    YES = "ja", _("said yes")
    NO = "nein", _("said no")
    TAKEN_BACK = "zurueckgezogen", _("taken back")
