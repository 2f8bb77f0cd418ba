"""The page of the legal form finder: ranked forms with reasons, examples of the directory, whom else one needs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from deele.accompaniment.enums.finder import ANSWERS, Help
from deele.accompaniment.rules.legal_forms import FORMS, Form
from deele.accompaniment.rules.ranking import Ranked, Reason, rank
from deele.directory.enums import LegalForm
from deele.directory.queries import cards
from deele.directory.queries.documents import SOURCE
from deele.funding.enums import Applicant
from deele.search import queries as search
from deele.search.kinds import Query

FIRST, MORE, EXAMPLES = 3, 3, 3


@dataclass(frozen=True)
class Shown:
    """A legal form as the page shows it."""

    key: str
    title: str
    owner: str
    right: str
    watch: str
    helpers: list[str]
    pros: tuple[Reason, ...]
    cons: tuple[Reason, ...]
    examples: list[cards.Card]
    examples_total: int
    directory_url: str
    funding_url: str
    can_apply: bool


def finder_page(answers: dict[str, str], today: date) -> dict[str, Any]:
    """Everything of the page. Without answers: all forms at a glance, in the order of the table."""
    ranked = rank(answers)
    if not ranked:
        return {"answers": {}, "first": [], "more": [], "rest": [], "glance": [plain(form) for form in FORMS]}
    fitting = [one for one in ranked if one.points > 0]
    first, more = fitting[:FIRST] or ranked[:1], fitting[FIRST : FIRST + MORE]
    rest = ranked[len(first) + len(more) :]
    found = examples([one.form for one in (*first, *more)], today)
    return {
        "answers": told(answers),
        "query": urlencode(answers),
        "first": [shown(one, found) for one in first],
        "more": [shown(one, found) for one in more],
        "rest": [shown(one, {}) for one in rest],
        "glance": [],
    }


def told(answers: dict[str, str]) -> dict[str, str]:
    """The answers in words, by question, in the order of the questions."""
    return {name: str(ANSWERS[name](answers[name]).label) for name in ANSWERS if name in answers}


def plain(form: Form) -> Shown:
    """A form without any judgement."""
    return shown(Ranked(form, 0, (), ()), {})


def shown(one: Ranked, found: dict[str, tuple[list[cards.Card], int]]) -> Shown:
    """One form."""
    form = one.form
    held, total = found.get(form.key, ([], 0))
    return Shown(
        key=form.key,
        title=str(LegalForm(form.key).label),
        owner=str(form.owner),
        right=str(form.right.label) if form.right else "",
        watch=str(form.watch),
        helpers=[str(Help(key).label) for key in form.helpers],
        pros=one.pros,
        cons=one.cons,
        examples=held,
        examples_total=total,
        directory_url=f"{reverse('directory:search')}?{urlencode({'rechtsform': form.key})}",
        funding_url=f"{reverse('funding:list')}?{urlencode({'wer': form.applicant})}",
        can_apply=form.applicant != Applicant.NONE,
    )


def examples(forms: list[Form], today: date) -> dict[str, tuple[list[cards.Card], int]]:
    """Entries with these legal forms, a few of each, and how many there are."""
    asked = [
        Query(
            source=SOURCE, facets={"legal_form": [form.key]}, limit=EXAMPLES, facets_wanted=False, nearest_wanted=False
        )
        for form in forms
    ]
    answers = search.search_all(asked)
    return {
        form.key: (cards.cards(answer.hits, today), answer.total) for form, answer in zip(forms, answers, strict=True)
    }
