"""Fields that several forms of the alliance share."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.models import Membership
from deele.core.text import one_line
from deele.office.enums import Theme

LONGEST = 6000


def text_area(label: Any, rows: int = 5, **more: Any) -> forms.CharField:
    """A longer text; optional unless told otherwise."""
    options = {"required": False, "max_length": LONGEST, **more}
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


def themes_field(**more: Any) -> forms.MultipleChoiceField:
    """The themes of the house."""
    return forms.MultipleChoiceField(
        label=gettext_lazy("Themes"), choices=Theme.choices, required=False, widget=forms.CheckboxSelectMultiple, **more
    )


class MemberField(forms.CharField):
    """A member, by its name or number; empty is None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 220, "required": False, **options})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Membership.objects.filter(pk=value).first()
        return f"{value.name} ({value.pk})" if isinstance(value, Membership) else value

    def to_python(self, value: Any) -> Membership | None:  # type: ignore[override]  # that is the point
        if isinstance(value, Membership):
            return value
        text = one_line(super().to_python(value) or "")
        if not text:
            return None
        number = text.rpartition("(")[2].rstrip(")")
        rows = Membership.objects.filter(succeeded_by=None)
        numbered = rows.filter(pk=number).first() if number.isascii() and number.isdigit() else None
        if numbered is not None and (text.isdigit() or text.startswith(numbered.name)):
            return numbered
        found = list(rows.filter(name__iexact=text)[:2]) or list(rows.filter(Q(name__icontains=text))[:6])
        if len(found) == 1:
            return found[0]
        raise forms.ValidationError(unclear(text, found))

    def run_validators(self, value: Any) -> None:
        """The length validators are for text."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")


def unclear(text: str, found: list[Membership]) -> str:
    """What may have been meant."""
    if not found:
        return _("We know no member “%(text)s”. Please check the spelling.") % {"text": text}
    names = "; ".join(f"{one.name} ({one.pk})" for one in found)
    return _("“%(text)s” may be several members. Please write one of these: %(names)s") % {"text": text, "names": names}
