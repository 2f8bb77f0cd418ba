"""A person about whom the house knows something, for tests."""

from datetime import timedelta

from deele.accounts.tests import factories as accounts
from deele.accounts.tests.factories import NOW
from deele.audit.actions import record
from deele.audit.enums import declare
from deele.privacy.actions import consents

TRIED = declare("test.tried", "%(actor)s tried “%(about)s”.")


def known_person(email: str = "initiatorin@example.org", name: str = "Initiatorin Probe"):
    """An account, a mail link, a consent and log entries of one person; returns the account."""
    user = accounts.user(name=name, email=email)
    link = accounts.mail_link(email=email)
    consents.give(email=email, purpose="newsletter", text_version="1", source="form", proof=f"mail {email}", now=NOW)
    record(TRIED, by=user, about=link, now=NOW, data={"changes": {"email": ["alt@example.org", email]}})
    record(TRIED, by=None, actor_name=name, about=user, now=NOW, data={"note": f"{name} called from {email}"})
    return user


def much_later(days: int = 4000):
    """A moment after every term."""
    return NOW + timedelta(days=days)
