"""Two sheets of one person in one date poll become one: the later answer counts, as it always does."""

from datetime import datetime
from typing import Any

from deele.groups.models import PollAnswer, PollSheet


def move(old: int, new: int) -> dict[str, Any]:
    """Hang sheets over; where both numbers have one, the one that was answered last stays."""
    mine = {sheet.poll_id: sheet for sheet in PollSheet.objects.filter(delegate=new)}
    doubles = list(PollSheet.objects.filter(delegate=old, poll__in=mine))
    ones = [one_sheet(sheet, mine[sheet.poll_id]) for sheet in doubles]
    moved = list(PollSheet.objects.filter(delegate=old).values_list("pk", flat=True))
    PollSheet.objects.filter(pk__in=moved).update(delegate=new)
    return {"moved": moved, "doubles": ones}


def one_sheet(gone: PollSheet, kept: PollSheet) -> dict[str, Any]:
    """Make one of two; returns both as they were."""
    before = {"gone": content(gone), "kept": content(kept), "poll": gone.poll_id, "pk": [gone.pk, kept.pk]}
    said = [one for one in (gone, kept) if one.answered_at]
    later = max(said, key=last_word) if said else kept
    if later is gone:
        fill(kept, content(gone))
    gone.delete()
    return before


def last_word(sheet: PollSheet) -> Any:
    """When somebody said it last; for sheets that were answered."""
    return sheet.changed_at or sheet.answered_at


def content(sheet: PollSheet) -> dict[str, Any]:
    """What a sheet says, as JSON holds it."""
    return {
        "comment": sheet.comment,
        "answered_at": sheet.answered_at.isoformat() if sheet.answered_at else None,
        "changed_at": sheet.changed_at.isoformat() if sheet.changed_at else None,
        "answers": [list(pair) for pair in sheet.answers.order_by("option").values_list("option", "fit")],
    }


def fill(sheet: PollSheet, told: dict[str, Any]) -> None:
    """Let a sheet say this."""
    sheet.answers.all().delete()
    PollAnswer.objects.bulk_create(PollAnswer(sheet=sheet, option_id=pk, fit=fit) for pk, fit in told["answers"])
    for name in ("answered_at", "changed_at"):
        setattr(sheet, name, datetime.fromisoformat(told[name]) if told[name] else None)
    sheet.comment = told["comment"]
    sheet.save()


def back(old: int, new: int, before: dict[str, Any]) -> None:
    """Two sheets again. What the person said meanwhile stays on the one they said it on."""
    PollSheet.objects.filter(pk__in=before["moved"], delegate=new).update(delegate=old)
    for one in before["doubles"]:
        gone, kept = one["pk"]
        mine = PollSheet.objects.filter(pk=kept, delegate=new).first()
        if mine is None or PollSheet.objects.filter(poll=one["poll"], delegate=old).exists():
            continue
        if content(mine) == one["gone"]:
            fill(mine, one["kept"])
        theirs = PollSheet(pk=gone, poll_id=one["poll"], delegate_id=old)  # the number stands in the link of a mail
        theirs.save(force_insert=True)
        fill(theirs, one["gone"])
