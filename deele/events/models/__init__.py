from deele.events.models.attendance import Attendance, Certificate, Feedback
from deele.events.models.event import Day, Event, Series
from deele.events.models.offer import CarrierMember, Option, PriceClass
from deele.events.models.programme import Document, Part, ProgrammeItem, Stop
from deele.events.models.refund import RefundAccount
from deele.events.models.registration import Choice, Need, Participant, Registration
from deele.events.models.volunteer import Volunteer, VolunteerYear

__all__ = [
    "Attendance",
    "CarrierMember",
    "Certificate",
    "Choice",
    "Day",
    "Document",
    "Event",
    "Feedback",
    "Need",
    "Option",
    "Part",
    "Participant",
    "PriceClass",
    "ProgrammeItem",
    "RefundAccount",
    "Registration",
    "Series",
    "Stop",
    "Volunteer",
    "VolunteerYear",
]
