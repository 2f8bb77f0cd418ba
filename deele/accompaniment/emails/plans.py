"""What accompaniment says by mail."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

SAMPLE = "https://example.org/vorhaben/muster/"


def group_link(name: str, title: str, link: str) -> Draft:
    """The link to the group's page."""
    return Draft(
        _("Your plan “%(title)s”") % {"title": title},
        _(
            "Good day %(name)s,\n\nthis page shows where your plan stands, what comes next and what is due. "
            "There you also find files and decisions, and can tell us what is new.\n\n"
            "[[To the page of our plan|%(link)s]]\n\n"
            "The link is meant for you and is valid for a year. Please don't pass it on."
        )
        % {"name": name, "link": link},
    )


def proposal_waits(title: str, link: str) -> Draft:
    """To the adviser: a group has proposed something."""
    return Draft(
        _("New from the group: %(title)s") % {"title": title},
        _("Good day,\n\nthe group has proposed something for “%(title)s”.\n\n[[Look at it and answer|%(link)s]]")
        % {"title": title, "link": link},
    )


def proposal_answered(name: str, title: str, state: str, answer: str) -> Draft:
    """To the member: what became of the proposal."""
    words = "\n\n" + _("We write: %(answer)s") % {"answer": answer} if answer else ""
    return Draft(
        _("Your proposal for “%(title)s”") % {"title": title},
        _("Good day %(name)s,\n\nthank you for your proposal. It was: %(state)s.%(words)s")
        % {"name": name, "state": state, "words": words},
    )


def quiet(titles: list[tuple[str, int]], link: str) -> Draft:
    """To the adviser: these plans nobody has heard of for long."""
    lines = "\n".join(
        _("- %(title)s: no contact for %(days)s days") % {"title": title, "days": days} for title, days in titles
    )
    return Draft(
        _("Plans that have gone quiet"),
        _("Good day,\n\nof these plans nothing was written down for long:\n\n%(lines)s\n\n[[To the list|%(link)s]]")
        % {"lines": lines, "link": link},
    )


enums.message(
    "accompaniment.group",
    gettext_lazy("Link to the page of a group's plan"),
    lambda: group_link("Kim Muster", "Hof Muster", SAMPLE),
)
enums.message(
    "accompaniment.proposal",
    gettext_lazy("A group has proposed something (to the adviser)"),
    lambda: proposal_waits("Hof Muster", SAMPLE),
)
enums.message(
    "accompaniment.answered",
    gettext_lazy("Answer to a group's proposal"),
    lambda: proposal_answered("Kim Muster", "Hof Muster", _("taken over"), _("Well done!")),
)
enums.message(
    "accompaniment.quiet",
    gettext_lazy("Plans that have gone quiet (to the adviser)"),
    lambda: quiet([("Hof Muster", 104)], SAMPLE),
)
