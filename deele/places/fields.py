"""A place in a form: typed freely, suggested while typing, clear at the end. Works without scripts."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.places import queries as places
from deele.places.models import Place

SHOWN, PICKS = 6, 8
KEY = re.compile(r"\((\d{2,9}(?:-[a-z0-9-]+)?)\)\s*$")
UNKNOWN = _("We do not know this place. Please check the spelling, or write the postcode.")


class PlaceField(forms.CharField):
    """A place by its name, postcode or key; empty is None."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 120)
        options.setdefault("required", False)
        options.setdefault("widget", forms.TextInput(attrs={"data-place-box": "", "autocomplete": "off"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Place.objects.filter(pk=value).first()
        return place_text(value) if isinstance(value, Place) else value

    def to_python(self, value: Any) -> Place | None:  # type: ignore[override]  # that is the point
        if isinstance(value, Place):
            return value
        text = super().to_python(value)
        if not text:
            return None
        found = places.exactly(text)
        if found is None:
            raise forms.ValidationError(_("“%(text)s” is not clearly one place.") % {"text": text} + alternatives(text))
        return found

    def run_validators(self, value: Any) -> None:
        """The length validators are for text."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")


def place_text(place: Place) -> str:
    """A place as it stands in the box; the key makes it clear which one is meant."""
    above = [str(one) for one in places.ancestors(place)[-1:]]
    return f"{', '.join([str(place), *above])} ({place.key})"


def alternatives(text: str) -> str:
    """What may have been meant."""
    found = [place_text(match.place) for match in places.find(text, limit=SHOWN)]
    if not found:
        return " " + str(_("Please check the spelling, or write the postcode."))
    return " " + str(_("Please write one of these:")) + " " + "; ".join(found)


def place_box(**options: Any) -> forms.CharField:
    """The text box of `PlacePick` under words of one's own."""
    options.setdefault("widget", forms.TextInput(attrs={"data-place-box": "", "autocomplete": "off"}))
    return forms.CharField(max_length=120, **options)


class PlacePick(forms.Form):
    """Asks the public for a place: `place_text`, and where that fits several, `place_pick` below it.

    Call `offer_places` when the form is complete; the answer is `cleaned_data["place"]`, None where nothing was told.
    """

    place_text = place_box(
        label=_("Town or village"),
        help_text=_("Name or postcode. If several places have this name, you can choose below."),
    )
    place_pick = forms.ChoiceField(label=_("Which place do you mean?"), required=False, widget=forms.RadioSelect)

    def offer_places(self) -> None:
        """Offer a choice only where the text alone does not decide."""
        text = self.data.get(self.add_prefix("place_text"), "").replace("\0", "").strip() if self.is_bound else ""
        keyed = KEY.search(text)
        self.exact = places.by_key(keyed[1]) if keyed else places.exactly(text) if text else None
        self.found = [] if not text or keyed or self.exact else places.find(text[:120], limit=PICKS)
        if len(self.found) == 1:
            self.exact = self.found[0].place
        picks = [(match.place.key, place_text(match.place)) for match in self.found]
        if len(picks) > 1:
            self.fields["place_pick"].choices = picks  # type: ignore[attr-defined]
        else:
            del self.fields["place_pick"]

    def clean_place_text(self) -> str:
        text: str = self.cleaned_data["place_text"]
        self.cleaned_data["place"] = self.exact
        if text and self.exact is None and "place_pick" not in self.fields:
            raise forms.ValidationError(UNKNOWN, code="unknown")
        return text

    def clean_place_pick(self) -> str:
        key: str = self.cleaned_data.get("place_pick", "")
        if not key:
            raise forms.ValidationError(_("Several places have this name. Please choose one."), code="several")
        self.cleaned_data["place"] = places.by_key(key)
        return key
