from deele.newsletter.models.digests import Digest, DigestRun
from deele.newsletter.models.imports import ListImport, ListRow
from deele.newsletter.models.issues import Issue, Item, Section, Snapshot
from deele.newsletter.models.ledger import Delivery, Pace
from deele.newsletter.models.subscribers import Bounce, SignUp, Subscriber, Suppression

__all__ = [
    "Bounce",
    "Delivery",
    "Digest",
    "DigestRun",
    "Issue",
    "Item",
    "ListImport",
    "ListRow",
    "Pace",
    "Section",
    "SignUp",
    "Snapshot",
    "Subscriber",
    "Suppression",
]
