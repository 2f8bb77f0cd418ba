"""Contacts name nobody: who asks is a kind of person, where is a place of thousands."""

from django.utils.translation import gettext_lazy as _

from deele.advice.models import Contact, Template
from deele.privacy.kinds import register

COUNTED = ["audience", "topics", "channel", "kind", "duration", "results"]

register(
    Contact,
    purpose=_("Counting advice, for the report to the funder and for planning"),
    keep=[*COUNTED, "area", "adviser", "happened_on", "where", "place", "people", "code", "case"],
    secret={"form_token": _("guards against logging one contact twice")},
)
register(Template, purpose=_("Logging frequent enquiries faster"), keep=[*COUNTED, "title", "area"])
