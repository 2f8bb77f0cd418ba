"""Did this person allow it?"""

from deele.privacy import rules
from deele.privacy.models import Consent


def consent_of(email: str, purpose: str) -> Consent | None:
    """The consent in force of this address for this purpose, None without."""
    return Consent.objects.in_force().filter(fingerprint=rules.keyed(email), purpose=purpose).first()
