"""Sessions from values alone: which step may follow which, and when minutes may be confirmed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from deele.groups.enums.sessions import Release, SessionFormat
from deele.groups.enums.sessions import SessionState as State

STEPS: dict[str, tuple[State, ...]] = {
    State.PLANNED: (State.INVITED, State.HELD, State.CANCELLED),
    State.INVITED: (State.HELD, State.CANCELLED),
    State.HELD: (State.DRAFT,),
    State.DRAFT: (State.CONFIRMED,),
    State.CONFIRMED: (),
    State.CANCELLED: (),
}
OBJECTION_DAYS = 14  # usual in rules of procedure of associations; the lead may set another number
AGENDA_DAYS = 3  # an item that comes later than this before the session is too late, unless set otherwise
REMIND_BEFORE = timedelta(days=2)


def may_follow(state: str, wanted: str) -> bool:
    """Whether this step is possible."""
    return State(wanted) in STEPS[state]


def agenda_until(starts_at: datetime, now: datetime) -> datetime:
    """Until when items are taken where nobody said otherwise: some days before, never in the past."""
    usual = starts_at - timedelta(days=AGENDA_DAYS)
    return usual if usual > now else starts_at


def may_confirm(*, now: datetime, objections_until: datetime | None, open_objections: int, by_session: bool) -> str:
    """Why minutes can't be confirmed now; empty when they can. A next session may confirm before the days are over."""
    if open_objections:
        return "objections"
    if not by_session and objections_until is not None and now < objections_until:
        return "days"
    return ""


@dataclass(frozen=True)
class Told:
    """What is said of a session when it is planned. Without `agenda_until` the usual days before it hold."""

    starts_at: datetime
    ends_at: datetime
    title: str = ""
    format: str = SessionFormat.ON_SITE
    place: str = ""
    link: str = ""
    note: str = ""
    agenda_until: datetime | None = None
    is_public: bool = False
    release: str = Release.GROUP
    token: str | None = None
