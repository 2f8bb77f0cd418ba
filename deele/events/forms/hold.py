"""Forms behind the link of the mail, and the one that asks for that link."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm
from deele.events.forms import people
from deele.events.forms.registration import RegistrationForm, bound, offer_of
from deele.events.models import Choice, Registration
from deele.events.queries.hold_page import PersonLine
from deele.places.fields import place_text


class AskLinkForm(SealedForm):
    """The same answer whether the address is known or not."""

    email = forms.EmailField(
        label=_("The e-mail address you registered with"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class CancelForm(forms.Form):
    """For whom to cancel. Whoever comes alone has nothing to choose."""

    who = forms.MultipleChoiceField(
        label=_("Who does not come?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one person.")},
    )
    reason = forms.CharField(label=_("Would you like to tell us why?"), required=False, max_length=300)

    def __init__(self, data: QueryDict | None = None, *, people: Sequence[PersonLine]) -> None:
        super().__init__(data)
        self.alone = people[0].pk if len(people) == 1 else None
        choices = [(str(one.pk), f"{one.name}: {one.fee}") for one in people]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]
        if self.alone is not None:
            del self.fields["who"]

    def people(self) -> list[int]:
        """The numbers of those who do not come."""
        if self.alone is not None:
            return [self.alone]
        return [int(pk) for pk in self.cleaned_data["who"]]


def own_form(registration: Registration, data: QueryDict | None) -> RegistrationForm:
    """The form of a registration that is there already: filled, and without a new address."""
    here = list(
        registration.participants.filter(cancelled_at=None)
        .select_related("registration", "need")
        .prefetch_related("choices")
    )
    held = Choice.objects.filter(participant__in=here).values_list("option", flat=True)
    offer = offer_of(registration.event, frozenset(held) if registration.holds_seats else frozenset())
    initial: dict[str, Any] = initial_of(registration)
    for number, one in enumerate(here, start=1):
        initial |= people.initial_of(number, one, offer)
    if data is not None:
        return bound(data, offer, keeps_email=True, initial=initial)
    return RegistrationForm(offer=offer, count=max(1, len(here)), keeps_email=True, initial=initial)


def initial_of(registration: Registration) -> dict[str, Any]:
    """What the contact has told before."""
    return {
        "name": registration.contact_name,
        "phone": registration.contact_phone,
        "organisation": registration.organisation,
        "audience": registration.audience,
        "place_text": place_text(registration.place) if registration.place else "",
        "member_number": registration.member_number,
        "invoice_name": registration.invoice_name,
        "invoice_address": registration.invoice_address,
        "invoice_email": registration.invoice_email,
        "order_reference": registration.order_reference,
        "leitweg_id": registration.leitweg_id,
        "source_of_knowledge": registration.source_of_knowledge,
        "remark": registration.remark,
    }
