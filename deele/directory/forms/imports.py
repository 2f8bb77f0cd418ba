"""Forms of the import: the file, the columns, one row."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from deele.directory.forms.entry import grouped_kinds
from deele.directory.models import Batch, BatchRow
from deele.directory.readers import entry_columns
from deele.office.models import Area
from deele.places import queries as places
from deele.places.fields import place_text
from deele.places.models import Place

LEFT_OUT = _("– leave out –")


class FileForm(forms.Form):
    """A table and where it comes from."""

    file = forms.FileField(label=_("Table"), help_text=_("CSV or Excel (.xlsx). The first row holds the headings."))
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=200,
        help_text=_(
            "Who made the table, e.g. “Landkreis Verden, Seniorenbüro”. It stands at each entry as its source."
        ),
    )
    licence = forms.CharField(
        label=_("Licence"), required=False, max_length=120, help_text=_("Only if the source names one.")
    )
    area = forms.ModelChoiceField(label=_("Area of work"), queryset=Area.objects.all(), required=False)
    publish = forms.BooleanField(
        label=_("Publish new entries at once"),
        required=False,
        help_text=_("Otherwise they become drafts that are reviewed one by one."),
    )

    @property
    def max_size(self) -> str:
        """The largest size, in words."""
        return filesizeformat(settings.DEELE_MAX_UPLOAD)


class ColumnsForm(forms.Form):
    """One choice a heading: which field it holds."""

    default_kind = forms.ChoiceField(
        label=_("Kind, where the table names none"),
        required=False,
        choices=lambda: [("", "–"), *grouped_kinds()],
    )

    def __init__(self, *args: Any, batch: Batch, **options: Any) -> None:
        super().__init__(*args, **options)
        self.batch = batch
        self.initial.setdefault("default_kind", batch.defaults.get("kind", ""))
        choices = column_choices()
        first = batch.rows.order_by("number").first()
        for number, heading in enumerate(batch.header):
            example = first.cells[number][:60] if first and number < len(first.cells) else ""
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading,
                choices=choices,
                required=False,
                initial=batch.mapping.get(heading, ""),
                help_text=_("e.g. “%(example)s”") % {"example": example} if example else "",
            )

    def mapping(self) -> dict[str, str]:
        """Heading → field."""
        return {heading: self.cleaned_data[f"column_{number}"] for number, heading in enumerate(self.batch.header)}

    def defaults(self) -> dict[str, str]:
        """Field → text where the table says nothing."""
        return {"kind": self.cleaned_data["default_kind"]}


def column_choices() -> list[tuple[Any, Any]]:
    """The fields a column may hold, those of single kinds below."""
    own = [(name, label) for name, (label, _synonyms) in entry_columns.FIELDS.items()]
    details = sorted(entry_columns.detail_fields().items(), key=lambda pair: pair[1])
    return [("", LEFT_OUT), (_("Every entry"), own), (_("Single kinds"), details)]


class RowForm(forms.Form):
    """Where the row lies, when the table does not say it clearly."""

    place_key = forms.ChoiceField(label=_("Which place is meant?"), required=False, widget=forms.RadioSelect)
    place_text = forms.CharField(
        label=_("Another place"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"data-place-box": "", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, row: BatchRow, **options: Any) -> None:
        super().__init__(*args, **options)
        found = {place.key: place for place in Place.objects.filter(key__in=row.candidates).select_related("parent")}
        self.candidates = [found[key] for key in row.candidates if key in found]
        if self.candidates:
            self.fields["place_key"].choices = [(place.key, place_text(place)) for place in self.candidates]
        else:
            del self.fields["place_key"]

    def clean_place_text(self) -> Place | None:
        text = self.cleaned_data["place_text"].strip()
        if not text:
            return None
        place = places.exactly(text)
        if place is None:
            raise forms.ValidationError(
                _("“%(line)s” is not clearly one place. Please add the district, or the key in brackets."),
                params={"line": text},
            )
        return place

    def place(self) -> Place | None:
        """The place chosen; None when none was."""
        picked = self.cleaned_data.get("place_key")
        named = next((place for place in self.candidates if place.key == picked), None)
        return self.cleaned_data.get("place_text") or named
