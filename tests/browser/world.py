"""What the journeys share: words as people see them, signing in, the last mail, forms only people fill."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext
from playwright.sync_api import Page

from deele.accounts.models import User
from deele.alliance.models import Delegate
from deele.alliance.tests import factories as members
from deele.mail.models import OutgoingMail

HUMAN_MILLISECONDS = 3200  # a form sent faster than this is taken for a machine's


def said(text: str, context: str = "", **values: object) -> str:
    """A text of the house as the page shows it."""
    with translation.override(settings.LANGUAGE_CODE):
        words = pgettext(context, text) if context else gettext(text)
        return words % values if values else words


def counted(one: str, many: str, number: int) -> str:
    """A text of the house that speaks of a number of things."""
    with translation.override(settings.LANGUAGE_CODE):
        return ngettext(one, many, number) % {"number": number}


def sign_in(page: Page, user: User, home: str) -> Page:
    """The page of a person who has signed in. The journey of signing in itself types."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])
    return page


def sign_in_member(page: Page, delegate: Delegate, home: str) -> Page:
    """The page at a device that a member's delegate has signed in."""
    client = members.let_in(Client(), delegate)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.session.session_key, "url": home}])
    return page


def link_in_last_mail(purpose: str) -> str:
    """The path of the first link in the newest mail of this purpose."""
    mail = OutgoingMail.objects.filter(purpose=purpose).latest("pk")
    return urlsplit(re.search(r"https?://[^\s)>]+", mail.body)[0]).path


def no_wider_than(page: Page, width: int) -> bool:
    """Nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth") <= width
