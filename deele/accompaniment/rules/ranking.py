"""Answers → ranked legal forms with reasons. A pure function over the table of traits.

Each question compares one answer with one trait of each form and says what follows in a sentence. Points only order;
people read the reasons. No answer, no points: whoever leaves a question out is not judged by it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums.finder import Equity, Lease, Market, Purpose, Right, Risk, Size, Speed
from deele.accompaniment.rules.legal_forms import FORMS, Form

Answers = Mapping[str, str]  # question → key of the answer; both as in enums.finder.ANSWERS


@dataclass(frozen=True)
class Reason:
    """Why a form fits (`points` above zero), or what speaks against it."""

    points: int
    text: Promise


@dataclass(frozen=True)
class Ranked:
    """A form with its points and reasons; the weightiest reasons first."""

    form: Form
    points: int
    pros: tuple[Reason, ...]
    cons: tuple[Reason, ...]


def rank(answers: Answers) -> list[Ranked]:
    """All forms, the best fitting first; equals in the order of the table. Empty without an answer."""
    given = {question: answer for question, answer in answers.items() if answer and question in QUESTIONS}
    if not given:
        return []
    return sorted((judged(form, given) for form in FORMS), key=lambda one: -one.points)


def judged(form: Form, answers: Answers) -> Ranked:
    """One form against the answers."""
    found = [QUESTIONS[question](form, answer) for question, answer in answers.items()]
    reasons = sorted((one for one in found if one), key=lambda one: -abs(one.points))
    pros = tuple(one for one in reasons if one.points > 0)
    cons = tuple(one for one in reasons if one.points < 0)
    return Ranked(form, sum(one.points for one in reasons), pros, cons)


def purpose(form: Form, answer: str) -> Reason:
    """What it is for weighs most: a form for something else hardly helps."""
    if answer in form.purposes:
        first = form.purposes[0] == answer
        return Reason(6 if first else 5, PURPOSE_FITS[answer])
    return Reason(-6, _("It is usually made for something else."))


def right(form: Form, answer: str) -> Reason | None:
    """How one lives."""
    if form.right is None:
        return Reason(-1, _("It is seldom used for flats."))
    if form.right == answer:
        return Reason(3, RIGHT_FITS[answer])
    return Reason(-3, RIGHT_DIFFERS[form.right])


def equity(form: Form, answer: str) -> Reason | None:
    """How much money it needs, against how much there is."""
    if form.equity is None:
        return None
    order = [Equity.NONE, Equity.SOME, Equity.MUCH]
    missing = order.index(form.equity) - order.index(Equity(answer))
    if missing > 0:
        return Reason(-2 * missing, _("It needs more money of one's own: a fifth to a third of the costs is usual."))
    if form.equity == Equity.NONE and answer == Equity.NONE:
        return Reason(2, _("It works with hardly any money of one's own."))
    return Reason(1 if missing else 2, _("Your own money is enough to begin."))


def size(form: Form, answer: str) -> Reason | None:
    """For how many households it is usual."""
    if not form.sizes:
        return None
    if answer in form.sizes:
        return Reason(2 if len(form.sizes) == 1 else 1, _("It suits your number of households."))
    if answer == Size.LARGE:
        return Reason(-1, _("It is rather used by smaller groups."))
    return Reason(-2, _("It is worth its effort rather with more households."))


def risk(form: Form, answer: str) -> Reason | None:
    """Who carries the risk."""
    if form.risk is None:
        return None
    if form.risk == answer:
        return Reason(2, RISK_FITS[answer])
    return Reason(-1, RISK_DIFFERS[form.risk])


def market(form: Form, answer: str) -> Reason | None:
    """Whether flats stay out of the market."""
    if form.market is None:
        return (
            Reason(-1, _("Whether flats stay out of the market is for the contract to say."))
            if answer == Market.OUT
            else None
        )
    if form.market == answer:
        return Reason(2, _("The flats stay out of the market.") if answer == Market.OUT else _("Flats can be sold."))
    if answer == Market.OUT:
        return Reason(-3, _("Flats can be sold to the highest bidder."))
    return Reason(-2, _("Nobody can sell a flat at a profit."))


def speed(form: Form, answer: str) -> Reason | None:
    """How soon it works."""
    if form.speed is None:
        return None
    if form.speed == answer:
        return Reason(1, _("It can go fast.") if answer == Speed.FAST else _("You take the time it needs."))
    return Reason(-2, _("It usually takes five years and more.")) if answer == Speed.FAST else None


def lease(form: Form, answer: str) -> Reason | None:
    """Whether it goes with leased land."""
    if form.lease is None:
        return None
    if form.lease == answer:
        return Reason(
            1, _("It goes well with leased land.") if answer == Lease.YES else _("The land is yours as well.")
        )
    return Reason(-1, _("It often rests on leased land.")) if form.lease == Lease.YES else None


def partner(form: Form, answer: str) -> Reason | None:
    """Who is there already weighs more than any wish: a willing partner is rare."""
    if form.partner == answer:
        return Reason(4, _("The partner it needs is there already."))
    return Reason(-1, _("It needs another partner, who is still to be found.")) if form.partner else None


QUESTIONS: dict[str, Callable[[Form, str], Reason | None]] = {
    "zweck": purpose,
    "wohnen": right,
    "kapital": equity,
    "haushalte": size,
    "risiko": risk,
    "markt": market,
    "tempo": speed,
    "erbbau": lease,
    "partner": partner,
}

PURPOSE_FITS: dict[str, Promise] = {
    Purpose.TALKING: _("To begin with, you need not found anything."),
    Purpose.HOUSING: _("It is made for living together."),
    Purpose.CARE: _("It goes together with care."),
    Purpose.MEETING: _("It carries a meeting place."),
    Purpose.HELP: _("It is made for help among neighbours."),
    Purpose.RUNNING: _("It can run a business and employ people."),
}
RIGHT_FITS: dict[str, Promise] = {
    Right.RENT: _("You live there for rent."),
    Right.USE: _("The house is yours together, with a right to live there for good."),
    Right.OWN: _("Each household owns its flat."),
}
RIGHT_DIFFERS: dict[str, Promise] = {
    Right.RENT: _("One lives there for rent."),
    Right.USE: _("Nobody owns a flat alone; one has a right to live there."),
    Right.OWN: _("Flats are bought, not rented."),
}
RISK_FITS: dict[str, Promise] = {
    Risk.GROUP: _("You carry the risk together, and decide together."),
    Risk.SINGLE: _("Each household carries its own risk."),
    Risk.PARTNER: _("A partner carries the risk."),
}
RISK_DIFFERS: dict[str, Promise] = {
    Risk.GROUP: _("The group carries the risk together."),
    Risk.SINGLE: _("Each household carries its own risk, with its own money."),
    Risk.PARTNER: _("A partner carries the risk, and has a say."),
}
