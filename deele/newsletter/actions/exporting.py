"""Looking at subscribers and taking them out of the house: both are noted."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from deele.accounts.models import User
from deele.audit import actions as audit
from deele.core import spreadsheet
from deele.newsletter import enums
from deele.newsletter.models import Subscriber
from deele.newsletter.models.subscribers import SubscriberQuerySet
from deele.office import queries as office

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def look(*, subscriber: Subscriber, by: User, now: datetime) -> None:
    """Note that somebody looked at a subscription."""
    audit.record(enums.SUBSCRIBER_SEEN, by=by, about=subscriber, now=now)


@transaction.atomic
def export(form: str, rows: SubscriberQuerySet, *, by: User, now: datetime) -> bytes:
    """The table as a file of one of FORMS, no cell of it a formula; noted in the log with the number of rows."""
    header = [_("E-Mail"), _("Name"), _("State"), _("Newsletters"), _("Districts"), _("Topics"), _("Confirmed")]
    lines = [line(row) for row in rows.prefetch_related("areas", "regions")]
    audit.record(enums.LIST_EXPORTED, by=by, about=office.the_office() or by, data={"rows": len(lines)}, now=now)
    if form == "csv":
        return b"".join(spreadsheet.write_csv(header, lines, german_excel=True))
    return spreadsheet.write_xlsx(header, lines, title=str(_("Subscribers")))


def line(row: Subscriber) -> list[object]:
    """One subscriber as cells."""
    return [
        row.email,
        row.name,
        row.get_state_display(),
        ", ".join(area.name for area in row.areas.all()),
        ", ".join(str(place) for place in row.regions.all()),
        ", ".join(row.topic_names),
        row.confirmed_at,
    ]
