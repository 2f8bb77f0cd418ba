"""The pages of the check: the radar, and one thing with all that resembles it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from deele.likeness.enums import Level
from deele.likeness.models import Overlap, OverlapDecision, StoredSubject
from deele.likeness.queries import overlaps, speaking
from deele.likeness.queries.speaking import Shown

MOST_SIMILAR = 5


@dataclass(frozen=True)
class CheckPage:
    """One thing: what asks for a decision or had one (`rows`), what is only similar, and what happened so far."""

    title: str
    kind: str
    owner: str
    when: str
    url: str
    rows: list[Shown]
    seen: dict[str, int]
    similar: list[Shown]
    hint: str
    history: list[dict[str, str]]

    @property
    def waiting(self) -> int:
        """How many wait for a decision."""
        return sum(row.is_asked for row in self.rows)


def page(row: StoredSubject, user: Any) -> CheckPage:
    """Everything the page of one thing shows."""
    found = overlaps.open_for(row.ref)
    shown = speaking.shown(found, user)
    asked = [one for one in shown if one.level != Level.SIMILAR]
    made = overlaps.decisions(row.ref)
    return CheckPage(
        title=speaking.title_of(row, user),
        kind=speaking.kind_title(row.kind),
        owner=row.owner,
        when=speaking.when(row.begins, row.ends),
        url=speaking.url_of(row.ref, user),
        rows=asked,
        seen=last_of(row.ref, made),
        similar=[one for one in shown if one.level == Level.SIMILAR][:MOST_SIMILAR],
        hint=speaking.hint(row.side.missing),
        history=history(row, made, user),
    )


def last_of(ref: str, made: list[OverlapDecision]) -> dict[str, int]:
    """The number of the last decision about each other thing."""
    return {one.other(ref): one.pk for one in reversed(made)}


def history(row: StoredSubject, made: list[OverlapDecision], user: Any) -> list[dict[str, str]]:
    """Decisions and looks, newest first, as the timeline takes them."""
    others = StoredSubject.objects.filter(ref__in={one.other(row.ref) for one in made})
    titles = {one.ref: one.title for one in others if speaking.url_of(one.ref, user)}
    lines = [
        (one.at, {
            "title": str(one.get_decision_display()),
            "text": ". ".join(filter(None, (titles.get(one.other(row.ref), ""), one.reason))),
            "by": str(one.by or one.by_name or ""),
        })
        for one in made
    ]  # fmt: skip
    for look in overlaps.checks(row.ref):
        said = ngettext("%(n)s overlap found", "%(n)s overlaps found", look.hits) % {"n": look.hits}
        words = said if look.hits else _("nothing that overlaps")
        lines.append((look.at, {"title": _("Looked through"), "text": words, "by": str(look.by or "")}))
    lines.sort(key=lambda line: line[0], reverse=True)
    return [{**line, "when": date_format(localtime(at), "j. F Y, H:i")} for at, line in lines]


def radar(kind: str) -> Any:
    """The pairs nobody decided about."""
    return overlaps.radar(kind)


@dataclass(frozen=True)
class RadarRow:
    """An undecided pair: the side told last stands first, it is the one to look from."""

    ref: str
    title: str
    kind: str
    other: Shown
    found_on: str


def radar_rows(pairs: list[Overlap], user: Any) -> list[RadarRow]:
    """These pairs for this reader, fetched at once."""
    refs = {ref for pair in pairs for ref in (pair.left, pair.right)}
    stored = {row.ref: row for row in StoredSubject.objects.filter(ref__in=refs)}
    known = [pair for pair in pairs if pair.left in stored and pair.right in stored]
    sides = [sorted((stored[pair.left], stored[pair.right]), key=lambda row: row.told_at) for pair in known]
    found = [overlaps.found(old, pair) for pair, (old, _new) in zip(known, sides, strict=True)]
    return [
        RadarRow(
            ref=new.ref,
            title=speaking.title_of(new, user),
            kind=speaking.kind_title(new.kind),
            other=other,
            found_on=date_format(localtime(pair.found_at), "j. F Y"),
        )
        for pair, (_old, new), other in zip(known, sides, speaking.shown(found, user), strict=True)
    ]


def tabs(kind: str) -> list[dict[str, Any]]:
    """All kinds that have undecided pairs, with their number."""
    counts: Counter[str] = Counter()
    pairs = list(overlaps.radar().order_by().values_list("left", "right"))
    for left, right in pairs:
        counts.update({left.partition(":")[0], right.partition(":")[0]})
    base = reverse("likeness:radar")
    every = {"label": pgettext("overlaps", "All"), "url": base, "active": not kind, "count": len(pairs)}
    return [every] + [
        {"label": speaking.kind_title(key), "url": f"{base}?art={key}", "active": key == kind, "count": count}
        for key, count in sorted(counts.items())
    ]
