"""Closing an account. The log is written by the action above that decides it."""

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
