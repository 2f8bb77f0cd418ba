"""What the lead or the office writes to all."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.groups.emails.seats import SAMPLE
from deele.mail import enums
from deele.mail.enums import Draft

LETTER = "groups.letter"


def letter_to_group(name: str, group: str, subject: str, text: str, link: str) -> Draft:
    """The words as they were written, with where they come from."""
    parts = [
        _("Good day %(name)s,") % {"name": name},
        text,
        _("This mail went to all people of the working group “%(group)s”. Your answer goes to who leads it.")
        % {"group": group},
        f"[[{_('To the working group')}|{link}]]",
    ]
    return Draft(f"{group}: {subject}", "\n\n".join(parts))


enums.message(
    LETTER, gettext_lazy("Mail to all people of a working group"),
    lambda: letter_to_group("Kim Muster", "Arbeitsgruppe Muster", "Nächste Schritte", "Bitte lesen Sie den Entwurf.",
                            SAMPLE),
)  # fmt: skip
