"""The office looks at what was sent in: taken, asked back, refused; and notes where photos are used."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.jointactions import enums
from deele.jointactions.actions import post
from deele.jointactions.actions.sending import Lacking, fresh
from deele.jointactions.enums import GRANTED, Refused, Standing, Use
from deele.jointactions.models import Photo, PhotoUse, Submission
from deele.jointactions.queries import words
from deele.jointactions.rules import moves


class BadJudgement(Refusal):
    """From here there is no such way."""

    code = "no-way"


class NotGranted(Refusal):
    """The person did not allow this use."""

    code = "not-granted"


@transaction.atomic
def judge(*, submission: Submission, to: str, by: Any, now: datetime, reason: str = "", answer: str = "") -> Submission:
    """Take, ask back or refuse. Whoever withdrew in the same instant wins: the move finds its row no more.

    Raises BadJudgement, Lacking when a right is missing, Conflict.
    """
    source, target = Standing(submission.standing), Standing(to)
    check(source, target, reason, answer)
    values: dict[str, Any] = {"standing": target, "standing_since": now, "answer": answer.strip()}
    values["ended_on"] = timezone.localdate(now) if target == Standing.REFUSED else None
    rows = Submission.objects.filter(pk=submission.pk, standing=source)
    if not rows.update(**values, version=F("version") + 1, updated_at=now):
        raise Conflict(_("This was withdrawn or decided on meanwhile. Please open it again."))
    submission = fresh(submission)
    if target == Standing.TAKEN and (missing := words.sentences(submission)):
        raise Lacking(_("It cannot be taken yet: %(why)s Please ask back.") % {"why": " ".join(missing)})
    audit.record(enums.JUDGED, by=by, about=submission, now=now, data={"from": source.value, "to": target.value})
    tell(submission, target, reason, now)
    return submission


def check(source: Standing, target: Standing, reason: str, answer: str) -> None:
    """Raises BadJudgement."""
    if not moves.may_judge(source, target):
        line = _("This is “%(state)s”; from there it cannot become “%(target)s”.")
        raise BadJudgement(line % {"state": source.label, "target": target.label})
    if target == Standing.ASKED and not answer.strip():
        raise BadJudgement(_("Please write your question; the person gets it by mail."), code="answer")
    if target == Standing.REFUSED and reason not in Refused.values:
        raise BadJudgement(_("Please choose a reason; the person gets it by mail."), code="reason")


def tell(submission: Submission, target: Standing, reason: str, now: datetime) -> None:
    """Tell the person what the office decided."""
    if not submission.email:
        return
    if target == Standing.TAKEN:
        post.taken(submission, now=now)
    elif target == Standing.ASKED:
        post.asked_back(submission, now=now)
    elif target == Standing.REFUSED:
        post.refused(submission, reason, now=now)


def judge_many(
    *, submissions: Sequence[Submission], to: str, by: Any, now: datetime, reason: str = ""
) -> tuple[int, list[str]]:
    """Decide on several, each by itself: one that cannot be taken keeps no other from it.

    Returns how many, and a sentence for each that was left as it was.
    """
    done, problems = 0, []
    for submission in submissions:
        try:
            judge(submission=submission, to=to, by=by, now=now, reason=reason)
            done += 1
        except Refusal as problem:
            problems.append(f"{submission}: {problem.message}")
    return done, problems


@transaction.atomic
def leave_out(*, photo: Photo, out: bool, by: Any, now: datetime) -> None:
    """Show the others of a submission, not this one; or show it again."""
    Photo.objects.filter(pk=photo.pk).update(left_out=out)
    audit.record(enums.JUDGED, by=by, about=photo.submission, now=now, data={"photo": photo.pk, "left out": out})


@transaction.atomic
def note_use(*, photo: Photo, kind: str, where: str, since: date, by: Any, now: datetime) -> PhotoUse:
    """Write down where a photo is used. Noted twice is noted once. Raises NotGranted."""
    use = Use(kind)
    if not Photo.objects.cleared(use).filter(pk=photo.pk).exists():
        words_of = {"use": use.label}
        raise NotGranted(_("The person did not allow this use, or it is not taken: %(use)s.") % words_of)
    row, is_new = PhotoUse.objects.get_or_create(photo=photo, kind=kind, where=where.strip(), defaults={"since": since})
    if is_new:
        audit.record(enums.USED, by=by, about=photo.submission, now=now, data={"photo": photo.pk, "use": kind})
    return row


@transaction.atomic
def end_use(*, use: PhotoUse, by: Any, now: datetime) -> None:
    """It was taken down."""
    PhotoUse.objects.filter(pk=use.pk, ended_on=None).update(ended_on=timezone.localdate(now))
    audit.record(enums.USED, by=by, about=use.photo.submission, now=now, data={"photo": use.photo_id, "ended": True})


def granted(submission: Submission) -> list[Use]:
    """What the person allowed."""
    return [use for use, column in GRANTED.items() if getattr(submission, column)]
