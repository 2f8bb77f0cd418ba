"""Themes against regions: how many give and seek, where nobody gives, where many do. Pure: values in, a table out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

EVERYWHERE, UNSAID = "land", "ohne"  # columns for the whole state, and for passages that name no place
NO_THEME = ""
ALL = "*"  # every theme, every column: no key of either is written so
CLUSTER_LEAST, CLUSTER_TIMES = 3, 2.0  # a cluster: at least three give, and twice as many as in the others on average
CLEAR = 8  # sentences of each kind; more nobody reads


class Passage(NamedTuple):
    """Confirmed passages that are alike: whether they give, their themes, the columns they stand in, how many."""

    gives: bool
    themes: tuple[str, ...]
    columns: tuple[str, ...]
    number: int = 1


class Cell(NamedTuple):
    """How many passages give and seek."""

    gives: int = 0
    seeks: int = 0

    def __bool__(self) -> bool:
        return bool(self.gives or self.seeks)


NOTHING = Cell()


class Spot(NamedTuple):
    """A cell that stands out."""

    theme: str
    column: str
    cell: Cell


@dataclass(frozen=True)
class Matrix:
    """The counted table. Each passage counts once in every cell it belongs to, and once in each sum."""

    rows: list[str]
    columns: list[str]
    cells: dict[tuple[str, str], Cell]
    of_row: dict[str, Cell] = field(default_factory=dict)
    of_column: dict[str, Cell] = field(default_factory=dict)
    total: Cell = NOTHING

    def cell(self, theme: str, column: str) -> Cell:
        """One cell, empty where nothing is."""
        return self.cells.get((theme, column), NOTHING)


def count(passages: Iterable[Passage], themes: Sequence[str], columns: Sequence[str]) -> Matrix:
    """Count passages over themes and columns, in this order; what names no theme stands in a row of its own."""
    gives: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    shown_themes, shown_columns = set(themes), set(columns)
    for giving, named, stands, number in passages:
        tally = gives[giving]
        tally[ALL, ALL] += number
        own_columns = [column for column in stands if column in shown_columns]
        for column in own_columns:
            tally[ALL, column] += number
        for theme in [theme for theme in named if theme in shown_themes] or [NO_THEME]:
            tally[theme, ALL] += number
            for column in own_columns:
                tally[theme, column] += number

    def of(theme: str, column: str) -> Cell:
        return Cell(gives[True][theme, column], gives[False][theme, column])

    rows = [*themes, *([NO_THEME] if of(NO_THEME, ALL) else [])]
    kept = [column for column in columns if column != UNSAID or of(ALL, UNSAID)]
    cells = {(theme, column): cell for theme in rows for column in kept if (cell := of(theme, column))}
    return Matrix(
        rows, kept, cells, {theme: of(theme, ALL) for theme in rows}, {column: of(ALL, column) for column in kept},
        of(ALL, ALL),
    )  # fmt: skip


def sought_only(matrix: Matrix) -> list[Spot]:
    """Themes many seek and nobody gives anywhere, the most sought first."""
    found = [Spot(theme, "", cell) for theme, cell in matrix.of_row.items() if theme and cell.seeks and not cell.gives]
    return sorted(found, key=lambda spot: -spot.cell.seeks)[:CLEAR]


def white_spots(matrix: Matrix) -> list[Spot]:
    """Cells of a region in which somebody seeks and nobody gives, neither there nor in the whole state.

    Themes nobody gives at all are told by `sought_only` and left out here.
    """
    found = [
        Spot(theme, column, cell)
        for (theme, column), cell in matrix.cells.items()
        if theme and column not in (EVERYWHERE, UNSAID) and cell.seeks and not cell.gives
        and not matrix.cell(theme, EVERYWHERE).gives and matrix.of_row[theme].gives
    ]  # fmt: skip
    return sorted(found, key=lambda spot: -spot.cell.seeks)[:CLEAR]


def silent_themes(matrix: Matrix) -> list[str]:
    """Themes about which nobody said anything."""
    return [theme for theme in matrix.rows if theme and not matrix.of_row[theme]]


def silent_columns(matrix: Matrix) -> list[str]:
    """Regions for which nobody gives anything of their own."""
    return [one for one in matrix.columns if one not in (EVERYWHERE, UNSAID) and not matrix.of_column[one].gives]


def clusters(matrix: Matrix) -> list[Spot]:
    """Cells in which far more give than in the other filled ones on average, the fullest first."""
    filled = [
        Spot(theme, column, cell)
        for (theme, column), cell in matrix.cells.items()
        if theme and column != UNSAID and cell.gives
    ]
    total, others = sum(spot.cell.gives for spot in filled), len(filled) - 1

    def stands_out(gives: int) -> bool:
        usual = (total - gives) / others if others else 0
        return gives >= max(CLUSTER_LEAST, CLUSTER_TIMES * usual)

    return sorted((spot for spot in filled if stands_out(spot.cell.gives)), key=lambda spot: -spot.cell.gives)[:CLEAR]
