"""Who must never be written to."""

from collections.abc import Iterable
from datetime import datetime

from deele.newsletter.models import Suppression
from deele.newsletter.rules import consent
from deele.privacy.models import Consent

PORTION = 400  # SQLite takes a limited number of values in one statement


def reasons(fingerprints: Iterable[str]) -> dict[str, set[int | None]]:
    """Fingerprint → the areas it is suppressed for; None stands for everything."""
    found: dict[str, set[int | None]] = {}
    for part in portions(list(fingerprints)):
        rows = Suppression.objects.filter(fingerprint__in=part).values_list("fingerprint", "area_id")
        for fingerprint, area_id in rows:
            found.setdefault(fingerprint, set()).add(area_id)
    return found


def withdrawals(fingerprints: Iterable[str]) -> dict[tuple[str, str], datetime]:
    """(fingerprint, purpose) → when a consent for the newsletter was last taken back. Outlives an erasure."""
    found: dict[tuple[str, str], datetime] = {}
    for part in portions(list(fingerprints)):
        rows = Consent.objects.filter(
            fingerprint__in=part, purpose__startswith=consent.purpose(""), withdrawn_at__isnull=False
        ).values_list("fingerprint", "purpose", "withdrawn_at")
        for fingerprint, purpose, at in rows:
            if at is not None:  # the filter says so already; the types do not know
                key = (fingerprint, purpose)
                found[key] = max(at, found.get(key, at))
    return found


def portions(items: list[str]) -> Iterable[list[str]]:
    """Pieces a database takes in one statement."""
    return (items[start : start + PORTION] for start in range(0, len(items), PORTION))
