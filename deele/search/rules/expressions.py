"""What is looked for, as a small tree that both databases understand. Stems are [a-z0-9] only: nothing to escape."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Words:
    """These stems side by side; with `open_end` the last one is a beginning."""

    stems: tuple[str, ...]
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these."""

    members: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these."""

    members: tuple["Expression", ...]


Expression = Words | AllOf | AnyOf


def all_of(members: list[Expression]) -> Expression:
    """Every one of `members`, without needless nesting."""
    return members[0] if len(members) == 1 else AllOf(tuple(members))


def any_of(members: list[Expression]) -> Expression:
    """One of `members`, each once, without needless nesting."""
    once = list(dict.fromkeys(members))
    return once[0] if len(once) == 1 else AnyOf(tuple(once))


def at_most(expression: Expression, documents: Callable[[str], int]) -> float:
    """How many documents can fit at the most, by the number of documents of each stem; infinite when not known."""
    match expression:
        case Words(stems, open_end):
            known = stems[:-1] if open_end else stems
            return min(map(documents, known), default=inf)
        case AllOf(members):
            return min(at_most(member, documents) for member in members)
        case AnyOf(members):
            return sum(at_most(member, documents) for member in members)


def fts5(expression: Expression) -> str:
    """The expression for SQLite's MATCH."""
    match expression:
        case Words(stems, open_end):
            return f'"{" ".join(stems)}"{"*" if open_end else ""}'
        case AllOf(members):
            return f"({' AND '.join(map(fts5, members))})"
        case AnyOf(members):
            return f"({' OR '.join(map(fts5, members))})"


def tsquery(expression: Expression) -> str:
    """The expression for PostgreSQL's ::tsquery."""
    match expression:
        case Words(stems, open_end):
            side_by_side = " <-> ".join(f"'{stem}'" for stem in stems)
            return f"({side_by_side}{':*' if open_end else ''})"
        case AllOf(members):
            return f"({' & '.join(map(tsquery, members))})"
        case AnyOf(members):
            return f"({' | '.join(map(tsquery, members))})"
