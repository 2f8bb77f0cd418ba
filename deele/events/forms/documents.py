"""A document with its words and rights."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.events.models import Document


class DocumentForm(forms.ModelForm):
    """A new document."""

    upload = forms.FileField(
        label=_("File"), required=False, help_text=_("PDF, PowerPoint, Word, Excel or a picture, at most 20 MB.")
    )

    class Meta:
        model = Document
        fields = ["kind", "title", "url", "alt", "credit", "rights_cleared", "released"]

    field_order = ["kind", "title", "upload", "url", "alt", "credit", "rights_cleared", "released"]

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["url"].assume_scheme = "https"  # type: ignore[attr-defined]
        self.fields["alt"].help_text = _("For photos: one sentence for people who cannot see them.")

    def words(self) -> dict[str, object]:
        """The fields as the action takes them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def validate_constraints(self) -> None:
        """Rights are checked by the action, which says what to do."""


class ReleaseForm(forms.Form):
    """Who may see it."""

    released = forms.BooleanField(label=_("public"), required=False)
    rights_cleared = forms.BooleanField(label=_("rights are cleared"), required=False)
