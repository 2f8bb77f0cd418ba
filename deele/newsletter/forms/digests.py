"""Whose overview the office wants to look at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.newsletter.forms.subscribe import RegionMixin
from deele.newsletter.queries import digests as queries
from deele.newsletter.rules.digests import Reader
from deele.office.enums import Theme
from deele.office.models import Area


class LookForm(RegionMixin):
    """A district, a topic, a newsletter, as a reader may have chosen them. Nothing is stored."""

    topic = forms.ChoiceField(label=_("Topic"), required=False, choices=[("", _("all topics")), *Theme.choices])
    area = forms.ModelChoiceField(Area.objects.all(), label=_("Newsletter"), required=False, to_field_name="key")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["region_text"].label, self.fields["region_text"].help_text = _("District"), ""
        field: Any = self.fields["area"]
        field.empty_label = _("none")

    @property
    def regions(self) -> list[Any]:
        """The district, if one was named."""
        return [found] if (found := self.cleaned_data.get("region")) else []

    @property
    def topics(self) -> list[str]:
        """The topic, if one was chosen."""
        return [self.cleaned_data["topic"]] if self.cleaned_data.get("topic") else []

    def reader(self) -> Reader:
        """Who reads it."""
        area = self.cleaned_data.get("area")
        return queries.reader(self.regions, self.topics, [area] if area else [])

    def named(self) -> list[Any]:
        """The topic in words."""
        return [Theme(key).label for key in self.topics]
