"""The doors of joint actions: fetch and authorise in one step."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accounts import queries as accounts
from deele.alliance.models import Delegate
from deele.jointactions.actions import links
from deele.jointactions.models import ActionPartner, Call, JointAction, Material, Photo, PhotoUse, Submission


def first(rows: Any) -> Any:
    """The one row, or 404."""
    found = rows.first()
    if found is None:
        raise Http404
    return found


def may_work(user: Any) -> None:
    """404 for whoever does not look after the alliance."""
    if not access.can(user, Permission.ALLIANCE_WORK):
        raise Http404


def public_action(pk: int) -> JointAction:
    """An action everybody may see. 404 for all others, whatever they are."""
    rows = JointAction.objects.public().select_related("lead", "place__parent").filter(pk=pk)
    return first(rows)  # type: ignore[no-any-return]


def public_call(pk: int) -> Call:
    """A released call of a public action, open or over. 404 for all others."""
    return first(Call.objects.public().select_related("action").filter(pk=pk))  # type: ignore[no-any-return]


def public_photo(pk: int) -> Photo:
    """A photo with every right the website needs, asked anew each time. 404 for all others."""
    return first(Photo.objects.public().filter(pk=pk))  # type: ignore[no-any-return]


def public_document(pk: int) -> Material:
    """A file of the documentation everybody may fetch, asked anew each time. 404 for all others."""
    return first(Material.objects.public().filter(pk=pk))  # type: ignore[no-any-return]


def own_submission(token: str) -> Submission:
    """What the link of a mail opens. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=links.OWN, now=timezone.now())
    found = links.submission_of(link)
    if found is None:
        raise accounts.BadLink
    return found


def own_photo(token: str, pk: int) -> Photo:
    """A photo of one's own submission. Raises BadLink; 404 for all others."""
    return first(own_submission(token).photos.filter(pk=pk).exclude(image=""))  # type: ignore[no-any-return]


def member_action(delegate: Delegate, pk: int) -> JointAction:
    """An action this member may know of. 404 for all others."""
    rows = JointAction.objects.for_member(delegate.membership).select_related("lead", "place__parent")
    return first(rows.filter(pk=pk))  # type: ignore[no-any-return]


def member_partner(delegate: Delegate, pk: int) -> ActionPartner:
    """What this member brings to an action. 404 for all others."""
    rows = ActionPartner.objects.filter(membership=delegate.membership).select_related("action", "membership")
    return first(rows.filter(action=pk))  # type: ignore[no-any-return]


def desk_action(user: Any, pk: int) -> JointAction:
    """An action for the office."""
    may_work(user)
    rows = JointAction.objects.select_related("lead", "place__parent", "caretaker", "proposed_by__membership")
    return first(rows.filter(pk=pk))  # type: ignore[no-any-return]


def desk_submission(user: Any, pk: int) -> Submission:
    """Something sent in, for the office. Drafts are their owner's alone: 404."""
    may_work(user)
    rows = Submission.objects.select_related("call__action").prefetch_related("photos__used_in")
    return first(rows.exclude(submitted_at=None).filter(pk=pk))  # type: ignore[no-any-return]


def desk_photo(user: Any, pk: int) -> Photo:
    """A photo that was handed in, for the office."""
    may_work(user)
    rows = Photo.objects.select_related("submission").exclude(submission__submitted_at=None).exclude(image="")
    return first(rows.filter(pk=pk))  # type: ignore[no-any-return]


def desk_document(user: Any, pk: int) -> Material:
    """A file of the documentation, for the office."""
    may_work(user)
    return first(Material.objects.exclude(file="").filter(pk=pk))  # type: ignore[no-any-return]


def desk_use(user: Any, pk: int) -> PhotoUse:
    """A use of a photo, for the office."""
    may_work(user)
    return first(PhotoUse.objects.select_related("photo__submission").filter(pk=pk))  # type: ignore[no-any-return]


def desk_part(user: Any, action: JointAction, model: Any, pk: int) -> Any:
    """A part of an action, for the office."""
    may_work(user)
    return first(model.objects.filter(action=action, pk=pk))
