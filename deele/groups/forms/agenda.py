"""The form of an item of the agenda."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.core.versions import VersionedForm
from deele.groups.enums.sessions import AgendaKind
from deele.groups.forms.session_fields import lines, token_field
from deele.groups.models import AgendaItem


class AgendaItemForm(VersionedForm):
    """What somebody wants to talk about."""

    token = token_field()

    class Meta:
        model = AgendaItem
        fields = ("title", "text", "kind", "minutes")
        widgets = {
            "text": lines(4), "kind": forms.RadioSelect, "minutes": forms.NumberInput(attrs={"class": "input--short"}),
        }  # fmt: skip
        labels = {
            "title": _("What is it about?"), "text": _("In more words"), "kind": _("What is it for?"),
            "minutes": _("Minutes you need"),
        }  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = AgendaKind.choices  # type: ignore[attr-defined]  # without the empty one

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])
