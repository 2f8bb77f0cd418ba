"""What a row would change in an entry: only what the source itself changed since it was last taken over."""

from datetime import date
from typing import Any

from deele.directory.actions.entries import address_lines, plain
from deele.directory.models import Address, Entry
from deele.directory.models.imports import BatchRow
from deele.places.models import Place

NEVER = frozenset({"precision"})  # derived from the address; a person may have hidden it on purpose


def as_values(read: dict[str, Any]) -> dict[str, Any]:
    """Fields of Entry out of their JSON form."""
    values = dict(read.get("values", {}))
    if values.get("as_of"):
        values["as_of"] = date.fromisoformat(values["as_of"])
    return values


def proposed(row: BatchRow, entry: Entry, prior: BatchRow | None, *, fill_only: bool) -> dict[str, Any]:
    """Field → new value of what the row would change.

    Empty cells never erase. Fields the source has not touched since `prior`, the row of it that was taken
    over last, keep what people wrote since. `fill_only` (known by likeness, not by id) fills empty fields.
    """
    before = prior.read if prior else {}
    told = before.get("values", {})
    found: dict[str, Any] = {}
    for name, value in as_values(row.read).items():
        if name in NEVER or told.get(name) == row.read["values"][name]:
            continue
        wanted = {**entry.details, **value} if name == "details" else value
        if fill_only and name == "details":
            wanted = {**value, **entry.details}
        if fill_only and name != "details" and plain(getattr(entry, name)) not in ("", None, False, [], {}):
            continue
        if plain(getattr(entry, name)) != plain(wanted):
            found[name] = wanted
    _add_place(found, row, entry, prior, fill_only=fill_only)
    _add_addresses(found, row, entry, before, fill_only=fill_only)
    return found


def _add_place(found: dict[str, Any], row: BatchRow, entry: Entry, prior: BatchRow | None, *, fill_only: bool) -> None:
    unchanged = prior is not None and prior.place_id == row.place_id
    if row.place_id and row.place_id != entry.place_id and not unchanged and not (fill_only and entry.place_id):
        found["place"] = row.place


def _add_addresses(
    found: dict[str, Any], row: BatchRow, entry: Entry, before: dict[str, Any], *, fill_only: bool
) -> None:
    addresses = row.read.get("addresses") or []
    if not addresses or before.get("addresses") == addresses:
        return
    stored = address_lines(entry)
    if [str(Address(**address)) for address in addresses] != stored and not (fill_only and stored):
        found["addresses"] = addresses


def as_json(changes: dict[str, Any], entry: Entry) -> list[list[Any]]:
    """Field, old and new value, as the page shows them and the before-image keeps them."""
    found = []
    for name, value in changes.items():
        if name == "addresses":
            found.append([name, address_rows(entry), value])
        else:
            found.append([name, plain(getattr(entry, name)), plain(value)])
    return found


def address_rows(entry: Entry) -> list[dict[str, str]]:
    """The addresses as the actions take them."""
    return [{"street": one.street, "postcode": one.postcode, "town": one.town} for one in entry.addresses.all()]


def restored(before: list[list[Any]]) -> tuple[dict[str, Any], list[dict[str, str]] | None]:
    """Values and addresses out of a before-image."""
    values = {name: old for name, old, _new in before if name != "addresses"}
    addresses = next((old for name, old, _new in before if name == "addresses"), None)
    if values.get("as_of"):
        values["as_of"] = date.fromisoformat(values["as_of"])
    if "place" in values:
        values["place"] = Place.objects.filter(key=values["place"]).first() if values["place"] else None
    return values, addresses
