"""What a registration says, as the form and the desk hand it to the actions."""

from dataclasses import dataclass, field

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
