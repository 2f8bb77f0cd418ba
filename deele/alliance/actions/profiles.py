"""Writing the next version of a profile, agreeing to it, sending it back. What is public stays until it is agreed."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import index, life, mark_contacts, marks, people, post
from deele.alliance.emails import belonging as emails
from deele.alliance.enums import State, events
from deele.alliance.models import Membership, Profile, ProfileDraft
from deele.alliance.models.profile import TEXTS
from deele.audit import actions as audit
from deele.core import versions
from deele.core.addresses import address
from deele.core.errors import Refusal
from deele.core.freshness import Method

SOURCED = ("source", "source_url", "as_of", "as_of_precision", "licence")


class NothingThere(Refusal):
    """There is no draft."""

    code = "no-draft"


def draft_of(membership: Membership) -> ProfileDraft:
    """The draft as it stands, or an unsaved one that begins with what is agreed."""
    found = ProfileDraft.objects.filter(membership=membership).first()
    if found is not None:
        return found
    agreed = Profile.objects.filter(membership=membership).first()
    return ProfileDraft(membership=membership, **(agreed.texts() if agreed else {}))


@transaction.atomic
def write(*, form: Any, hand: str, send: bool, by: Any, now: datetime) -> ProfileDraft:
    """Keep what the valid form holds; with `send` it goes to the office. `hand` says who wrote, `by` None: the member.

    Raises core.versions.Conflict when somebody else wrote meanwhile.
    """
    draft: ProfileDraft = form.instance
    draft.written_by, draft.sent_at = hand[:120], now if send else None
    if send:
        draft.answer = ""
    if draft.pk:
        versions.claim(draft)
        form.save()
    else:
        first(form)
    member = draft.membership
    event = events.PROFILE_SENT if send else events.PROFILE_WRITTEN
    audit.record(event, by=by, about=member, now=now, actor_name=people.actor(by))
    if member.state == State.ENQUIRY:
        life.move(membership=member, to=State.DRAFT, by=by, now=now, member=by is None)
    return draft


def first(form: Any) -> None:
    """The first draft of a member: two at once are a conflict, not a fault."""
    try:
        with transaction.atomic():
            form.save()
    except IntegrityError as error:
        raise versions.Conflict(
            _("Somebody else has begun a draft meanwhile. Please open the page again and put both together.")
        ) from error


@transaction.atomic
def agree(*, membership: Membership, version: int, by: Any, now: datetime) -> Profile:
    """Agree to the draft as it was read: it becomes the profile, public where the member is one.

    Raises NothingThere, core.versions.Conflict when the draft is not what was read any more, life.BadMove.
    """
    draft = ProfileDraft.objects.filter(membership=membership).first()
    if draft is None or not draft.has_words:
        raise NothingThere(_("There is no draft to agree to. It may have been agreed already."))
    if not ProfileDraft.objects.filter(pk=draft.pk, version=version).delete()[0]:
        raise versions.Conflict(_("The draft has changed since you opened it. Please read it once more."))
    profile = take(draft, by, now)
    audit.record(events.PROFILE_AGREED, by=by, about=membership, now=now)
    state = State(membership.state)
    if state in (State.ENQUIRY, State.DRAFT):
        life.move(membership=membership, to=State.AGREED, by=by, now=now)
    elif state in (State.MEMBER, State.REVIEW):
        life.move(membership=membership, to=State.PUBLISHED, by=by, now=now)
    index.refresh(membership)
    return profile


def take(draft: ProfileDraft, by: Any, now: datetime) -> Profile:
    """The draft's words as the profile's; what stood there is put away."""
    today = timezone.localdate(now)
    profile = Profile.objects.select_for_update().filter(membership_id=draft.membership_id).first()
    profile = profile or Profile(membership_id=draft.membership_id)
    if profile.texts() != draft.texts():
        profile.put_away(today)
    for name in (*TEXTS, *SOURCED):
        setattr(profile, name, getattr(draft, name))
    # The row outlives its writer, so it names nobody of the member.
    if draft.sent_at:
        profile.confirm(method=Method.MAIL_LINK, by=_(people.PERSON), now=now)
    else:
        profile.confirm(method=Method.STAFF, by=draft.written_by or str(by), now=now)
    profile.next_review_on, profile.asked_times, profile.asked_at = today + life.YEAR, 0, None
    profile.version += bool(profile.pk)
    profile.save()
    marks.text_changed(profile=profile, now=now)
    mark_contacts.confirm(profile, now)
    return profile


@transaction.atomic
def send_back(*, membership: Membership, version: int, answer: str, by: Any, now: datetime) -> None:
    """Ask the member about its draft; it is told by mail. Raises NothingThere, core.versions.Conflict."""
    draft = ProfileDraft.objects.filter(membership=membership).exclude(sent_at=None).first()
    if draft is None:
        raise NothingThere(_("There is no draft waiting for an answer."))
    if draft.version != version:
        raise versions.Conflict(_("The draft has changed since you opened it. Please read it once more."))
    versions.claim(draft)
    draft.sent_at, draft.answer = None, answer
    draft.save()
    audit.record(events.PROFILE_RETURNED, by=by, about=membership, now=now)
    link = address(reverse("alliance:mine-profile"))
    post.each(
        membership, emails.RETURNED, lambda one: emails.draft_returned(one.name, membership.name, answer, link),
        now=now, key=f"returned {draft.version}",
    )  # fmt: skip


@transaction.atomic
def confirm(*, profile: Profile, by: Any, now: datetime) -> Profile:
    """It still holds: for another year. `by` None: somebody of the member. Twice on one day is once."""
    member, today = profile.membership, timezone.localdate(now)
    held = Profile.objects.filter(pk=profile.pk)
    held.update(
        verified_at=now, verified_by=(str(by) if by else _(people.PERSON))[:120], updated_at=now, asked_times=0,
        asked_at=None, verification_method=Method.STAFF if by else Method.MAIL_LINK, next_review_on=today + life.YEAR,
    )  # fmt: skip
    profile.refresh_from_db()
    mark_contacts.confirm(profile, now)
    if member.state == State.REVIEW:
        life.move(membership=member, to=State.PUBLISHED, by=by, now=now, member=by is None)
    audit.record(events.PROFILE_CONFIRMED, by=by, about=member, now=now, actor_name=people.actor(by))
    return profile
