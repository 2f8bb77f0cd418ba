"""Overlaps in the words of whoever reads, who sees no more of a thing than its own page would show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.likeness.enums import Level, OverlapOutcome
from deele.likeness.kinds import names, subjects
from deele.likeness.models import StoredSubject
from deele.likeness.queries.overlaps import Found
from deele.likeness.rules.overlap.reasons import Reason, month, say
from deele.office.enums import Theme


@dataclass(frozen=True)
class Shown:
    """An overlap as it is shown. Without `url` the reader may not look at the thing, and `title` does not name it."""

    ref: str
    title: str
    url: str
    kind: str
    owner: str
    when: str
    level: str
    level_name: str
    together: list[str]
    apart: list[str]
    is_asked: bool
    decision: str


def shown(found: Iterable[Found], user: Any) -> list[Shown]:
    """These overlaps for this reader."""
    found = list(found)
    speaker = Speaker(reason for one in found for reason in one.reasons)
    return [show(one, user, speaker) for one in found]


def show(one: Found, user: Any, speaker: "Speaker") -> Shown:
    """One overlap for this reader."""
    url = url_of(one.ref, user)
    kind = kind_title(one.kind)
    return Shown(
        ref=one.ref,
        title=one.title if url else closed(one.kind),
        url=url,
        kind=kind,
        owner=one.owner,
        when=when(one.begins, one.ends),
        level=one.level,
        level_name=str(Level(one.level).label),
        together=[speaker(reason) for reason in one.reasons if not reason.parts],
        apart=[speaker(reason) for reason in one.reasons if reason.parts],
        is_asked=one.is_asked,
        decision=str(OverlapOutcome(one.decision).label) if one.decision else "",
    )


class Speaker:
    """Says reasons; the names of all places and groups they hold are fetched at once."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        wanted: dict[str, set[str]] = {"places": set(), "groups": set()}
        for reason in reasons:
            if reason.key in ("place", "groups"):
                wanted["places" if reason.key == "place" else "groups"].update(reason.values)
        self.words = {kind: fetched(kind, keys) for kind, keys in wanted.items()}
        self.words["themes"] = {key: str(label) for key, label in Theme.choices}

    def __call__(self, reason: Reason) -> str:
        return say(reason, self.named)

    def named(self, kind: str, keys: list[str]) -> list[str]:
        """Keys of a kind in words."""
        if kind == "day":
            return [month(key) for key in keys]
        return [self.words.get(kind, {}).get(key, key) for key in keys]


def fetched(kind: str, keys: set[str]) -> dict[str, str]:
    """The names somebody above gives these keys."""
    return names.get(kind)(sorted(keys)) if keys and kind in names else {}


def url_of(ref: str, user: Any) -> str:
    """Where this reader may look at the thing; empty where nowhere."""
    kind = ref.partition(":")[0]
    return subjects.get(kind).url(ref, user) if kind in subjects else ""


def title_of(row: StoredSubject, user: Any) -> str:
    """What the thing is called, for those who may look at it."""
    return row.title if url_of(row.ref, user) else closed(row.kind)


def closed(kind: str) -> str:
    """What stands there instead of a title the reader may not see."""
    return _("%(kind)s, not open to you") % {"kind": kind_title(kind)}


def kind_title(kind: str) -> str:
    """What things of this kind are called."""
    return str(subjects.get(kind).title) if kind in subjects else kind


def when(begins: date | None, ends: date | None) -> str:
    """The days of a thing in words; empty for what is always."""
    if begins is None:
        return ""
    first = date_format(begins, "j. F Y")
    if ends is None:
        return _("since %(day)s") % {"day": first}
    return first if ends == begins else f"{first} – {date_format(ends, 'j. F Y')}"


def hint(missing: Iterable[str]) -> str:
    """What to add so that more is found; empty where enough is known."""
    words = {"themes": _("a theme"), "place": _("a place"), "words": _("a few words on what it is about")}
    wanted = [words[name] for name in missing]
    if not wanted:
        return ""
    return _("This tells little about it. Please add: %(wanted)s.") % {"wanted": ", ".join(wanted)}
