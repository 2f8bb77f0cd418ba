"""What the website says by mail."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft
from deele.website.enums import Topic

MESSAGE = "website.message"


def message(topic: str, name: str, email: str, text: str) -> Draft:
    """A visitor's message to the office; an answer goes straight to the visitor."""
    parts = [
        _("%(name)s has written to you through the contact form of the website.") % {"name": name},
        _("About: %(topic)s") % {"topic": Topic(topic).label},
        text,
        _("If you answer this mail, your answer goes to %(email)s.") % {"email": email},
    ]
    return Draft(_("Message from the website: %(topic)s") % {"topic": Topic(topic).label}, "\n\n".join(parts))


enums.message(
    MESSAGE,
    gettext_lazy("A message from the contact form"),
    lambda: message(Topic.GENERAL, "Besuch Muster", "besuch@example.org", "Wer berät uns vor Ort?"),
)
