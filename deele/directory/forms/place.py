"""Choosing a place: type it, and where several are meant, pick one. Works without JavaScript."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.places import queries as places
from deele.places.fields import place_text

KEY = re.compile(r"\((\d{2,9}(?:-[a-z0-9-]+)?)\)\s*$")
LIMIT = 8


class PlaceFormMixin(forms.Form):
    """Adds `place_text` and, when the text fits several places, `place_pick`; cleaned value is `place`."""

    place_text = forms.CharField(
        label=_("Town or village"),
        max_length=120,
        help_text=_("Name or postcode. If several places have this name, you can choose below."),
        widget=forms.TextInput(attrs={"data-place-box": "", "autocomplete": "off"}),
    )
    place_pick = forms.ChoiceField(label=_("Which place do you mean?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.data.get(self.add_prefix("place_text"), "") if self.is_bound else "")

    def offer(self, text: str) -> None:
        """Offer a choice only where the text alone does not decide."""
        self.found = [] if not text.strip() or KEY.search(text) else places.find(text, limit=LIMIT)
        picks = [(match.place.key, place_text(match.place)) for match in self.found]
        if len(picks) > 1:
            self.fields["place_pick"].choices = picks
        else:
            del self.fields["place_pick"]

    def clean_place_text(self) -> str:
        text = self.cleaned_data["place_text"]
        self.cleaned_data["place"] = None
        if found := KEY.search(text):
            self.cleaned_data["place"] = places.by_key(found[1])
        elif len(self.found) == 1:
            self.cleaned_data["place"] = self.found[0].place
        elif not self.found:
            raise forms.ValidationError(
                _("We do not know this place. Please check the spelling, or write the postcode."), code="unknown"
            )
        return text

    def clean_place_pick(self) -> str:
        key = self.cleaned_data.get("place_pick", "")
        if key:
            self.cleaned_data["place"] = places.by_key(key)
        return key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "place_text" in cleaned and cleaned.get("place") is None:
            self.add_error(
                "place_pick" if "place_pick" in self.fields else "place_text",
                forms.ValidationError(_("Several places have this name. Please choose one."), code="several"),
            )
        return cleaned
