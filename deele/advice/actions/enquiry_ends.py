"""When the privacy register empties an enquiry, what hangs on it ends too."""

from typing import Any

from django.db import models

from deele.advice.models import Enquiry, EnquiryFile, EnquiryMessage
from deele.advice.models.enquiries import OPEN, State


def told(model: type[models.Model], keys: list[int]) -> None:
    """The words of these enquiries are gone: those of their messages and their files go too. Twice changes nothing."""
    if model is not Enquiry:
        return
    values: dict[str, Any] = {"text": "", "sender": "", "form_token": None}
    EnquiryMessage.objects.filter(enquiry__in=keys).update(**values)
    EnquiryFile.objects.filter(enquiry__in=keys).delete()
    rows = Enquiry.objects.filter(pk__in=keys)
    rows.update(erase_on=None)
    rows.filter(state__in=OPEN).update(state=State.WITHDRAWN)
