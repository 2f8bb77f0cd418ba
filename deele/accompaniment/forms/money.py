"""The money of a plan at the desk: sources, costs, answers of the legal form finder."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import QueryDict
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.forms.finder import understand
from deele.accompaniment.models import MoneySource, MoneyUse
from deele.core.fields import EurosField
from deele.core.versions import VersionedForm
from deele.funding.models import ProgrammeVersion

LARGEST = 1_000_000_000_00  # cents: a billion is a slip


def new_token() -> str:
    """A name for one form on one screen."""
    return get_random_string(20)


def euros(label: Any, **more: Any) -> EurosField:
    """A sum of a plan."""
    return EurosField(label=label, largest=LARGEST, **more)


def day_input() -> forms.DateInput:
    """A day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TokenForm(VersionedForm):
    """A row of its own on a page of its own; sent twice it is one row."""

    token = forms.CharField(widget=forms.HiddenInput, initial=new_token, max_length=40, required=False)


class SourceForm(TokenForm):
    """A source of money."""

    cents = euros(_("Amount (euros)"))

    class Meta:
        model = MoneySource
        fields = ["instrument", "label", "cents", "status", "condition", "programme_version"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["programme_version"]
        field.queryset = ProgrammeVersion.objects.select_related("programme").order_by("programme__name", "-number")
        field.empty_label = _("none")
        field.help_text = _("Then share and amount are compared with what the programme gives at most.")


class UseForm(TokenForm):
    """A cost."""

    cents = euros(_("Amount (euros)"))

    class Meta:
        model = MoneyUse
        fields = ["use", "label", "cents"]


class AnswersForm(forms.Form):
    """The address of a result of the legal form finder."""

    address = forms.CharField(
        label=_("Address of the result"), max_length=1000,
        help_text=_("Answer the questions together, then copy the address of the page in here."),
    )  # fmt: skip

    def answers(self) -> dict[str, str]:
        """The answers in the address; none where it is another address."""
        query = QueryDict(urlsplit(self.cleaned_data["address"]).query)
        return understand(query)[0]
