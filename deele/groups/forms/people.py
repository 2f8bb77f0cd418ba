"""People of a group: invited, seated, answered."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.groups.enums import Role
from deele.groups.forms.fields import said
from deele.groups.models import WorkingGroup
from deele.groups.queries import people


class InviteForm(forms.Form):
    """Whom the lead invites: by address, since delegates of other members are nobody's list."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, help_text=_("Of somebody who acts for a member of the alliance.")
    )
    role = forms.ChoiceField(label=_("as what"), choices=Role.choices, initial=Role.MEMBER)
    words = said(help_text=_("They stand in the invitation."))


class SeatForm(forms.Form):
    """Whom the office gives a seat, or invites."""

    delegate: Any = forms.ModelChoiceField(label=_("Who"), queryset=None, empty_label=_("please choose"))
    role = forms.ChoiceField(label=_("as what"), choices=Role.choices, initial=Role.MEMBER)
    words = said(help_text=_("They stand in the invitation."))
    at_once = forms.BooleanField(label=_("The person has agreed already: give the seat at once"), required=False)

    def __init__(self, *args: Any, group: WorkingGroup, **options: Any) -> None:
        super().__init__(*args, **options)
        here = group.seats.filter(until=None).values("delegate")
        field: Any = self.fields["delegate"]
        field.queryset = people.delegates(timezone.localdate()).exclude(pk__in=here)
        field.label_from_instance = lambda one: f"{one.name} ({one.membership})"


class RoleForm(forms.Form):
    """What somebody is in the group."""

    role = forms.ChoiceField(label=_("as what"), choices=Role.choices)


class AnswerForm(forms.Form):
    """Yes or no."""

    yes = forms.TypedChoiceField(choices=[("ja", "ja"), ("nein", "nein")], coerce=lambda value: value == "ja")


class AskForm(forms.Form):
    """A wish to join."""

    words = said(label=_("Why you would like to join"), help_text=_("Who leads the group reads it."))


class MuteForm(forms.Form):
    """Mails of this group, or none."""

    muted = forms.BooleanField(required=False)
