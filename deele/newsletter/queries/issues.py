"""Reading issues: lists, the present look of one, what could stand in it, what stood before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from deele.mail.kinds import Piece, Source, Wish, sources
from deele.newsletter.enums import FREE, DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue, Item, Section
from deele.newsletter.rules import parts as rules
from deele.newsletter.rules.parts import Part, Shown

RECENT = (IssueState.SENDING, IssueState.SENT)
FIRST = timedelta(days=92)  # how far a first issue looks back


def issues_of(user: Any, *, state: str = "") -> QuerySet[Issue]:
    """The issues a person works on, newest first."""
    found = Issue.objects.of(user).select_related("area")
    return found.filter(state=state) if state in IssueState.values else found


def archive(area: str = "") -> QuerySet[Issue]:
    """The public issues, newest first."""
    found = Issue.objects.public().select_related("area").order_by("-released_at", "-pk")
    return found.filter(area__key=area) if area else found


def source_of(kind: str) -> Source | None:
    """The source of a kind of section; None for own text and for a source that is no longer there."""
    return sources.get(kind) if kind in sources else None


def present(refs: Iterable[str]) -> dict[str, Piece]:
    """The present state of these records, whatever source they come from."""
    wanted = {ref for ref in refs if ref}
    found: dict[str, Piece] = {}
    for source in sources:
        if rest := wanted - found.keys():
            found |= source.by_refs(rest)
    return found


def layout(issue: Issue) -> list[Part]:
    """The sections with their records: as they are now, after release as they were then."""
    sections = list(issue.sections.prefetch_related("items"))
    items = [item for section in sections for item in section.items.all()]
    now = {} if issue.is_frozen else present(item.ref for item in items)
    return [
        Part(
            section.pk,
            section.kind,
            section.title,
            rules.anchor(section.title, number),
            section.text,
            [shown(item, now, frozen=issue.is_frozen) for item in section.items.all()],
        )
        for number, section in enumerate(sections, start=1)
    ]


def shown(item: Item, now: dict[str, Piece], *, frozen: bool) -> Shown:
    """One record in the issue; own words go before the record's."""
    was = rules.restored(item.piece)
    is_text = not item.ref
    piece = was if frozen or is_text else now.get(item.ref, was)
    return Shown(
        pk=item.pk,
        ref=item.ref,
        title=rules.cut(item.own_title or piece.title or item.ref, rules.TITLE),
        url="" if is_text else piece.url,
        text=item.own_text or rules.cut(piece.text, rules.TEXT),
        line=rules.line(piece),
        note=piece.note,
        missing=not frozen and not is_text and item.ref not in now,
        changed=not frozen and item.ref in now and rules.restored(rules.kept(now[item.ref])) != was,
    )


@dataclass(frozen=True)
class Suggestion:
    """A record that could be taken in. `stood_in` is the title of the last issue it stood in."""

    ref: str
    title: str
    line: str
    text: str
    url: str
    stood_in: str = ""


def suggestions(section: Section, today: date, *, text: str = "") -> list[Suggestion]:
    """What is new of a source since the last issue of this area, without what is already in this one."""
    source = source_of(section.kind)
    if source is None:
        return []
    issue = section.issue
    since = None if text else since_last(issue, today)
    found = source.pieces(Wish(since=since, area_key=issue.area.key, text=text), today)
    here = set(Item.objects.filter(section__issue=issue).values_list("ref", flat=True))
    stood = stood_in(issue, [piece.ref for piece in found])
    return [
        Suggestion(
            piece.ref,
            rules.cut(piece.title, rules.TITLE),
            rules.line(piece),
            rules.cut(piece.text, 200),
            piece.url,
            stood.get(piece.ref, ""),
        )
        for piece in found
        if piece.ref not in here
    ]


def since_last(issue: Issue, today: date) -> date:
    """The day of the area's last issue before this one."""
    last = Issue.objects.filter(area=issue.area, released_at__isnull=False).exclude(pk=issue.pk)
    at: datetime | None = last.order_by("-released_at").values_list("released_at", flat=True).first()
    return at.date() if at else today - FIRST


def stood_in(issue: Issue, refs: list[str]) -> dict[str, str]:
    """Which of the records stood in an earlier issue of the area, and in which last."""
    rows = Item.objects.filter(ref__in=refs, section__issue__area=issue.area, section__issue__released_at__isnull=False)
    pairs = rows.order_by("section__issue__released_at").values_list("ref", "section__issue__title")
    return dict(pairs)


def kinds() -> list[tuple[str, str]]:
    """What a section can be made of, with its title."""
    return [(FREE, ""), *((source.key, str(source.title)) for source in sources)]


@dataclass(frozen=True)
class Waiting:
    """What waits for a person."""

    release: int
    held: int
    doubtful: int


def waiting(user: Any) -> Waiting:
    """The figures for the desk."""
    mine = Issue.objects.of(user)
    doubtful = Delivery.objects.filter(state=DeliveryState.DOUBTFUL, issue__in=mine.filter(state__in=RECENT))
    return Waiting(
        release=mine.filter(state=IssueState.RELEASE).count(),
        held=mine.exclude(held="").count(),
        doubtful=doubtful.count(),
    )
