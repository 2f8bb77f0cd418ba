"""The part of a registration that repeats for each person: name, price, extras, needs, consents.

All people stand in one form, their fields numbered (`p2_name`), so that one page without scripts holds several people
and one list of errors names them all.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.amounts import euros
from deele.events.kinds import Person
from deele.events.models import Event, Option, Participant, PriceClass
from deele.events.rules.places import Room

MOST_BY_STAFF = 60
NEED_LETTERS = 1000
FIELDS = ("pk", "name", "email", "price", "extras", "need", "on_list", "photo_ok")


class FullMixin:
    """Choices that are booked out are shown and cannot be chosen."""

    full: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **more: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **more)  # type: ignore[misc]
        if str(value) in self.full:
            option["attrs"]["disabled"] = True
        return option


class OneOf(FullMixin, forms.RadioSelect):
    """At most one."""


class AnyOf(FullMixin, forms.CheckboxSelectMultiple):
    """As many as one likes."""


@dataclass
class Offer:
    """What the event offers, with the places of each extra as they are now. `own` are extras that are held already."""

    event: Event
    prices: list[PriceClass]
    options: list[Option]
    rooms: Mapping[int, Room]
    own: frozenset[int] = frozenset()
    groups: dict[str, list[Option]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for option in self.options:
            if option.group:
                self.groups.setdefault(option.group, []).append(option)

    @property
    def single(self) -> list[Option]:
        """Extras that stand for themselves."""
        return [option for option in self.options if not option.group and not option.is_required]

    @property
    def included(self) -> list[Option]:
        """What everybody takes."""
        return [option for option in self.options if not option.group and option.is_required]

    @property
    def costs_anything(self) -> bool:
        """Whether there can be something to pay."""
        return any(one.amount_cents for one in (*self.prices, *self.options))

    @property
    def always_costs(self) -> bool:
        """Whether nobody comes for nothing."""
        return bool(self.prices) and all(one.amount_cents for one in self.prices)

    @property
    def amounts_json(self) -> str:
        """What each choice costs, for the sum that follows while one chooses."""
        return json.dumps({
            "prices": {str(one.pk): one.amount_cents for one in self.prices},
            "options": {str(one.pk): one.amount_cents for one in self.options},
            "included": sum(one.amount_cents for one in self.included),
        })  # fmt: skip

    def full(self, options: Iterable[Option]) -> frozenset[str]:
        """Which of these nobody can take any more."""
        return frozenset(str(one.pk) for one in options if self.rooms[one.pk].is_full and one.pk not in self.own)

    def words(self, option: Option) -> str:
        """An extra with its price, its note and what is left."""
        left = self.rooms[option.pk]
        parts = [option.note, euros(option.amount_cents) if option.amount_cents else ""]
        if left.is_full and option.pk not in self.own:
            parts.append(_("booked out"))
        elif left.free is not None:
            parts.append(_("%(number)s places left") % {"number": left.free})
        more = "; ".join(part for part in parts if part)
        return f"{option.title} ({more})" if more else option.title


@dataclass(frozen=True)
class Group:
    """The fields of one person, as the page shows them."""

    number: int
    fields: list[BoundField]
    included: list[str]
    can_be_removed: bool


def group_name(number: int, at: int) -> str:
    """The field of the `at`th group of extras of which one is chosen."""
    return f"p{number}_group{at}"


def add_fields(form: forms.Form, number: int, offer: Offer) -> list[str]:
    """Give the form the fields of a person; returns their names in the order of the page."""
    made = {"pk": forms.IntegerField(required=False, widget=forms.HiddenInput), **fields_of(number, offer)}
    made |= {f"group{at}": one_of(group, offer, number) for at, group in enumerate(offer.groups.items(), start=1)}
    if offer.single:
        made["extras"] = any_of(offer)
    made |= consents(offer.event)
    for name, one in made.items():
        form.fields[f"p{number}_{name}"] = one
    return [f"p{number}_{name}" for name in made if name != "pk"]


def fields_of(number: int, offer: Offer) -> dict[str, forms.Field]:
    """Name, address, price."""
    first = number == 1
    name = forms.CharField(
        label=_("Name"),
        max_length=160,
        required=not first,
        help_text=_("Leave this empty if you come yourself.") if first else "",
        error_messages={"required": _("Please write the name of person %(number)s.") % {"number": number}},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-mail address of this person"),
        required=False,
        help_text=_("For the certificate and questions afterwards. Left empty, all mail comes to you."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    made: dict[str, forms.Field] = {"name": name, "email": email}
    if len(offer.prices) > 1:
        made["price"] = forms.ChoiceField(
            label=_("Price"),
            widget=forms.RadioSelect,
            choices=[(str(one.pk), price_words(one)) for one in offer.prices],
            error_messages={"required": _("Please choose a price for person %(number)s.") % {"number": number}},
        )
    return made


def price_words(price: PriceClass) -> str:
    """Regulär: 69,00 € (with a note)."""
    amount = euros(price.amount_cents) if price.amount_cents else _("free of charge")
    return f"{price.title}: {amount} ({price.note})" if price.note else f"{price.title}: {amount}"


def one_of(group: tuple[str, list[Option]], offer: Offer, number: int) -> forms.ChoiceField:
    """Extras that exclude each other."""
    title, options = group
    required = any(one.is_required for one in options)
    choices = [(str(one.pk), offer.words(one)) for one in options]
    made = forms.ChoiceField(
        label=title,
        required=required,
        widget=OneOf,
        choices=choices if required else [("", _("nothing of this")), *choices],
        error_messages={"required": _("Please choose one for person %(number)s.") % {"number": number}},
    )
    made.widget.full = offer.full(options)
    return made


def any_of(offer: Offer) -> forms.MultipleChoiceField:
    """Extras that stand for themselves."""
    choices = [(str(one.pk), offer.words(one)) for one in offer.single]
    made = forms.MultipleChoiceField(label=_("Would you like …?"), required=False, widget=AnyOf, choices=choices)
    made.widget.full = offer.full(offer.single)
    return made


def consents(event: Event) -> dict[str, forms.Field]:
    """What the event asks beyond that; each question is answered by nobody who does not want to."""
    made: dict[str, forms.Field] = {}
    if event.asks_needs:
        made["need"] = forms.CharField(
            label=_("What do you need to take part?"),
            required=False,
            max_length=NEED_LETTERS,
            help_text=_(
                "Food, a lift, sign language, an assistant: only those who prepare the event read this, "
                "and we delete it after the event."
            ),
            widget=forms.Textarea(attrs={"rows": 2}),
        )
    if event.has_participant_list:
        label = gettext_lazy("The name may stand on the list of participants that all get.")
        made["on_list"] = forms.BooleanField(label=label, required=False)
    if event.asks_photo_consent:
        label = gettext_lazy("The person may be seen on photos of the event.")
        made["photo_ok"] = forms.BooleanField(label=label, required=False)
    return made


def person_of(number: int, cleaned: Mapping[str, Any], offer: Offer, *, name: str) -> Person:
    """What was typed for one person; `name` is the contact's, for the first who comes alone."""

    def told(key: str, nothing: Any = "") -> Any:
        return cleaned.get(f"p{number}_{key}") or nothing

    price = told("price") or (offer.prices[0].pk if len(offer.prices) == 1 else None)
    chosen = [told(f"group{at}") for at in range(1, len(offer.groups) + 1)] + list(told("extras", []))
    options = [int(pk) for pk in chosen if pk] + [one.pk for one in offer.included]
    return Person(
        name=told("name") or name,
        email=told("email"),
        price_pk=int(price) if price else None,
        options=tuple(options),
        on_list=bool(told("on_list", False)),
        photo_ok=bool(told("photo_ok", False)),
        need=told("need"),
        pk=told("pk", None),
    )


