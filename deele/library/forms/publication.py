"""The facts of a publication."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from deele.core.fields import EurosField
from deele.core.versions import VersionedForm
from deele.directory.enums import Block, Phase, TargetGroup
from deele.library.enums.publication import Language, PlaceType
from deele.library.models import Publication
from deele.library.queries.publication_list import FACETS, Asked
from deele.library.rules.publication import EARLIEST_YEAR
from deele.office.enums import Theme
from deele.places.fields import PlaceField

LATEST_YEAR = 2100
MAX_PAGE = 500


def many(label: Any, choices: Any) -> forms.MultipleChoiceField:
    """Tick boxes, none needed."""
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


class PublicationForm(VersionedForm):
    """Everything that stands on the page but files and stock. Authors are organisations, one a line."""

    author_lines = forms.CharField(
        label=gettext_lazy("Written by (organisations, one a line)"), required=False, max_length=6000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("A member of the alliance is linked by its name."),
    )  # fmt: skip
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=EARLIEST_YEAR, max_value=LATEST_YEAR,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )  # fmt: skip
    price_cents = EurosField(
        label=gettext_lazy("Price"), required=False, help_text=gettext_lazy("Empty: free of charge.")
    )
    languages = many(gettext_lazy("Languages"), Language.choices)
    themes = many(gettext_lazy("Themes"), Theme.choices)
    blocks = many(gettext_lazy("Building blocks"), Block.choices)
    phases = many(gettext_lazy("Phases"), Phase.choices)
    groups = many(gettext_lazy("For whom"), TargetGroup.choices)
    place_types = many(gettext_lazy("Kinds of place"), PlaceType.choices)
    place = PlaceField(label=gettext_lazy("Place"), help_text=gettext_lazy("Only when it is about one place."))

    class Meta:
        model = Publication
        fields = [
            "title", "subtitle", "kind", "line", "summary", "publisher", "series", "edition", "year", "languages",
            "easy_language", "pages", "price_cents", "isbn", "doi", "url", "rights", "licence", "themes", "blocks",
            "phases", "groups", "place_types", "place", "source", "source_url", "as_of", "internal_note",
        ]  # fmt: skip
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 10}),
            "internal_note": forms.Textarea(attrs={"rows": 2}),
            "as_of": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "line": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "summary": gettext_lazy(
                "The most important points as text, for everybody who cannot read the file. Needed before publishing. "
                "An empty line begins a new paragraph."
            ),
            "line": gettext_lazy("Stands in every list. Needed before publishing."),
            "rights": gettext_lazy("Who holds the rights, and what readers may do."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("url", "source_url"):
            self.fields[name].assume_scheme = "https"  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["author_lines"] = "\n".join(author.name for author in self.instance.authors.all())

    def clean_price_cents(self) -> int:
        return self.cleaned_data["price_cents"] or 0

    def clean_doi(self) -> str:
        """The bare DOI, also when its address was given."""
        return self.cleaned_data["doi"].removeprefix("https://doi.org/").removeprefix("doi:").strip()

    def authors(self) -> list[str]:
        """The names in their order."""
        return self.cleaned_data["author_lines"].splitlines()

    def values(self) -> dict[str, Any]:
        """Fields of Publication as the action takes them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class NewPublicationForm(forms.ModelForm):
    """What it takes to begin."""

    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=EARLIEST_YEAR, max_value=LATEST_YEAR,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )  # fmt: skip

    class Meta:
        model = Publication
        fields = ["title", "subtitle", "kind", "year"]


class EditionForm(forms.Form):
    """The year of a new edition."""

    year = forms.IntegerField(
        label=gettext_lazy("Year of the new edition"), min_value=EARLIEST_YEAR, max_value=LATEST_YEAR,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )  # fmt: skip


class FileForm(forms.Form):
    """A file with its words."""

    upload = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("PDF, Word, PowerPoint, Excel or EPUB. A PDF is read and checked; that takes a moment."),
    )
    title = forms.CharField(
        label=pgettext_lazy("file", "What it is"), max_length=160, required=False,
        help_text=gettext_lazy("Only when there are several: “Short version”, “Chapter 2”."),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=Language.choices)


class StockForm(forms.Form):
    """What was counted on the shelf."""

    prints = forms.BooleanField(label=gettext_lazy("Printed copies can be ordered"), required=False)
    stock = forms.IntegerField(
        label=gettext_lazy("Copies in stock"), min_value=0, max_value=1_000_000,
        help_text=gettext_lazy("Without those of orders that still wait: they are taken off already."),
    )  # fmt: skip
    most_copies = forms.IntegerField(label=gettext_lazy("Most copies for one order"), min_value=1, max_value=1000)


def understand(data: QueryDict) -> Asked:
    """Read the parameters of an address; nothing in them is an error."""
    asked = Asked(text=" ".join(data.get("q", "").replace("\0", "").split())[:200])
    for facet in FACETS:
        given = [value for value in dict.fromkeys(data.getlist(facet.key)[:20]) if value]
        known = [value for value in given if (value in facet.labels if facet.labels else value.isdecimal())]
        if known:
            asked.chosen[facet.key] = known
        if known != given:
            asked.notes.append(_("One of the filters is not known here and was left out."))
    page = data.get("seite", "")
    asked.page = min(int(page), MAX_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return asked
