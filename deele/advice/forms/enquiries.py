"""The public form of an enquiry, and the small ones behind its link."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.advice.actions.enquiries import Asked
from deele.advice.enums import AnswerBy, Topic
from deele.core.seals import SealedForm
from deele.core.text import one_line
from deele.office.enums import Audience
from deele.places.fields import PlacePick, place_box

CONSENT = _(
    "I agree that the office keeps and uses what I write here to answer me. Half a year after the answer it is "
    "deleted; that somebody asked is counted without my name. I can withdraw at any time by the link in the mail."
)
NO_ANSWER = [("", _("no answer"))]


class EnquiryForm(PlacePick, SealedForm):
    """Anybody may ask: no account, one page, name optional."""

    text = forms.CharField(
        label=_("What would you like to know?"),
        help_text=_("Please write nothing about illnesses, and no names of other people. We ask if we need more."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 7, "data-hints": ""}),
    )
    topic = forms.ChoiceField(label=_("What is it about?"), choices=[("", _("Please choose")), *Topic.choices])
    place_text = place_box(
        label=_("In which town or village?"), required=False,
        help_text=_("Name or postcode. So the right person answers, and we can name offers near you."),
    )  # fmt: skip
    audience = forms.ChoiceField(
        label=_("Who is asking?"), choices=[*NO_ANSWER, *Audience.choices], required=False,
        help_text=_("We count this for our funders, without names."),
    )  # fmt: skip
    answer_by = forms.ChoiceField(
        label=_("How shall we answer?"), choices=AnswerBy.choices, widget=forms.RadioSelect, initial=AnswerBy.MAIL
    )
    email = forms.EmailField(
        label=_("E-mail address"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=40,
        help_text=_("And when we reach you best, if you like."), widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=160, help_text=_("Not needed for an answer."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    organisation = forms.CharField(
        label=_("Organisation"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    consent = forms.BooleanField(label=CONSENT)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_places()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        by = cleaned.get("answer_by")
        if by == AnswerBy.MAIL and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Please write your e-mail address, or choose an answer by telephone."))
        if by == AnswerBy.PHONE and not cleaned.get("phone"):
            self.add_error("phone", _("Please write your telephone number, or choose an answer by e-mail."))
        return cleaned

    def asked(self, about: str = "", about_title: str = "") -> Asked:
        """What was asked, for the action."""
        said = self.cleaned_data
        return Asked(
            text=said["text"].strip(), topic=said["topic"], place=said.get("place"),
            audience=said["audience"] or Audience.OTHER, name=one_line(said["name"]),
            organisation=one_line(said["organisation"]), email=said["email"], phone=one_line(said["phone"]),
            answer_by=said["answer_by"], about=about, about_title=about_title, consent=str(CONSENT),
        )  # fmt: skip


class AddForm(SealedForm):
    """Something more, behind the link."""

    text = forms.CharField(
        label=_("What would you like to add?"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
