"""Making and closing accounts. The log is written by the action above that decides it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.db import transaction

from deele.accounts.models import User


@transaction.atomic
def close(*, user: User) -> None:
    """Nobody can sign in with this account any more, and all its sessions end now."""
    for session in UserSession.objects.filter(user=user):
        session.end()
    Authenticator.objects.filter(user=user).delete()
    closed = {"is_active": False, "is_staff": False, "is_superuser": False, "password": make_password(None)}
    User.objects.filter(pk=user.pk).update(**closed)
    for name, value in closed.items():
        setattr(user, name, value)


@transaction.atomic
def create(*, email: str, name: str) -> User:
    """Make an account that has no password yet; its owner chooses one by a link sent to the address.

    The address counts as confirmed, because nobody gets in without the link sent there.
    """
    user = User.objects.create_user(email=email.strip().lower(), name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def lock(*, user: User) -> None:
    """Hold the account for the rest of the transaction, so that two changes of it follow one another."""
    User.objects.select_for_update().filter(pk=user.pk).first()
