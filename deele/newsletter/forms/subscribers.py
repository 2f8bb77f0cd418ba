"""The desk: entering somebody by hand, and sending an old list in."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from deele.newsletter.actions.subscribing import Wanted
from deele.newsletter.queries import subscribers
from deele.office.models import Area


class ByHandForm(forms.Form):
    """Somebody asked on the telephone or at an event. They get the mail with the button like everybody else."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    areas = forms.ModelMultipleChoiceField(
        label=_("Which newsletters?"), queryset=Area.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].queryset = subscribers.areas_for(user)

    def wanted(self) -> Wanted:
        """The wish as the action takes it."""
        return Wanted(areas=list(self.cleaned_data["areas"]))


class ListForm(forms.Form):
    """A list and the newsletter of rows that name none."""

    file = forms.FileField(label=_("List"), help_text=_("CSV or Excel (.xlsx). The first row holds the headings."))
    area = forms.ModelChoiceField(
        label=_("Newsletter where a row names none"), queryset=Area.objects.none(), required=False
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"].queryset = subscribers.areas_for(user)

    @property
    def max_size(self) -> str:
        """The largest size, in words."""
        return filesizeformat(settings.DEELE_MAX_UPLOAD)
