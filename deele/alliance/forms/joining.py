"""The public form for joining."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.enums import Level, OrganisationKind
from deele.alliance.forms.fields import text_area
from deele.alliance.models import Membership
from deele.core.seals import SealedForm
from deele.core.text import one_line, words
from deele.places.fields import PlaceField

OF_REQUEST = (
    "name", "kind", "level", "place", "website", "portrait", "contributes", "contact_name", "contact_email",
    "contact_task",
)  # fmt: skip


def known(name: str) -> Membership | None:
    """A public member of this name, today's or a former one."""
    wanted = words(name)
    rows = Membership.objects.public().only("name", "former_names", "state", "succeeded_by")
    return next((one for one in rows if wanted in [words(each) for each in (one.name, *one.former_names)]), None)


class JoinForm(SealedForm):
    """Organisations of every kind, and private people."""

    kind = forms.ChoiceField(label=gettext_lazy("Who are you?"), choices=[("", "–"), *OrganisationKind.choices])
    name = forms.CharField(
        label=gettext_lazy("Name of the organisation"), max_length=200,
        help_text=gettext_lazy("You join as a private person? Then your own name."),
    )  # fmt: skip
    level = forms.ChoiceField(
        label=gettext_lazy("Where do you work?"), choices=Level.choices, initial=Level.PLACE, widget=forms.RadioSelect
    )
    place = PlaceField(label=gettext_lazy("Seat or place"), help_text=gettext_lazy("Name or postcode."))
    website = forms.URLField(label=gettext_lazy("Website"), required=False, max_length=500, assume_scheme="https")
    portrait = text_area(gettext_lazy("Who are you, in a few sentences?"), rows=4)
    contributes = text_area(gettext_lazy("What do you want to contribute?"), rows=4)
    contact_name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    contact_task = forms.CharField(label=gettext_lazy("Your task there"), max_length=120, required=False)
    contact_email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"), max_length=254,
        help_text=gettext_lazy("Never public. We send you a link to confirm it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    another = forms.BooleanField(
        label=gettext_lazy("We are another one with the same name"), required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known: Membership | None = None
        # Asked only where it matters; an unticked box would puzzle everybody else.
        sent = known(self.data.get("name", "")) if self.is_bound and self.data.get("name", "").strip() else None
        self.same_name = sent
        if sent is None:
            del self.fields["another"]

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_contact_name(self) -> str:
        return one_line(self.cleaned_data["contact_name"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.same_name is not None and not cleaned.get("another"):
            self.known = self.same_name
            self.add_error("name", _("“%(name)s” is part of the alliance already.") % {"name": self.same_name.name})
        return cleaned

    def values(self) -> dict[str, Any]:
        """Fields of JoinRequest."""
        return {name: self.cleaned_data[name] for name in OF_REQUEST}
