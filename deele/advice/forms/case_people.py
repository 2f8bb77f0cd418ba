"""Who is in charge of a case, whom it is shared with, who opens it with a reason."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.advice.models import Case
from deele.advice.queries import cases as queries
from deele.office import queries as office


class PeopleForm(forms.Form):
    """Adviser and deputy."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    adviser = forms.ModelChoiceField(label=_("In charge"), queryset=None, required=False, empty_label=_("nobody yet"))
    deputy = forms.ModelChoiceField(label=_("Deputy"), queryset=None, required=False, empty_label=_("nobody"))

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        initial = {"version": case.version, "adviser": case.adviser_id, "deputy": case.deputy_id}
        super().__init__(*args, initial=initial, **options)
        here = queries.advisers(case.area_id, timezone.localdate())
        for name in ("adviser", "deputy"):
            field: Any = self.fields[name]
            field.queryset = here


class AreaForm(forms.Form):
    """Another area of work."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    area = forms.ModelChoiceField(label=_("To which area of work?"), queryset=None)
    reason = forms.CharField(
        label=_("Why?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2, "data-hints": ""})
    )

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, initial={"version": case.version}, **options)
        area: Any = self.fields["area"]
        area.queryset = office.areas().exclude(pk=case.area_id)


class ShareForm(forms.Form):
    """A colleague of another area of work."""

    colleague = forms.ModelChoiceField(label=_("With whom?"), queryset=None)

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        colleague: Any = self.fields["colleague"]
        here = queries.advisers(case.area_id, today).values("pk")
        colleague.queryset = (
            queries.advisers(None, today).exclude(pk__in=here).exclude(pk__in=case.shares.values("user"))
        )


class HandOverForm(forms.Form):
    """All open cases of one colleague to another."""

    adviser = forms.ModelChoiceField(label=_("To whom?"), queryset=None)

    def __init__(self, *args: Any, leaving: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        adviser: Any = self.fields["adviser"]
        adviser.queryset = queries.advisers(None, timezone.localdate()).exclude(pk=leaving.pk)


class ReasonForm(forms.Form):
    """A case that is not one's own: which one, and why."""

    number = forms.CharField(label=_("Number of the case"), max_length=12)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence. It stands in the log and on the timeline of the case."),
    )
