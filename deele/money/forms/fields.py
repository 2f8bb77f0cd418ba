"""A form field for money."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from deele.money.rules import amounts


class MoneyField(forms.CharField):
    """Takes "59", "59,00 €", "1.234,56"; gives whole cents."""

    default_error_messages = {"amount": _("“%(value)s” is no amount. Please write it like 59,00.")}

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 20)
        self.least, _most = options.pop("min_value", None), options.pop("max_value", None)
        super().__init__(**options)
        self.widget.attrs.setdefault("inputmode", "decimal")

    def prepare_value(self, value: Any) -> Any:
        return amounts.number(value).replace("\N{MINUS SIGN}", "-") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]  # that is the point
        if isinstance(value, int):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            amount = amounts.read(text)
            if self.least is not None and amount < self.least:
                raise amounts.BadAmount(text)
        except amounts.BadAmount as error:
            raise ValidationError(self.error_messages["amount"], code="amount", params={"value": text}) from error
        return amount

    def run_validators(self, value: Any) -> None:
        """Its length was checked as text, by the browser; the amount has its own limits."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True
