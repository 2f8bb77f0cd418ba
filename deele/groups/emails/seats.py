"""Invitations and seats."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

SEAT, INVITATION = "groups.seat", "groups.invitation"
SAMPLE = "https://example.org/buendnis/mein/gruppen/1/"


def letter(subject: str, name: str, *parts: str) -> Draft:
    """Paragraphs between a greeting by name and a farewell."""
    greeting = _("Good day %(name)s,") % {"name": name}
    return Draft(subject, "\n\n".join([greeting, *[part for part in parts if part], _("Kind regards")]))


def seat_given(name: str, group: str, role: str, link: str) -> Draft:
    """Somebody has a seat from now on."""
    words = {"group": group, "role": role}
    return letter(
        _("Your seat in “%(group)s”") % words,
        name,
        _("you have a seat in the working group “%(group)s” (%(role)s).") % words,
        f"[[{_('To the working group')}|{link}]]",
        _("You do not want to take part? On the page of the group you end your seat with one click."),
    )


def invitation(name: str, group: str, said: str, link: str) -> Draft:
    """Somebody is invited; nothing happens until they say yes."""
    words = {"group": group}
    return letter(
        _("Invitation to the working group “%(group)s”") % words,
        name,
        _("you are invited to take part in the working group “%(group)s”.") % words,
        said,
        f"[[{_('Look at it and answer')}|{link}]]",
        _("Nothing happens until you say yes. A no needs no reason."),
    )


enums.message(
    SEAT, gettext_lazy("A seat in a working group"),
    lambda: seat_given("Kim Muster", "Arbeitsgruppe Muster", "arbeitet mit", SAMPLE),
)  # fmt: skip
enums.message(
    INVITATION, gettext_lazy("Invitation to a working group"),
    lambda: invitation("Kim Muster", "Arbeitsgruppe Muster", "Wir freuen uns auf Sie.", SAMPLE),
)  # fmt: skip
