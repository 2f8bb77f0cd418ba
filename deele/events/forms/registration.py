"""Registering on one page: contact, people, invoice. For everybody without an account, and for the desk.

The page works without scripts: "one more person" and "take out" are buttons that send the form and bring it back with
all that was typed (`redraw`), without complaining of what is not filled in yet.
"""

from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from stdnum.de import leitweg
from stdnum.exceptions import ValidationError as BadNumber

from deele.core.amounts import euros
from deele.core.errors import Refusal
from deele.core.seals import SealedForm
from deele.events.enums import Channel, Proof
from deele.events.forms import people
from deele.events.forms.people import Group, Offer
from deele.events.kinds import Contact, InvoiceTo, Person
from deele.events.models import Event
from deele.events.queries.room import option_rooms
from deele.office.enums import Audience
from deele.places.fields import PlacePick, place_box

CONTACT = ("name", "email", "phone", "organisation", "audience", "place_text", "place_pick", "is_resident")
INVOICE = ("invoice_name", "invoice_email", "invoice_address")
TOWN_HALL = ("order_reference", "leitweg_id")
MORE = ("source_of_knowledge", "remark")
BY_PHONE = (Channel.PHONE, Channel.MAIL, Channel.POST, Channel.ON_SITE)


def text(label: Any, length: int, complete: str = "off", **more: Any) -> forms.CharField:
    """A line of text; `complete` is what the browser may fill in."""
    widget = forms.TextInput(attrs={"autocomplete": complete})
    return forms.CharField(label=label, max_length=length, widget=widget, **more)


