"""Model and form fields of our own."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core import amounts, ranges


class RangeFormField(forms.CharField):
    """Takes "20–30", "ca. 40", "mind. 8"; gives a Range or None."""

    default_error_messages = {
        "range": _("“%(value)s” is no number. Please write a number or a range such as “20–30” or “ca. 40”."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 40)
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, ranges.Range) else value

    def to_python(self, value: Any) -> ranges.Range | None:  # type: ignore[override]  # that is the point
        if isinstance(value, ranges.Range):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            return ranges.parse(text)
        except ranges.BadRange as error:
            raise ValidationError(self.error_messages["range"], code="range", params={"value": text}) from error

    def validate(self, value: Any) -> None:
        if self.required and value is None:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """The length validators are for text; a Range was checked when it was read."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial or "") != self.to_python(data or "")
        except ValidationError:
            return True


class EurosField(forms.CharField):
    """Takes "59", "60.000", "1.234,50 €"; gives whole cents, None for nothing. `largest` is in cents."""

    default_error_messages = {"amount": _("“%(value)s” is no amount. Please write it like 60.000 or 59,50.")}

    def __init__(self, *, largest: int = amounts.LARGEST, **options: Any) -> None:
        options.setdefault("max_length", 24)
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "input--short"}))
        self.largest = largest
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return amounts.round_euros(value).removesuffix("\u00a0€") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]  # that is the point
        if isinstance(value, int):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            return amounts.read(text, largest=self.largest)
        except amounts.BadAmount as error:
            raise ValidationError(self.error_messages["amount"], code="amount", params={"value": text}) from error

    def validate(self, value: Any) -> None:
        if self.required and value is None:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """The length validators are for text; an amount was checked when it was read."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial if initial is not None else "") != self.to_python(data or "")
        except ValidationError:
            return True


class RangeField(models.CharField):
    """A Range, kept in its canonical spelling; empty is None."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 40)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        super().__init__(*args, **options)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> ranges.Range | None:
        return ranges.Range.restored(value) if value else None

    def to_python(self, value: Any) -> ranges.Range | None:
        if isinstance(value, ranges.Range) or not value:
            return value or None
        try:
            return ranges.Range.restored(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> str:
        if isinstance(value, ranges.Range):
            return value.stored()
        return value or ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def formfield(self, **options: Any) -> forms.Field:
        return RangeFormField(required=not self.blank, label=self.verbose_name, help_text=self.help_text)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not self.blank and value is None:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def run_validators(self, value: Any) -> None:
        """A Range has no length to check."""
