"""What may be done with a row of an old list. Without proof, against a suppression: nothing."""

from dataclasses import dataclass
from datetime import date

from deele.newsletter.enums import SubscriberState, Verdict

OLDEST = date(1995, 1, 1)


@dataclass(frozen=True)
class Known:
    """What the house knows of an address: its state, its newsletters, what stands against mail, what was withdrawn."""

    state: str = ""
    areas: frozenset[str] = frozenset()
    suppressed: bool = False
    withdrawn_on: date | None = None


def judge(
    *,
    email: str,
    areas: list[str],
    unknown: bool,
    proof_on: date | None,
    way: str,
    text: str,
    known: Known,
    today: date,
) -> Verdict:
    """The verdict on one row, the gravest objection first."""
    if not email:
        return Verdict.BAD_ADDRESS
    ended = known.state not in ("", SubscriberState.ACTIVE, SubscriberState.UNCONFIRMED)
    if known.suppressed or ended:
        return Verdict.SUPPRESSED
    if unknown or not areas:
        return Verdict.BAD_AREA
    if known.state == SubscriberState.ACTIVE and set(areas) <= known.areas:
        return Verdict.KNOWN
    if not (proof_on and way and text):
        return Verdict.NO_PROOF
    if not OLDEST <= proof_on <= today:
        return Verdict.BAD_PROOF
    if known.withdrawn_on and known.withdrawn_on >= proof_on:
        return Verdict.WITHDRAWN
    return Verdict.MORE if known.state == SubscriberState.ACTIVE else Verdict.NEW
