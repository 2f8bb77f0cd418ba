"""What accompaniment says by mail. A module a subject."""

from deele.accompaniment.emails.plans import group_link, proposal_answered, proposal_waits, quiet
from deele.accompaniment.emails.proofs import PURPOSE, proof_due

__all__ = ["PURPOSE", "group_link", "proof_due", "proposal_answered", "proposal_waits", "quiet"]
