"""Mail to colleagues. It passes through Django's mail door, behind which the outbox stands."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.accounts.models import User
from deele.office import queries


def password_link(user: User) -> str:
    """The address under which the person chooses a password; valid as long as any password link."""
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)},
    )
    return settings.DEELE_URL.rstrip("/") + path


def invitation(user: User, by: Any) -> None:
    """Tell a new colleague that an account was made."""
    office = queries.the_office()
    words = {"name": user.name, "by": str(by) if by else _("The system"), "office": office.name if office else "Deele"}
    text = _(
        "Good day %(name)s,\n\n"
        "%(by)s made an account for you at %(office)s. Please choose a password here; the link is valid for "
        "three days:\n\n%(link)s\n\n"
        "When you sign in for the first time, you will be asked to set up a second factor: an app on your phone "
        "or a passkey. If the link is too old, ask for a new one under “Forgot your password?” on the sign-in page.\n"
    )
    body = text % {**words, "link": password_link(user)}
    send_mail(_("Your account at %(office)s") % words, body, None, [user.email])
