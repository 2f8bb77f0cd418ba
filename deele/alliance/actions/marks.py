"""Marking passages: by the member, by the office, by rules that only propose. The text itself is never touched."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.alliance.actions import mark_contacts, matching
from deele.alliance.enums import marks as enums
from deele.alliance.enums.marks import MarkState, Origin
from deele.alliance.models import Delegate, Mark, Profile
from deele.alliance.queries import mark_words
from deele.alliance.queries.documents import SOURCE
from deele.alliance.rules import marks as rules
from deele.audit import actions as audit
from deele.audit.enums import EventType
from deele.core import versions
from deele.core.errors import Refusal
from deele.places.models import Place
from deele.search import actions as search


class NotInText(Refusal):
    """The words do not stand in the text."""

    code = "not-in-text"


class NotPossible(Refusal):
    """The passage has moved on. The message names how."""

    code = "mark-moved-on"


@dataclass(frozen=True)
class Hand:
    """Who does it: somebody of the office, or somebody who acts for the member."""

    user: Any = None
    delegate: Delegate | None = None

    @property
    def origin(self) -> Origin:
        """What stands at the passage."""
        return Origin.MEMBER if self.delegate else Origin.OFFICE


@dataclass(frozen=True)
class Told:
    """What a form says about a passage: values of fields of Mark, and its places."""

    values: dict[str, Any]
    places: Sequence[Place] = field(default_factory=tuple)


@transaction.atomic
def mark(*, profile: Profile, told: Told, by: Hand, now: datetime) -> Mark:
    """Mark a passage; whoever marks it confirms it. Sent twice, it stands there once.

    What a rule proposed or what was refused or taken back before is taken up again. Raises NotInText.
    """
    values = told.values
    found = place_of(profile, values["field"], values["quote"])
    quote = profile.texts()[values["field"]][found.start : found.end]
    row, _made = Mark.objects.select_for_update(no_key=True).get_or_create(
        profile=profile, field=values["field"], quote=quote, kind=values["kind"],
        defaults={"side": enums.side_of(values["kind"]), "origin": by.origin, "start": found.start},
    )  # fmt: skip
    if row.state == MarkState.CONFIRMED:
        return row
    row.origin = by.origin
    fill(row, told, now)
    row.quote, row.start = quote, found.start
    settle(row, MarkState.CONFIRMED, by, now)
    write(enums.MARKED, row, by, now)
    matching.look(mark=row, now=now)
    return row


@transaction.atomic
def change(*, mark: Mark, told: Told, by: Hand, now: datetime) -> Mark:
    """Say something else about a passage, or correct its words. It counts as confirmed then.

    Raises NotInText, NotPossible when the same words stand there under this kind already, and
    core.versions.Conflict for the second of two writers.
    """
    versions.claim(mark)
    values = told.values
    found = place_of(mark.profile, values["field"], values["quote"])
    quote = mark.profile.texts()[values["field"]][found.start : found.end]
    twin = Mark.objects.filter(profile=mark.profile, field=values["field"], quote=quote, kind=values["kind"])
    if twin.exclude(pk=mark.pk).exists():
        raise NotPossible(_("These words are marked with this kind already. Please open that passage instead."))
    fill(mark, told, now)
    mark.quote, mark.start, mark.side = quote, found.start, enums.side_of(values["kind"])
    settle(mark, MarkState.CONFIRMED, by, now)
    write(enums.MARK_CHANGED, mark, by, now)
    matching.renew(mark=mark, now=now)
    return mark


@transaction.atomic
def decide(*, mark: Mark, to: str, by: Hand, now: datetime) -> Mark:
    """Take a proposal, refuse it, or take a marked passage back. Decided twice the same way is decided once.

    Raises NotPossible for a passage whose words stand in the text no more and is to be confirmed.
    """
    held = Mark.objects.select_for_update(no_key=True, of=("self",))  # members come before passages (introducing)
    row = held.select_related("profile__membership").get(pk=mark.pk)
    if row.state == to:
        return row
    if to == MarkState.CONFIRMED and row.is_lost:
        raise NotPossible(_("These words stand in the text no more. Please mark the passage anew."))
    settle(row, to, by, now)
    write(enums.MARK_DECIDED, row, by, now)
    if to == MarkState.CONFIRMED:
        matching.look(mark=row, now=now)
    else:
        matching.drop(mark=row)
    return row


@transaction.atomic
def propose(*, profile: Profile, now: datetime, by: Hand | None = None) -> int:
    """Write down what the rules would mark and nobody decided on yet; returns how many are new. Confirms nothing."""
    known = set(Mark.objects.filter(profile=profile).values_list("field", "quote", "kind"))
    rows = [
        proposal(profile, one)
        for name, text in profile.texts().items()
        for one in rules.propose(name, text)
        if (one.field, one.quote, one.kind) not in known
    ]
    Mark.objects.bulk_create(rows, ignore_conflicts=True)  # two at once propose the same: one row
    if rows:
        hand = by or Hand()
        audit.record(
            enums.MARKS_PROPOSED, by=hand.user, about=profile.membership, now=now, data={"count": len(rows)},
            actor_name=str(profile.membership) if hand.delegate else "",
        )  # fmt: skip
    return len(rows)


def proposal(profile: Profile, found: rules.Proposed) -> Mark:
    """A proposal as a row, pre-ticked as the rules read its words and its member."""
    member = profile.membership
    row = Mark(
        profile=profile, field=found.field, quote=found.quote, start=found.start, side=found.side, kind=found.kind,
        origin=Origin.RULE, word=found.word[:120],
        **rules.left_open(found.side, member.level, member.themes, found.quote),
    )  # fmt: skip
    row.words = mark_words.searchable(row)
    return row


@transaction.atomic
def text_changed(*, profile: Profile, now: datetime) -> int:
    """After the texts of a profile changed: find each passage again by its words, propose what is new.

    Returns how many passages stand in the text no more. They stay, say so, and are not public until marked anew.
    """
    texts, lost = profile.texts(), 0
    for row in Mark.objects.select_for_update(no_key=True).filter(profile=profile).order_by("pk"):
        found = rules.find(texts[row.field], row.quote, row.start)
        start = found.start if found else None
        lost += start is None and row.start is not None
        if start != row.start:
            row.start = start
            row.save(update_fields=["start", "updated_at"])
            if start is None:
                matching.drop(mark=row)
    propose(profile=profile, now=now)
    return lost


def place_of(profile: Profile, name: str, quote: str) -> rules.Found:
    """Where the words stand. Raises NotInText."""
    found = rules.find(profile.texts().get(name, ""), quote)
    if found is None:
        raise NotInText(
            _("These words do not stand in the text. Please copy them from the text as they are; it is not changed.")
        )
    return found


def fill(row: Mark, told: Told, now: datetime) -> None:
    """Take over what was told; saves."""
    for name, value in told.values.items():
        setattr(row, name, value)
    mark_contacts.hold(row, now)
    row.words = mark_words.searchable(row)
    row.save()
    row.places.set(told.places)


def settle(row: Mark, state: str, by: Hand, now: datetime) -> None:
    """The new state and who decided; saves."""
    row.state, row.decided_at = state, now
    row.decided_by, row.decided_by_delegate = by.user, by.delegate
    row.save()


def write(event: EventType, row: Mark, by: Hand, now: datetime) -> None:
    """One line in the log of the member, without the name of who acted for it."""
    membership = row.profile.membership
    audit.record(
        event, by=by.user, about=membership, now=now, actor_name=str(membership) if by.delegate else "",
        data={"kind": row.kind, "state": row.state},
    )  # fmt: skip
    search.touch(SOURCE)  # member pages, list and matrix of what members give and seek
