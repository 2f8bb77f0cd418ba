"""The doors of subscriptions: fetch and authorise in one step."""

import hmac
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from deele.accounts import queries as accounts
from deele.accounts.models import MailLink
from deele.newsletter.actions.subscribing import CONFIRM
from deele.newsletter.models import ListImport, SignUp, Subscriber
from deele.newsletter.queries import subscribers
from deele.newsletter.rules import tokens
from deele.newsletter.rules.tokens import Unsubscription

START = reverse_lazy("newsletter:sign-up")


def sign_up(token: str) -> tuple[MailLink, SignUp]:
    """The wish behind the link of an opt-in mail. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=CONFIRM, now=timezone.now())
    pk = int(link.subject.rpartition(":")[2])
    wish = SignUp.objects.filter(pk=pk, subscriber__email=link.email).select_related("subscriber").first()
    if wish is None:
        raise accounts.LinkExpired
    return link, wish


def unsubscription(token: str) -> Unsubscription:
    """What a one-click link ends. 404 for cut and forged ones; a person who is gone is no fault."""
    try:
        return tokens.read_unsubscribe(token)
    except tokens.BadToken as error:
        raise Http404 from error


def own_subscription(token: str) -> Subscriber:
    """The subscription of a settings link. 404 for cut and forged ones, and for people who are gone."""
    try:
        handle = tokens.read_preferences(token)
    except tokens.BadToken as error:
        raise Http404 from error
    subscriber = Subscriber.objects.filter(handle=handle).first()
    if subscriber is None:
        raise Http404
    return subscriber


def settings_path(subscriber: Subscriber) -> str:
    """The settings of a subscriber who has just shown to be it."""
    return reverse("newsletter:preferences", args=[tokens.preferences(subscriber.handle)])


def desk_subscriber(user: Any, pk: int) -> Subscriber:
    """A subscriber of the areas the person works in. 404 for all others."""
    subscriber = subscribers.for_user(user).filter(pk=pk).first()
    if subscriber is None:
        raise Http404
    return subscriber


def list_import(user: Any, pk: int) -> ListImport:
    """A list the person sent in, or any for who works in all areas. 404 for all others."""
    batch = subscribers.imports_for(user).filter(pk=pk).first()
    if batch is None:
        raise Http404
    return batch


def signed_body(request: HttpRequest) -> bytes:
    """The body of a report signed with the shared secret. 404 where there is no secret or the signature is wrong."""
    secret = settings.DEELE_BOUNCE["secret"]
    given = request.headers.get("X-Deele-Signature", "").removeprefix("sha256=")
    if not secret or not given.isascii():
        raise Http404
    if not hmac.compare_digest(hmac.new(secret.encode(), request.body, sha256).hexdigest(), given.lower()):
        raise Http404
    return request.body
