"""What a registration says, as the form and the desk hand it to the actions; and the sections of the planning."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

CONSENT_TEXT = "2026-11"  # raise it when the words of the consents in the form change


@dataclass(frozen=True)
class InvoiceTo:
    """Whom an invoice goes to; asked only when there is something to pay."""

    name: str = ""
    address: str = ""
    email: str = ""
    order_reference: str = ""
    leitweg_id: str = ""


@dataclass(frozen=True)
class Contact:
    """Who registers. `place_pk` is where they live or work; `audience` a key of office.enums.Audience."""

    name: str
    email: str = ""
    phone: str = ""
    organisation: str = ""
    audience: str = ""
    place_pk: int | None = None
    is_resident: bool = False
    source_of_knowledge: str = ""
    remark: str = ""
    member_number: str = ""
    invoice: InvoiceTo = field(default_factory=InvoiceTo)


@dataclass(frozen=True)
class Person:
    """One who comes. `pk` names a participant who is known already; `options` are numbers of extras."""

    name: str
    email: str = ""
    price_pk: int | None = None
    options: tuple[int, ...] = ()
    on_list: bool = False
    photo_ok: bool = False
    need: str = ""
    pk: int | None = None


@dataclass(frozen=True)
class Section:
    """One page of the planning: fields of Event and tables of rows that belong together."""

    key: str
    title: str | Promise
    fields: tuple[str, ...]
    tables: tuple[str, ...] = ()


SECTIONS = (
    Section(
        "inhalt", _("What it is"),
        ("title", "kind", "format", "role", "host", "short_text", "description", "area", "cooperation", "series",
         "number", "new_series", "themes", "audience", "funder_block", "internal_note"),
    ),
    Section(
        "termine-ort", _("Dates and place"),
        ("venue", "street", "postcode", "town", "place", "meeting_link", "accessibility"), ("days",),
    ),
    Section("programm", _("Programme and stops"), (), ("programme", "stops", "parts")),
    Section(
        "anmeldung", _("Registration"),
        ("registering", "registration_url", "registration_note", "opens_at", "closes_at", "capacity", "minimum",
         "minimum_by", "has_waiting_list", "offer_hours", "group_limit", "priority", "priority_until", "asks_needs",
         "asks_photo_consent", "has_participant_list"),
    ),
    Section(
        "preise", pgettext_lazy("section of an event", "Prices and extras"),
        ("price_note", "invoicing", "cancel_fee_percent", "cancel_free_until"), ("prices", "options"),
    ),
    Section(
        "nachher", pgettext_lazy("section of an event", "Afterwards"),
        ("certificate_hours", "certificate_days", "certificate_note", "report", "attended"),
    ),
)  # fmt: skip
SECTION = {section.key: section for section in SECTIONS}
