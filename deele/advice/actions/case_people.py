"""Who is in charge of a case: adviser, deputy, area of work, and whom it is shared with."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.enums import CaseState, LineKind
from deele.advice.models import Case, CaseShare
from deele.advice.rules.cases import OPEN_STATES
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.office.models import Area


class NotAnAdviser(Refusal):
    """This colleague does not advise, or not in this area of work."""

    code = "no-adviser"


class SamePerson(Refusal):
    """Adviser and deputy are two people."""

    code = "same-person"


class AreaStays(Refusal):
    """The case is in that area already, or is ended."""

    code = "area-stays"


@transaction.atomic
def hand_over(*, case: Case, adviser: Any, deputy: Any, by: Any, now: datetime) -> Case:
    """Name adviser and deputy; either may be None. Raises NotAnAdviser, SamePerson, core.versions.Conflict."""
    versions.claim(case)
    case.refresh_from_db()
    timeline.check_writable(case)
    for person in filter(None, (adviser, deputy)):
        check_advises(person, case.area_id)
    if adviser and adviser == deputy:
        raise SamePerson(_("The deputy must be somebody else than the adviser."))
    case.adviser, case.deputy = adviser, deputy
    if case.state == CaseState.RECEIVED and adviser:
        case.state, case.state_since = CaseState.ACCEPTED, now
    case.save()
    words = _("Adviser: %(adviser)s. Deputy: %(deputy)s.") % {"adviser": adviser or "–", "deputy": deputy or "–"}
    timeline.line(case, LineKind.PEOPLE, by=by, now=now, text=words)
    audit.record(enums.CASE_HANDED_OVER, by=by, about=case, now=now)
    return case


@transaction.atomic
def hand_over_all(*, cases: Iterable[Case], adviser: Any, by: Any, now: datetime) -> int:
    """Give all these open cases to one colleague, or none of them; returns how many. Raises NotAnAdviser."""
    done = 0
    for case in Case.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in cases]).order_by("pk"):
        deputy = None if case.deputy_id == adviser.pk else case.deputy
        hand_over(case=case, adviser=adviser, deputy=deputy, by=by, now=now)
        done += 1
    return done


@transaction.atomic
def move_area(*, case: Case, area: Area, reason: str, by: Any, now: datetime) -> Case:
    """Pass the case to another area of work: there it is new, nobody here sees it any more unless it is shared.

    Its contacts and referrals keep counting where they happened. Raises AreaStays, core.versions.Conflict.
    """
    versions.claim(case)
    case.refresh_from_db()
    if case.state not in OPEN_STATES or case.area_id == area.pk:
        raise AreaStays(_("Only an open case can move, and only to another area of work."))
    if not reason.strip():
        raise AreaStays(_("Please say in a few words why; the colleagues over there read it."))
    left = case.area
    case.area, case.adviser, case.deputy = area, None, None
    case.state, case.state_since = CaseState.RECEIVED, now
    case.save()
    CaseShare.objects.filter(case=case).delete()
    case.tasks.filter(done_at=None).update(assignee=None)
    words = _("From %(left)s to %(area)s") % {"left": left, "area": area}
    timeline.line(case, LineKind.PEOPLE, by=by, now=now, text=f"{words}. {reason.strip()}")
    audit.record(enums.CASE_CHANGED_AREA, by=by, about=case, data={"from": left.pk, "to": area.pk}, now=now)
    return case


@transaction.atomic
def share(*, case: Case, colleague: Any, by: Any, now: datetime) -> CaseShare:
    """Let a colleague of another area of work see this one case. Raises NotAnAdviser, timeline.Anonymised."""
    timeline.check_writable(case)
    check_advises(colleague, None)
    found, made = CaseShare.objects.get_or_create(case=case, user=colleague, defaults={"by": by})
    if made:
        words = _("Shared with %(name)s") % {"name": colleague}
        timeline.line(case, LineKind.PEOPLE, by=by, now=now, text=words)
        audit.record(enums.CASE_SHARED, by=by, about=case, now=now)
    return found


@transaction.atomic
def end_share(*, share: CaseShare, by: Any, now: datetime) -> None:
    """The colleague no longer sees the case."""
    words = _("No longer shared with %(name)s") % {"name": share.user}
    timeline.line(share.case, LineKind.PEOPLE, by=by, now=now, text=words)
    audit.record(enums.CASE_UNSHARED, by=by, about=share.case, now=now)
    share.delete()


def check_advises(person: Any, area_id: int | None) -> None:
    """Raises NotAnAdviser."""
    if not access.can(person, Permission.CASE_WORK, area_id=area_id):
        words = _("%(name)s does not advise in this area of work. Please choose somebody else, or ask for the role.")
        raise NotAnAdviser(words % {"name": person})
