"""Writing and changing a notice. Each kind asks its own few fields; nothing is asked exactly, all in bands."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from deele.core.seals import SealedForm
from deele.directory.queries.entries import public as public_entries
from deele.notices import enums
from deele.notices.actions.submitting import Told
from deele.notices.enums import Visibility
from deele.notices.models import Notice
from deele.notices.queries import forms_of_living
from deele.notices.queries.words import label_of
from deele.notices.rules.kinds import NoticeKind
from deele.notices.rules.matching import Needs
from deele.places.fields import PlaceField
from deele.places.models import Place

RADII = (0, 5, 10, 20, 30, 50, 100)
MANY: dict[str, Any] = {
    "area_types": enums.AreaType.choices, "ages": enums.Ages.choices, "legal": enums.Legal.choices,
    "brings": enums.Brings.choices, "wishes": enums.Wishes.choices, "partner_wanted": enums.Partner.choices,
    "access_offered": enums.Access.choices,
}  # fmt: skip
ONE: dict[str, Any] = {
    "household": enums.Household.choices, "with_children": enums.Children.choices, "equity": enums.Equity.choices,
    "monthly": enums.Monthly.choices, "horizon": enums.Horizon.choices, "partner_own": enums.Partner.choices,
    "care_offered": enums.Care.choices,
}  # fmt: skip
UNSAID: list[tuple[str, Any]] = [("", _("not said"))]
NEED_FIELDS = ("access_need", "care_need", "care_forms", "needs_consent")
FIRST = ("household", "housing_forms", "legal", "monthly", "equity", "horizon", "partner_own", "partner_wanted")
PLACES = ("place", "place_2", "place_3")
MIN_TEXT = 40


def radii() -> list[tuple[str, Any]]:
    """Kilometres in words."""
    return [(str(km), gettext("up to %(km)s km") % {"km": km} if km else gettext("only there")) for km in RADII]


class NoticeForm(forms.Form):
    """What a person says about a notice of one kind; `told()` is what the actions take."""

    title = forms.CharField(
        label=_("In one line"), max_length=120, min_length=8,
        help_text=_("What would make somebody stop and read? No names, please."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("In your own words"), max_length=3000, min_length=MIN_TEXT, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Please without names, addresses and telephone numbers: messages reach you through us."),
    )  # fmt: skip
    place = PlaceField(label=_("Where? (town, district or state)"), required=True)
    place_2 = PlaceField(label=_("Or there"))
    place_3 = PlaceField(label=_("Or there, too"))
    radius = forms.ChoiceField(label=_("How far around?"), choices=radii, initial="20")
    visibility = forms.ChoiceField(
        label=_("Who may see it?"), choices=Visibility.choices, initial=Visibility.PUBLIC, widget=forms.RadioSelect
    )
    contact_name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Never shown. Who you both agreed to meet gets it."),
    )  # fmt: skip

    def __init__(self, *args: Any, kind: NoticeKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        blank = Notice(kind=kind.key)
        for name in kind.fields:
            self.fields[name] = field_of(kind, name, label_of(blank, name))
        if kind.needs:
            self.ask_needs()

    def ask_needs(self) -> None:
        """Need of access and care: may be told, with a consent of its own, and is shown to nobody."""
        self.fields["access_need"] = forms.MultipleChoiceField(
            label=_("I need"), choices=enums.Access.choices, required=False, widget=forms.CheckboxSelectMultiple
        )
        self.fields["care_need"] = forms.ChoiceField(
            label=_("I need help or care"), choices=[*UNSAID, *enums.Care.choices], required=False
        )
        self.fields["care_forms"] = many(str(_("I think of a flat-share with care")), forms_of_living.telling())
        self.fields["needs_consent"] = forms.BooleanField(
            label=_("I allow the office to count this in the search for what fits. Nobody gets to see it."),
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        told = any(cleaned.get(name) for name in NEED_FIELDS[:-1])
        if told and not cleaned.get("needs_consent"):
            self.add_error(
                "needs_consent", _("Please tick this, or leave out what you need: without it we may not keep it.")
            )
        return cleaned

    def told(self) -> Told:
        """What the valid form says."""
        given = self.cleaned_data
        values = {name: given[name] for name in ("title", "text", "visibility", *self.kind.fields, *self.own_values())}
        values["contact_name"] = given["contact_name"]
        return Told({**values, "kind": self.kind.key}, self.places(), self.needs())

    def own_values(self) -> tuple[str, ...]:
        """More fields of Notice a form asks for."""
        return ()

    def places(self) -> list[tuple[Place, int]]:
        """The places named, each once, with the kilometres around them."""
        named = [self.cleaned_data[name] for name in PLACES if self.cleaned_data.get(name)]
        return [(place, int(self.cleaned_data["radius"])) for place in dict.fromkeys(named)]

    def needs(self) -> Needs | None:
        """What was told and may be kept; None for nothing."""
        given = self.cleaned_data
        if not given.get("needs_consent"):
            return None
        return Needs(
            frozenset(given.get("access_need", [])), given.get("care_need", ""), frozenset(given.get("care_forms", []))
        )

    def part(self, *names: str) -> list[Any]:
        """The bound fields of a part of the form that this kind asks for."""
        return [self[name] for name in names if name in self.fields]

    @property
    def living(self) -> list[Any]:
        """What decides most often."""
        return self.part(*FIRST)

    @property
    def finer(self) -> list[Any]:
        """What makes it more exact; folded up."""
        return self.part("with_children", "ages", "area_types", "wishes", "brings")

    @property
    def finer_open(self) -> bool:
        """The fold stands open when something in it is filled or wrong."""
        return any(field.errors or field.value() for field in self.finer)

    @property
    def house(self) -> list[Any]:
        """What the house is like."""
        return self.part("access_offered", "care_offered")

    @property
    def need_fields(self) -> list[Any]:
        """What somebody needs."""
        return self.part(*NEED_FIELDS)


def field_of(kind: NoticeKind, name: str, label: str) -> forms.Field:
    """A field of one of the kinds; all of them may be left out.

    Who tells needs is not asked in public for a form of living that tells them too.
    """
    if name == "housing_forms":
        return many(label, forms_of_living.plain() if kind.needs else forms_of_living.choices())
    if name in MANY:
        return many(label, MANY[name])
    return forms.ChoiceField(label=label, choices=[*UNSAID, *ONE[name]], required=False)


def many(label: str, choices: Any) -> forms.MultipleChoiceField:
    """Several to tick."""
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


class SubmissionForm(SealedForm, NoticeForm):
    """For the public."""

    contact_email = forms.EmailField(
        label=_("Your e-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Never shown. We send you a link there, with which you look after your notice."),
    )  # fmt: skip
    entry = forms.IntegerField(required=False, widget=forms.HiddenInput)
    consent = forms.BooleanField(
        label=_("The office may keep these facts, show them as chosen above, and write to me about this notice."),
        error_messages={"required": _("Without your consent we may not keep the notice.")},
    )

    def own_values(self) -> tuple[str, ...]:
        return ("contact_email", "entry")

    def clean_entry(self) -> Any:
        """A public entry; anything else is left out in silence."""
        number = self.cleaned_data["entry"]
        return public_entries().filter(pk=number).first() if number and 0 < number < 2**31 else None


class ChangeForm(NoticeForm):
    """For the person behind the notice, filled with what stands there; carries the version it was filled from."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def meet(self, version: int) -> None:
        """Somebody else was faster: carry the version as it is now, so that sending again is a decision."""
        self.data = self.data.copy()
        self.data["version"] = str(version)


def filled(notice: Notice) -> dict[str, Any]:
    """What the change form begins with, the sealed need too: this page is the person's own."""
    names = ("title", "text", "visibility", "contact_name", "version", *notice.kind_of.fields)
    initial = {name: getattr(notice, name) for name in names}
    reaches = list(notice.reaches.all())
    for name, reach in zip(PLACES, reaches, strict=False):
        initial[name] = reach.place
    initial["radius"] = str(reaches[0].radius_km if reaches else 20)
    if hasattr(notice, "need"):
        needs = notice.need.open()
        initial |= {
            "access_need": sorted(needs.access), "care_need": needs.care, "care_forms": sorted(needs.forms),
            "needs_consent": True,
        }  # fmt: skip
    return initial
