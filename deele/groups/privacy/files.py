"""Files of groups."""

from django.utils.translation import gettext_lazy as _

from deele.groups.models import GroupFile
from deele.privacy.kinds import Term, register

WORDS = _("what people write may name people")

register(
    GroupFile,
    purpose=_("What a working group works with"),
    keep=["group", "number", "size", "is_public", "added_by", "added_by_office"],
    personal={"name": WORDS, "file": WORDS, "note": WORDS},
    secret={"form_token": _("Name of the form, so that a second click makes nothing.")},
    term=Term(after="group__until", days=10 * 365, then="delete"),
)
