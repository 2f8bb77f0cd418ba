"""What the alliance says by mail."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

SAMPLE = "https://example.org/buendnis/mein/anmelden/muster/"


def sign_in_link(name: str, member: str, link: str) -> Draft:
    """The link that signs a device in."""
    return Draft(
        _("Your way into the alliance"),
        _(
            "Good day %(name)s,\n\nwith this link you get to the pages of the alliance, for %(member)s.\n\n"
            "[[To my pages|%(link)s]]\n\n"
            "It works once and for seven days; after that the device knows you for two months. You need no password. "
            "You did not ask for it? Then you need not do anything."
        )
        % {"name": name, "member": member, "link": link},
    )


enums.message(
    "alliance.sign-in",
    gettext_lazy("Link that signs a member of the alliance in"),
    lambda: sign_in_link("Kim Muster", "Verein Muster", SAMPLE),
)
