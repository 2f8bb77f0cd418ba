"""One row of a table read as an entry: typed values, addresses, the question for its place, and what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from deele.core import dates, geo
from deele.core.text import fold
from deele.directory.enums import Block, Phase, Precision
from deele.directory.kinds.catalogue import Detail, Kind, Type
from deele.directory.readers import entry_values as values
from deele.directory.readers.entry_columns import DETAIL, FIELDS, detail_fields
from deele.directory.readers.entry_values import BadValue

# As long as the columns of Entry are; a test compares. What is longer is kept in the description.
LENGTHS = {
    "title": 200, "operator": 300, "owner": 300, "legal_form_text": 300, "short_text": 300, "source": 200,
    "contact_name": 150, "public_phone": 40,
}  # fmt: skip
STREET_LENGTH, TOWN_LENGTH = 200, 120
COUNTS = {"dwellings": ("we_gesamt", "wohnungen"), "people": ("bewohner_anzahl", "plaetze")}
WORDS = {  # field → column of Entry, taken as it stands
    "operator": "operator", "owner": "owner", "short_text": "short_text", "contact_name": "contact_name",
    "opening_hours": "opening_hours", "accessibility": "accessibility", "source": "source",
}  # fmt: skip


@dataclass
class EntryRow:
    """What a row says. `values` are fields of Entry as JSON; `faults` make the row broken, `notes` only inform."""

    number: int
    source_id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    addresses: list[dict[str, str]] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title, empty when there is none."""
        return self.values.get("title", "")


def read_row(
    cells: Mapping[str, str], mapping: Mapping[str, str], number: int, defaults: Mapping[str, str]
) -> EntryRow:
    """Read one row. `mapping`: heading → field; `defaults`: field → text where the table says nothing."""
    given = {mapped: cells[heading].strip() for heading, mapped in mapping.items() if mapped and heading in cells}
    texts = {**defaults, **{name: text for name, text in given.items() if text}}
    return _Reader(texts, number).read()


