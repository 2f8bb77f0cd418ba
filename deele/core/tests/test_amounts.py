"""Amounts of money as people read and write them."""

import pytest

from deele.core import amounts


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (0, "0,00\u00a0€"),
        (5, "0,05\u00a0€"),
        (5900, "59,00\u00a0€"),
        (123456789, "1.234.567,89\u00a0€"),
        (-150, "−1,50\u00a0€"),
    ],
)
def test_cents_in_words(cents, words):
    assert amounts.euros(cents) == words


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("59", 5900),
        ("59,5", 5950),
        ("59,05 €", 5905),
        ("1.234,50", 123450),
        ("1.234", 123400),
        ("0", 0),
        (" 7\u00a0€ ", 700),
        ("7 EUR", 700),
        ("1.000.000", 100_000_000),
    ],
)
def test_amount_is_read(text, cents):
    assert amounts.read(text) == cents


@pytest.mark.parametrize("text", ["", "gratis", "59.5", "59,123", "-5", "1,2,3", "12.34", "1.000.000,01"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(amounts.BadAmount):
        amounts.read(text)


def test_whole_euros_stand_without_cents():
    assert amounts.round_euros(6_000_000) == "60.000\u00a0€"
    assert amounts.round_euros(5950) == "59,50\u00a0€"


def test_who_counts_houses_reads_larger_amounts():
    assert amounts.read("4.800.000", largest=10**12) == 480_000_000
