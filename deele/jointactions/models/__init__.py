"""Tables of joint actions."""

from deele.jointactions.models.action import JointAction
from deele.jointactions.models.call import Call
from deele.jointactions.models.material import Material
from deele.jointactions.models.parts import ActionPartner, Result, TourStop
from deele.jointactions.models.submission import Photo, PhotoUse, Submission

__all__ = [
    "ActionPartner", "Call", "JointAction", "Material", "Photo", "PhotoUse", "Result", "Submission", "TourStop",
]  # fmt: skip
