"""Forms of minutes: an item, a remark, the answer to one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.text import one_line
from deele.core.versions import VersionedForm
from deele.groups.enums.sessions import DecisionLevel, Majority, MinutesKind
from deele.groups.forms.session_fields import SeatField, day_input, lines, seats, token_field
from deele.groups.models import MinutesItem, Session

ONLY_DECISIONS = ("majority", "votes_yes", "votes_no", "votes_abstained", "level")
VOTES = ("votes_yes", "votes_no", "votes_abstained")


class MinutesItemForm(VersionedForm):
    """A decision, a task or an information. What does not belong to its kind is left out, not refused."""

    seat = SeatField(label=_("Who of the group does it?"), queryset=None, required=False)
    token = token_field()

    class Meta:
        model = MinutesItem
        fields = (
            "kind", "agenda_item", "text", "seat", "who", "due_on", "majority", "votes_yes", "votes_no",
            "votes_abstained", "level",
        )  # fmt: skip
        widgets = {"text": lines(6), "kind": forms.RadioSelect, "due_on": day_input()}
        labels = {
            "kind": _("What is it?"), "agenda_item": _("Item of the agenda"), "text": _("Text"),
            "who": _("Or somebody else"), "due_on": _("Until when?"), "majority": _("How was it decided?"),
            "votes_yes": _("Votes for it"), "votes_no": _("Votes against it"), "votes_abstained": _("Abstentions"),
            "level": _("Level of the decision"),
        }  # fmt: skip

    def __init__(self, *args: Any, session: Session, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["seat"].queryset = seats(session.group, self.instance.seat_id)
        fields["agenda_item"].queryset = session.agenda.standing()
        fields["agenda_item"].empty_label = _("none")
        fields["kind"].choices = MinutesKind.choices
        fields["majority"].choices = [("", "–"), *Majority.choices]
        fields["level"].choices = [("", "–"), *DecisionLevel.choices]
        for name in VOTES:
            fields[name].widget.attrs["class"] = "input--short"

    def clean_who(self) -> str:
        return one_line(self.cleaned_data["who"])

    def clean(self) -> dict[str, Any]:
        kind = self.cleaned_data.get("kind")
        if kind and kind != MinutesKind.DECISION:
            for name in ONLY_DECISIONS:
                self.cleaned_data[name] = None if name in VOTES else ""
        if kind == MinutesKind.INFORMATION:
            self.cleaned_data |= {"seat": None, "who": "", "due_on": None}
        given = super().clean()
        if kind == MinutesKind.DECISION and not given.get("majority"):
            self.add_error("majority", _("Please say how it was decided."))
        if kind == MinutesKind.DECISION and not given.get("level"):
            self.add_error("level", _("Please choose the level, so that the decision is found."))
        if kind == MinutesKind.TASK and not (given.get("seat") or given.get("who")):
            self.add_error("seat", _("Please say who does it. A task without a person stays undone."))
        return given


class RemarkForm(forms.Form):
    """An objection or an addition."""

    item = forms.ModelChoiceField(
        label=_("On which item?"), queryset=None, required=False, empty_label=_("on the minutes as a whole")
    )
    text = forms.CharField(label=_("Text"), max_length=4000, widget=lines(5))
    token = token_field()

    def __init__(self, *args: Any, session: Session, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["item"]
        field.queryset = session.minutes.standing()


class AnswerRemarkForm(forms.Form):
    """What is said to an objection."""

    answer = forms.CharField(label=_("Answer"), max_length=500)

    def clean_answer(self) -> str:
        return one_line(self.cleaned_data["answer"])
