"""The life of an example and of an article as tables of allowed moves."""

from datetime import date

from deele.library.enums.articles import ArticleState
from deele.library.enums.examples import ExampleState

E, A = ExampleState, ArticleState
EXAMPLE_MOVES = {
    E.DRAFT: (E.REVIEW, E.PUBLISHED),
    E.REVIEW: (E.PUBLISHED, E.DRAFT),
    E.PUBLISHED: (E.WITHDRAWN,),
    E.WITHDRAWN: (E.PUBLISHED, E.DRAFT),
}
ARTICLE_MOVES = {A.DRAFT: (A.PUBLISHED,), A.PUBLISHED: (A.WITHDRAWN,), A.WITHDRAWN: (A.PUBLISHED, A.DRAFT)}
FOLLOW_UP_YEARS = 2
STALE_MONTHS = 24


def years_later(day: date, years: int = FOLLOW_UP_YEARS) -> date:
    """The same day some years later; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
