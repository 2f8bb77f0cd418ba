"""Doors of examples, articles and the glossary."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.accompaniment.models import GoodExample
from deele.accounts import queries as accounts
from deele.accounts.models import MailLink
from deele.library.actions import example_links as links
from deele.library.models import Article, Example, FollowUp, Term


def public_example(pk: int) -> Example:
    """An example on the website. 404 for all others, whatever they are."""
    found = Example.objects.public().select_related("place").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_example(user: Any, pk: int) -> Example:
    """An example to work on. 404 where the person may not know it."""
    found = Example.objects.visible_to(user).select_related("place", "plan", "draft").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_follow_up(user: Any, pk: int) -> FollowUp:
    """An answered follow-up of such an example. 404 for all others."""
    rows = FollowUp.objects.filter(example__in=Example.objects.visible_to(user)).exclude(answered_at=None)
    found = rows.select_related("example").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def waiting_draft(user: Any, pk: int) -> GoodExample:
    """A draft a plan left behind. 404 where there is none."""
    found = GoodExample.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def held_example(token: str) -> tuple[MailLink, Example]:
    """The example whose contact holds this link. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=links.CONTACT, now=timezone.now())
    found = Example.objects.filter(pk=links.number(link), contact_email__iexact=link.email).first()
    if found is None:
        raise accounts.BadLink
    return link, found


def held_follow_up(token: str) -> tuple[MailLink, FollowUp]:
    """The question this link answers. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=links.FOLLOW_UP, now=timezone.now())
    rows = FollowUp.objects.select_related("example").filter(example__contact_email__iexact=link.email)
    found = rows.filter(pk=links.number(link)).first()
    if found is None:
        raise accounts.BadLink
    return link, found


def public_article(pk: int) -> Article:
    """An article on the website. 404 for all others."""
    found = Article.objects.public().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_article(user: Any, pk: int) -> Article:
    """An article to work on. 404 where the person may not know it."""
    found = Article.objects.visible_to(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def term(key: str) -> Term:
    """A word of the glossary; all of them are public. 404 for a word we do not explain."""
    found = Term.objects.filter(key=key).first()
    if found is None:
        raise Http404
    return found
