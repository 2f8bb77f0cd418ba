"""Which fields of working groups speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.groups.models import Seat, WorkingGroup
from deele.privacy.kinds import register

register(
    WorkingGroup,
    purpose=_("What members of the alliance work on together"),
    keep=[
        "name", "mandate", "output", "rhythm", "themes", "target_groups", "place", "is_public", "since", "until",
        "state", "state_since", "state_reason", "caretaker",
    ],
)  # fmt: skip
register(
    Seat,
    purpose=_("Who works in which working group"),
    keep=["group", "delegate", "role", "since", "until", "muted"],
)
