"""Referring somebody to another office (domain §8.4)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.enums import Handover, LineKind
from deele.advice.models import Case, Referral
from deele.audit import actions as audit
from deele.core.errors import Refusal

CONSENT = gettext_lazy(
    "Who asks is passed on only with consent: please note when and how it was given, or hand out only the address."
)


class ConsentNeeded(Refusal):
    """Nobody is passed on without having said yes."""

    code = "consent"


class NoTarget(Refusal):
    """A referral names an office."""

    code = "target"


@transaction.atomic
def refer(*, case: Case, referral: Referral, by: Any, now: datetime, form: str = "") -> Any:
    """Keep a referral. The same form sent twice is one. Raises ConsentNeeded, NoTarget, timeline.Anonymised.

    It counts in the area of work and for the place the case has now, whatever becomes of the case.
    """
    if known := timeline.sent_before(form):
        return known.referral
    timeline.check_writable(case)
    if not referral.entry_id and not referral.target_name.strip():
        raise NoTarget(_("Please choose an entry of the directory, or write to whom."))
    if referral.handover == Handover.PASSED_ON and not (referral.consent_on and referral.consent_way):
        raise ConsentNeeded(str(CONSENT))
    if referral.handover == Handover.ADDRESS:
        referral.consent_on, referral.consent_way, referral.consent_scope = None, "", ""
    referral.case, referral.area, referral.place, referral.by = case, case.area, case.place, by
    referral.save()
    timeline.line(case, LineKind.REFERRAL, by=by, now=now, referral=referral, form_token=form or None)
    audit.record(enums.REFERRED, by=by, about=case, now=now, data={"referral": referral.pk})
    return referral
