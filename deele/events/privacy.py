"""Which fields of events and registrations speak of a person.

Needs go a week after the event; names three years after it, because the funder may ask for the lists so long. What is
counted (how many, from where, which kind of organisation) stays. Invoices have terms of their own (deele.money).
"""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.events.models import (
    Attendance,
    CarrierMember,
    Certificate,
    Choice,
    Day,
    Document,
    Event,
    Feedback,
    Need,
    Option,
    Part,
    Participant,
    PriceClass,
    ProgrammeItem,
    RefundAccount,
    Registration,
    Series,
    Stop,
    Volunteer,
    VolunteerYear,
)
from deele.privacy.kinds import ALWAYS_KEPT, Term, register

THREE_YEARS = 3 * 365


def others(model: type[models.Model], named: Iterable[str]) -> list[str]:
    """All fields of the table but these."""
    return [field.name for field in model._meta.local_concrete_fields if field.name not in {*named, *ALWAYS_KEPT}]


for model, purpose in (
    (Series, _("Counting events that follow one another")),
    (Event, _("Planning events and telling of them")),
    (Day, _("When an event takes place")),
    (PriceClass, _("What an event costs")),
    (Option, _("What one can choose")),
    (ProgrammeItem, _("The programme of an event")),
    (Choice, _("Which extras are taken")),
    (Attendance, _("Counting who was there; certificates and the report to the funder rest on it")),
    (Feedback, _("Learning from what people said; nobody can tell who said it")),
    (VolunteerYear, _("Counting consultations by volunteers")),
):
    register(model, purpose=purpose, keep=others(model, ()))

register(
    Part,
    purpose=_("Naming who speaks and moderates"),
    personal={"name": _("people want to know who speaks")},
    keep=others(Part, ["name"]),
    term=Term(after="event__ends_at", days=10 * 365),
)
register(
    Stop,
    purpose=_("The way of an excursion"),
    personal={"host": _("the group must know who receives it")},
    keep=others(Stop, ["host"]),
    term=Term(after="event__ends_at", days=THREE_YEARS),
)
register(
    Document,
    purpose=_("Slides, photos and reports of events"),
    personal={"credit": _("whoever takes a picture has the right to be named")},
    keep=others(Document, ["credit"]),
)
register(
    CarrierMember,
    purpose=_("Checking who may claim the price for members"),
    personal={
        "name": _("whose membership it is"),
        "email": _("to recognise the member in a registration"),
        "number": _("to recognise the member in a registration"),
    },
    keep=others(CarrierMember, ["name", "email", "number"]),
    person="email",
    term=Term(after="valid_until", days=365, then="delete"),
)
REGISTRATION_PERSONAL = {
    "contact_name": _("whom we write to"),
    "contact_email": _("where confirmation, changes and invoice go"),
    "contact_phone": _("for what cannot wait for a mail"),
    "organisation": _("may name a person who works alone"),
    "source_of_knowledge": _("what people write may name somebody"),
    "remark": _("what people write may name somebody"),
    "member_number": _("to check the price for members"),
    "invoice_name": _("whom the invoice goes to"),
    "invoice_address": _("where the invoice goes"),
    "invoice_email": _("where the invoice goes"),
    "order_reference": _("may name the clerk of a town hall"),
    "cancel_reason": _("what people write may name somebody"),
}
register(
    Registration,
    purpose=_("Keeping a place at an event for those who asked for it"),
    personal=REGISTRATION_PERSONAL,
    secret={"form_token": _("guards against sending the form twice")},
    keep=others(Registration, [*REGISTRATION_PERSONAL, "form_token"]),
    person=("contact_email", "invoice_email"),
    term=Term(after="event__ends_at", days=THREE_YEARS),
)
register(
    Participant,
    purpose=_("Knowing who comes, and proving it to the funder"),
    personal={
        "name": _("for the list, the badge and the certificate"),
        "email": _("for the certificate and questions afterwards"),
    },
    keep=others(Participant, ["name", "email"]),
    person=("email", "registration__contact_email"),
    term=Term(after="registration__event__ends_at", days=THREE_YEARS),
)
register(
    Need,
    purpose=_("Making it possible for everybody to take part"),
    personal={"text": _("food, access, help: asked only for this event")},
    keep=["participant"],
    person=("participant__email", "participant__registration__contact_email"),
    term=Term(after="participant__registration__event__ends_at", days=7, then="delete"),
)
register(
    RefundAccount,
    purpose=_("Paying money back to people who cancelled, or whose event was called off"),
    personal={"holder": _("whose account it is"), "iban": _("asked only where money goes back")},
    keep=["registration"],
    person="registration__contact_email",
    term=Term(after="updated_at", days=180, then="delete"),
)
register(
    Certificate,
    purpose=_("Letting people prove that they took part"),
    keep=others(Certificate, ()),
    person=("participant__email", "participant__registration__contact_email"),
)
register(
    Volunteer,
    purpose=_("Knowing which volunteers advise where, so that people find them"),
    personal={
        "name": _("who advises"),
        "email": _("to reach the volunteer"),
        "phone": _("to reach the volunteer"),
    },
    keep=others(Volunteer, ["name", "email", "phone"]),
    person="email",
    term=Term(after="active_until", days=THREE_YEARS),
)
