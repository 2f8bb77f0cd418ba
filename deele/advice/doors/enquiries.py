"""Doors of enquiries: for the people of the area, and for the person who asked, behind their link."""

from datetime import datetime
from typing import Any

from django.http import Http404

from deele.accounts import queries as accounts
from deele.advice.actions import enquiry_links as links
from deele.advice.models import Absence, Enquiry, EnquiryFile, Responsibility, TextBlock
from deele.advice.queries import contacts


def enquiry(user: Any, pk: int) -> Enquiry:
    """An enquiry of one's areas of work, or one given to this person. 404 for all others."""
    rows = Enquiry.objects.visible_to(user).select_related("area", "place__parent", "adviser", "deputy", "contact")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_enquiry(token: str, now: datetime) -> Enquiry:
    """The enquiry behind a link of ours. Raises BadLink; 404 when it is gone."""
    link = accounts.mail_link(token, purpose=links.OWN, now=now)
    pk = link.subject.rpartition(":")[2]
    found = Enquiry.objects.select_related("area", "adviser", "place").filter(pk=int(pk)).first()
    if found is None:
        raise Http404
    return found


def receipted_enquiry(word: str) -> Enquiry:
    """The enquiry the page of thanks speaks of. 404 for forged and old addresses."""
    found = Enquiry.objects.select_related("area", "adviser").filter(pk=links.receipted(word)).first()
    if found is None:
        raise Http404
    return found


def responsibility(user: Any, pk: int) -> Responsibility:
    """A rule of who answers, of an area of this person. 404 for all others."""
    found = Responsibility.objects.filter(area__in=contacts.areas(user), pk=pk).first()
    if found is None:
        raise Http404
    return found


def absence(user: Any, pk: int) -> Absence:
    """An absence of one's own. 404 for all others."""
    found = Absence.objects.filter(user=user, pk=pk).first()
    if found is None:
        raise Http404
    return found


def block(user: Any, pk: int) -> TextBlock:
    """A text block of an area of this person. 404 for all others."""
    found = TextBlock.objects.filter(area__in=contacts.areas(user), pk=pk).first()
    if found is None:
        raise Http404
    return found


def file(user: Any, pk: int, file_pk: int) -> EnquiryFile:
    """A file of an enquiry this person may see; 404 for what was not kept."""
    found = enquiry(user, pk).files.filter(pk=file_pk, problem="").first()
    if found is None:
        raise Http404
    return found
