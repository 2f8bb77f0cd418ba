"""Which fields of the directory speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.directory.actions import index
from deele.directory.models import (
    Address,
    Batch,
    BatchRow,
    Change,
    ColumnMapping,
    Coverage,
    Entry,
    Link,
    Merge,
    Message,
    Photo,
)
from deele.privacy.kinds import Term, register, tell

ENTRY_PERSONAL = {
    "contact_name": _("to know whom to ask"),
    "contact_email": _("to ask for the yearly confirmation and to pass messages on"),
}
register(
    Entry,
    purpose=_("A directory of projects and advice offices, with the people who answer for their entry"),
    keep=[
        field.name
        for field in Entry._meta.local_concrete_fields
        if field.name not in {*ENTRY_PERSONAL, "id", "created_at", "updated_at", "version"}
    ],
    personal=ENTRY_PERSONAL,
    person="contact_email",
)
register(
    Address,
    purpose=_("Where an entry is"),
    keep=["entry", "street", "postcode", "town", "rank"],
)
register(Link, purpose=_("Which entries belong together"), keep=["entry", "kind", "other"])
register(Coverage, purpose=_("Who is responsible for which place"), keep=["entry", "place"])
register(
    Change,
    purpose=_("What an entry was before, to answer for it and to take things back"),
    keep=["entry", "at", "by", "field"],
    personal={
        "by_name": _("who changed it"),
        "old": _("former values, which may name a contact"),
        "new": _("new values, which may name a contact"),
    },
    person=("entry__contact_email", "by__email"),
    term=Term(after="at", days=3 * 365, then="delete"),
)
register(
    Merge,
    purpose=_("To take a merge of two entries back"),
    keep=["kept", "gone", "at", "by", "undone_at", "undone_by"],
    personal={"before": _("both entries as they were, with their contacts")},
    person=("kept__contact_email", "gone__contact_email"),
    term=Term(after="at", days=3 * 365, then="delete"),
)
register(
    Photo,
    purpose=_("Pictures of projects and places, with who took them"),
    keep=["entry", "image", "width", "height", "alt", "caption", "released", "rank"],
    personal={"credit": _("whoever takes a picture has the right to be named")},
    person="entry__contact_email",
)
register(
    Message,
    purpose=_("To pass a message on without showing an address"),
    keep=["entry", "sent_at"],
    personal={
        "name": _("who wrote"),
        "email": _("where to answer"),
        "text": _("what was written"),
    },
    secret={"token": _("guards against sending the form twice")},
    person="email",
    term=Term(after="sent_at", days=90, then="delete"),
)
register(
    Batch,
    purpose=_("Tables taken into the directory, so that each import can be explained and taken back"),
    keep=[
        "name", "source", "licence", "area", "publish", "header", "mapping", "defaults", "notes", "state", "total",
        "counts", "waiting_for", "error", "by", "applied_at", "applied_by", "taken_back_at", "taken_back_by",
    ],
)  # fmt: skip
register(
    BatchRow,
    purpose=_("The rows of a table and what became of them"),
    keep=[
        "batch", "number", "source_id", "verdict", "reasons", "place", "candidates", "entry", "entry_version", "twin",
        "twin_row", "decision", "state",
    ],
    personal={
        "contact_email": _("to find the rows that name a person"),
        "cells": _("the row as it came, which may name a contact"),
        "read": _("the row as understood, which may name a contact"),
        "before": _("the entry before the import, to take it back"),
    },
    person=("contact_email", "entry__contact_email"),
    term=Term(after="batch__created_at", days=3 * 365, then="anonymise"),
)  # fmt: skip
register(ColumnMapping, purpose=_("Which column means what"), keep=["fingerprint", "mapping", "defaults"])


def renew(model: type, pks: list[int]) -> None:
    """The likeness table holds a copy of the contact address: bring it to the state of the entry."""
    if model is Entry:
        for entry in Entry.objects.filter(pk__in=pks).select_related("place__parent", "area"):
            index.refresh(entry)


tell("directory", renew)
