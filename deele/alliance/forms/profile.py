"""The profile: a short portrait and the three fixed questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.forms.fields import LONGEST
from deele.alliance.forms.membership import read_day
from deele.alliance.models import ProfileDraft
from deele.alliance.models.profile import TEXTS
from deele.core import dates
from deele.core.versions import VersionedForm


class ProfileForm(VersionedForm):
    """In a member's own words."""

    class Meta:
        model = ProfileDraft
        fields = [*TEXTS]
        widgets = {name: forms.Textarea(attrs={"rows": 6}) for name in TEXTS}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in TEXTS:
            self.fields[name].max_length = LONGEST  # type: ignore[attr-defined]
            self.fields[name].validators.append(forms.CharField(max_length=LONGEST).validators[0])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in TEXTS):
            raise forms.ValidationError(_("Nothing is written yet. One of the four is enough to begin."))
        return cleaned


TOLD = {
    "telefon": gettext_lazy("told by telephone"),
    "mail": gettext_lazy("written by mail"),
    "treffen": gettext_lazy("told at a meeting"),
    "seite": gettext_lazy("from a public page of the member"),
}


class DeskProfileForm(ProfileForm):
    """Written by the office for a member, with where the words come from."""

    told = forms.ChoiceField(label=gettext_lazy("Where are these words from?"), choices=list(TOLD.items()))
    as_of_text = forms.CharField(label=gettext_lazy("As of"), required=False, max_length=40)

    class Meta(ProfileForm.Meta):
        fields = [*TEXTS, "source", "source_url"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source_url"].assume_scheme = "https"  # type: ignore[attr-defined]
        self.initial.setdefault("as_of_text", self.instance.as_of_in_words)

    def clean_as_of_text(self) -> dates.PartialDate | None:
        return read_day(self.cleaned_data["as_of_text"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        row = self.instance
        row.as_of, row.as_of_precision = cleaned.get("as_of_text") or (None, dates.Precision.DAY)
        return cleaned

    @property
    def hand(self) -> str:
        """Who wrote, for the draft: “by the office, told by telephone”."""
        words = TOLD.get(self.cleaned_data.get("told", ""), "")
        return _("the office (%(how)s)") % {"how": words}
