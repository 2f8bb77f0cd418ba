"""Which heading means which field: the columns of our own table, German and English synonyms, a mapping file."""

import hashlib
import json
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.errors import Refusal
from deele.core.text import words
from deele.directory.kinds.catalogue import kinds

IGNORE = ""
DETAIL = "details."

# Field → label and the headings that mean it (folded, without spaces); the first is our own column name.
FIELDS: dict[str, tuple[Promise, str]] = {
    "id": (gettext_lazy("id at the source"), "id nummer nr lfdnr kennung schluessel quellid"),
    "name": (
        gettext_lazy("title"),
        "name projektname titel bezeichnung projekt einrichtung einrichtungsname title projekttitel angebot",
    ),
    "kind": (
        gettext_lazy("kind"),
        "kind art wohnform typ kategorie projektart projekttyp type category artdesangebots",
    ),
    "status": (
        gettext_lazy("state or phase"),
        "status phase stand projektstand projektstatus planungsstand umsetzungsstand",
    ),
    "postal_code": (gettext_lazy("postcode"), "postalcode plz postleitzahl zip postcode zipcode"),
    "postcode_basis": (gettext_lazy("where the postcode comes from"), "plzbasis postcodebasis"),
    "town": (gettext_lazy("town"), "town ort stadt gemeinde kommune wohnort city standort ortstadt stadtgemeinde"),
    "locality": (gettext_lazy("locality"), "locality ortsteil stadtteil dorf quartier ortschaft bezirk"),
    "district": (gettext_lazy("district"), "district landkreis kreis lk kreisregion landkreisstadt region"),
    "street": (
        gettext_lazy("street and number"),
        "street strasse anschrift adresse strassehausnummer strasseundhausnummer strassehausnr address strassenr",
    ),
    "house_number": (gettext_lazy("house number"), "housenumber hausnummer hausnr hnr"),
    "website": (gettext_lazy("website"), "website webseite internet homepage url web internetseite www link"),
    "opening_year": (
        gettext_lazy("year of opening or moving in"),
        "openingyear jahr einzug einzugsjahr baujahr eroeffnung eroeffnungsjahr fertigstellung bezug bezogenseit year",
    ),
    "dwellings": (
        gettext_lazy("dwellings"),
        "dwellings wohneinheiten we wohnungen anzahlwohnungen anzahlwohneinheiten anzahlwe wegesamt units",
    ),
    "people": (
        gettext_lazy("residents or places"),
        "residentsorplaces bewohner bewohnerinnen plaetze personen anzahlbewohner anzahlplaetze platzzahl residents",
    ),
    "legal_form": (gettext_lazy("legal form"), "legalform rechtsform organisationsform"),
    "operator": (
        gettext_lazy("run by"),
        "operatororowner traeger betreiber projekttraeger traegerin anbieter organisation vermieter operator",
    ),
    "owner": (gettext_lazy("owner"), "owner eigentuemer eigentuemerin bauherr"),
    "building": (gettext_lazy("building"), "building gebaeude bauweise neubaubestand gebaeudeart"),
    "notes": (
        gettext_lazy("description"),
        "notes bemerkung bemerkungen beschreibung anmerkung anmerkungen notiz notizen description kommentar hinweise",
    ),
    "short_text": (gettext_lazy("in one line"), "shorttext kurztext einzeiler untertitel"),
    "as_of": (gettext_lazy("as of"), "dataasof datenstand standdatum asof aktualisiert aktualisiertam standderdaten"),
    "source_url": (gettext_lazy("address of the source"), "sourceurl quelle quellenlink quelleurl nachweis fundstelle"),
    "source": (gettext_lazy("source"), "source quellename herkunft quellenname"),
    "lat": (gettext_lazy("latitude"), "lat latitude breite breitengrad geobreite"),
    "lon": (gettext_lazy("longitude"), "lon lng long longitude laenge laengengrad geolaenge"),
    # An address of unknown nature may be a private one, so it is taken for the contact, who is never shown.
    "public_email": (gettext_lazy("public e-mail address"), "funktionsmail oeffentlichemail publicemail"),
    "phone": (gettext_lazy("public telephone"), "phone telefon tel telefonnummer fon rufnummer"),
    "contact_name": (
        gettext_lazy("contact person (never public)"),
        "contactname ansprechpartner ansprechperson kontakt kontaktperson ansprechpartnerin",
    ),
    "contact_email": (
        gettext_lazy("e-mail address of the contact (never public)"),
        "contactemail kontaktmail email mail emailadresse epost",
    ),
    "opening_hours": (gettext_lazy("opening hours"), "openinghours oeffnungszeiten sprechzeiten"),
    "accessibility": (gettext_lazy("accessibility of the house"), "accessibility barrierefreiheit barrierefrei"),
    "seeking": (gettext_lazy("looks for people"), "seeking suchtmenschen freieplaetze plaetzefrei sucht suche"),
}
NEEDED = ("name",)