class _Reader:
    """Reads the texts of one row; every value that finds no home is kept in the description."""

    def __init__(self, texts: dict[str, str], number: int) -> None:
        self.texts = texts
        self.row = EntryRow(number, source_id=texts.get("id", "")[:120])
        self.remarks: list[str] = []
        self.details: dict[str, Any] = {}
        self.kind: Kind | None = None

    def read(self) -> EntryRow:
        self._title_and_kind()
        self._address()
        self._point()
        self._words()
        self._life()
        self._details()
        self._links()
        self._contact()
        self._finish()
        return self.row

    def _text(self, name: str) -> str:
        return self.texts.get(name, "")

    def _note(self, name: str, text: str) -> None:
        """Say that a value was not understood, and keep it."""
        label = self._label(name)
        self.row.notes.append(
            _("%(field)s: “%(value)s” was not understood and stands in the description.")
            % {"field": label, "value": text[:80]}
        )
        self._remark(name, text)

    def _remark(self, name: str, text: str) -> None:
        self.remarks.append(f"{self._label(name)}: {text}")

    def _label(self, name: str) -> str:
        label = str(FIELDS[name][0]) if name in FIELDS else detail_fields().get(name, name)
        return label[:1].upper() + label[1:]

    def _try(self, name: str, read: Callable[[str], Any]) -> Any:
        """The value read, None when the cell is empty or not understood."""
        if not (text := self._text(name)):
            return None
        try:
            return read(text)
        except (BadValue, dates.BadDate):
            self._note(name, text)
            return None

    def _title_and_kind(self) -> None:
        title = " ".join(self._text("name").split())
        if not title:
            self.row.faults.append(_("The title is missing."))
        self._set("title", "name", title)
        text = self._text("kind")
        try:
            self.kind = values.kind(text)
            self.row.values["kind"] = self.kind.key
        except BadValue:
            missing = _("The kind is missing.")
            unknown = _("The kind “%(kind)s” is not known.") % {"kind": text[:80]}
            self.row.faults.append(unknown if text else missing)

    def _set(self, column: str, name: str, text: str) -> None:
        """Keep a text; its surplus goes to the description."""
        if not text:
            return
        limit = LENGTHS.get(column)
        if limit and len(text) > limit:
            self._remark(name, text)
            text = text[: limit - 1] + "…"
        self.row.values[column] = text

    def _address(self) -> None:
        postcode, town = self._text("postal_code"), self._text("town")[:TOWN_LENGTH]
        postcode = f"0{postcode}" if len(postcode) == 4 and postcode.isdigit() else postcode  # Excel drops the zero
        if postcode and not (len(postcode) == 5 and postcode.isascii() and postcode.isdigit()):
            self._note("postal_code", postcode)
            postcode = ""
        streets = values.streets(f"{self._text('street')} {self._text('house_number')}".strip())
        if postcode or streets:
            self.row.addresses = [
                {"street": street[:STREET_LENGTH], "postcode": postcode, "town": town} for street in streets or [""]
            ]
        self.row.where = {
            "postcode": postcode,
            "town": town,
            "locality": self._text("locality")[:TOWN_LENGTH],
            "district": self._text("district")[:TOWN_LENGTH],
        }
        exact = any(any(sign.isdigit() for sign in street) for street in streets)
        locality = Precision.LOCALITY if self.row.where["locality"] else Precision.MUNICIPALITY
        self.row.values["precision"] = (Precision.ADDRESS if exact else locality).value

    def _point(self) -> None:
        lat, lon = self._try("lat", values.number), self._try("lon", values.number)
        if lat is None or lon is None:
            return
        if geo.in_germany(lat, lon):
            self.row.values |= {"lat": lat, "lon": lon, "precision": Precision.ADDRESS.value}
            return
        words = {"lat": lat, "lon": lon}
        if geo.in_germany(lon, lat):
            self.row.faults.append(_("Latitude and longitude look swapped: %(lat)s, %(lon)s.") % words)
        else:
            self.row.faults.append(_("The coordinates %(lat)s, %(lon)s lie outside Germany.") % words)

    def _words(self) -> None:
        for name, column in WORDS.items():
            self._set(column, name, self._text(name))
        if text := self._text("legal_form"):
            self._set("legal_form_text", "legal_form", text)
            form = values.legal_form(text)
            self.row.values |= {"legal_form": form.value} if form else {}
        if (opened := self._try("opening_year", values.year)) is not None:
            self.row.values["opening_year"] = opened

    def _life(self) -> None:
        phase = self._try("status", values.phase)
        phased = self.kind is None or self.kind.phased
        if phase is not None and phased:
            self.row.values["phase"] = phase.value
        elif phase not in (None, Phase.LIVING, Phase.UNKNOWN):
            self._remark("status", self._text("status"))
        if as_of := self._try("as_of", dates.parse):
            self.row.values |= {"as_of": as_of.day.isoformat(), "as_of_precision": as_of.precision.value}
        self._seeking()

    def _seeking(self) -> None:
        text = self._text("seeking")
        try:
            seeking = values.yes_no(text) if text else False
        except BadValue:
            seeking = True
            self.row.values["seeking_what"] = text[:300]
        if seeking:
            self.row.values["seeking"] = True

    def _details(self) -> None:
        known = {detail.name: detail for detail in self.kind.details} if self.kind else {}
        for name, homes in COUNTS.items():
            home = next((home for home in homes if home in known), "")
            if text := self._text(name):
                self._count(name, text, home)
        if text := self._text("building"):
            self._building(text, known)
        for name, text in self.texts.items():
            if name.startswith(DETAIL) and text:
                self._detail(name, text, known.get(name.removeprefix(DETAIL)))

    def _count(self, name: str, text: str, home: str) -> None:
        if not home:
            self._remark(name, text)
        elif found := self._try(name, values.count):
            self.details[home] = found[0]
            if found[1]:
                self._remark(name, text)

    def _building(self, text: str, known: Mapping[str, Detail]) -> None:
        if "gebaeude" not in known:
            self._remark("building", text)
            return
        self.details |= {**values.building(text), "bauliche_umsetzung": text}

    def _detail(self, name: str, text: str, detail: Detail | None) -> None:
        if detail is None:
            self._remark(name, text)
        elif (value := self._try(name, lambda cell: read_detail(detail, cell))) is not None:
            self.details[detail.name] = value

    def _links(self) -> None:
        first, *others = values.streets(self._text("website")) or [""]
        if first:
            self.texts["website"] = first
            address = self._try("website", values.website)
            self.row.values |= {"website": address} if address else {}
        for other in others:
            self._remark("website", other)
        source = self._text("source_url")
        try:
            self.row.values |= {"source_url": values.website(source, longest=1000)} if source else {}
        except BadValue:
            self._set("source", "source_url", source)  # a source may be a newspaper or a talk

    def _contact(self) -> None:
        for name, column in (("public_email", "public_email"), ("contact_email", "contact_email")):
            if address := self._try(name, _email):
                self.row.values[column] = address
        if not (phone := self._text("phone")):
            return
        if self.kind and self.kind.block in (Block.ADVICE, Block.NEIGHBOURHOOD):
            self._set("public_phone", "phone", phone)
        else:  # domain §4.2: private numbers of projects have been shown to the world
            self.row.notes.append(
                _("The telephone number was left out: it may be a private one. Add it by hand if it is public.")
            )

    def _finish(self) -> None:
        text = "\n".join(part for part in (self._text("notes"), *self.remarks) if part)
        if text:
            self.row.values["description"] = text
        if self.details:
            self.row.values["details"] = self.details


def _email(text: str) -> str:
    try:
        validate_email(text.removeprefix("mailto:"))
    except ValidationError as error:
        raise BadValue(text) from error
    return text.removeprefix("mailto:")


def read_detail(detail: Detail, text: str) -> Any:
    """A cell as the detail keeps it. Raises BadValue, dates.BadDate."""
    if detail.type is Type.RANGE:
        return values.count(text)[0]
    if detail.type is Type.YES_NO:
        return "ja" if values.yes_no(text) else "nein"
    if detail.type is Type.NUMBER:
        found = values.number(text)
        return int(found) if found.is_integer() else found
    if detail.type is Type.DATE:
        return dates.parse(text).day.isoformat()
    if detail.type is Type.CHOICE:
        return _choice(detail, text)
    if detail.type is Type.CHOICES:
        return [_choice(detail, part) for part in values.streets(text.replace(",", ";"))]
    return text


def _choice(detail: Detail, text: str) -> str:
    for key, label in detail.choices:
        if fold(text) in (fold(key), fold(key.replace("_", " ")), fold(str(label))):
            return key
    raise BadValue(text)
