"""Entry forms: one screen for the office, a short one for the people behind it, one for the public."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.geo import in_germany
from deele.core.seals import SealedForm
from deele.core.versions import VersionedForm
from deele.directory.enums import ContactWay, LegalForm, LegalPart, TargetGroup
from deele.directory.kinds.catalogue import by_block
from deele.directory.models import Entry
from deele.places import queries as places
from deele.places.fields import PlacePick, place_text

ADDRESS = re.compile(r"^(?P<street>.*?)(?:,\s*(?P<postcode>\d{5})\s*(?P<town>.*))?$")
MAX_ADDRESSES = 12


def grouped_kinds() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The kinds under their building blocks, for a select."""
    return [(block.label, [(kind.key, kind.label) for kind in kinds]) for block, kinds in by_block()]


def read_addresses(text: str) -> list[dict[str, str]]:
    """One address a line: “Street 1” or “Street 1, 31134 Hildesheim”."""
    found = []
    for line in text.splitlines()[:MAX_ADDRESSES]:
        if line.strip():
            match = ADDRESS.match(line.strip())
            found.append({name: (value or "").strip() for name, value in match.groupdict().items()})
    return found


class CoreForm(PlacePick, VersionedForm):
    """What every entry form asks."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=grouped_kinds)
    addresses = forms.CharField(
        label=_("Addresses"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line: street and number, postcode and town."),
    )
    target_groups = forms.MultipleChoiceField(
        label=_("For whom?"), choices=TargetGroup.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Entry
        fields = [
            "title", "kind", "short_text", "description", "precision", "operator", "legal_form", "legal_form_text",
            "phase", "target_groups", "opening_year", "seeking", "seeking_what", "seeking_until", "opening_hours",
            "languages", "accessibility", "website", "contact_way", "public_email", "public_phone",
            "contact_name", "contact_email",
        ]  # fmt: skip
        widgets = {
            "description": forms.Textarea(attrs={"rows": 6}),
            "opening_hours": forms.Textarea(attrs={"rows": 2}),
            "accessibility": forms.Textarea(attrs={"rows": 2}),
            "seeking_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "contact_email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["website"].assume_scheme = "https"
        self.offer_places()
        entry = self.instance
        if entry.pk:
            self.initial.setdefault("addresses", "\n".join(str(address) for address in entry.addresses.all()))
            if entry.place:
                self.initial.setdefault("place_text", place_text(entry.place))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("contact_way") == ContactWay.WEBSITE and not cleaned.get("website"):
            self.add_error("website", _("Please give the website, as people are to get in touch through it."))
        postcodes = {address["postcode"] for address in read_addresses(cleaned.get("addresses", ""))} - {""}
        if postcodes and cleaned.get("place"):
            self.check_postcodes(postcodes, cleaned["place"])
        return cleaned

    def check_postcodes(self, postcodes: set[str], place: Any) -> None:
        """A postcode from elsewhere is nearly always a slip."""
        known = set(places.postcodes_of(place))
        for postcode in sorted(postcodes - known if known else ()):
            self.add_error(
                "addresses",
                forms.ValidationError(
                    _("The postcode %(postcode)s does not belong to %(place)s. Please check both."),
                    params={"postcode": postcode, "place": place.name},
                    code="postcode",
                ),
            )

    def values(self) -> dict[str, Any]:
        """Fields of Entry as the actions take them."""
        own = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}
        return {**own, "place": self.cleaned_data["place"]}

    def address_rows(self) -> list[dict[str, str]]:
        """The addresses as the actions take them."""
        return read_addresses(self.cleaned_data.get("addresses", ""))


class DeskForm(CoreForm):
    """Everything, on one screen."""

    part_eigentum, part_boden, part_bewohner, part_betrieb = (
        forms.ChoiceField(label=label, choices=[("", _("not known")), *LegalForm.choices], required=False)
        for label in (
            _("Legal form of the owner"),
            _("Legal form of the owner of the land"),
            _("Legal form of the residents"),
            _("Legal form of the operator"),
        )
    )
    covers = forms.CharField(
        label=_("Responsible for"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One place a line, of any level: municipality, district, region, state. Advice offices need this."),
    )

    class Meta(CoreForm.Meta):
        fields = [
            *CoreForm.Meta.fields,
            "area", "owner", "lat", "lon", "excursion_possible", "example_available", "speaker_ready", "source",
            "source_url", "as_of",
        ]  # fmt: skip
        widgets = {
            **CoreForm.Meta.widgets,
            "as_of": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["source_url"].assume_scheme = "https"
        if self.instance.pk:
            lines = [place_text(row.place) for row in self.instance.coverage.select_related("place__parent")]
            self.initial.setdefault("covers", "\n".join(lines))
            for part, form in self.instance.legal_form_parts.items():
                self.initial.setdefault(f"part_{part}", form)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not {"lat", "lon"} & self.errors.keys():
            self.check_point(cleaned.get("lat"), cleaned.get("lon"))
        return cleaned

    def check_point(self, lat: float | None, lon: float | None) -> None:
        """Half a point, swapped numbers and points abroad are slips."""
        if lat is None and lon is None:
            return
        if lat is None or lon is None:
            self.add_error("lat" if lat is None else "lon", _("Please give both latitude and longitude, or neither."))
        elif not in_germany(lat, lon):
            swapped = _("Latitude and longitude look swapped. Please check both.")
            abroad = _("This point lies outside Germany. Please check latitude and longitude.")
            self.add_error("lat", swapped if in_germany(lon, lat) else abroad)

    def for_person(self, user: Any) -> "DeskForm":
        """Offer only the areas of work this person may edit in."""
        areas = access.areas_of(user, Permission.ENTRY_EDIT)
        if areas is not None:
            self.fields["area"].queryset = self.fields["area"].queryset.filter(pk__in=areas)
        return self

    def values(self) -> dict[str, Any]:
        """Fields of Entry, with the parts of a mixed legal form."""
        parts = {part: self.cleaned_data.get(f"part_{part}") for part in LegalPart.values}
        return {**super().values(), "legal_form_parts": {part: form for part, form in parts.items() if form}}

    def clean_covers(self) -> list[Any]:
        """The places named, each exactly one."""
        found = []
        for line in filter(None, (line.strip() for line in self.cleaned_data["covers"].splitlines())):
            match = places.exactly(line)
            if match is None:
                raise forms.ValidationError(
                    _("“%(line)s” is not clearly one place. Please add the district, or the key in brackets."),
                    params={"line": line},
                )
            found.append(match)
        return found


class HolderForm(CoreForm):
    """For the people behind an entry: what they know best."""

    class Meta(CoreForm.Meta):
        fields = [name for name in CoreForm.Meta.fields if name not in {"kind", "contact_email"}]

    kind = None


class SubmissionForm(SealedForm, CoreForm):
    """For the public. A field that only machines fill and a seal with the time keep most rubbish out."""

    consent = forms.BooleanField(
        label=_("The office may publish these facts and write to me about this entry."),
        error_messages={"required": _("Without your consent we may not keep the entry.")},
    )

    class Meta(CoreForm.Meta):
        fields = [name for name in CoreForm.Meta.fields if name not in {"public_phone", "public_email"}]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["contact_email"].required = True
        self.fields["contact_name"].required = True
