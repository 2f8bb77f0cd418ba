"""The legal form finder: every form can come first, and no form stands there without a reason."""

import random

import pytest

from deele.accompaniment.enums.finder import ANSWERS
from deele.accompaniment.rules.legal_forms import BY_KEY, FORMS
from deele.accompaniment.rules.ranking import QUESTIONS, rank
from deele.directory.enums import LegalForm
from deele.funding.enums import Applicant


def ideal(form):
    """The answers of a group for which the form was made."""
    answers = {
        "zweck": form.purposes[0], "wohnen": form.right, "kapital": form.equity, "risiko": form.risk,
        "haushalte": form.sizes[0] if form.sizes else "", "markt": form.market, "tempo": form.speed,
        "erbbau": form.lease, "partner": form.partner,
    }  # fmt: skip
    return {question: answer for question, answer in answers.items() if answer}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_form_comes_first_for_somebody(form):
    first, second, *_rest = rank(ideal(form))

    assert first.form.key == form.key
    assert first.points > second.points


def test_the_table_knows_every_form_and_every_question():
    assert set(BY_KEY) == set(LegalForm)
    assert set(QUESTIONS) == set(ANSWERS)
    assert {form.applicant for form in FORMS} <= set(Applicant.values)


def test_reasons_are_given_for_every_form_whatever_is_answered():
    dice = random.Random(4)
    for _turn in range(400):
        answers = {name: dice.choice(["", *choices.values]) for name, choices in ANSWERS.items()}
        if not answers["zweck"]:  # the one question that says something about every form
            answers["zweck"] = dice.choice(ANSWERS["zweck"].values)
        ranked = rank(answers)

        assert len(ranked) == len(FORMS)
        assert all(one.pros or one.cons for one in ranked)
        assert [one.points for one in ranked] == sorted((one.points for one in ranked), reverse=True)
        assert all(one.points == sum(reason.points for reason in (*one.pros, *one.cons)) for one in ranked)


@pytest.mark.parametrize(("question", "choices"), ANSWERS.items())
def test_every_answer_alone_gives_the_first_one_a_reason(question, choices):
    for answer in choices.values:
        assert rank({question: answer})[0].pros, (question, answer)


def test_without_answers_nothing_is_ranked():
    assert rank({}) == []
    assert rank({"zweck": "", "unsinn": "ja"}) == []


def test_no_money_and_out_of_the_market_does_not_lead_to_buying():
    ranked = rank({"zweck": "wohnen", "kapital": "keines", "markt": "ja", "wohnen": "miete"})

    assert ranked[0].form.key in {LegalForm.SYNDICATE, LegalForm.LANDLORD_COOPERATIVE, LegalForm.FOUNDATION_LEASE}
    assert {one.form.key for one in ranked[-6:]} >= {LegalForm.OWNERS, LegalForm.BUILDING_GROUP}


def test_many_households_who_want_to_own_together_are_led_to_a_cooperative():
    ranked = rank({"zweck": "wohnen", "wohnen": "gemeinsam", "haushalte": "ab15", "kapital": "etwas"})

    assert ranked[0].form.key == LegalForm.OWN_COOPERATIVE
