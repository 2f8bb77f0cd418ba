import pytest

from deele.core import paging


def test_cursor_survives_the_address():
    cursor = paging.encode("Übach", 12, None)

    assert paging.decode(cursor, 3) == ["Übach", 12, None]
    assert cursor.replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize("cursor", ["", "%%%", "bm90IGpzb24", "W10", "W1sxXV0", "W1tdXQ", "W" * 5000, "ä"])
def test_foreign_cursor_is_refused_in_words(cursor):
    with pytest.raises(paging.BadCursor) as refused:
        paging.decode(cursor, 1)

    assert refused.value.code == "bad_cursor"


@pytest.mark.parametrize(
    ("number", "last", "pages"),
    [
        (1, 1, [1]),
        (1, 4, [1, 2, 3, 4]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 20, [1, None, 4, 5, 6, 7, 8, None, 20]),
        (20, 20, [1, None, 18, 19, 20]),
    ],
)
def test_window_shows_ends_and_neighbours(number, last, pages):
    assert paging.window(number, last) == pages


@pytest.mark.parametrize(("text", "number"), [(None, 1), ("3", 3), ("99", 7), ("-1", 1), ("x", 1), ("9" * 50, 1)])
def test_page_number_is_always_a_page(text, number):
    assert paging.page_number(text, 7) == number
