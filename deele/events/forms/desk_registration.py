"""Decisions about one registration at the desk, and the form to change it."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from deele.events.forms.hold import initial_of
from deele.events.forms.people import initial_of as person_initial
from deele.events.forms.registration import RegistrationForm, bound, offer_of
from deele.events.models import Choice, Registration


class CancelForm(forms.Form):
    """Ending a registration for the people."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, required=False, help_text=_("For the office; it stands in no mail.")
    )
    free_of_charge = forms.BooleanField(label=_("It costs nothing, whatever the event says"), required=False)


class ProofForm(forms.Form):
    """Whether the lower price is justified."""

    accepted = forms.TypedChoiceField(
        choices=[("ja", _("yes")), ("nein", _("no"))], coerce=lambda value: value == "ja", widget=forms.HiddenInput
    )


def desk_form(registration: Registration, data: QueryDict | None) -> RegistrationForm:
    """The form of a registration that is there already, filled, with everything the office may change."""
    people = registration.participants.filter(cancelled_at=None)
    here = list(people.select_related("registration", "need").prefetch_related("choices"))
    held = Choice.objects.filter(participant__in=here).values_list("option", flat=True)
    offer = offer_of(registration.event, frozenset(held) if registration.holds_seats else frozenset())
    initial = initial_of(registration) | {
        "email": registration.contact_email, "is_resident": registration.is_resident,
    }  # fmt: skip
    for number, one in enumerate(here, start=1):
        initial |= person_initial(number, one, offer)
    if data is not None:
        form = bound(data, offer, for_desk=True, initial=initial)
    else:
        form = RegistrationForm(offer=offer, count=max(1, len(here)), for_desk=True, initial=initial)
    del form.fields["channel"]  # how it came in does not change
    return form
