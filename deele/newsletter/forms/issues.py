"""Forms of an issue."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.versions import VersionedForm
from deele.newsletter.models import Issue, Item, Section
from deele.newsletter.queries import issues as queries
from deele.office.models import Area

MARKUP = _("An empty line begins a paragraph, “- ” a list, “# ” a heading; **strong**; links as [words](https://…).")


class NewIssueForm(forms.Form):
    """Which newsletter, and what stands above it."""

    area = forms.ModelChoiceField(Area.objects.none(), label=_("Newsletter"))
    title = forms.CharField(
        label=_("Title"), max_length=150, help_text=_("Stands above the issue, e.g. “December 2026”.")
    )
    subject = forms.CharField(label=_("Subject"), max_length=150, help_text=_("What the mail is called in the inbox."))

    def for_person(self, user: Any) -> "NewIssueForm":
        """Only the areas this person builds newsletters for."""
        areas, where = Area.objects.all(), access.areas_of(user, Permission.NEWSLETTER_EDIT)
        field: Any = self.fields["area"]
        field.queryset = areas if where is None else areas.filter(pk__in=where)
        return self


class TextsForm(VersionedForm):
    """Title, subject and opening words."""

    class Meta:
        model = Issue
        fields = ["title", "subject", "preheader", "lead"]
        widgets = {"lead": forms.Textarea({"rows": 8})}
        help_texts = {"lead": MARKUP}


class SectionForm(VersionedForm):
    """Heading and text of a section."""

    class Meta:
        model = Section
        fields = ["title", "text"]
        widgets = {"text": forms.Textarea({"rows": 8})}
        help_texts = {"text": MARKUP}


class NewSectionForm(forms.Form):
    """A further section."""

    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Heading"), max_length=120)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["kind"]
        field.choices = [(key, title or _("Own text")) for key, title in queries.kinds()]


class ItemForm(VersionedForm):
    """Own words in place of the record's; empty fields follow the record."""

    class Meta:
        model = Item
        fields = ["own_title", "own_text"]
        widgets = {"own_text": forms.Textarea({"rows": 6})}
        help_texts = {
            "own_title": _("Left empty, the heading follows the record until the issue is released."),
            "own_text": _("Left empty, the text follows the record until the issue is released."),
        }


class ReleaseForm(forms.Form):
    """When it goes out. Empty means now."""

    at = forms.DateTimeField(
        label=_("Send on"),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M"],
        help_text=_("Leave empty to begin at once."),
    )

    def clean_at(self) -> datetime | None:
        at = self.cleaned_data["at"]
        if at and at < timezone.now():
            raise forms.ValidationError(_("This moment has passed. Please choose a later one, or leave it empty."))
        return at


class TrialForm(forms.Form):
    """Where a trial copy goes."""

    to = forms.EmailField(label=_("Trial copy to"))
