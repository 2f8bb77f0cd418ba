"""Which numbers of a table stay in the house, so that nobody can be found in it or by taking numbers apart.

A number from 1 to 4 is hidden (domain §10). Hiding it alone protects nothing where sums are printed: the sum less the
others gives it back. So more numbers are hidden until each of 1, 2, 3, 4 and "five or more" remains possible for every
small one (docs/decisions/0021). Rows form a tree (the office, its measures, their areas), columns are groups.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from deele.reporting.rules.network import Arc, Attack

LIMIT = 5
SUM = ("sum",)  # the column of sums; no group is called like that
OUTSIDE = ("outside",)  # the node where all begins and ends
Cell = tuple[Any, Any]  # row and column


@dataclass(frozen=True)
class Line:
    """A row of the table: a leaf has the numbers of its groups, another is the sum of its children."""

    name: Any
    numbers: Mapping[Any, int] = field(default_factory=dict)
    children: tuple["Line", ...] = ()
    total: int | None = None  # of a leaf whose groups overlap, so that they don't add up to it

    def value(self, column: Any) -> int:
        """The number in a column, or the sum of the row."""
        if self.children:
            return sum(child.value(column) for child in self.children)
        if column == SUM:
            return sum(self.numbers.values()) if self.total is None else self.total
        return self.numbers.get(column, 0)

    def lines(self) -> Iterator["Line"]:
        """This row and all below."""
        yield self
        for child in self.children:
            yield from child.lines()

    def columns(self) -> list[Any]:
        """The groups of all rows."""
        return list(dict.fromkeys(column for line in self.lines() for column in line.numbers))


def is_small(value: int) -> bool:
    """Whether a number must not leave the house by itself."""
    return 0 < value < LIMIT


def hidden_sums(root: Line) -> set[Any] | None:
    """The rows whose sums stay in the house: decided once for all splits, and nothing else of them is shown either.

    None where nothing can leave: the whole is small, or too little is beside a small part.
    """
    arcs = {(line.name, SUM): arc for line, arc in _column(root, SUM, alone=True)}
    found = _protected(arcs, {name for name, arc in arcs.items() if is_small(arc.value)}, keep={(root.name, SUM)})
    return None if found is None else {row for row, _column in found}


def hidden(root: Line, *, overlaps: bool = False, gone: set[Any] | None = None) -> set[Cell] | None:
    """The cells (row, column or SUM) that stay in the house; None where only the whole table can stay.

    Noughts are shown where that is safe: many hidden numbers below a small sum are known to be ones. `gone`: the rows
    whose sums are hidden, where another table decides that.
    """
    gone = hidden_sums(root) if gone is None else gone
    if gone is None:
        return None
    columns = root.columns()
    for veiled in (_below_small(root, columns), {(line.name, column) for line in root.lines() for column in columns}):
        covered = veiled | {(row, column) for row in gone for column in (*columns, SUM)}
        arcs = _arcs(root, columns, covered, overlaps=overlaps)
        kept = {name for name in arcs if name[1] == SUM and name[0] not in gone}
        start = {name for name, arc in arcs.items() if is_small(arc.value) or (name in covered and not arc.value)}
        start |= {name for name in covered if name[0] in gone}
        found = _protected(arcs, start, keep=kept)
        if found is not None and overlaps:
            found = _mixed(root, columns, found, arcs, kept)
        if found is not None:
            return found
    return None


def nested(root: Line, lift: Callable[[Any], Any]) -> set[Cell] | None:
    """The same for a table whose groups are summed in coarser ones on another page: first those, then within each."""
    coarse = hidden(merged(root, lift))
    if coarse is None:
        return None
    found = {cell for cell in coarse if cell[1] == SUM}
    for group in {lift(column) for column in root.columns()}:
        gone = {row for row, column in coarse if column == group}
        part = hidden(merged(root, lambda column: column, only=lambda column: lift(column) == group), gone=gone)  # noqa: B023
        if part is None:
            return None
        found |= {cell for cell in part if cell[1] != SUM}
    return found


def merged(root: Line, lift: Callable[[Any], Any], *, only: Callable[[Any], bool] = lambda column: True) -> Line:
    """The table with columns summed as `lift` says, or only some of them."""
    numbers: dict[Any, int] = {}
    for column, number in root.numbers.items():
        if only(column):
            numbers[lift(column)] = numbers.get(lift(column), 0) + number
    return Line(root.name, numbers, tuple(merged(child, lift, only=only) for child in root.children))


def _below_small(root: Line, columns: list[Any]) -> set[Cell]:
    """The cells a small number is the sum of: how many of them are noughts would tell about it."""
    return {
        (below.name, column)
        for line in root.lines()
        for column in columns
        if line.children and is_small(line.value(column))
        for below in line.lines()
        if below is not line
    }


def _mixed(
    root: Line, columns: list[Any], found: set[Cell], arcs: dict[Cell, Arc], kept: set[Cell]
) -> set[Cell] | None:
    """Where groups overlap: a row that hides small numbers hides a large one, so that nobody knows which is which."""
    decoys = set()
    for line in root.lines():
        mine = [(line.name, column) for column in columns if (line.name, column) in found]
        large = [(line.name, column) for column in columns if arcs[line.name, column].value >= LIMIT]
        if large and any(is_small(arcs[cell].value) for cell in mine):
            decoys.add(min(large, key=lambda cell: (arcs[cell].value, str(cell))))
    return _protected(arcs, found | decoys, keep=kept, decoys=decoys)


def _protected(
    arcs: dict[Cell, Arc], start: set[Cell], *, keep: set[Cell], decoys: Iterable[Cell] = ()
) -> set[Cell] | None:
    """`start` and whatever must be hidden besides; None when it can't be done. Cells in `keep` are never hidden.

    A small number must be able to be one, and to be five or more; a large one that was hidden with it, to be small.
    """
    attack = Attack(arcs, start)
    small = sorted((cell for cell in start if is_small(arcs[cell].value)), key=str)
    aims = [(cell, aim) for cell in small for aim in (LIMIT, 1)]
    for cell, aim in [*aims, *((cell, LIMIT - 1) for cell in sorted(decoys, key=str))]:
        while attack.reach(cell, aim) != aim:
            ring = attack.ring(cell, aim, lambda name: _price(name, attack, keep))
            if ring is None or attack.hidden.issuperset(ring):
                return None
            attack.hide(ring)
    return attack.hidden


def _price(name: Any, attack: Attack, keep: set[Cell]) -> int | None:
    """What hiding one more number costs: as much as it tells. Noughts that are shown stay shown."""
    if name in attack.hidden:
        return 0
    return None if name in keep else attack.arcs[name].value or None


def _arcs(root: Line, columns: list[Any], covered: set[Cell], *, overlaps: bool) -> dict[Cell, Arc]:
    """The table as a network. Of covered cells not even the noughts are known."""
    arcs = {}
    for column in (*columns, SUM):
        for line, arc in _column(root, column, alone=overlaps):
            least = 0 if (line.name, column) in covered else 1
            arcs[line.name, column] = Arc(arc.tail, arc.head, arc.value, least)
    return arcs


def _column(root: Line, column: Any, *, alone: bool) -> Iterator[tuple[Line, Arc]]:
    """One column: from outside through the whole to its parts, down to the rows; sums flow back the same way.

    `alone`: the numbers of a row don't add up to its sum, or nobody sees them; then each begins and ends outside.
    """

    def walk(line: Line, above: Any) -> Iterator[tuple[Line, Arc]]:
        leaf = OUTSIDE if alone else ("row", line.name)
        here = (line.name, column) if line.children else leaf
        tail, head = (here, above) if column == SUM else (above, here)
        yield line, Arc(tail, head, line.value(column))
        for child in line.children:
            yield from walk(child, (line.name, column))

    return walk(root, OUTSIDE)


def table(rows: Sequence[Sequence[int]]) -> Line:
    """A plain table as a tree: one row stands alone, several have a row of sums above them ("whole")."""
    lines = [Line(number, dict(enumerate(row))) for number, row in enumerate(rows)]
    return lines[0] if len(lines) == 1 else Line("whole", {}, tuple(lines))
