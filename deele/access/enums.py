"""What may be done, in words of the trade, and the roles of domain §2.2 as far as the house has doors for them."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare


class Permission(StrEnum):
    """One power. A person has it through a grant, everywhere or in one area of work."""

    DESK = "desk"  # enter the desk at all
    ENTRY_EDIT = "entry.edit"  # make and change directory entries
    ENTRY_REVIEW = "entry.review"  # publish, refuse, archive
    ENTRY_MERGE = "entry.merge"  # settle duplicates
    ENTRY_IMPORT = "entry.import"  # bring in a spreadsheet, take it back
    CONTACT_SEE = "contact.see"  # see private contact data of entry holders
    PAGE_EDIT = "page.edit"  # write in the CMS
    EVENT_EDIT = "event.edit"  # plan, publish and close events
    REGISTRATION_WORK = "registration.work"  # see and change registrations, check in
    MONEY_WORK = "money.work"  # invoices, payments, reminders
    NEWSLETTER_EDIT = "newsletter.edit"  # build issues
    NEWSLETTER_RELEASE = "newsletter.release"  # release an issue somebody else built, stop sending
    SUBSCRIBER_WORK = "subscriber.work"  # see, import and end subscriptions
    SUBSCRIBER_EXPORT = "subscriber.export"  # take the addresses of subscribers out of the house
    FIGURES_SEE = "figures.see"  # see figures of the house
    FIGURES_OWN = "figures.own"  # see the figures of one's own work, in one's own areas
    FIGURES_OUTSIDE = "figures.outside"  # see the edition for outside: finished years, small numbers hidden
    CASE_WORK = "case.work"  # advice and accompaniment
    CASE_REASON = "case.reason"  # open a case of somebody else, with a reason that is logged
    NOTICE_WORK = "notice.work"  # review notices, introduce two sides to each other
    FUNDING_EDIT = "funding.edit"  # keep funding programmes
    ALLIANCE_WORK = "alliance.work"  # members, working groups, joint actions, overlaps
    LIBRARY_EDIT = "library.edit"  # publications, good examples, knowledge, glossary
    MAIL_SEE = "mail.see"  # see the outbox
    PRIVACY_ACT = "privacy.act"  # export and erase a person, run retention
    GRANT = "grant"  # give and end roles
    LOG_SEE = "log.see"  # read the audit log
    TECHNIC = "technic"  # settings, backup, reference data


P = Permission

TITLES: dict[P, Promise] = {
    P.DESK: _("enter the desk"),
    P.ENTRY_EDIT: _("make and change directory entries"),
    P.ENTRY_REVIEW: _("publish, refuse and archive entries"),
    P.ENTRY_MERGE: _("settle duplicates"),
    P.ENTRY_IMPORT: _("bring in spreadsheets and take them back"),
    P.CONTACT_SEE: _("see private contact data"),
    P.PAGE_EDIT: _("write the pages of the website"),
    P.EVENT_EDIT: _("plan, publish and close events"),
    P.REGISTRATION_WORK: _("see and change registrations, check people in"),
    P.MONEY_WORK: _("write invoices and book payments"),
    P.NEWSLETTER_EDIT: _("build issues of the newsletter"),
    P.NEWSLETTER_RELEASE: _("release an issue that somebody else built, and stop it"),
    P.SUBSCRIBER_WORK: _("see, bring in and end subscriptions"),
    P.SUBSCRIBER_EXPORT: _("take the addresses of subscribers out of the house"),
    P.FIGURES_SEE: _("see the figures of the house"),
    P.FIGURES_OWN: _("see the figures of the own work"),
    P.FIGURES_OUTSIDE: _("see the figures for outside, without small numbers"),
    P.CASE_WORK: _("advise and accompany"),
    P.CASE_REASON: _("open a case with a reason that is logged"),
    P.NOTICE_WORK: _("look after notices and introduce people"),
    P.FUNDING_EDIT: _("keep the funding programmes"),
    P.ALLIANCE_WORK: _("look after members, working groups and joint actions of the alliance"),
    P.LIBRARY_EDIT: _("keep publications, good examples and knowledge"),
    P.MAIL_SEE: _("see outgoing mail"),
    P.PRIVACY_ACT: _("export and erase the data of a person, run retention"),
    P.GRANT: _("give and end roles"),
    P.LOG_SEE: _("read the log"),
    P.TECHNIC: _("change settings, make backups, load reference data"),
}


@dataclass(frozen=True)
class Role:
    """A role: its key, a title, a sentence a board member understands, what it may do, which roles it hands on."""

    key: str
    title: Promise
    sentence: Promise
    permissions: frozenset[P]
    hands_on: frozenset[str] = frozenset()

    @property
    def powers(self) -> list[Promise]:
        """What it may do, in words."""
        return [TITLES[permission] for permission in P if permission in self.permissions]


ROLES = {
    role.key: role
    for role in (
        Role(
            "redaktion",
            _("Editor"),
            _("Looks after the directory and the website; sees no casework and no payments."),
            frozenset(
                {
                    P.DESK, P.ENTRY_EDIT, P.ENTRY_REVIEW, P.ENTRY_MERGE, P.ENTRY_IMPORT, P.CONTACT_SEE, P.PAGE_EDIT,
                    P.EVENT_EDIT, P.NEWSLETTER_EDIT, P.NEWSLETTER_RELEASE, P.SUBSCRIBER_WORK,
                    P.FUNDING_EDIT, P.FIGURES_OWN, P.ALLIANCE_WORK, P.LIBRARY_EDIT,
                }
            ),
        ),
        Role(
            "veranstaltung",
            _("Events"),
            _("Plans events, looks after registrations, invoices and lists; sees no casework."),
            frozenset({P.DESK, P.EVENT_EDIT, P.REGISTRATION_WORK, P.MONEY_WORK, P.FIGURES_OWN}),
        ),
        Role(
            "beratung",
            _("Adviser"),
            _("Advises and accompanies in the own area of work; may suggest changes to entries."),
            frozenset(
                {P.DESK, P.ENTRY_EDIT, P.CONTACT_SEE, P.CASE_WORK, P.NOTICE_WORK, P.FUNDING_EDIT, P.FIGURES_OWN}
            ),
        ),
        Role(
            "leitung",
            _("Lead"),
            _("Sees all figures, approves, gives roles; reads case notes only with a reason that is logged."),
            frozenset(
                {
                    P.DESK, P.ENTRY_EDIT, P.ENTRY_REVIEW, P.ENTRY_MERGE, P.ENTRY_IMPORT, P.CONTACT_SEE, P.PAGE_EDIT,
                    P.EVENT_EDIT, P.REGISTRATION_WORK, P.MONEY_WORK,
                    P.NEWSLETTER_EDIT, P.NEWSLETTER_RELEASE, P.SUBSCRIBER_WORK, P.SUBSCRIBER_EXPORT,
                    P.FIGURES_SEE, P.FIGURES_OWN, P.FIGURES_OUTSIDE,
                    P.CASE_REASON, P.NOTICE_WORK, P.FUNDING_EDIT, P.ALLIANCE_WORK, P.LIBRARY_EDIT,
                    P.MAIL_SEE, P.PRIVACY_ACT,
                    P.GRANT, P.LOG_SEE,
                }
            ),
            # Advising is handed on without being held; nobody hands anything to themselves (actions.grants).
            hands_on=frozenset({"beratung"}),
        ),
        Role(
            "foerdergeber_lesend",
            _("Funder, reading"),
            _("Reads the figures of finished years, small numbers hidden; never sees a person or a record."),
            frozenset({P.DESK, P.FIGURES_OUTSIDE}),
        ),
        Role(
            "technik",
            _("Technician"),
            _("Keeps settings, backups and the log; never sees case notes or contact data in clear text."),
            frozenset({P.DESK, P.MAIL_SEE, P.LOG_SEE, P.TECHNIC}),
        ),
    )
}  # fmt: skip

LEAD = "leitung"

GIVEN = declare("access.given", _("%(actor)s gave a role: %(about)s."))
ENDED = declare("access.ended", _("%(actor)s ended a role: %(about)s."))
INVITED = declare("access.invited", _("%(actor)s invited %(about)s."))
CLOSED = declare("access.closed", _("%(actor)s closed the account of %(about)s."))
OFFICE_CHANGED = declare("office.changed", _("%(actor)s changed “%(about)s”."))
