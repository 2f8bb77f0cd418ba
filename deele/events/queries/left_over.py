"""What is left of an event for everybody: photos in several sizes, slides, reports, links."""

from pathlib import Path
from typing import Any

from django.urls import reverse

from deele.core.text import slug
from deele.events.enums import DocumentKind
from deele.events.models import Document, Event
from deele.events.rules import pictures

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def released(event: Event) -> list[Document]:
    """What everybody may see of its documents."""
    return [one for one in event.documents.all() if one.released and one.rights_cleared]


def ending(document: Document) -> str:
    """.pdf"""
    return Path(document.file.name or "").suffix.lower()


def is_picture(document: Document) -> bool:
    """Whether a browser shows it as a picture; drawings that may hold scripts are not among them."""
    return ending(document) in PICTURES


def file_name(document: Document) -> str:
    """The name under which it is saved: what it is called, not how somebody's disk called it."""
    return f"{slug(document.title)}{ending(document)}"


def photos(event: Event) -> list[dict[str, Any]]:
    """The photos, with words and credit, and the sizes a browser may choose from."""
    return [
        {"src": reverse("events:document", args=[event.pk, one.pk]), "srcset": srcset(one), "width": one.width,
         "height": one.height, "alt": one.alt or one.title, "title": one.title, "credit": one.credit}
        for one in released(event)
        if one.kind == DocumentKind.PHOTO and is_picture(one)
    ]  # fmt: skip


def srcset(photo: Document) -> str:
    """The sizes of a photo; empty for one that is kept in one size only."""
    small = [
        (reverse("events:document-picture", args=[photo.event_id, photo.pk, width]), width)
        for width in pictures.widths_of(photo.width)
    ]
    whole = (reverse("events:document", args=[photo.event_id, photo.pk]), photo.width)
    return ", ".join(f"{url} {width}w" for url, width in [*small, whole]) if small else ""


def documents(event: Event) -> list[dict[str, Any]]:
    """Slides, reports and links."""
    shown = []
    for one in released(event):
        if one.kind == DocumentKind.PHOTO and is_picture(one):
            continue
        url = reverse("events:document", args=[event.pk, one.pk]) if one.file else one.url
        if url:
            shown.append({"title": one.title, "kind": one.get_kind_display(), "url": url, "credit": one.credit,
                          "form": ending(one)[1:].upper() if one.file else ""})  # fmt: skip
    return shown
