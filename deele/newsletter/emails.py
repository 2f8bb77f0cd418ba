"""What the newsletter says by single mails: please confirm, and the link to the settings. Issues are `papers`."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft
from deele.newsletter.papers import samples

CONFIRM, SETTINGS = "newsletter.confirm", "newsletter.settings"
TRIAL, DIGEST = "newsletter.trial", "newsletter.digest"
SAMPLE_LINK = "https://example.org/newsletter/bestaetigen/muster/"


def please_confirm(newsletters: Sequence[str], link: str) -> Draft:
    """The opt-in mail. It names no person: a stranger may have typed the address."""
    lines = "\n".join(f"- {name}" for name in newsletters) or f"- {_('News from my district and topics')}"
    parts = [
        _("Good day,"),
        _("somebody, probably you, asked for mail from us at this address:"),
        lines,
        _("It begins only when you press the button on the page behind this link."),
        f"[[{_('Confirm the sign-up')}|{link}]]",
        _(
            "The link is valid for seven days. If you did not ask for this, you need not do anything: nothing is "
            "sent, and the sign-up is deleted by itself."
        ),
        _("Kind regards"),
    ]
    return Draft(_("Please confirm your newsletter"), "\n\n".join(parts))


def settings_link(link: str) -> Draft:
    """The link to the settings, asked for on the website."""
    parts = [
        _("Good day,"),
        _("with this link you choose what you get from us, or end it."),
        f"[[{_('To my newsletter settings')}|{link}]]",
        _("The link is yours alone. Please do not pass it on."),
        _("Kind regards"),
    ]
    return Draft(_("Your newsletter settings"), "\n\n".join(parts))


def trial_copy() -> Draft:
    """A trial copy of an issue, for the preview page; the real one is laid out in `papers`."""
    return Draft(samples.trial_subject(), samples.trial().text)


def overview() -> Draft:
    """The news from somebody's district and topics, for the preview page; the real one is laid out in `papers`."""
    return Draft(samples.digest_title(), samples.digest().text)


enums.message(
    CONFIRM, gettext_lazy("Confirm a newsletter"), lambda: please_confirm(["Neue Wohnformen", "Pflege"], SAMPLE_LINK)
)
enums.message(TRIAL, gettext_lazy("Trial copy of a newsletter"), trial_copy, laid=samples.trial)
enums.message(DIGEST, gettext_lazy("News from the own district and topics"), overview, laid=samples.digest)
enums.message(
    SETTINGS,
    gettext_lazy("Link to the newsletter settings"),
    lambda: settings_link("https://example.org/newsletter/einstellungen/muster/"),
)
