"""The life of a publication: begin, change, publish, withdraw, a new edition."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from deele.alliance.models import Membership
from deele.alliance.queries import naming
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import claim
from deele.library.actions import publication_index as indexing
from deele.library.actions import publication_overlaps as overlaps
from deele.library.enums import publication as enums
from deele.library.enums.publication import State
from deele.library.models import Author, Publication
from deele.library.rules import publication as rules

MOST_AUTHORS = 30
# What a new edition takes over from the one before.
CARRIED = (
    "title", "subtitle", "kind", "line", "summary", "publisher", "series", "languages", "easy_language", "price_cents",
    "rights", "licence", "themes", "blocks", "phases", "groups", "place_types", "place", "prints", "most_copies",
)  # fmt: skip


class NotReady(Refusal):
    """Something is missing before it can be published."""

    code = "not_ready"


class WrongMove(Refusal):
    """It is not in a state from which this can be done."""

    code = "wrong_move"


class AddressTaken(Refusal):
    """Another edition stands at this address."""

    code = "address_taken"


@transaction.atomic
def create(*, values: Mapping[str, Any], authors: list[str], by: Any, now: datetime) -> Publication:
    """Begin a publication as a draft; its word in the address is made of its title."""
    word = rules.word_of(values["title"])
    known = Publication.objects.filter(slug__startswith=word).values_list("slug", flat=True)
    publication = Publication.objects.create(**values, slug=rules.counted(word, known), state_since=now)
    write_authors(publication, authors)
    audit.record(enums.CREATED, by=by, about=publication, now=now)
    overlaps.told(publication, now)
    return publication


@transaction.atomic
def change(*, publication: Publication, authors: list[str], by: Any, now: datetime) -> Publication:
    """Save what a form wrote onto the row. Raises versions.Conflict, AddressTaken, NotReady."""
    if publication.is_public:
        check_ready(publication)
    claim(publication)
    saved(publication)
    write_authors(publication, authors)
    audit.record(enums.CHANGED, by=by, about=publication, now=now)
    overlaps.told(publication, now)
    indexing.update(publication)
    return publication


def saved(publication: Publication) -> None:
    """Save it. Raises AddressTaken when an edition of this year is there."""
    try:
        with transaction.atomic():
            publication.save()
    except IntegrityError as error:
        if "slug" not in str(error) and "publication_address" not in str(error) and "without_year" not in str(error):
            raise
        raise AddressTaken(
            _("There is an edition of this year already. Please change that one, or give another year.")
        ) from error


def write_authors(publication: Publication, names: list[str]) -> None:
    """The organisations in their order; who is a member of the alliance is linked by its name."""
    members = {naming.plain(name): row for row in Membership.objects.public() for name in naming.names_of(row)}
    publication.authors.all().delete()
    wanted = list(dict.fromkeys(" ".join(name.split())[:200] for name in names if name.strip()))[:MOST_AUTHORS]
    Author.objects.bulk_create(
        Author(publication=publication, name=name, membership=members.get(naming.plain(name)), rank=rank)
        for rank, name in enumerate(wanted)
    )


def check_ready(publication: Publication) -> None:
    """Raises NotReady with what is missing."""
    if not publication.summary.strip():
        raise NotReady(
            _("A summary is missing. It stands on the page for everybody who cannot read the file. Please write one.")
        )
    if not publication.line.strip():
        raise NotReady(_("One sentence is missing that says what it is. It stands in every list. Please write it."))


@transaction.atomic
def move(*, publication: Publication, to: str, by: Any, now: datetime) -> Publication:
    """Publish, withdraw, or take back to a draft. Raises WrongMove, NotReady."""
    row = Publication.objects.select_for_update().get(pk=publication.pk)
    if not rules.may_move(row.state, to):
        raise WrongMove(_("This was done already, or somebody else was faster. Please look at the state of the page."))
    if to == State.PUBLISHED:
        check_ready(row)
        row.published_at = row.published_at or now
    row.state, row.state_since = to, now
    row.version += 1
    row.save(update_fields=["state", "state_since", "published_at", "version", "updated_at"])
    audit.record(enums.PUBLISHED if to == State.PUBLISHED else enums.WITHDRAWN, by=by, about=row, now=now)
    overlaps.told(row, now)
    indexing.update(row)
    return row


@transaction.atomic
def new_edition(*, publication: Publication, year: int, by: Any, now: datetime) -> Publication:
    """A draft that takes the place of this edition once it is published. Raises WrongMove, AddressTaken."""
    row = Publication.objects.select_for_update().get(pk=publication.pk)
    if Publication.objects.filter(replaces=row).exists():
        raise WrongMove(_("This edition has a successor already. Please begin from the newest one."))
    if row.year is None:
        raise WrongMove(_("Please give this edition its year first. Then both can be told apart by their address."))
    fresh = Publication(slug=row.slug, year=year, replaces=row, state_since=now)
    for field in CARRIED:
        setattr(fresh, field, getattr(row, field))
    saved(fresh)
    write_authors(fresh, [author.name for author in row.authors.all()])
    audit.record(enums.EDITION, by=by, about=fresh, now=now)
    overlaps.told(fresh, now)
    return fresh
