"""The overviews as rows for the desk."""

from typing import Any

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.newsletter.enums import Rhythm, RunState
from deele.newsletter.models import DigestRun

SIGNS = {
    RunState.RUNNING: ("info", "clock"),
    RunState.HELD: ("warning", "warning"),
    RunState.DONE: ("success", "success"),
}


def rows(runs: list[DigestRun]) -> list[dict[str, Any]]:
    """What became of each."""
    return [
        {
            "run": run,
            "badge": badge(run),
            "made": localize(run.made),
            "empty": localize(run.empty),
            "by": str(run.decided_by) if run.decided_by else "",
        }
        for run in runs
    ]


def badge(run: DigestRun) -> dict[str, str]:
    """State in words, with its colour and sign."""
    kind, icon = SIGNS.get(RunState(run.state), ("plain", ""))
    return {"label": str(run.get_state_display()), "kind": kind, "icon": icon}


def rhythm(name: str, readers: int) -> str:
    """How often it goes out, and to how many."""
    if name not in (Rhythm.MONTHLY, Rhythm.WEEKLY):
        return _("This house sends no overview.")
    when = _("every Tuesday at nine") if name == Rhythm.WEEKLY else _("on the first Tuesday of the month at nine")
    words = ngettext(
        "%(number)s reader asked for it. It goes out %(when)s, to whom there is something new for.",
        "%(number)s readers asked for it. It goes out %(when)s, to whom there is something new for.",
        readers,
    )
    return words % {"number": localize(readers), "when": when}
