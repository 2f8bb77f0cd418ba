"""The questions of the legal form finder as one address; unknown answers are named and left out."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums.finder import ANSWERS

OPEN: list[tuple[str, Any]] = [("", _("still open"))]
LABELS: dict[str, Any] = {
    "zweck": _("What is it about?"),
    "wohnen": _("How do you want to live?"),
    "kapital": _("How much money of your own do the households bring along?"),
    "haushalte": _("How many households are you, or want to be?"),
    "risiko": _("Who is to carry the risk?"),
    "markt": _("Are the flats to stay out of the market?"),
    "tempo": _("How soon do you want to move in?"),
    "erbbau": _("Would leased land do (Erbbaurecht)?"),
    "partner": _("Is there a partner already?"),
}


class FinderForm(forms.Form):
    """All questions; none must be answered, and “still open” is an answer too (so no field is marked as optional)."""

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in ANSWERS.items():
            self.fields[name] = forms.ChoiceField(
                label=LABELS[name], choices=[*OPEN, *choices.choices], widget=forms.RadioSelect
            )


def understand(data: QueryDict) -> tuple[dict[str, str], bool]:
    """The known answers of an address, and whether something in it was not known."""
    given = {name: data.get(name, "") for name in ANSWERS if data.get(name)}
    known = {name: answer for name, answer in given.items() if answer in ANSWERS[name].values}
    return known, len(known) < len(given)
