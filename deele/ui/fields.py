"""A bound form field taken apart, so that one template can draw every widget the same way."""

from functools import cached_property

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

# What the browser may fill in by itself (WCAG 1.3.5), by the name of the field.
AUTOCOMPLETE = {
    "email": "email",
    "phone": "tel",
    "telephone": "tel",
    "first_name": "given-name",
    "last_name": "family-name",
    "your_name": "name",
    "organisation": "organization",
    "street": "street-address",
    "zip": "postal-code",
    "postcode": "postal-code",
    "city": "address-level2",
    "town": "address-level2",
}
PLACES = "/orte/vorschlaege"
INPUT = "kern-form-input__input input"
CLASSES = {
    "select": "kern-form-input__select input input--select",
    "checkbox": "kern-form-check__checkbox check__box",
    "file": "input input--file",
}


def kind_of(widget: forms.Widget) -> str:
    """How the widget is drawn: checkbox, choices, group, select, textarea, file, or plain input."""
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.MultiWidget | forms.SelectDateWidget):
        return "group"
    if isinstance(widget, forms.Select):
        return "select"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    return "file" if isinstance(widget, forms.FileInput) else "input"


class Parts:
    """What the `field` component draws: label, hint, errors and the widget with its references."""

    def __init__(self, bound: BoundField) -> None:
        self.bound = bound
        self.widget = bound.field.widget
        self.kind = kind_of(self.widget)
        self.id = bound.id_for_label or bound.auto_id
        self.box_id = f"field_{bound.html_name}"
        self.hint_id = f"{bound.auto_id}_hint" if bound.help_text else ""
        self.error_id = f"{bound.auto_id}_errors" if bound.errors else ""

    @property
    def label(self) -> str:
        return self.bound.label

    @property
    def hint(self) -> str:
        return self.bound.help_text

    @property
    def errors(self) -> list[str]:
        return self.bound.errors

    @property
    def optional(self) -> bool:
        """The rare optional field is marked, not the many required ones; a lone tick box explains itself."""
        return not self.bound.field.required and self.kind != "checkbox"

    @property
    def is_group(self) -> bool:
        """Several controls under one question: a fieldset with a legend."""
        return self.kind in ("choices", "group")

    @property
    def described_by(self) -> str:
        return " ".join(part for part in (self.hint_id, self.error_id) if part)

    @cached_property
    def attrs(self) -> dict[str, str]:
        """Attributes of the control: class, references, autocomplete, invalid."""
        found = {} if self.is_group else {"aria-describedby": self.described_by}
        if self.kind != "choices":
            found["class"] = f"{CLASSES.get(self.kind, INPUT)} {self.widget.attrs.get('class', '')}".strip()
        if isinstance(self.widget, forms.SelectDateWidget):
            found["aria-label"] = str(self.label)
        if self.errors:
            found["aria-invalid"] = "true"
        if self.kind == "input" and "autocomplete" not in self.widget.attrs and self.bound.name in AUTOCOMPLETE:
            found["autocomplete"] = AUTOCOMPLETE[self.bound.name]
        # An empty reference must not stand; False keeps Django from adding its own.
        return {name: value or False for name, value in found.items()}

    @property
    def control(self) -> SafeString:
        """The widget's markup."""
        if isinstance(self.widget, forms.MultiWidget):
            self.name_the_pieces()
        return self.bound.as_widget(attrs=self.attrs)

    def name_the_pieces(self) -> None:
        """Each control of a group gets a name of its own; the widgets are the form's own copies."""
        pieces = self.widget.widgets
        split = isinstance(self.widget, forms.SplitDateTimeWidget)
        names = [_("Date"), _("Time")] if split else [f"{self.label} {n}" for n in range(1, len(pieces) + 1)]
        for piece, name, kind in zip(pieces, names, ("date", "time"), strict=False):
            piece.attrs.setdefault("aria-label", name)
            if split:
                piece.input_type, piece.format = kind, "%Y-%m-%d" if kind == "date" else "%H:%M"

    @property
    def suggest(self) -> dict[str, str]:
        """Where suggestions come from while somebody types, and what a choice writes; empty for other fields.

        `data-place-box` asks for places: empty writes name, district and key, "name" the name alone. `data-suggest`
        names another address. Without a script the plain field stays.
        """
        asked = self.widget.attrs
        if "data-place-box" in asked:
            return {"url": PLACES, "fill": asked["data-place-box"] or "exact"}
        return {"url": asked["data-suggest"], "fill": "label"} if "data-suggest" in asked else {}

    @property
    def options(self) -> list:
        """The single choices of radio buttons or tick boxes."""
        return list(self.bound.subwidgets)
