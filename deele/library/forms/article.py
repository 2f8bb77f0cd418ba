"""Writing articles, checklists, frequent questions, and the glossary."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.text import slug
from deele.core.versions import VersionedForm
from deele.directory.enums import Block, Phase, TargetGroup
from deele.library.enums.articles import ArticleState
from deele.library.forms.parts import InParts, SourceMixin, area, day_input, ticks
from deele.library.kinds.demands import demands
from deele.library.models import Article, Term
from deele.office.enums import Theme

BODY_HELP = _(
    "An empty line begins a new paragraph. “## Heading”, “- item”, “**strong**”, “[words](https://…)”. "
    "In a checklist, each “- item” gets a box to tick."
)


class ArticleForm(InParts, SourceMixin, VersionedForm):
    """All of an article."""

    themes = ticks(_("Themes"), Theme.choices)
    blocks = ticks(_("Building blocks"), Block.choices)
    phases = ticks(_("Phases"), Phase.choices)
    target_groups = ticks(_("For whom"), TargetGroup.choices)
    topics = ticks(_("Answers these topics of advice"), ())

    class Meta:
        model = Article
        fields = [
            "kind", "title", "summary", "body", "themes", "blocks", "phases", "target_groups", "topics", "law_as_of",
            "check_by", "source", "source_url", "internal_note",
        ]  # fmt: skip
        widgets = {
            "summary": area(2), "body": forms.Textarea(attrs={"rows": 22, "data-reading": ""}),
            "law_as_of": day_input(), "check_by": day_input(), "internal_note": area(2),
        }  # fmt: skip
        help_texts = {"body": BODY_HELP}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        topics: Any = self.fields["topics"]
        topics.choices = demands.topics()
        if not topics.choices:
            del self.fields["topics"]

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The page in parts."""
        found = ["themes", "blocks", "phases", "target_groups", *(["topics"] if "topics" in self.fields else [])]
        layout = (
            (_("The text"), ["kind", "title", "summary", "body"]),
            (_("By what it is found"), found),
            (_("How long it holds"), ["law_as_of", "check_by", "source", "source_url", "state_of", "internal_note"]),
        )  # fmt: skip
        return [(title, [self[name] for name in names]) for title, names in layout]


class MoveForm(forms.Form):
    """One move of the table."""

    to = forms.ChoiceField(choices=ArticleState.choices)


class TermForm(InParts, SourceMixin, VersionedForm):
    """A word of the glossary. Its key is made of the word, once."""

    layout = (
        (_("The word"), ("word", "short", "text", "synonyms")),
        (_("What it is not"), ("confused_with", "difference")),
        (_("In Easy Language"), ("easy",)),
        (_("Where we know it from"), ("source", "source_url", "state_of")),
    )  # fmt: skip

    class Meta:
        model = Term
        fields = ["word", "short", "text", "synonyms", "confused_with", "difference", "easy", "source", "source_url"]
        widgets = {
            "short": area(2), "text": area(5), "synonyms": area(2), "easy": area(3), "difference": area(2),
            "confused_with": forms.CheckboxSelectMultiple,
        }  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["confused_with"]
        field.queryset = Term.objects.exclude(pk=self.instance.pk)

    def clean_word(self) -> str:
        word = self.cleaned_data["word"].strip()
        if not self.instance.pk:
            key = slug(word)
            if not key or Term.objects.filter(key=key).exists():
                raise forms.ValidationError(_("This word is in the glossary already, or has no letters."))
            self.instance.key = key
        return str(word)
