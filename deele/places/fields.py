"""A place in a form: typed freely, suggested while typing, clear at the end. Works without scripts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.places import queries as places
from deele.places.models import Place

SHOWN = 6


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
