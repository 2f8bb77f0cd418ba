"""Marked passages of one member, for its own pages, the desk and its public page."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.alliance.enums.marks import MarkState, Side, Text
from deele.alliance.models import Mark, Membership, Profile
from deele.alliance.queries import mark_words
from deele.alliance.rules import marks as rules


@dataclass(frozen=True)
class Ways:
    """The addresses of the marking pages: the member's own, or the office's for one member."""

    member: int = 0

    def page(self) -> str:
        """All texts with their passages."""
        return reverse("alliance:desk-marks", args=[self.member]) if self.member else reverse("alliance:marks")

    def new(self) -> str:
        """Mark a passage."""
        return reverse("alliance:desk-mark-new", args=[self.member]) if self.member else reverse("alliance:mark-new")

    def look(self) -> str:
        """Let the rules propose."""
        name = "marks-propose"
        return reverse(f"alliance:desk-{name}", args=[self.member]) if self.member else reverse(f"alliance:{name}")

    def change(self, mark: Mark) -> str:
        """Change one."""
        return reverse("alliance:desk-mark" if self.member else "alliance:mark", args=[mark.pk])

    def decide(self, mark: Mark) -> str:
        """Take, refuse or take back one."""
        return reverse("alliance:desk-mark-decide" if self.member else "alliance:mark-decide", args=[mark.pk])


@dataclass(frozen=True)
class Shown:
    """A passage on a page."""

    mark: Mark
    change_url: str
    decide_url: str
    because: str
    facts: list[dict[str, str]]
    notes: list[str]


@dataclass
class Sentence:
    """A sentence with what is marked and proposed in it."""

    text: str
    need_url: str
    offer_url: str
    marked: list[Shown] = field(default_factory=list)
    proposed: list[Shown] = field(default_factory=list)


def page(membership: Membership, ways: Ways, today: date) -> dict[str, Any]:
    """The texts sentence by sentence, what was lost or lies across sentences, what was refused."""
    profile = Profile.objects.filter(membership=membership).first()
    if profile is None or not profile.has_words:
        return {"profile": None, "ways": ways, "membership": membership}
    rows = list(Mark.objects.filter(profile=profile).prefetch_related("places").order_by("start", "pk"))
    shown = [show(row, ways, today) for row in rows]
    parts = [part(name, text, shown, ways) for name, text in profile.texts().items() if text.strip()]
    placed = {one.mark.pk for each in parts for sentence in each["sentences"] for one in all_of(sentence)}
    loose = [one for one in shown if one.mark.pk not in placed and is_active(one.mark)]
    return {
        "profile": profile, "membership": membership, "ways": ways, "parts": parts, "loose": loose,
        "refused": [one for one in shown if not is_active(one.mark)],
        "open_count": sum(row.state == MarkState.PROPOSED and not row.is_lost for row in rows),
    }  # fmt: skip


def all_of(sentence: Sentence) -> list[Shown]:
    """What stands at a sentence."""
    return [*sentence.marked, *sentence.proposed]


def is_active(mark: Mark) -> bool:
    """Proposed or confirmed."""
    return mark.state in (MarkState.PROPOSED, MarkState.CONFIRMED)


def part(name: str, text: str, shown: list[Shown], ways: Ways) -> dict[str, Any]:
    """One text with its sentences. A passage stands at the sentence in which it begins."""
    here = [one for one in shown if one.mark.field == name and one.mark.start is not None and is_active(one.mark)]
    sentences = []
    for number, found in enumerate(rules.sentences(text)):
        base = f"{ways.new()}?text={name}&satz={number}&seite="
        sentence = Sentence(found.text, base + Side.EXPECTATION, base + Side.CONTRIBUTION)
        for one in here:
            if found.start <= (one.mark.start or 0) < found.end:
                (sentence.proposed if one.mark.state == MarkState.PROPOSED else sentence.marked).append(one)
        sentences.append(sentence)
    return {"name": name, "title": Text(name).label, "sentences": sentences}


def show(mark: Mark, ways: Ways, today: date) -> Shown:
    """A passage with its addresses, its reason and what is to be known about it."""
    notes = []
    if mark.is_lost:
        notes.append(
            _("These words stand in the text no more. The passage is not public. Mark it anew or take it back.")
        )
    if mark.is_past(today):
        notes.append(_("Its day is over: it held until %(day)s.") % {"day": mark_words.written(mark.valid_until)})
    because = _("because it says “%(word)s” there") % {"word": mark.word} if mark.word else ""
    return Shown(mark, ways.change(mark), ways.decide(mark), because, mark_words.facts(mark), notes)


def sentence_at(profile: Profile, name: str, number: str) -> str:
    """The words of one sentence, empty for one there is none of."""
    found = rules.sentences(profile.texts().get(name, ""))
    return found[int(number)].text if number.isascii() and number.isdigit() and int(number) < len(found) else ""


def given_and_sought(membership: Membership, today: date) -> dict[str, list[Mark]]:
    """What a member gives and seeks, as everybody may see it."""
    found: dict[str, list[Mark]] = defaultdict(list)
    rows = Mark.objects.public(today).of(membership).prefetch_related("places").order_by("kind", "pk")
    for row in rows:
        found["gives" if row.side == Side.CONTRIBUTION else "seeks"].append(row)
    return found


def summary(membership: Membership, today: date) -> dict[str, int] | None:
    """How many passages of a member hold, wait and are lost; None without a profile that says anything."""
    profile = Profile.objects.filter(membership=membership).first()
    if profile is None or not profile.has_words:
        return None
    rows = Mark.objects.filter(profile=profile)
    proposed = rows.filter(state=MarkState.PROPOSED).exclude(start=None)
    return {
        "gives": rows.holding(today).filter(side=Side.CONTRIBUTION).count(),
        "seeks": rows.holding(today).filter(side=Side.EXPECTATION).count(),
        "proposed": proposed.count(),
        "lost": rows.confirmed().filter(start=None).count(),
    }


def to_decide(user: Any) -> list[dict[str, Any]]:
    """Members with proposals nobody decided on, the most first."""
    open_ones = Mark.objects.visible_to(user).filter(state=MarkState.PROPOSED).exclude(start=None)
    counts = open_ones.order_by().values("profile__membership").annotate(number=Count("pk"))
    numbers = {row["profile__membership"]: row["number"] for row in counts}
    members = Membership.objects.filter(pk__in=numbers).order_by("name")
    found = [{"member": member, "number": numbers[member.pk]} for member in members]
    return sorted(found, key=lambda row: -row["number"])


def changed(now: datetime) -> list[Profile]:
    """Profiles written in the last days."""
    return list(Profile.objects.filter(updated_at__gte=now - timedelta(days=8)).select_related("membership"))


def open_count(user: Any) -> int:
    """How many proposals wait for somebody."""
    return Mark.objects.visible_to(user).filter(state=MarkState.PROPOSED).exclude(start=None).count()
