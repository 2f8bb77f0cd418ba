"""A message to the office."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm
from deele.website.enums import Topic


class MessageForm(SealedForm):
    """Short on purpose: who, where to answer, what."""

    topic = forms.ChoiceField(label=_("What is it about?"), choices=Topic.choices, initial=Topic.GENERAL)
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    text = forms.CharField(label=_("Your message"), max_length=4000, widget=forms.Textarea(attrs={"rows": 7}))

    field_order = ["topic", "name", "email", "text"]
