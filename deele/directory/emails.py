"""What the directory says by mail: one function per message, declared with a sample for the preview page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

PROVE, CONFIRM, LINK = "directory.prove", "directory.confirm", "directory.link"
PUBLISHED, REFUSED, QUESTION = "directory.published", "directory.refused", "directory.question"
RELAY, RELAY_COPY = "directory.relay", "directory.relay-copy"
SAMPLE, SAMPLE_LINK = "Dorftreff Muster", "https://example.org/eintraege/pflege/muster/"


def letter(subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day,"), *parts, _("Kind regards")]))


def button(label: str, link: str) -> str:
    """A button on a line of its own."""
    return f"[[{label}|{link}]]"


def please_prove_address(title: str, link: str) -> Draft:
    """After a public submission: only a proven address reaches the review desk."""
    words = {"title": title}
    return letter(
        _("Please confirm your entry “%(title)s”") % words,
        _("thank you for your entry “%(title)s”. Please confirm that this address is yours.") % words,
        button(_("Confirm the address"), link),
        _(
            "We then read the entry and publish it. If you did not write it, you need not do anything; "
            "it will be deleted by itself."
        ),
    )


def please_confirm(title: str, link: str, since: str) -> Draft:
    """The confirmation that keeps the directory true: still right, change, gone."""
    return letter(
        _("Is your entry “%(title)s” still right?") % {"title": title},
        _(
            "your entry “%(title)s” stands in our directory since %(day)s. Please look whether everything is "
            "still right. It takes one minute."
        )
        % {"title": title, "day": since},
        button(_("Look and confirm"), link),
        _(
            "On that page you can confirm with one click, change something, or tell us that it no longer exists. "
            "The link is valid for 60 days and opens only this entry."
        ),
    )


def your_link(title: str, link: str) -> Draft:
    """A fresh link, asked for on the entry's page."""
    return letter(
        _("Your link to the entry “%(title)s”") % {"title": title},
        _("with this link you can confirm or change your entry “%(title)s”.") % {"title": title},
        button(_("Look after the entry"), link),
        _("The link is valid for 60 days. Please do not pass it on."),
    )


def published(title: str, link: str) -> Draft:
    """Good news after the review."""
    return letter(
        _("Your entry “%(title)s” is public") % {"title": title},
        _("your entry “%(title)s” can now be found by everybody. Thank you!") % {"title": title},
        button(_("See the entry"), link),
        _("Once a year we ask you whether it is still right."),
    )


def refused(title: str, reason: str) -> Draft:
    """Why an entry is not published."""
    return letter(
        _("Your entry “%(title)s”") % {"title": title},
        _("we have read your entry “%(title)s” and cannot publish it. The reason: %(reason)s")
        % {"title": title, "reason": reason},
        _("If you see this differently, please answer this mail."),
    )


def question(title: str, asked: str, link: str) -> Draft:
    """The reviewer needs to know something."""
    return letter(
        _("A question about your entry “%(title)s”") % {"title": title},
        _("before we publish your entry “%(title)s” we have a question: %(question)s")
        % {"title": title, "question": asked},
        button(_("Complete the entry"), link),
    )


def passed_on(title: str, name: str, email: str, text: str) -> Draft:
    """A stranger's message to the people behind an entry; the answer goes straight to the stranger."""
    return letter(
        _("A message about “%(title)s”") % {"title": title},
        _("%(name)s has written to you through our directory:") % {"name": name},
        text,
        _("If you answer this mail, your answer goes to %(email)s. We have not shown your address to anybody.")
        % {"email": email},
    )


def copy_of_message(title: str) -> Draft:
    """The writer sees that the message is on its way. The text is left out, lest the form be used for spam."""
    return letter(
        _("Your message to “%(title)s”") % {"title": title},
        _("we have passed your message on to “%(title)s”. The answer comes directly to you.") % {"title": title},
    )


enums.message(PROVE, gettext_lazy("Confirm the address"), lambda: please_prove_address(SAMPLE, SAMPLE_LINK))
enums.message(
    CONFIRM, gettext_lazy("Is the entry still right?"), lambda: please_confirm(SAMPLE, SAMPLE_LINK, "3. Mai 2025")
)
enums.message(LINK, gettext_lazy("A link to the entry"), lambda: your_link(SAMPLE, SAMPLE_LINK))
enums.message(PUBLISHED, gettext_lazy("The entry is public"), lambda: published(SAMPLE, SAMPLE_LINK))
enums.message(REFUSED, gettext_lazy("The entry is refused"), lambda: refused(SAMPLE, "liegt nicht im Land"))
enums.message(
    QUESTION, gettext_lazy("A question about the entry"), lambda: question(SAMPLE, "Wer trägt das Haus?", SAMPLE_LINK)
)
enums.message(
    RELAY,
    gettext_lazy("A message passed on"),
    lambda: passed_on(SAMPLE, "Besuch Muster", "besuch@example.org", "Wann haben Sie geöffnet?"),
)
enums.message(RELAY_COPY, gettext_lazy("A message is on its way"), lambda: copy_of_message(SAMPLE))
