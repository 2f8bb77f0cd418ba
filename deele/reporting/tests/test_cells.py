"""Attacks on tables with hidden numbers: nobody gets one back."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deele.reporting.rules import cells

small_tables = st.integers(1, 2).flatmap(
    lambda height: st.integers(2, 3).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 7), min_size=width, max_size=width), min_size=height, max_size=height
        )
    )
)


def possible(inner, found):
    """Every table an attacker can't rule out: the numbers shown and the sums hold, hidden ones are at least one."""
    table = cells.with_sums(inner)
    width, height = len(inner[0]), len(inner)
    unknown = [cell for cell in itertools.product(range(height), range(width)) if cell in found]
    most = max(sum(map(sum, inner)), cells.LIMIT - 1)
    for values in itertools.product(range(1, most + 1), repeat=len(unknown)):
        guess = [list(row) for row in inner]
        for (row, column), value in zip(unknown, values, strict=True):
            guess[row][column] = value
        guessed = cells.with_sums(guess)
        if all(
            guessed[row][column] == table[row][column]
            for row, column in cells.cells(table)
            if (row, column) not in found
        ):
            yield guessed


@settings(max_examples=150, deadline=None)
@given(small_tables)
def test_no_hidden_number_can_be_computed_from_what_is_shown(inner):
    found = cells.hidden(inner)
    if not found or len([cell for cell in found if cell[0] < len(inner) and cell[1] < len(inner[0])]) > 4:
        return  # nothing to find, or too many guesses for a test
    guesses = list(possible(inner, found))
    for row, column in found:
        assert len({guess[row][column] for guess in guesses}) > 1, (inner, found)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 5).flatmap(
        lambda height: st.lists(st.lists(st.integers(0, 40), min_size=6, max_size=6), min_size=height, max_size=height)
    )
)
def test_every_small_number_is_hidden_and_no_sum_of_a_row_that_is_large(inner):
    found = cells.hidden(inner)
    table = cells.with_sums(inner)
    if found is None:
        return
    for cell in cells.cells(table):
        number = cells.at(table, cell)
        assert not 0 < number < cells.LIMIT or cell in found
        assert number != 0 or cell not in found
        assert cell[1] != len(table[0]) - 1 or number < cells.LIMIT or cell not in found
    assert cells.weakest(table, found) is None


@pytest.mark.parametrize(
    ("inner", "stays"),
    [
        ([[9, 3, 7]], {(0, 1), (0, 2)}),  # the smallest other number goes with it
        ([[9, 12, 7]], set()),
        ([[1, 1, 1, 1, 1]], None),  # the sum tells that each is one
        ([[2]], {(0, 0), (0, 1)}),
    ],
)
def test_what_is_hidden(inner, stays):
    assert cells.hidden(inner) == stays