class BadMapping(Refusal):
    """The mapping names a field that does not exist, or the table has no title."""

    code = "bad_mapping"


def key_of(heading: str) -> str:
    """A heading as it is compared: folded, letters and digits only."""
    return "".join(words(heading))


SYNONYMS = {key_of(synonym): field for field, (_label, synonyms) in FIELDS.items() for synonym in synonyms.split()}
SYNONYMS |= {key_of(field): field for field in FIELDS}


def detail_fields() -> dict[str, str]:
    """The fields of all detail blocks: "details.<name>" → label in the current language."""
    return {DETAIL + detail.name: str(detail.label) for kind in kinds for detail in kind.details}


def fingerprint(header: list[str]) -> str:
    """A word for the set of headings, so that a mapping made once is found again."""
    return hashlib.sha256("|".join(sorted(key_of(name) for name in header)).encode()).hexdigest()[:32]


def suggest(header: list[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Heading → field for every heading, IGNORE where none fits. What is `known` wins; no field is given twice."""
    details = {key_of(name.removeprefix(DETAIL)): name for name in detail_fields()}
    chosen = {name: field for name, field in (known or {}).items() if name in header}
    taken = set(chosen.values())
    for name in header:
        if name in chosen:
            continue
        field = SYNONYMS.get(key_of(name)) or details.get(key_of(name)) or IGNORE
        chosen[name] = IGNORE if field in taken else field
        taken.add(field or name)
    return {name: chosen[name] for name in header}


def check(mapping: Mapping[str, str]) -> None:
    """Raises BadMapping for unknown fields, fields given twice, and a table without titles."""
    used = [field for field in mapping.values() if field]
    possible = {*FIELDS, *detail_fields()}
    if unknown := sorted(set(used) - possible):
        raise BadMapping(
            _("The mapping names fields that do not exist: %(fields)s. Possible are: %(possible)s.")
            % {"fields": ", ".join(unknown), "possible": ", ".join(FIELDS)}
        )
    if twice := sorted({field for field in used if used.count(field) > 1}):
        raise BadMapping(
            _("Two columns are mapped to the same field: %(fields)s. Please choose one of them.")
            % {"fields": ", ".join(twice)}
        )
    if missing := [field for field in NEEDED if field not in used]:
        raise BadMapping(
            _("No column of the table holds the title of the entries, so nothing can be imported. Please choose one."),
            code="no_" + missing[0],
        )


def from_json(text: str) -> dict[str, str]:
    """A mapping file: {"heading": "field"}; fields by our name or by any synonym. Raises BadMapping."""
    try:
        content = json.loads(text)
        pairs = {str(heading): str(field) for heading, field in content.items()}
    except (ValueError, AttributeError, RecursionError) as error:
        raise BadMapping(_("The mapping file is no JSON object of headings and fields.")) from error
    return {heading: SYNONYMS.get(key_of(field), field) for heading, field in pairs.items()}
