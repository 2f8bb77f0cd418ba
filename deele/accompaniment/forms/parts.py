"""What is written down for a plan, each with one small form; all of them are known by the word in the address."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.forms.fields import area, day_input, token_field
from deele.accompaniment.models import Decision, Member, Milestone, Partner, Plan, PlanContact, PlanTask
from deele.accompaniment.models.plans import PHASES
from deele.accompaniment.queries import people
from deele.core.versions import VersionedForm


class PartForm(VersionedForm):
    """One part of a plan."""

    token = token_field()

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.plan_id is None:
            self.instance.plan = plan
        self.prepare(plan)

    def prepare(self, plan: Plan) -> None:
        """Choices and values that depend on the plan."""


class ContactForm(PartForm):
    """A contact: counts, and moves the day on which the plan was last heard of."""

    class Meta:
        model = PlanContact
        fields = ["happened_on", "kind", "channel", "duration", "people", "note", "next_step"]
        widgets = {"happened_on": day_input(), "note": area(4)}

    def prepare(self, plan: Plan) -> None:
        self.fields["happened_on"].initial = timezone.localdate

    def clean_happened_on(self) -> Any:
        if (day := self.cleaned_data["happened_on"]) > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."), code="future")
        return day


class TaskForm(PartForm):
    """A task of the office, or of the group."""

    class Meta:
        model = PlanTask
        fields = ["title", "due_on", "assignee", "for_group", "done_on"]
        widgets = {"due_on": day_input(), "done_on": day_input()}

    def prepare(self, plan: Plan) -> None:
        assignee: Any = self.fields["assignee"]
        assignee.queryset = people.advisers(plan.area_id, timezone.localdate())
        assignee.empty_label = _("nobody yet")
        assignee.initial = plan.adviser_id


class PartnerForm(PartForm):
    """Who takes part."""

    class Meta:
        model = Partner
        fields = ["role", "name", "contact", "email", "note"]


class DecisionForm(PartForm):
    """What was decided."""

    class Meta:
        model = Decision
        fields = ["decided_on", "text", "decided_by"]
        widgets = {"decided_on": day_input(), "text": area()}

    def prepare(self, plan: Plan) -> None:
        self.fields["text"].help_text = _("The group reads it on its page.")
        self.fields["decided_on"].initial = timezone.localdate


class MemberForm(PartForm):
    """A contact person of the group."""

    class Meta:
        model = Member
        fields = ["name", "email", "phone", "task"]

    def prepare(self, plan: Plan) -> None:
        self.fields["email"].help_text = _("With an address the person can get the link to the group's page.")

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        same = self.instance.plan.members.exclude(pk=self.instance.pk)
        if cleaned.get("email") and same.filter(email=cleaned["email"]).exists():
            self.add_error("email", _("This address stands here already."))
        return cleaned


class MilestoneForm(PartForm):
    """A milestone: when it is due, when it was done, how that shows."""

    class Meta:
        model = Milestone
        fields = ["title", "phase", "due_on", "done_on", "proof_note", "proof_url", "dropped"]
        widgets = {"due_on": day_input(), "done_on": day_input()}

    def prepare(self, plan: Plan) -> None:
        self.fields["proof_url"].assume_scheme = "https"  # type: ignore[attr-defined]
        self.fields["phase"].initial = plan.phase
        self.fields["phase"].choices = PHASES  # type: ignore[attr-defined]

    def clean_done_on(self) -> Any:
        if (day := self.cleaned_data["done_on"]) and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."), code="future")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("done_on") and cleaned.get("dropped"):
            self.add_error("dropped", _("It is done, so it was needed. Please choose one of both."))
        return cleaned


@dataclass(frozen=True)
class Part:
    """How a part is called: in the address, by the plan, in words. `tab` is the page it is shown on."""

    word: str
    related: str
    form: type[PartForm]
    new: Promise
    change: Promise
    tab: str


PARTS = {
    one.word: one
    for one in (
        Part("kontakt", "contacts", ContactForm, _("Log a contact"), _("Change the contact"), "work"),
        Part("aufgabe", "tasks", TaskForm, _("New task"), _("Change the task"), "work"),
        Part("beteiligte", "partners", PartnerForm, _("Add a partner"), _("Change the partner"), "plan"),
        Part("beschluss", "decisions", DecisionForm, _("Write a decision down"), _("Change the decision"), "work"),
        Part("person", "members", MemberForm, _("Add a contact person"), _("Change the contact person"), "group"),
        Part("meilenstein", "milestones", MilestoneForm, _("New milestone"), _("Change the milestone"), "milestones"),
    )
}


class FileForm(forms.Form):
    """A file for the plan."""

    upload = forms.FileField(label=_("File"), help_text=_("PDF, PowerPoint, Word, Excel or a picture, at most 20 MB."))
    milestone: Any = forms.ModelChoiceField(
        label=_("Proof of a milestone"), queryset=None, required=False, empty_label=_("none")
    )
    shared = forms.BooleanField(label=_("The group sees it"), required=False)
    token = token_field()

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["milestone"]
        field.queryset = plan.milestones.filter(dropped=False)
