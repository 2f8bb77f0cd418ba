"""How old our knowledge is, which version holds, whether one can apply. No database."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from deele.funding.enums import Opening, Standing


def standing(checked_on: date | None, limit_days: int, today: date) -> Standing:
    """Whether what we show may be trusted: checked at most `limit_days` ago (domain §4.14: no display without it)."""
    if checked_on is None:
        return Standing.NEVER
    return Standing.OLD if today - checked_on > timedelta(days=limit_days) else Standing.FRESH


def due_on(checked_on: date | None, limit_days: int) -> date | None:
    """The last day on which the check still holds."""
    return checked_on + timedelta(days=limit_days) if checked_on else None


def present(versions: Iterable[Any], today: date) -> Any:
    """The version to show: the one in force; before the first begins that one, after the last ended that one.

    Where two are in force the younger number wins. None without versions.
    """
    known = sorted(versions, key=lambda version: version.number)
    holding = [version for version in known if version.holds_on(today)]
    begun = [version for version in known if version.valid_from <= today]
    return (holding or begun or known[:1] or [None])[-1]


def coming(versions: Iterable[Any], today: date) -> Any:
    """The next version that is known already and not in force yet, or None."""
    ahead = [version for version in versions if version.valid_from > today]
    return min(ahead, key=lambda version: version.valid_from, default=None)


def next_round(rounds: Iterable[Any], today: date) -> Any:
    """The round whose deadline comes next; today counts. None without one."""
    ahead = [one for one in rounds if one.deadline is not None and one.deadline >= today]
    return min(ahead, key=lambda one: one.deadline, default=None)


def opening(version: Any, rounds: Iterable[Any], today: date) -> Opening:
    """Whether one can apply today. A round without a day of opening is open until its deadline."""
    if version.valid_until is not None and version.valid_until < today:
        return Opening.ENDED
    if version.rolling:
        return Opening.ALWAYS if version.valid_from <= today else Opening.LATER
    ahead = [one for one in rounds if one.deadline is not None and one.deadline >= today]
    if any(one.opens_on is None or one.opens_on <= today for one in ahead):
        return Opening.OPEN
    return Opening.LATER if ahead else Opening.CLOSED
