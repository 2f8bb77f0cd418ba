"""Links to other sites name no person of this house."""

from django.utils.translation import gettext_lazy as _

from deele.library.models import Link, LinkUse
from deele.privacy.kinds import register

register(
    Link,
    purpose=_("To find links that lead nowhere"),
    keep=["url", "host", "state", "checked_at", "failed_days", "failed_on", "answer", "moved_to"],
)
register(
    LinkUse,
    purpose=_("Where an address stands in public texts"),
    keep=["link", "path", "source", "ref", "title", "url"],
)
