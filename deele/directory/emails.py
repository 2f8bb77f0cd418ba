"""What the directory says by mail, one function per message. Bodies are plain text with [[button|address]]."""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.directory.models import Entry, Message
from deele.mail.actions import outbox
from deele.office.queries import the_office


def address(path: str) -> str:
    """The whole address of a page."""
    return settings.DEELE_URL.rstrip("/") + path


def hold_url(token: str) -> str:
    """The page where the people behind an entry look after it."""
    return address(reverse("directory:hold", args=[token]))


def greeting() -> str:
    """Every mail begins alike."""
    return _("Good day,")


def farewell() -> str:
    """Every mail ends with the office."""
    office = the_office()
    return _("Kind regards") + "\n\n" + (office.name if office else "Deele")


def send(
    purpose: str, *, to: str, subject: str, parts: list[str], key: str, entry: Entry, now: datetime, **more
) -> None:
    """Queue a message about an entry; paragraphs are separated by blank lines."""
    body = "\n\n".join([greeting(), *parts, farewell()])
    about = f"directory.entry:{entry.pk}"
    outbox.queue(purpose=purpose, to=to, subject=subject, body=body, key=key, about=about, now=now, **more)


def please_prove_address(entry: Entry, *, token: str, now: datetime) -> None:
    """After a public submission: only a proven address reaches the review desk."""
    send(
        "directory.prove",
        to=entry.contact_email,
        subject=_("Please confirm your entry “%(title)s”") % {"title": entry.title},
        parts=[
            _("thank you for your entry “%(title)s”. Please confirm that this address is yours.")
            % {"title": entry.title},
            f"[[{_('Confirm the address')}|{address(reverse('directory:prove', args=[token]))}]]",
            _("We then read the entry and publish it. If you did not write it, you need not do anything; "
              "it will be deleted by itself."),
        ],
        key=f"{entry.pk}",
        entry=entry,
        now=now,
        urgency="now",
    )  # fmt: skip


def please_confirm(entry: Entry, *, token: str, now: datetime, extra: bool = False) -> None:
    """The confirmation that keeps the directory true: still right, change, gone.

    One a reminder of the yearly round; `extra` ones a person of the office sends.
    """
    round_key = f"{entry.pk}-{entry.state_since:%Y%m%d}-{entry.reminders}"
    send(
        "directory.confirm",
        to=entry.contact_email,
        subject=_("Is your entry “%(title)s” still right?") % {"title": entry.title},
        parts=[
            _("your entry “%(title)s” stands in our directory since %(day)s. Please look whether everything is "
              "still right. It takes one minute.") % {"title": entry.title, "day": day_of(entry)},
            f"[[{_('Look and confirm')}|{hold_url(token)}]]",
            _("On that page you can confirm with one click, change something, or tell us that it no longer exists. "
              "The link is valid for 60 days and opens only this entry."),
        ],
        key=f"{round_key}-{now:%Y%m%d%H%M%S}" if extra else round_key,
        entry=entry,
        now=now,
    )  # fmt: skip


def day_of(entry: Entry) -> str:
    """The day the entry became public, in words."""
    moment: date | datetime | None = entry.public_since or entry.created_at
    return date_format(moment, "j. F Y")


def your_link(entry: Entry, *, token: str, now: datetime) -> None:
    """A fresh link, asked for on the entry's page."""
    send(
        "directory.link",
        to=entry.contact_email,
        subject=_("Your link to the entry “%(title)s”") % {"title": entry.title},
        parts=[
            _("with this link you can confirm or change your entry “%(title)s”.") % {"title": entry.title},
            f"[[{_('Look after the entry')}|{hold_url(token)}]]",
            _("The link is valid for 60 days. Please do not pass it on."),
        ],
        key=f"{entry.pk}-{now:%Y%m%d%H%M%S%f}",
        entry=entry,
        now=now,
        urgency="now",
    )


def published(entry: Entry, *, now: datetime) -> None:
    """Good news after the review."""
    send(
        "directory.published",
        to=entry.contact_email,
        subject=_("Your entry “%(title)s” is public") % {"title": entry.title},
        parts=[
            _("your entry “%(title)s” can now be found by everybody. Thank you!") % {"title": entry.title},
            f"[[{_('See the entry')}|{address(entry.get_absolute_url())}]]",
            _("Once a year we ask you whether it is still right."),
        ],
        key=f"{entry.pk}",
        entry=entry,
        now=now,
    )


def refused(entry: Entry, *, now: datetime) -> None:
    """Why an entry is not published."""
    send(
        "directory.refused",
        to=entry.contact_email,
        subject=_("Your entry “%(title)s”") % {"title": entry.title},
        parts=[
            _("we have read your entry “%(title)s” and cannot publish it. The reason: %(reason)s")
            % {"title": entry.title, "reason": entry.state_reason},
            _("If you see this differently, please answer this mail."),
        ],
        key=f"{entry.pk}-{now:%Y%m%d%H%M%S}",
        entry=entry,
        now=now,
    )


def question(entry: Entry, *, token: str, now: datetime) -> None:
    """The reviewer needs to know something."""
    send(
        "directory.question",
        to=entry.contact_email,
        subject=_("A question about your entry “%(title)s”") % {"title": entry.title},
        parts=[
            _("before we publish your entry “%(title)s” we have a question: %(question)s")
            % {"title": entry.title, "question": entry.state_reason},
            f"[[{_('Complete the entry')}|{hold_url(token)}]]",
        ],
        key=f"{entry.pk}-{now:%Y%m%d%H%M%S}",
        entry=entry,
        now=now,
    )


def passed_on(message: Message, *, to: str, now: datetime) -> None:
    """A stranger's message to the people behind an entry; the answer goes straight to the stranger."""
    entry = message.entry
    send(
        "directory.relay",
        to=to,
        subject=_("A message about “%(title)s”") % {"title": entry.title},
        parts=[
            _("%(name)s has written to you through our directory:") % {"name": message.name},
            message.text,
            _("If you answer this mail, your answer goes to %(email)s. We have not shown your address to anybody.")
            % {"email": message.email},
        ],
        key=message.token,
        entry=entry,
        now=now,
        reply_to=message.email,
        urgency="now",
    )


def copy_of_message(message: Message, *, now: datetime) -> None:
    """The writer sees that the message is on its way. The text is left out, lest the form be used for spam."""
    send(
        "directory.relay-copy",
        to=message.email,
        subject=_("Your message to “%(title)s”") % {"title": message.entry.title},
        parts=[
            _("we have passed your message on to “%(title)s”. The answer comes directly to you.")
            % {"title": message.entry.title}
        ],
        key=message.token,
        entry=message.entry,
        now=now,
        urgency="now",
    )
