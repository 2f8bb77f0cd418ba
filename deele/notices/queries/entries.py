"""Notices and entries of the directory: a project says on its page whom it looks for."""

from typing import Any

from django.urls import reverse

from deele.directory.models import Entry
from deele.directory.queries.entries import public as public_entries
from deele.notices.enums import KindKey
from deele.notices.models import Notice


def entry_named(text: str) -> Entry | None:
    """The public entry with this number; None for nonsense."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        return None
    return public_entries().filter(pk=int(text)).first()


def prefilled(text: str) -> dict[str, Any]:
    """What a notice made from an entry begins with."""
    entry = entry_named(text)
    if entry is None:
        return {}
    known = [entry.kind] if entry.kind_of.seeks else []
    return {
        "entry": entry.pk, "title": entry.seeking_what[:120], "text": entry.short_text, "place": entry.place,
        "radius": "0", "housing_forms": known,
    }  # fmt: skip


def of_entry(entry: Entry) -> list[Notice]:
    """Public notices that belong to an entry. One query, and one for their places."""
    rows = Notice.objects.public().filter(entry=entry).prefetch_related("reaches__place")
    return list(rows[:5])


def write_url(entry: Entry) -> str:
    """Where a notice is made from an entry."""
    return f"{reverse('notices:submit', args=[KindKey.PROJECT])}?eintrag={entry.pk}"


def is_own(notice: Notice) -> bool:
    """Whether the notice and its entry have the same address behind them."""
    entry = notice.entry
    return bool(entry and entry.contact_email and entry.contact_email.lower() == notice.contact_email.lower())
