"""What somebody reads who ordered printed copies."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from deele.mail import enums
from deele.mail.enums import Draft

ORDERED, SHIPPED, DECLINED = "library.ordered", "library.shipped", "library.declined"
SAMPLE = "Leitfaden Muster"


def letter(subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day,"), *parts, _("Kind regards")]))


def how_many(copies: int) -> str:
    """One copy, three copies."""
    return ngettext("%(number)s copy", "%(number)s copies", copies) % {"number": copies}


def ordered(title: str, copies: int) -> Draft:
    """The order is in."""
    words = {"title": title, "copies": how_many(copies)}
    return letter(
        _("Your order: %(title)s") % words,
        _("we have your order: %(copies)s of “%(title)s”. We send it by post within the next days.") % words,
        _("Your address is deleted six weeks after that. You did not order? Then please answer this mail."),
    )


def shipped(title: str, copies: int) -> Draft:
    """The parcel is on its way."""
    words = {"title": title, "copies": how_many(copies)}
    return letter(
        _("On its way: %(title)s") % words,
        _("%(copies)s of “%(title)s” went to the post today.") % words,
    )


def declined(title: str, reason: str) -> Draft:
    """It is not sent."""
    words = {"title": title, "reason": reason}
    return letter(
        _("We cannot send: %(title)s") % words,
        _("we cannot send you “%(title)s”. The reason: %(reason)s") % words,
        _("The file stays on its page."),
    )


enums.message(ORDERED, gettext_lazy("Order of printed copies: it came in"), lambda: ordered(SAMPLE, 3))
enums.message(SHIPPED, gettext_lazy("Order of printed copies: on its way"), lambda: shipped(SAMPLE, 3))
enums.message(DECLINED, gettext_lazy("Order of printed copies: declined"), lambda: declined(SAMPLE, "vergriffen"))
