"""What is said by mail around a session."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

INVITED, CANCELLED, REMINDED = "groups.session-invitation", "groups.session-cancelled", "groups.session-reminder"
DRAFT, TAKEN, REFUSED = "groups.minutes-draft", "groups.session-mail-taken", "groups.session-mail-refused"
SAMPLE = "https://example.org/buendnis/sitzung/muster/"


@dataclass(frozen=True)
class Told:
    """What every mail about a session says. `agenda` are lines; `code` stands in the subject, for answers."""

    name: str
    group: str
    title: str
    when: str
    where: str
    link: str
    agenda: tuple[str, ...] = ()
    note: str = ""
    until: str = ""
    meeting: str = ""
    code: str = ""

    @property
    def mark(self) -> str:
        """The code as a subject carries it."""
        return f" [{self.code}]" if self.code else ""


def replace_until(told: Told, until: str) -> Told:
    """The same with another day."""
    return replace(told, until=until)


def facts(told: Told) -> str:
    """When, where, how to get in, what it is about."""
    lines = [
        _("**When:** %(when)s") % {"when": told.when},
        _("**Where:** %(where)s") % {"where": told.where} if told.where else "",
        _("**Online:** %(link)s") % {"link": told.meeting} if told.meeting else "",
    ]
    head = "\n\n".join(line for line in lines if line)
    agenda = "\n".join(f"{number}. {line}" for number, line in enumerate(told.agenda, start=1))
    return head + (f"\n\n## {_('Agenda')}\n\n{agenda}" if agenda else "")


def invitation(told: Told, *, again: bool = False, answers: bool = True) -> Draft:
    """To the people of the group. `again`: the date or the place has changed. `answers`: a mail can be answered."""
    subject = _("New date: %(title)s") if again else _("Invitation: %(title)s")
    changed = _("The date or the place has changed. Please answer once more.") + "\n\n" if again else ""
    by_mail = _("Until %(until)s you can put items on the agenda: answer this mail, or use the page.")
    by_page = _("Until %(until)s you can put items on the agenda, on the page.")
    hint = (by_mail if answers else by_page) % {"until": told.until} if told.until else ""
    return Draft(
        subject % {"title": told.title} + told.mark,
        _(
            "Good day %(name)s,\n\n%(changed)sthe group “%(group)s” meets.\n\n%(note)s%(facts)s\n\n"
            "[[Answer and look at the agenda|%(link)s]]\n\n%(hint)s"
        )
        % {
            "name": told.name, "changed": changed, "group": told.group, "facts": facts(told), "link": told.link,
            "note": f"{told.note}\n\n" if told.note else "", "hint": hint,
        },
    )  # fmt: skip


def cancelled(told: Told, reason: str) -> Draft:
    """To the people of the group: it does not take place."""
    words = _("Reason: %(reason)s") % {"reason": reason} + "\n\n" if reason else ""
    return Draft(
        _("Cancelled: %(title)s") % {"title": told.title},
        _("Good day %(name)s,\n\nthis session of the group “%(group)s” does not take place:\n\n%(facts)s\n\n%(words)s")
        % {"name": told.name, "group": told.group, "facts": facts(told), "words": words},
    )


def reminder(told: Told) -> Draft:
    """Shortly before."""
    return Draft(
        _("Soon: %(title)s") % {"title": told.title} + told.mark,
        _("Good day %(name)s,\n\nthe group “%(group)s” meets soon.\n\n%(facts)s\n\n[[To the session|%(link)s]]")
        % {"name": told.name, "group": told.group, "facts": facts(told), "link": told.link},
    )


def draft(told: Told) -> Draft:
    """To those who were there: the draft of the minutes, as a file."""
    return Draft(
        _("Draft of the minutes: %(title)s") % {"title": told.title},
        _(
            "Good day %(name)s,\n\nyou were there. The draft of the minutes is with this mail.\n\n"
            "Something is not right? Until %(until)s you can object on the page. After that the minutes are confirmed."
            "\n\n[[To the minutes|%(link)s]]"
        )
        % {"name": told.name, "until": told.until, "link": told.link},
    )


def taken(name: str, title: str, item: str, link: str) -> Draft:
    """To whoever answered an invitation: it is on the agenda."""
    return Draft(
        _("On the agenda: %(item)s") % {"item": item},
        _(
            "Good day %(name)s,\n\nyour mail is an item of the agenda now: “%(item)s”.\n\n%(title)s\n\n"
            "[[To the session|%(link)s]]"
        )
        % {"name": name, "title": title, "item": item, "link": link},
    )


def refused(why: str, title: str) -> Draft:
    """To whoever wrote a mail that became no item: why, and that the office looks at it."""
    return Draft(
        _("Your mail is not on the agenda yet"),
        _("Good day,\n\n%(why)s\n\n%(title)s\n\nYour mail is not lost: the office looks at it.")
        % {"why": why, "title": title},
    )


def sample() -> Told:
    """Invented."""
    return Told(
        "Kim Muster", "Arbeitsgruppe Muster", "Sitzung 3: Arbeitsgruppe Muster", "Montag, 11. Januar 2027, 10:00 bis "
        "12:00", "Rathaus Muster", SAMPLE, ("Offene Aufgaben", "Begegnungsorte"), until="8. Januar 2027", code="K7M4Q",
    )  # fmt: skip


enums.message(INVITED, gettext_lazy("Invitation to a session of a working group"), lambda: invitation(sample()))
enums.message(
    CANCELLED, gettext_lazy("A session of a working group does not take place"), lambda: cancelled(sample(), "Sturm")
)
enums.message(REMINDED, gettext_lazy("Reminder of a session"), lambda: reminder(sample()))
enums.message(DRAFT, gettext_lazy("Draft of the minutes of a session"), lambda: draft(sample()))
enums.message(
    TAKEN,
    gettext_lazy("A mail has become an item of an agenda"),
    lambda: taken("Kim Muster", "Sitzung 3: Arbeitsgruppe Muster", "Begegnungsorte", SAMPLE),
)
enums.message(
    REFUSED,
    gettext_lazy("A mail has not become an item of an agenda"),
    lambda: refused(_("This address does not belong to the working group."), "Sitzung 3: Arbeitsgruppe Muster"),
)
