"""People and links for tests."""

from datetime import UTC, datetime, timedelta
from itertools import count

from allauth.mfa.models import Authenticator

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink, User

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_number = count(1)


def user(name: str = "Beraterin Muster", email: str = "", *, second_factor: bool = False, **fields) -> User:
    """A person with an account."""
    made = User.objects.create_user(
        email=email or f"person{next(_number)}@example.org", password="ein-langes-kennwort", name=name, **fields
    )
    if second_factor:
        give_second_factor(made)
    return made


def give_second_factor(user: User) -> Authenticator:
    """A TOTP app as the doors see it."""
    return Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})


def mail_link(email: str = "haus@example.org", *, purpose: str = "test.confirm", days: int = 14, **fields) -> MailLink:
    """A stored link; its token is in `link.token`."""
    now = fields.pop("now", NOW)
    token = mail_links.issue(
        purpose=purpose, subject="test:1", email=email, valid_for=timedelta(days=days), now=now, **fields
    )
    link = MailLink.objects.get(token_hash=mail_links.hashed(token))
    link.token = token
    return link
