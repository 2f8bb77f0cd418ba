"""A group written down, changed, moved on."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.core.versions import VersionedForm
from deele.directory.enums import TargetGroup
from deele.groups.forms.fields import area, day_input, ticks
from deele.groups.models import WorkingGroup
from deele.groups.queries import people
from deele.groups.rules import moves
from deele.office.enums import Theme
from deele.places.fields import PlaceField


class GroupForm(VersionedForm):
    """What the people of a group and the office may write about it."""

    place = PlaceField(label=_("Where it works"), help_text=_("Empty: in the whole state."))
    themes = ticks(_("Themes"), Theme.choices)
    target_groups = ticks(_("For whom"), TargetGroup.choices)

    parts_named: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (_("What the group is to do"), ("name", "mandate", "output")),
        (_("How it works"), ("rhythm", "place", "is_public", "caretaker", "since")),
        (_("What it is about"), ("themes", "target_groups")),
    )

    class Meta:
        model = WorkingGroup
        fields = ["name", "mandate", "output", "rhythm", "place", "is_public", "themes", "target_groups"]
        widgets: dict[str, Any] = {"mandate": area(4), "output": area(2)}

    def validate_unique(self) -> None:
        """The action asks whether the name is free: it knows a second click, and says no more than it must."""

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """The page in parts, each with its heading."""
        found = [(title, [self[name] for name in names if name in self.fields]) for title, names in self.parts_named]
        return [(title, fields) for title, fields in found if fields]


class DeskGroupForm(GroupForm):
    """The office also says who looks after it, and since when it is there."""

    class Meta(GroupForm.Meta):
        fields = [*GroupForm.Meta.fields, "caretaker", "since"]
        widgets = {**GroupForm.Meta.widgets, "since": day_input()}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["caretaker"]
        field.queryset = people.colleagues(timezone.localdate())
        field.empty_label = _("nobody yet")


class MoveForm(forms.Form):
    """One move of the table."""

    to = forms.ChoiceField(choices=[(move.target, move.target.label) for move in moves.MOVES])
    reason = forms.CharField(required=False, max_length=300)
