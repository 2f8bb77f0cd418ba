"""The own page of somebody who sent something in."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from deele.jointactions.enums import Standing
from deele.jointactions.models import PhotoUse, Submission
from deele.jointactions.queries import words
from deele.jointactions.rules import moves


def page(submission: Submission, now: datetime) -> dict[str, Any]:
    """Where it stands, what is missing, what can be done."""
    may_change = moves.may_change(submission.standing)
    photos = list(submission.photos.all())
    return {
        "submission": submission,
        "call": submission.call,
        "standing": standing(submission, now),
        "lacks": words.sentences(submission) if may_change else [],
        "may_change": may_change,
        "may_withdraw": moves.may_withdraw(submission.standing),
        "may_hand_in": may_change and (submission.standing == Standing.ASKED or submission.call.is_open(now)),
        "photos": photos,
        "uses": words.uses_in_words(submission),
        "used": used(submission),
    }


def used(submission: Submission) -> list[PhotoUse]:
    """Where its photos are used now."""
    return list(PhotoUse.objects.filter(photo__submission=submission, ended_on=None))


def standing(submission: Submission, now: datetime) -> dict[str, str]:
    """Where it stands, in words for the person."""
    day = words.closes(submission.call)
    texts = {
        Standing.DRAFT: ("info", _("A draft"), _("Only you see it. Please hand it in by %(day)s.") % {"day": day}),
        Standing.SUBMITTED: ("info", _("Handed in"), _("We look at it and then write to you.")),
        Standing.ASKED: ("warning", _("We have a question"), submission.answer),
        Standing.TAKEN: ("success", _("It takes part"), _("We use it for what you allowed.")),
        Standing.REFUSED: ("warning", _("It is not used"), submission.answer),
        Standing.WITHDRAWN: ("warning", _("Withdrawn"), _("Everything personal is deleted.")),
    }  # fmt: skip
    kind, title, text = texts[Standing(submission.standing)]
    if submission.standing == Standing.DRAFT and now >= submission.call.closes_at:
        text = _("The call ended on %(day)s. Drafts cannot be handed in any more.") % {"day": day}
        kind = "warning"
    return {"kind": kind, "title": title, "text": text}
