"""What somebody needs of access and care: sealed with the key of the house, which lies outside the database."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.notices.models.notice import Notice
from deele.notices.rules.matching import Needs

SALT = b"deele.notices.need:"
LENGTH = 300  # more than all answers together


def box() -> MultiFernet:
    """What seals and opens. Former keys (SECRET_KEY_FALLBACKS) open what they sealed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(SALT + key.encode()).digest())) for key in keys])


class Need(BaseModel):
    """The need told with one notice. There is a row only as long as the person allows it and the notice may
    take part.

    The rank of a match counts it; no page but the person's own, no mail, log, index or export shows it. Article 9
    DSGVO: the consent is kept apart (`privacy.Consent`, purpose "notices.need").
    """

    notice = models.OneToOneField(Notice, models.CASCADE, related_name="need", verbose_name=_("notice"))
    sealed = models.TextField(_("sealed need"))

    class Meta:
        verbose_name = _("need told for a match")
        verbose_name_plural = _("needs told for a match")

    def __str__(self) -> str:
        return f"{self.notice_id}"

    def seal(self, needs: Needs) -> None:
        """Close it away; does not save."""
        told = json.dumps([sorted(needs.access), needs.care, sorted(needs.forms)])
        self.sealed = box().encrypt(told.ljust(LENGTH).encode()).decode()  # one length, whatever was told

    def open(self) -> Needs:
        """What was told; nothing when no key of this house opens it."""
        try:
            access, care, forms = json.loads(box().decrypt(self.sealed.encode()))
        except (InvalidToken, ValueError):
            return Needs()
        return Needs(frozenset(access), care, frozenset(forms))
