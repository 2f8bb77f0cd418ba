"""Sending something in: a draft at once, handed in by the link from the mail, withdrawn whenever one likes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.jointactions import enums
from deele.jointactions.actions import links, pictures, post
from deele.jointactions.actions.pictures import Ready
from deele.jointactions.enums import Standing
from deele.jointactions.models import Call, Photo, PhotoUse, Submission
from deele.jointactions.queries import words
from deele.jointactions.rules import moves
from deele.privacy.actions import consents

PERSON = gettext_noop("the person who sent it in")
CONSENT = "jointactions.submission"
DRAFT_DAYS = 60
CHANGEABLE = (Standing.DRAFT, Standing.ASKED)


class Closed(Refusal):
    """The call takes nothing in now."""

    code = "closed"


class NotChangeable(Refusal):
    """It was handed in, refused or withdrawn."""

    code = "not-changeable"


class Lacking(Refusal):
    """Something is missing; the sentences say what."""

    code = "lacking"


@transaction.atomic
def begin(*, call: Call, told: dict[str, Any], photos: Sequence[Ready], form: str, now: datetime) -> Submission:
    """Keep a draft and mail its link. The same form sent twice is one draft. Raises Closed."""
    check_open(call, now)
    values = {**told, "call": call, "standing_since": now}
    submission, is_new = Submission.objects.get_or_create(form_token=form, defaults=values)
    if is_new:
        for rank, ready in enumerate(photos[: call.most_photos]):
            pictures.keep(submission, ready, rank)
        post.your_link(submission, now=now)
    return submission


def check_open(call: Call, now: datetime) -> None:
    """Raises Closed."""
    if call.is_open(now):
        return
    if now >= call.closes_at:
        raise Closed(_("This call ended on %(day)s. Nothing can be handed in any more.") % {"day": words.closes(call)})
    raise Closed(_("This call is not open at the moment."))


@transaction.atomic
def change(*, submission: Submission, told: dict[str, Any], alts: dict[int, str], now: datetime) -> Submission:
    """Say something else, as read in this version. Raises NotChangeable, Conflict."""
    rows = Submission.objects.filter(pk=submission.pk, version=submission.version, standing__in=CHANGEABLE)
    if not rows.update(**told, version=F("version") + 1, updated_at=now):
        raise stuck(submission)
    for photo in Photo.objects.filter(submission=submission):
        if photo.pk in alts:
            Photo.objects.filter(pk=photo.pk).update(alt=alts[photo.pk].strip()[:200])
    return fresh(submission)


def stuck(submission: Submission) -> Refusal:
    """Why it could not be written."""
    present = Submission.objects.filter(pk=submission.pk).first()
    if present and present.standing in CHANGEABLE:
        return Conflict(
            _("This was changed in another window meanwhile. Your words stand below; please send them once more.")
        )
    return NotChangeable(_("This was handed in or ended meanwhile, so it cannot be changed here any more."))


def fresh(submission: Submission) -> Submission:
    """As it stands now."""
    rows = Submission.objects.select_related("call__action").prefetch_related("photos__used_in")
    return rows.get(pk=submission.pk)


def hold(submission: Submission, now: datetime) -> None:
    """Take the row for this transaction, while it may be changed. Raises NotChangeable."""
    rows = Submission.objects.filter(pk=submission.pk, standing__in=CHANGEABLE)
    if not rows.update(version=F("version") + 1, updated_at=now):
        raise stuck(submission)


@transaction.atomic
def add_photo(*, submission: Submission, ready: Ready, now: datetime) -> None:
    """One more photo. Raises NotChangeable, Lacking when there is no room, or it is there already."""
    hold(submission, now)
    there = Photo.objects.filter(submission=submission).count()  # as it is now, not as it was read
    if there >= submission.call.most_photos:
        raise Lacking(_("This call takes no more photos. Please take one out first."), code="most")
    if pictures.keep(submission, ready, there) is None:
        raise Lacking(_("This photo is there already."), code="twice")


@transaction.atomic
def remove_photo(*, submission: Submission, photo: Photo, now: datetime) -> None:
    """Take a photo out of a draft, with its files. Raises NotChangeable."""
    hold(submission, now)
    pictures.drop_files([photo])
    photo.delete()


@transaction.atomic
def hand_in(*, submission: Submission, now: datetime) -> Submission:
    """Hand it in: the link of the mail proved the address. Raises Lacking, Closed, NotChangeable.

    Handed in twice is handed in once. What the office asked back may come again after the end of the call.
    """
    call = submission.call
    if submission.standing == Standing.SUBMITTED:
        return submission
    if submission.standing != Standing.ASKED:
        check_open(Call.objects.select_related("action").get(pk=call.pk), now)
    values = {"standing": Standing.SUBMITTED, "standing_since": now, "submitted_at": now, "answer": ""}
    rows = Submission.objects.filter(pk=submission.pk, standing__in=CHANGEABLE)
    if not rows.update(**values, version=F("version") + 1, updated_at=now):
        if Submission.objects.filter(pk=submission.pk, standing=Standing.SUBMITTED).exists():
            return fresh(submission)
        raise stuck(submission)
    submission = fresh(submission)
    if missing := words.sentences(submission):
        raise Lacking(" ".join(missing))
    consents.give(
        email=submission.email, purpose=f"{CONSENT}:{submission.pk}", text_version=f"{call.pk}.{call.terms_version}",
        source=_("form of the call, address proven by link"), proof=", ".join(sorted(submission.uses)), now=now,
    )  # fmt: skip
    audit.record(enums.SENT, by=None, about=submission, now=now, actor_name=_(PERSON))
    post.received(submission, now=now)
    return submission


@transaction.atomic
def withdraw(*, submission: Submission, now: datetime, by: Any = None) -> list[PhotoUse]:
    """End it, whatever it stands in: photos leave every page at once. Returns where they had been used.

    Raises NotChangeable when it was withdrawn before.
    """
    to = submission.email
    emptied = dict.fromkeys(("name", "organisation", "email", "text", "town", "credit", "answer"), "")
    ended = {
        "standing": Standing.WITHDRAWN, "standing_since": now, "ended_on": timezone.localdate(now), "year": None,
        "for_exhibition": False, "for_website": False, "for_print": False, "for_press": False,
    }  # fmt: skip
    rows = Submission.objects.filter(pk=submission.pk).exclude(standing=Standing.WITHDRAWN)
    if not rows.update(**emptied, **ended, version=F("version") + 1, updated_at=now):
        raise NotChangeable(_("This is withdrawn already."))
    return clear_away(submission, to, now, by)


def clear_away(submission: Submission, to: str, now: datetime, by: Any) -> list[PhotoUse]:
    """Files, consent, links; and who has to be told."""
    photos = list(Photo.objects.filter(submission=submission))  # as it is now, not as it was read
    used = list(PhotoUse.objects.filter(photo__in=photos, ended_on=None))
    pictures.drop_files(photos)
    if to:
        consents.withdraw(email=to, purpose=f"{CONSENT}:{submission.pk}", now=now, by=by)
    links.forget(submission)
    audit.record(enums.WITHDRAWN, by=by, about=submission, now=now, actor_name="" if by else _(PERSON))
    post.goodbye(submission, to, [str(use) for use in used], now=now)
    return used


def ask_for_links(*, email: str, now: datetime) -> int:
    """Mail a fresh link for everything of this address; returns how many. Nobody learns by asking."""
    rows = Submission.objects.filter(email__iexact=email.strip()).exclude(standing=Standing.WITHDRAWN)
    found = list(rows.select_related("call__action")[:10])
    for submission in found:
        post.your_link(submission, now=now)
    return len(found)


@transaction.atomic
def forget_drafts(*, now: datetime) -> int:
    """Delete drafts nobody came back to, with their photos; returns how many."""
    old = Submission.objects.filter(standing=Standing.DRAFT, updated_at__lt=now - timedelta(days=DRAFT_DAYS))
    rows = list(old.prefetch_related("photos")[:200])
    for submission in rows:
        pictures.drop_files(submission.photos.all())
        links.forget(submission)
        submission.delete()
    return len(rows)


def may_change(submission: Submission) -> bool:
    """Whether words, photos and rights may still be changed."""
    return moves.may_change(submission.standing)
