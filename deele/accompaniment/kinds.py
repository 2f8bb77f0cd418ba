"""What actions are told, as values; and a slot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from deele.core.dates import PartialDate
from deele.core.registry import Registry

# Asked about the draft of a good example: is it told by an app above already? Then its entry's page does not repeat it.
told_elsewhere: Registry[Callable[[Any], bool]] = Registry()


@dataclass(frozen=True)
class PhaseTold:
    """A line of history as it is to be written. `gate_met`: what ends the phase before was reached; None: not said."""

    phase: str
    since: PartialDate
    side: str = ""
    reason: str = ""
    gate_met: bool | None = None


@dataclass(frozen=True)
class FileTold:
    """What is said about a file. `milestone` is the one it proves, `token` the name of the form that brought it."""

    name: str
    shared: bool = False
    milestone: Any = None
    from_group: bool = False
    token: str | None = None