class RegistrationForm(PlacePick, SealedForm):
    """`for_desk` is the same form at the desk: no seal, a channel, and a person without an e-mail address is fine."""

    people = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    name = text(_("Your name"), 160, "name")
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The confirmation goes there, with a link to change or cancel."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = text(_("Telephone"), 40, "tel", required=False, help_text=_("If something changes at short notice."))
    organisation = text(_("Organisation"), 200, "organization", required=False)
    place_text = place_box(
        label=_("Where do you live or work?"), required=False,
        help_text=_("Town, village or postcode. Leave it empty if you come from abroad."),
    )  # fmt: skip
    audience = forms.ChoiceField(
        label=_("Where from, roughly?"), required=False, choices=[("", _("no answer")), *Audience.choices],
        help_text=_("We count this for our funders, without names."),
    )  # fmt: skip
    is_resident = forms.BooleanField(label=_("comes from the state of the office"), required=False)
    member_number = text(
        _("Member number, or name of the member organisation"), 80, required=False,
        help_text=_("Only for the price for members. We check it against the list of members."),
    )  # fmt: skip
    invoice_name = text(
        _("Invoice to"), 200, required=False, help_text=_("Left empty, it goes to your organisation or to you.")
    )
    invoice_address = forms.CharField(
        label=_("Address for the invoice"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    invoice_email = forms.EmailField(
        label=_("E-mail address for the invoice"), required=False, help_text=_("Left empty, it comes to you."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    order_reference = text(_("Your order number or reference"), 80, required=False)
    leitweg_id = text(_("Leitweg-ID"), 60, required=False, help_text=_("For electronic invoices to public offices."))
    source_of_knowledge = text(_("How did you hear of this event?"), 160, required=False)
    remark = forms.CharField(
        label=_("Anything else?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    channel = forms.ChoiceField(
        label=_("How did the registration come in?"), choices=[(one.value, one.label) for one in BY_PHONE]
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        offer: Offer,
        count: int = 1,
        for_desk: bool = False,
        redraw: bool = False,
        keeps_email: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.offer, self.for_desk, self.redraw = offer, for_desk, redraw
        self.is_sealed = not for_desk and not keeps_email
        self.count = people_count(data, offer.event, for_desk=for_desk) if data is not None else count
        self.initial["people"] = self.count
        self.names = {number: people.add_fields(self, number, offer) for number in range(1, self.count + 1)}
        self.leave_out(keeps_email=keeps_email)
        self.offer_places()

    def leave_out(self, *, keeps_email: bool) -> None:
        """Ask only what this event and this reader need."""
        unwanted = ["channel", "is_resident"] if not self.for_desk else []
        if not self.is_sealed:
            unwanted += ["seal", "homepage"]
        if keeps_email:
            unwanted += ["email"]
        if not any(price.proof == Proof.MEMBER for price in self.offer.prices):
            unwanted += ["member_number"]
        if not self.offer.costs_anything:
            unwanted += [*INVOICE, *TOWN_HALL]
        elif self.offer.always_costs:
            self.fields["invoice_address"].required = True
        for name in unwanted:
            del self.fields[name]
        if self.for_desk:
            self.fields["email"].required = False

    def full_clean(self) -> None:
        """A form that only comes back with one more person is not judged."""
        if not self.redraw:
            super().full_clean()
            return
        self._errors, self.cleaned_data = ErrorDict(), {}

    def clean_leitweg_id(self) -> str:
        number: str = self.cleaned_data["leitweg_id"]
        if number:
            try:
                leitweg.validate(number)
            except BadNumber as error:
                words = _("This is no Leitweg-ID: its check digits do not fit. Please compare it, or leave it out.")
                raise forms.ValidationError(words, code="leitweg") from error
        return number

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and self.total() > 0 and not cleaned.get("invoice_address", "").strip():
            words = _("There is something to pay (%(total)s), so we need an address for the invoice.")
            self.add_error("invoice_address", forms.ValidationError(words, params={"total": euros(self.total())}))
        return cleaned

    def persons(self) -> list[Person]:
        """Who comes."""
        name = self.cleaned_data.get("name", "")
        numbers = range(1, self.count + 1)
        return [people.person_of(number, self.cleaned_data, self.offer, name=name) for number in numbers]

    def contact(self, *, email: str = "", is_resident: bool = False) -> Contact:
        """Who registers; `email` and `is_resident` are what is known already and was not asked again."""
        told = self.cleaned_data
        place = self.cleaned_data.get("place")
        pays = self.total() > 0
        return Contact(
            **{key: told.get(key, "") for key in ("name", "phone", "organisation", "audience", "member_number", *MORE)},
            email=told.get("email", email),
            place_pk=place.pk if place else None,
            is_resident=told.get("is_resident", is_resident),
            invoice=self.invoice() if pays else InvoiceTo(),
        )

    def invoice(self) -> InvoiceTo:
        """Whom the invoice goes to."""
        told = self.cleaned_data
        return InvoiceTo(
            name=told["invoice_name"] or told.get("organisation", "") or told.get("name", ""),
            address=told["invoice_address"],
            email=told["invoice_email"],
            order_reference=told["order_reference"],
            leitweg_id=told["leitweg_id"],
        )

    def total(self) -> int:
        """What all of it costs, in cents."""
        prices = {one.pk: one.amount_cents for one in self.offer.prices}
        options = {one.pk: one.amount_cents for one in self.offer.options}
        return sum(
            prices.get(one.price_pk or 0, 0) + sum(options.get(pk, 0) for pk in one.options) for one in self.persons()
        )

    def refuse(self, refusal: Refusal) -> None:
        """Show what the house refused where it belongs; everything typed stays."""
        fields = {"residents": "place_text", "option-full": self.field_of(getattr(refusal, "option", None))}
        self.add_error(fields.get(refusal.code), refusal.message)

    def field_of(self, option: Any) -> str | None:
        """The first field in which this extra was chosen."""
        for number in self.names:
            for name in self.names[number]:
                if option is not None and str(option.pk) in self.data.getlist(name):  # type: ignore[attr-defined]
                    return name
        return None

    def shown(self, names: tuple[str, ...]) -> list[BoundField]:
        """Those of the fields that this form has."""
        return [self[name] for name in names if name in self.fields]

    @cached_property
    def groups(self) -> list[Group]:
        """The people as the page shows them."""
        included = [one.title for one in self.offer.included]
        return [
            Group(number, [self[name] for name in names], included, can_be_removed=self.count > 1)
            for number, names in self.names.items()
        ]

    @property
    def may_grow(self) -> bool:
        """Whether one more person fits into one registration."""
        return self.count < most_people(self.offer.event, for_desk=self.for_desk)

    @property
    def contact_fields(self) -> list[BoundField]:
        """Who registers."""
        return self.shown(CONTACT)

    @property
    def invoice_fields(self) -> list[BoundField]:
        """Whom the invoice goes to; empty where nothing costs anything."""
        return self.shown(INVOICE)

    @property
    def member_fields(self) -> list[BoundField]:
        """How members prove that they are."""
        return self.shown(("member_number",))

    @property
    def town_hall_open(self) -> bool:
        """A fold with something in it stands open."""
        return any(field.value() or field.errors for field in self.town_hall_fields)

    @property
    def town_hall_fields(self) -> list[BoundField]:
        """What public offices need on an invoice."""
        return self.shown(TOWN_HALL)

    @property
    def more_fields(self) -> list[BoundField]:
        """The rest."""
        return self.shown(("channel", *MORE))


def most_people(event: Event, *, for_desk: bool) -> int:
    """How many people one registration may name."""
    return people.MOST_BY_STAFF if for_desk else max(1, event.group_limit)


def people_count(data: QueryDict, event: Event, *, for_desk: bool) -> int:
    """How many people the sent form names; nonsense is one."""
    given = data.get("people", "1")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 1
    return min(max(1, number), most_people(event, for_desk=for_desk))


def offer_of(event: Event, own: frozenset[int] = frozenset()) -> Offer:
    """What the event offers at this moment."""
    options = list(event.options.all())
    rooms = option_rooms(event, options) if options else {}
    return Offer(event, list(event.prices.all()), options, rooms, own)


def bound(data: QueryDict, offer: Offer, **options: Any) -> RegistrationForm:
    """The form as it was sent; with one person more or less where such a button was pressed."""
    count = people_count(data, offer.event, for_desk=options.get("for_desk", False))
    gone = data.get("remove", "")
    if "add" in data and count < most_people(offer.event, for_desk=options.get("for_desk", False)):
        return RegistrationForm(people.one_more(data, count), offer=offer, redraw=True, **options)
    if gone.isascii() and gone.isdigit() and 1 <= int(gone[:4]) <= count and count > 1:
        return RegistrationForm(people.one_less(data, count, int(gone)), offer=offer, redraw=True, **options)
    return RegistrationForm(data, offer=offer, redraw="add" in data or bool(gone), **options)
