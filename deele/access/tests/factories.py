"""People with roles for tests."""

from datetime import date

from deele.access.models import Grant
from deele.accounts.models import User
from deele.accounts.tests import factories as accounts


def grant(user: User, role: str = "leitung", **fields) -> Grant:
    """A role, in force since long ago."""
    fields.setdefault("starts_on", date(2020, 1, 1))
    return Grant.objects.create(user=user, role=role, **fields)


def colleague(role: str = "leitung", *, second_factor: bool = True, **fields) -> User:
    """A person of the office with this role and, unless told otherwise, a second factor."""
    person = accounts.user(second_factor=second_factor, **fields)
    grant(person, role)
    return person
