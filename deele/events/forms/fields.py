"""Fields of our own: euros, a place, an entry of the directory."""

import re
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from deele.core import amounts
from deele.directory.models import Entry
from deele.directory.queries import entries

NUMBER = re.compile(r"(?:^|\()(\d+)\)?\s*$")
SHOWN = 4
STOPS = reverse_lazy("events:desk-stop-suggestions")


class AmountField(forms.CharField):
    """Euros as people write them, "59" or "59,00"; gives cents."""

    default_error_messages = {"amount": _("Please write an amount such as 59 or 59,00.")}

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 12)
        options.setdefault("label", _("Amount in euros"))
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "input--short"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return amounts.euros(value).removesuffix("\u00a0€") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int:  # type: ignore[override]  # that is the point
        if isinstance(value, int):
            return value
        text = super().to_python(value)
        try:
            return amounts.read(text) if text else 0
        except amounts.BadAmount as error:
            raise forms.ValidationError(self.error_messages["amount"], code="amount") from error

    def run_validators(self, value: Any) -> None:
        """The length validators are for text."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial or 0) != self.to_python(data or 0)
        except forms.ValidationError:
            return True


class EntryField(forms.CharField):
    """An entry of the directory by its number or its title; empty is None."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 220)
        options.setdefault("required", False)
        options.setdefault("widget", forms.TextInput(attrs={"data-suggest": STOPS, "autocomplete": "off"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Entry.objects.filter(pk=value).first()
        return entry_text(value) if isinstance(value, Entry) else value

    def to_python(self, value: Any) -> Entry | None:  # type: ignore[override]  # that is the point
        if isinstance(value, Entry):
            return value
        text = super().to_python(value)
        if not text:
            return None
        known = entries.public()
        if number := NUMBER.search(text):
            found = list(known.filter(pk=int(number[1])))
        else:
            found = list(known.filter(title__iexact=text)[:2]) or list(known.filter(title__icontains=text)[:SHOWN])
        if len(found) == 1:
            return found[0]
        words = "; ".join(entry_text(one) for one in found)
        if not found:
            raise forms.ValidationError(_("There is no public entry “%(text)s”.") % {"text": text}, code="none")
        raise forms.ValidationError(
            _("Several entries fit: %(entries)s. Please write the number.") % {"entries": words}
        )

    def run_validators(self, value: Any) -> None:
        """The length validators are for text."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")


def entry_text(entry: Entry) -> str:
    """An entry as it stands in the box."""
    return f"{entry.title} ({entry.pk})"
