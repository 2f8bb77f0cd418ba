"""Which numbers of a table stay in the house, so that nobody can be found in it or by taking numbers apart.

A number from 1 to 4 is hidden (domain §10). Hiding it alone protects nothing where sums are printed: the sum less the
others gives it back. So more numbers are hidden until no hidden one can be narrowed down (docs/decisions/0021).
"""

from collections.abc import Iterator, Sequence

LIMIT = 5
Cell = tuple[int, int]  # row and column; the last ones hold the sums
Table = list[list[int]]


def with_sums(inner: Sequence[Sequence[int]]) -> Table:
    """The table with a column and a row of sums. A single row needs no second one below."""
    rows = [[*row, sum(row)] for row in inner]
    return rows if len(rows) == 1 else [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def hidden(inner: Sequence[Sequence[int]]) -> set[Cell] | None:
    """The cells of `with_sums(inner)` that stay in the house; None where only the whole table can stay.

    Sums of a whole row stand on other pages, too, so they are hidden only when they are small themselves.
    """
    table = with_sums(inner)
    found = {cell for cell in cells(table) if 0 < at(table, cell) < LIMIT}
    while weak := weakest(table, found):
        more = next_to_hide(table, found, weak)
        if more is None:
            return None
        found.add(more)
    return found


def cells(table: Table) -> Iterator[Cell]:
    """All cells, row by row."""
    return ((row, column) for row, line in enumerate(table) for column in range(len(line)))


def at(table: Table, cell: Cell) -> int:
    """The number in a cell."""
    return table[cell[0]][cell[1]]


def lines(table: Table) -> list[list[Cell]]:
    """Rows, and columns where there are several rows; the last cell of each is the sum of the others."""
    rows = [[(row, column) for column in range(len(line))] for row, line in enumerate(table)]
    columns = [list(column) for column in zip(*rows, strict=True)] if len(rows) > 1 else []
    return [*rows, *columns]


def weakest(table: Table, found: set[Cell]) -> Cell | None:
    """A hidden cell that can be narrowed down to fewer than four values, or found by adding and subtracting."""
    if not found:
        return None
    low, high = bounds(table, found)
    for cell in sorted(found):
        if high[cell] - low[cell] < LIMIT - 2:
            return cell
    return bridge(table, found)


def next_to_hide(table: Table, found: set[Cell], weak: Cell) -> Cell | None:
    """The smallest number beside the weak cell that is shown yet and is no sum of a row."""
    width = len(table[0]) - 1
    beside = {cell for line in lines(table) if weak in line for cell in line}
    open_yet = [cell for cell in beside - found if at(table, cell) and cell[1] != width]
    if open_yet:
        return min(open_yet, key=lambda cell: (at(table, cell), cell))
    # A single small cell in a row and column of nothing else: any other cell closes a ring around it.
    rest = [cell for cell in cells(table) if cell not in found and at(table, cell) and cell[1] != width]
    return min(rest, key=lambda cell: (at(table, cell), cell), default=None)


def bounds(table: Table, found: set[Cell]) -> tuple[dict[Cell, int], dict[Cell, int]]:
    """The least and the most each hidden cell can be, for somebody who knows the others: at least one, and the sums."""
    low = {cell: 1 if cell in found else at(table, cell) for cell in cells(table)}
    most = table[-1][-1] if (len(table) - 1, len(table[0]) - 1) not in found else LIMIT - 1
    high = {cell: most if cell in found else at(table, cell) for cell in cells(table)}
    changed = True
    while changed:
        changed = False
        for line in lines(table):
            changed |= tighten(line, low, high)
    return low, high


def tighten(line: list[Cell], low: dict[Cell, int], high: dict[Cell, int]) -> bool:
    """Draw the bounds of one line closer; whether that changed any."""
    *parts, whole = line
    least, most = sum(low[cell] for cell in parts), sum(high[cell] for cell in parts)
    changed = narrow(whole, least, most, low, high)
    for cell in parts:
        others_least, others_most = least - low[cell], most - high[cell]
        changed |= narrow(cell, low[whole] - others_most, high[whole] - others_least, low, high)
        least, most = others_least + low[cell], others_most + high[cell]
    return changed


def narrow(cell: Cell, least: int, most: int, low: dict[Cell, int], high: dict[Cell, int]) -> bool:
    """Take over bounds that are closer."""
    if least <= low[cell] and most >= high[cell]:
        return False
    low[cell], high[cell] = max(low[cell], least), min(high[cell], most)
    return True


def bridge(table: Table, found: set[Cell]) -> Cell | None:
    """A hidden cell that adding and subtracting lines gives back exactly.

    Rows and columns are the nodes of a graph, hidden cells its edges. A cell can be computed exactly when its edge is a
    bridge: then all other unknowns on one side cancel out.
    """
    if len(table) == 1:
        return next(iter(found)) if len(found) == 1 else None
    for cell in sorted(found):
        if not connected(("row", cell[0]), ("column", cell[1]), found - {cell}):
            return cell
    return None


def connected(start: tuple[str, int], end: tuple[str, int], edges: set[Cell]) -> bool:
    """Whether a way leads from a row to a column over hidden cells."""
    seen, ahead = {start}, [start]
    while ahead:
        side, number = ahead.pop()
        for row, column in edges:
            here, there = (("row", row), ("column", column)) if side == "row" else (("column", column), ("row", row))
            if here == (side, number) and there not in seen:
                seen.add(there)
                ahead.append(there)
    return end in seen
