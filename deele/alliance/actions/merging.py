"""Two members that are one: everything follows, the old address leads on, and it can be taken back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import index
from deele.alliance.enums import State, events
from deele.alliance.kinds import relinks
from deele.alliance.models import Delegate, JoinRequest, MemberMerge, Membership, Profile, ProfileDraft
from deele.alliance.models.profile import TEXTS
from deele.alliance.queries.umbrellas import above
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal

FILLED = ("website", "place_id", "entry_id", "umbrella_id", "since", "source", "source_url", "external_id")


class CannotMerge(Refusal):
    """The two cannot become one, or not be parted again."""

    code = "cannot-merge"


@transaction.atomic
def merge(*, kept: Membership, gone: Membership, by: Any, now: datetime) -> MemberMerge:
    """Merge `gone` into `kept`: people, those under it, words and all rows of upper apps follow.

    The old name is found from then on, the old address leads to the kept member. Raises CannotMerge,
    core.versions.Conflict.
    """
    check(kept, gone)
    versions.claim(kept)
    versions.claim(gone)
    today = timezone.localdate(now)
    before: dict[str, Any] = {
        "state": gone.state, "state_reason": gone.state_reason, "until": gone.until and gone.until.isoformat(),
        "filled": fill(kept, gone), "names": take_names(kept, gone), "under": move_under(kept, gone),
        "heirs": moved(Membership.objects.filter(succeeded_by=gone), succeeded_by=kept),
        "wishes": moved(JoinRequest.objects.filter(membership=gone), membership=kept),
        "words": take_words(kept, gone, today),
    }  # fmt: skip
    people, same = move_people(kept, gone)
    before |= {"people": people, "same": [list(pair) for pair in same.items()]}
    before["apps"] = {one.key: one.move(gone, kept, same) for one in relinks}
    Membership.objects.filter(pk=gone.pk).update(
        state=State.LEFT, state_since=now, state_reason=_("went into %(name)s") % {"name": kept.name[:250]},
        succeeded_by=kept, until=max(today, gone.since or today),
    )  # fmt: skip
    gone.refresh_from_db()
    kept.refresh_from_db()
    record = MemberMerge.objects.create(kept=kept, gone=gone, at=now, by=by, before=before)
    audit.record(events.MERGED, by=by, about=kept, now=now, data={"merged": gone.pk, "name": gone.name})
    index.refresh(gone, kept, *kept.under_it.all())
    return record


def check(kept: Membership, gone: Membership) -> None:
    """Raises CannotMerge."""
    if kept.pk == gone.pk:
        raise CannotMerge(_("A member cannot be merged with itself. Please choose another one."))
    if kept.succeeded_by_id or gone.succeeded_by_id:
        raise CannotMerge(_("One of the two has already gone into another member. Please open the page again."))
    if (kept.kind == "privat") != (gone.kind == "privat"):
        raise CannotMerge(_("A private person and an organisation are never the same member."))


def moved(rows: Any, **to: Any) -> list[int]:
    """Hang rows over and return their keys."""
    keys = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=keys).update(**to)
    return keys


def fill(kept: Membership, gone: Membership) -> dict[str, Any]:
    """Fill what the kept member lacks; returns field → what it took over (it was empty before)."""
    empty = ("", None)
    taken = {
        name: getattr(gone, name)
        for name in FILLED
        if getattr(kept, name) in empty and getattr(gone, name) not in empty
    }
    if kept in above(gone):
        taken.pop("umbrella_id", None)  # it would stand above itself
    more = [one for one in gone.themes if one not in kept.themes]
    for name, value in taken.items():
        setattr(kept, name, value)
    if "since" in taken:
        kept.since_precision = gone.since_precision
    kept.themes = [*kept.themes, *more]
    if kept.umbrella_id == gone.pk:
        kept.umbrella = None
    kept.save()
    return {"fields": {name: plain(value) for name, value in taken.items()}, "themes": more}


def plain(value: Any) -> Any:
    """As JSON holds it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def take_names(kept: Membership, gone: Membership) -> list[str]:
    """The names of the gone member are former names of the kept one; returns the new ones."""
    known = {kept.name, *kept.former_names}
    fresh = [name for name in dict.fromkeys([*gone.former_names, gone.name]) if name not in known]
    kept.former_names = [*kept.former_names, *fresh]
    kept.save(update_fields=["former_names", "updated_at"])
    return fresh


def move_under(kept: Membership, gone: Membership) -> list[int]:
    """Who was under the gone umbrella body is under the kept one."""
    return moved(Membership.objects.filter(umbrella=gone).exclude(pk=kept.pk), umbrella=kept)