def initial_of(number: int, one: Participant, offer: Offer) -> dict[str, Any]:
    """What a participant has told before."""
    chosen = [choice.option_id for choice in one.choices.all()]
    found: dict[str, Any] = {
        "pk": one.pk,
        "name": one.name,
        "email": one.email if one.email != one.registration.contact_email else "",
        "price": str(one.price_id or ""),
        "extras": [str(pk) for pk in chosen],
        "need": one.need.text if hasattr(one, "need") else "",
        "on_list": one.on_list,
        "photo_ok": one.photo_ok,
    }
    for at, options in enumerate(offer.groups.values(), start=1):
        found[f"group{at}"] = next((str(option.pk) for option in options if option.pk in chosen), "")
    return {f"p{number}_{key}": value for key, value in found.items()}


def one_more(data: QueryDict, count: int) -> QueryDict:
    """The same form with room for one more person."""
    changed = data.copy()
    changed["people"] = str(count + 1)
    return changed


def one_less(data: QueryDict, count: int, gone: int) -> QueryDict:
    """The same form without one person; those behind move up."""
    changed = data.copy()
    for name in [name for name in changed if name.startswith(f"p{gone}_")]:
        del changed[name]
    for number in range(gone + 1, count + 1):
        for name in [name for name in changed if name.startswith(f"p{number}_")]:
            changed.setlist(f"p{number - 1}_{name.partition('_')[2]}", changed.pop(name))
    changed["people"] = str(count - 1)
    return changed
