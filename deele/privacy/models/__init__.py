from deele.privacy.models.consent import Consent
from deele.privacy.models.receipt import Erasure, Lookup, RetentionRun

__all__ = ["Consent", "Erasure", "Lookup", "RetentionRun"]
