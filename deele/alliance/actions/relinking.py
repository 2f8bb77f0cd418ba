"""Passages and matches follow when two members become one, and go back when that is taken back."""

from typing import Any

from deele.alliance.models import Mark, Match, Membership, Profile
from deele.alliance.rules import marks as rules


def move(*, gone: Membership, kept: Membership) -> dict[str, list[int]]:
    """Hang matches over, and the passages whose words stand in the kept member's texts, too; returns their keys.

    A match between the two stays where it is: nobody meets itself. In the transaction of the merge.
    """
    return {
        "seeker": hung(Match.objects.filter(seeker=gone).exclude(giver=kept), seeker=kept),
        "giver": hung(Match.objects.filter(giver=gone).exclude(seeker=kept), giver=kept),
        "marks": move_marks(gone, kept),
    }


def hung(rows: Any, **to: Any) -> list[int]:
    """Hang rows over and return their keys."""
    keys = list(rows.values_list("pk", flat=True))
    Match.objects.filter(pk__in=keys).update(**to)
    return keys


def move_marks(gone: Membership, kept: Membership) -> list[int]:
    """Passages of words that the kept member has taken over."""
    mine = Profile.objects.filter(membership=kept).first()
    if mine is None:
        return []
    texts, known = mine.texts(), set(Mark.objects.filter(profile=mine).values_list("field", "quote", "kind"))
    rows = [
        row
        for row in Mark.objects.of(gone)
        if (row.field, row.quote, row.kind) not in known and rules.find(texts[row.field], row.quote)
    ]
    keys = [row.pk for row in rows]
    Mark.objects.filter(pk__in=keys).update(profile=mine)
    return keys


def back(*, gone: Membership, kept: Membership, before: dict[str, list[int]]) -> None:
    """Hang everything back that still hangs where it was hung."""
    Match.objects.filter(pk__in=before["seeker"], seeker=kept).exclude(giver=gone).update(seeker=gone)
    Match.objects.filter(pk__in=before["giver"], giver=kept).exclude(seeker=gone).update(giver=gone)
    theirs = Profile.objects.filter(membership=gone).first()
    if theirs is not None:
        Mark.objects.filter(pk__in=before["marks"], profile__membership=kept).update(profile=theirs)