def take_words(kept: Membership, gone: Membership, today: Any) -> dict[str, Any]:
    """The gone member's words: the kept one's where it has none, else among its former ones. A draft follows."""
    theirs = Profile.objects.filter(membership=gone).first()
    mine, made = Profile.objects.get_or_create(membership=kept) if theirs else (None, False)
    took = bool(mine and theirs and not mine.has_words and theirs.has_words)
    if mine and theirs and took:
        for name in (*TEXTS, "published_at", "next_review_on", "verified_at", "verified_by", "verification_method"):
            setattr(mine, name, getattr(theirs, name))
        mine.save()
    elif mine and theirs and theirs.has_words:
        mine.former = [*mine.former, {"until": today.isoformat(), "of": gone.name, **theirs.texts()}]
        mine.save(update_fields=["former", "updated_at"])
    draft = ProfileDraft.objects.filter(membership=gone)
    follows = [] if ProfileDraft.objects.filter(membership=kept).exists() else moved(draft, membership=kept)
    return {"made": made, "took": took, "drafts": follows}


def move_people(kept: Membership, gone: Membership) -> tuple[list[int], dict[int, int]]:
    """People follow with their number. Who acts for both already stays where they are: their number → the kept one."""
    at_kept = {one.email.lower(): one.pk for one in kept.delegates.all()}
    same = {one.pk: at_kept[one.email.lower()] for one in gone.delegates.all() if one.email.lower() in at_kept}
    people = moved(Delegate.objects.filter(membership=gone).exclude(pk__in=same), membership=kept)
    Delegate.objects.filter(pk__in=same).update(stamp=F("stamp") + 1)  # the device belongs to a member that is gone
    return people, same


@transaction.atomic
def undo(*, merge: MemberMerge, by: Any, now: datetime) -> Membership:
    """Take a merge back: everything moved returns, as far as nobody has changed it since.

    Raises CannotMerge when it was taken back already, or the kept member went into another meanwhile.
    """
    kept, gone, before = merge.kept, merge.gone, merge.before
    if kept.succeeded_by_id:
        raise CannotMerge(_("The kept member went into another one meanwhile. Please take that back first."))
    if not MemberMerge.objects.filter(pk=merge.pk, undone_at=None).update(undone_at=now, updated_at=now):
        raise CannotMerge(_("This merge was already taken back."))
    Membership.objects.filter(pk=gone.pk).update(
        state=before["state"], state_reason=before["state_reason"], until=before["until"], succeeded_by=None,
        state_since=now, version=F("version") + 1,
    )  # fmt: skip
    Delegate.objects.filter(pk__in=before["people"], membership=kept).update(membership=gone)
    Membership.objects.filter(pk__in=before["under"], umbrella=kept).update(umbrella=gone)
    Membership.objects.filter(pk__in=before["heirs"], succeeded_by=kept).update(succeeded_by=gone)
    JoinRequest.objects.filter(pk__in=before["wishes"], membership=kept).update(membership=gone)
    for key, told in before["apps"].items():
        if key in relinks:
            relinks.get(key).back(gone, kept, told)
    return_words(kept, gone, before["words"])
    empty(kept, before)
    gone.refresh_from_db()
    kept.refresh_from_db()
    audit.record(events.UNMERGED, by=by, about=kept, now=now, data={"merged": gone.pk})
    index.refresh(gone, kept, *gone.under_it.all())
    return gone


def return_words(kept: Membership, gone: Membership, told: dict[str, Any]) -> None:
    """A draft goes back; words that were taken over go, unless somebody has written since."""
    if told["drafts"] and not ProfileDraft.objects.filter(membership=gone).exists():
        ProfileDraft.objects.filter(pk__in=told["drafts"], membership=kept).update(membership=gone)
    mine = Profile.objects.filter(membership=kept).first()
    theirs = Profile.objects.filter(membership=gone).first()
    if told["took"] and mine and theirs and mine.texts() == theirs.texts():
        for name in TEXTS:
            setattr(mine, name, "")
        mine.published_at = None
        mine.save()
    elif mine and theirs:
        mine.former = [one for one in mine.former if one.get("of") != gone.name or not same_words(one, theirs)]
        mine.save(update_fields=["former", "updated_at"])


def same_words(one: dict[str, Any], profile: Profile) -> bool:
    """Whether a former text is what this profile says."""
    return all(one.get(name) == text for name, text in profile.texts().items())


def empty(kept: Membership, before: dict[str, Any]) -> None:
    """Empty what was taken over, unless somebody has changed it since."""
    stored = Membership.objects.get(pk=kept.pk)
    for name, value in before["filled"]["fields"].items():
        if plain(getattr(stored, name)) == value:
            setattr(stored, name, "" if isinstance(getattr(stored, name), str) else None)
    stored.themes = [one for one in stored.themes if one not in before["filled"]["themes"]]
    stored.former_names = [one for one in stored.former_names if one not in before["names"]]
    stored.version += 1
    stored.save()
