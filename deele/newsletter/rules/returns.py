"""What a mail that came back means for a subscription."""

import re
from datetime import datetime

from deele.newsletter.enums import BounceKind
from deele.newsletter.rules.terms import SOFT_WINDOW

STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
# Permanent by their number, yet they pass: mailbox full, too large, refused for policy, content or reputation, in
# transit, too many hops. The person may be reached again without doing anything.
PASSING = (("2", "2"), ("2", "3"), ("3", "4"))
PASSING_SUBJECTS = {"4", "6", "7"}


def kind_of(status: str, *, permanent: bool = True) -> BounceKind:
    """Hard or soft, by the status code of RFC 3463; without one by what the message says of itself."""
    found = STATUS.search(status)
    if not found:
        return BounceKind.HARD if permanent else BounceKind.SOFT
    first, subject, detail = found.groups()
    passes = (subject, detail) in PASSING or subject in PASSING_SUBJECTS
    return BounceKind.HARD if first == "5" and not passes else BounceKind.SOFT


def soft_streak(*, count: int, since: datetime | None, last: datetime | None, at: datetime) -> tuple[int, datetime]:
    """How many temporary failures in a row it is now, and since when. Two on one day count as one."""
    if since is None or at - since > SOFT_WINDOW:
        return 1, at
    if last is not None and last.date() == at.date():
        return max(count, 1), since
    return count + 1, since


def is_about_address(answer: str) -> bool:
    """Whether a refusal without a status code of RFC 3463 says that this address cannot be reached.

    550, 551 and 553 do (RFC 5321 §4.2.3); 552 is a full mailbox, 554 mostly the content or the sender.
    """
    return answer[:3] in ("550", "551", "553")
