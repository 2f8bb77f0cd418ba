"""Programmes as those see them who keep them."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from deele.audit import queries as log
from deele.core.text import fold
from deele.funding.enums import Standing
from deele.funding.models import Programme, ProgrammeVersion
from deele.funding.queries import deadlines, programme_page, words
from deele.funding.queries.programmes import Line, line, lines, rounds_of, stale
from deele.funding.rules import standing as rules

SOON = timedelta(weeks=6)
HISTORY = 20


def desk_list(user: Any, tab: str, text: str, today: date) -> dict[str, Any]:
    """The list, narrowed by a tab and by words; those to be checked come first."""
    known = Programme.objects.visible_to(user)
    every = lines(known, today)
    bare = [one for one in known.filter(versions=None) if fits(text, one.name)]
    chosen = {"pruefen": stale(every), "fristen": with_deadline(every, today)}.get(tab, every)
    found = [one for one in chosen if fits(text, one.programme.name, one.version.giver)]
    return {
        "lines": sorted(found, key=lambda one: (one.standing == Standing.FRESH, one.programme.name)),
        "bare": [] if tab else bare,
        "text": text,
        "tab": tab,
        "tabs": tabs(tab, len(stale(every)), len(with_deadline(every, today))),
    }


def fits(text: str, *parts: str) -> bool:
    """Whether all words stand in one of the parts."""
    where = fold(" ".join(parts))
    return all(word in where for word in fold(text).split())


def with_deadline(known: list[Line], today: date) -> list[Line]:
    """Programmes whose deadline comes within six weeks."""
    return [one for one in known if one.following and one.following.deadline <= today + SOON]  # type: ignore[operator]


def tabs(active: str, to_check: int, soon: int) -> list[dict[str, Any]]:
    """The parts of the list."""
    home = reverse("funding:desk-list")
    named = (
        ("", _("All programmes")),
        ("pruefen", _("To check (%(n)s)") % {"n": to_check}),
        ("fristen", _("Deadline within six weeks (%(n)s)") % {"n": soon}),
    )
    return [
        {"label": label, "url": f"{home}?tab={key}" if key else home, "active": key == active} for key, label in named
    ]


def desk_page(programme: Programme, today: date) -> dict[str, Any]:
    """One programme."""
    found = line(programme, today)
    told = programme_page.told_versions(programme, found.version) if found else []
    due = rules.due_on(found.version.checked_on, programme.check_days) if found else None
    return {
        "programme": programme,
        "line": found,
        "check_state": programme_page.STATES[found.standing] if found else "",
        "due": words.day(due),
        "versions": told,
        "facts": programme_page.facts(found.version) if found else [],
        "rounds": [programme_page.round_row(one, today) for one in rounds_of(programme)],
        "history": [log.line(entry) for entry in log.history(programme)[:HISTORY]],
    }


def version_of_today(programme: Programme, today: date) -> ProgrammeVersion | None:
    """The version that is shown today."""
    found: ProgrammeVersion | None = rules.present(programme.versions.all(), today)
    return found


def latest_version(programme: Programme) -> ProgrammeVersion | None:
    """The version with the highest number."""
    return max(programme.versions.all(), key=lambda version: version.number, default=None)


def to_check(today: date) -> int:
    """Programmes on the website whose check is too old."""
    return len(stale(lines(Programme.objects.public(), today)))


def deadlines_soon(today: date) -> int:
    """Deadlines of the next six weeks."""
    return deadlines.ahead(today, today + SOON).count()
