"""The door for tables: take in, map columns, check (writes nothing else), take over, take back."""

from deele.directory.actions.imports.checking import check, progress
from deele.directory.actions.imports.intake import NotReady, drop, note_failure, remap, take_in, wait_for
from deele.directory.actions.imports.settling import settle
from deele.directory.actions.imports.starter import load_starter
from deele.directory.actions.imports.taking_back import TakenBack, take_back
from deele.directory.actions.imports.taking_over import take_over

__all__ = [
    "NotReady", "TakenBack", "check", "drop", "load_starter", "note_failure", "progress", "remap", "settle",
    "take_back", "take_in", "take_over", "wait_for",
]  # fmt: skip
