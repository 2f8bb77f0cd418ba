"""What the forms of examples, articles and the glossary have in common."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core import dates


def area(rows: int) -> forms.Textarea:
    """A text of some lines."""
    return forms.Textarea(attrs={"rows": rows})


def day_input() -> forms.DateInput:
    """A day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def ticks(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    """Several of a list."""
    more.setdefault("required", False)
    return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **more)


class SourceMixin(forms.ModelForm):
    """Where a fact is from; how far its date is known, the text says."""

    state_of = forms.CharField(
        label=_("As of"), required=False, max_length=40, help_text=_("A day, a month or a year; as the source says.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source_url"].assume_scheme = "https"  # type: ignore[attr-defined]
        self.initial.setdefault("state_of", self.instance.as_of_in_words)

    def clean_state_of(self) -> dates.PartialDate | None:
        text = self.cleaned_data["state_of"]
        try:
            return dates.parse(text) if text else None
        except dates.BadDate as error:
            raise forms.ValidationError(_("Please write a day, a month or a year, for example “May 2026”.")) from error

    def save(self, commit: bool = True) -> Any:
        told = self.cleaned_data.get("state_of")
        self.instance.as_of = told.day if told else None
        if told:
            self.instance.as_of_precision = told.precision
        return super().save(commit)


class InParts(forms.ModelForm):
    """A long form in parts, each with its heading."""

    layout: tuple[tuple[Any, tuple[str, ...]], ...] = ()

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The page in parts."""
        return [(title, [self[name] for name in names]) for title, names in self.layout]
