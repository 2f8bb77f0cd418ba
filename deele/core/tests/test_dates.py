from datetime import date

import pytest

from deele.core import dates
from deele.core.dates import Precision


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("3.5.2024", date(2024, 5, 3), Precision.DAY),
        ("03.05.24", date(2024, 5, 3), Precision.DAY),
        ("3. Mai 2024", date(2024, 5, 3), Precision.DAY),
        ("2024-05-03", date(2024, 5, 3), Precision.DAY),
        ("2024-05-03 00:00:00", date(2024, 5, 3), Precision.DAY),
        ("Mai 2024", date(2024, 5, 1), Precision.MONTH),
        ("März 2024", date(2024, 3, 1), Precision.MONTH),
        ("Sept. 2024", date(2024, 9, 1), Precision.MONTH),
        ("05/2024", date(2024, 5, 1), Precision.MONTH),
        ("2024-05", date(2024, 5, 1), Precision.MONTH),
        ("seit 1998", date(1998, 1, 1), Precision.YEAR),
        (" 2024 ", date(2024, 1, 1), Precision.YEAR),
    ],
)
def test_parse_reads_german_dates_with_their_precision(text, day, precision):
    assert dates.parse(text) == (day, precision)


@pytest.mark.parametrize("text", ["", "bald", "31.2.2024", "13/2024", "Brachet 2024", "24", "3.5.", "9999", "²024"])
def test_parse_refuses_what_is_no_date(text):
    with pytest.raises(dates.BadDate):
        dates.parse(text)


def test_in_words_is_no_finer_than_known():
    day = date(2024, 5, 1)

    assert dates.in_words(day, Precision.YEAR) == "2024"
    assert dates.in_words(day, Precision.MONTH) == "Mai 2024"
    assert dates.in_words(None) == ""
