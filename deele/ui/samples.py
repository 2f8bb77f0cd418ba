"""What the gallery shows: invented things in every state, and a form with every kind of field."""

from typing import Any

from django import forms
from django.contrib.messages import ERROR, SUCCESS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

CHOICES = [("a", _("Living together")), ("b", _("Care nearby")), ("c", _("Help in the neighbourhood"))]


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Name of the project"), help_text=_("As it stands on the door."))
    email = forms.EmailField(label=_("E-mail address"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Please choose")), *CHOICES])
    several = forms.MultipleChoiceField(label=_("Several from a list"), choices=CHOICES, required=False)
    text = forms.CharField(label=_("Description"), widget=forms.Textarea(attrs={"rows": 4}), required=False)
    one = forms.ChoiceField(label=_("One of three"), choices=CHOICES, widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(
        label=_("Any of three"),
        choices=CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("You may choose more than one."),
    )
    count = forms.IntegerField(label=_("Number of flats"), min_value=0, required=False)
    day = forms.DateField(label=_("Opened on"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
    moment = forms.SplitDateTimeField(label=_("Day and time"), required=False)
    file = forms.FileField(label=_("Picture"), required=False, help_text=_("JPG or PNG, up to 20 MB."))
    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput, required=False)
    consent = forms.BooleanField(
        label=_("I have read the privacy notice and agree."), help_text=_("You can withdraw this at any time.")
    )
    token = forms.CharField(widget=forms.HiddenInput, initial="x", required=False)


def items(*labels: str, active: int = 0, **more: Any) -> list[dict[str, Any]]:
    """Links for menus, tabs and lists."""
    return [
        {"label": label, "url": f"?n={number}", "active": number == active, **more}
        for number, label in enumerate(labels)
    ]


def entries() -> list[dict[str, Any]]:
    """Invented entries, as a search would hand them to a page."""
    rows = [
        ("Wohnhof Musterlinde", _("Housing project"), "Musterdorf", "3,2 km", "fresh"),
        ("Nachbarschaftshilfe Beispielmarsch", _("Help in the neighbourhood"), "Beispielmarsch", "7,8 km", "due"),
        ("Pflegestützpunkt Landkreis Muster", _("Advice office"), "Musterstadt", "12 km", "old"),
        ("Treffpunkt Alte Schule", _("Meeting place"), "Beispielhausen, Ortsteil Probewinkel", "14 km", "unknown"),
    ]
    words = {
        "fresh": _("confirmed in October 2026"),
        "due": _("confirmed 14 months ago"),
        "old": _("marked as old: nobody confirmed it since 2023"),
        "unknown": _("not confirmed yet"),
    }
    line = "Zwölf Wohnungen für Ältere und Familien, gemeinsamer Garten, ein Gästezimmer für alle."
    return [
        {
            "title": name,
            "kind": kind,
            "place": place,
            "distance": far,
            "age_state": state,
            "age": words[state],
            "line": line,
        }
        for name, kind, place, far, state in rows
    ]


def facts() -> list[dict[str, Any]]:
    """Facts with source and age."""
    return [
        {"label": _("Address"), "value": "Dorfstraße 1, 12345 Musterdorf"},
        {"label": _("Telephone"), "value": "05000 12345", "url": "tel:0500012345"},
        {"label": _("Flats"), "value": "12", "age": _("confirmed in October 2026"), "age_state": "fresh"},
        {
            "label": _("Inhabitants"),
            "value": "4.812",
            "source": "Statistisches Bundesamt, Gemeindeverzeichnis",
            "source_url": "?quelle",
        },
    ]


def context() -> dict[str, Any]:
    """Everything the gallery's templates show."""
    bound = SampleForm(data={"email": "keine-adresse", "many": ["b"], "kind": "x"})
    bound.is_valid()
    bound.add_error(None, _("This project is already in the directory. Please have a look at it first."))
    return {
        "form": SampleForm(prefix="leer"),
        "wrong": bound,
        "entries": entries(),
        "facts": facts(),
        "page": Paginator(range(95), 10).page(3),
        "tabs": items(str(_("Overview")), str(_("Projects")), str(_("Advice")), active=1),
        "links": items("Landkreis Muster", "Landkreis Beispiel", "Samtgemeinde Probe"),
        "trail": items("Niedersachsen", "Landkreis Muster", "Musterdorf"),
        "filters": [
            {"label": _("Housing project"), "count": 12, "url": "?art=1", "active": True, "value": "1"},
            {"label": _("Advice office"), "count": 4, "url": "?art=2", "value": "2"},
            {"label": _("Meeting place"), "count": 0, "url": "?art=3", "value": "3"},
        ],
        "chips": items(str(_("Housing project")), str(_("within 20 km"))),
        "steps": [
            {"label": _("Idea"), "state": "done", "note": "2024"},
            {"label": _("Group"), "state": "done", "note": "2025"},
            {"label": _("Plot"), "state": "current", "note": _("since March 2026")},
            {"label": _("Building"), "state": "todo"},
        ],
        "history": [
            {"when": "12.10.2026", "title": _("Entry confirmed"), "by": _("the project itself"), "text": ""},
            {
                "when": "03.03.2025",
                "title": _("Telephone number changed"),
                "by": "Redaktion",
                "text": "05000 1 → 05000 12345",
            },
        ],
        "bars": [
            {"label": "Musterdorf", "value": 31.4, "text": "31,4 %"},
            {"label": "Landkreis Muster", "value": 26.1, "text": "26,1 %"},
            {"label": "Niedersachsen", "value": 22.9, "text": "22,9 %"},
        ],
        "columns": [
            {"label": _("Place")},
            {"label": _("Inhabitants"), "numeric": True},
            {"label": _("Projects"), "numeric": True},
        ],
        "rows": [["Musterdorf", "4.812", "3"], ["Beispielhausen", "12.090", "7"], ["Probewinkel", "610", "0"]],
        "notes": [
            Message(SUCCESS, _("The entry was published.")),
            Message(ERROR, _("The file could not be read. Nothing was imported.")),
        ],
    }


def desk_menu() -> list[dict[str, Any]]:
    """A desk menu for the sample page."""
    names = [
        ("Heute", 0),
        ("Eingang", 4),
        ("Einträge", 0),
        ("Dubletten", 12),
        ("Importe", 0),
        ("Orte", 0),
        ("Auswertung", 0),
    ]
    return [{"label": name, "url": f"?d={name}", "count": count, "active": name == "Einträge"} for name, count in names]


def points(zoom: int) -> dict[str, Any]:
    """The entries as GeoJSON, far ones drawn together as a server would."""
    lone = [
        point(
            8.95 + 0.2 * place, 52.75 + 0.09 * place, id=place + 1, title=row["title"], kind=str(row["kind"]), url="?e"
        )
        for place, row in enumerate(entries())
    ]
    near = {"id": 9, "title": "Haus am Beispielteich", "url": "?e"}
    crowd = point(9.35, 53.1, **({"count": 37} if zoom < 11 else near))
    return {"type": "FeatureCollection", "features": [*lone, crowd]}


def point(lon: float, lat: float, **properties: Any) -> dict[str, Any]:
    """One GeoJSON feature."""
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def places(text: str) -> list[dict[str, str]]:
    """Invented places whose names begin like `text`."""
    names = ["Musterdorf", "Musterstadt", "Beispielhausen", "Probewinkel"]
    return [
        {"label": name, "note": "Gemeinde im Landkreis Muster", "url": "/ui/beispiele/ort/"}
        for name in names
        if text and name.lower().startswith(text.lower())
    ]
