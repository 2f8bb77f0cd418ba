"""Where somebody comes from: typed freely, and where several places are meant, picked. Works without scripts."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.places import queries as places
from deele.places.fields import place_text

KEY = re.compile(r"\((\d{2,9}(?:-[a-z0-9-]+)?)\)\s*$")
LIMIT = 8


class PlaceForm(forms.Form):
    """Adds `place_text` and, when the text fits several places, `place_pick`; the answer is `cleaned["place"]`."""

    place_text = forms.CharField(
        label=_("Where do you live or work?"),
        required=False,
        max_length=120,
        help_text=_("Town, village or postcode. Leave it empty if you come from abroad."),
        widget=forms.TextInput(attrs={"data-place-box": "", "autocomplete": "off"}),
    )
    place_pick = forms.ChoiceField(label=_("Which place do you mean?"), required=False, widget=forms.RadioSelect)

    def offer_places(self) -> None:
        """Offer a choice only where the text alone does not decide."""
        text = self.data.get("place_text", "").replace("\0", "") if self.is_bound else ""
        exact = places.exactly(text) if text.strip() else None
        self.found = [] if not text.strip() or exact or KEY.search(text) else places.find(text[:120], limit=LIMIT)
        self.exact = exact
        picks = [(match.place.key, place_text(match.place)) for match in self.found]
        if len(picks) > 1:
            self.fields["place_pick"].choices = picks  # type: ignore[attr-defined]
        else:
            del self.fields["place_pick"]

    def clean_place_text(self) -> str:
        text: str = self.cleaned_data["place_text"]
        self.cleaned_data["place"] = self.exact
        if not text or self.exact is not None:
            return text
        if found := KEY.search(text):
            self.cleaned_data["place"] = places.by_key(found[1])
        elif len(self.found) == 1:
            self.cleaned_data["place"] = self.found[0].place
        elif not self.found:
            words = _("We do not know this place. Please check the spelling, or write the postcode.")
            raise forms.ValidationError(words, code="unknown")
        return text

    def clean_place_pick(self) -> str:
        key: str = self.cleaned_data.get("place_pick", "")
        if key:
            self.cleaned_data["place"] = places.by_key(key)
        elif self.data.get("place_text"):
            raise forms.ValidationError(_("Several places have this name. Please choose one."), code="several")
        return key

    def place_of(self) -> Any:
        """The place that was meant, None where nobody told."""
        return self.cleaned_data.get("place")
