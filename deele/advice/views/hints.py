"""A gentle word after a text was saved that had better not stand there. Never a block."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.advice.rules import hints

WORDS = {
    "health": gettext_lazy("something about health"),
    "name": gettext_lazy("the name of a person"),
    "phone": gettext_lazy("a telephone number"),
    "mail": gettext_lazy("an e-mail address"),
}


def hint(request: HttpRequest, text: str) -> None:
    """Say what the text seems to hold; the browser said so before, where scripts run."""
    found = [str(WORDS[kind]) for kind in hints.sensitive(text)]
    if found:
        words = _("Saved as written. It seems to hold %(what)s: is that needed here? The confidential note is safer.")
        messages.warning(request, words % {"what": ", ".join(found)})
