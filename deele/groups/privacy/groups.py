"""Groups, seats, invitations."""

from django.utils.translation import gettext_lazy as _

from deele.groups.models import Seat, SeatWish, WorkingGroup
from deele.privacy.kinds import Term, register

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
    keep=["group", "delegate", "role", "since", "until", "muted", "calendar_stamp"],
)
register(
    SeatWish,
    purpose=_("Who was invited to a working group, or asked to join it"),
    keep=["group", "delegate", "invited", "role", "state", "made_at", "answered_at"],
    personal={"words": _("what somebody says about it")},
    person="delegate__email",
    term=Term(after="answered_at", days=365, then="delete"),
)
