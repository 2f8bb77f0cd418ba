"""What follows from the five answers: themes, what counts in examples, the six steps (domain §11.2). Pure."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from deele.funding.enums import Purpose
from deele.library.enums.examples import Transfer
from deele.library.enums.path import AtTable, Have, Press, When
from deele.library.rules.sizes import distance
from deele.office.enums import Theme


@dataclass(frozen=True)
class Answers:
    """The five answers; every one of them may be missing. `size` follows from the place."""

    size: str = ""
    press: str = ""
    have: frozenset[str] = frozenset()
    table: frozenset[str] = frozenset()
    when: str = ""


@dataclass(frozen=True)
class Step:
    """One of the six steps, with what the answers add to it."""

    title: str
    text: str
    hints: tuple[str, ...] = ()
    done: bool = False


@dataclass(frozen=True)
class Told:
    """What counts of an example when it is compared."""

    themes: frozenset[str] = frozenset()
    transfer: frozenset[str] = frozenset()
    size: str = ""
    started_by: str = ""
    place_keys: frozenset[str] = field(default=frozenset())


THEMES: dict[str, tuple[str, ...]] = {
    Press.VACANCY: (Theme.INNER, Theme.REUSE, Theme.RURAL),
    Press.CARE: (Theme.CARE, Theme.DEMENTIA, Theme.HEALTH),
    Press.MEETING: (Theme.NEIGHBOURHOOD, Theme.LONELINESS, Theme.VOLUNTEERING, Theme.COMMUNITY),
    Press.HOUSING: (Theme.HOUSING, Theme.ACCESS),
    Press.SUPPLY: (Theme.SUPPLY, Theme.PROVISION, Theme.MOBILITY, Theme.HEALTH),
    Press.GROUP: (Theme.HOUSING, Theme.PARTICIPATION, Theme.COOPERATIVE),
}
PURPOSES: dict[str, tuple[str, ...]] = {
    Press.VACANCY: (Purpose.BUILDING, Purpose.CONCEPT),
    Press.CARE: (Purpose.CARE,),
    Press.MEETING: (Purpose.COMMON, Purpose.NEIGHBOURHOOD, Purpose.VOLUNTEERS),
    Press.HOUSING: (Purpose.BUILDING, Purpose.ADAPTING),
    Press.SUPPLY: (Purpose.NEIGHBOURHOOD, Purpose.CONCEPT),
    Press.GROUP: (Purpose.CONCEPT, Purpose.BUILDING, Purpose.LAND),
}
TRANSFER: dict[str, tuple[str, ...]] = {
    Have.BUILDING: (Transfer.EXISTING, Transfer.FARM, Transfer.CENTRE),
    Have.PEOPLE: (Transfer.VOLUNTEERS,),
    Have.CARER: (Transfer.CARE_IN,),
}
SAME_THEME, SAME_SIZE, NEAR_SIZE, SAME_MEANS, SAME_STARTER = 4, 3, 1, 2, 1


def themes(answers: Answers) -> tuple[str, ...]:
    """The themes of what presses most."""
    return THEMES.get(answers.press, ())


def purposes(answers: Answers) -> tuple[str, ...]:
    """What money would be for."""
    return PURPOSES.get(answers.press, ())


def wanted_transfer(answers: Answers) -> frozenset[str]:
    """Which conditions an example should share with what is there."""
    return frozenset(key for one in answers.have for key in TRANSFER.get(one, ()))


def like(answers: Answers, one: Told) -> tuple[int, list[str]]:
    """How much an example resembles, and the reasons in plain words. Without a reason it is not shown."""
    points, reasons = 0, []
    if set(themes(answers)) & one.themes:
        points += SAME_THEME
        reasons.append(_("the same theme"))
    steps = distance(answers.size, one.size)
    if steps == 0:
        points += SAME_SIZE
        reasons.append(_("a place of the same size"))
    elif steps == 1:
        points += NEAR_SIZE
        reasons.append(_("a place of similar size"))
    if wanted_transfer(answers) & one.transfer:
        points += SAME_MEANS
        reasons.append(_("builds on what you have"))
    if one.started_by == "kommune":
        points += SAME_STARTER
        reasons.append(_("started by a municipality"))
    return points, reasons


def steps(answers: Answers) -> list[Step]:
    """The six steps from occasion to measures, and the review; each with what the answers mean for it."""
    return [occasion(answers), figures(answers), stock(answers), people(answers), picture(), measures(answers)]


def occasion(answers: Answers) -> Step:
    """Step 1."""
    hints = []
    if answers.table and AtTable.COUNCIL not in answers.table:
        hints.append(_("The council is not at the table yet: a short decision gives the work a mandate."))
    if answers.table and AtTable.MAYOR not in answers.table:
        hints.append(_("Find one person in the administration who looks after it."))
    text = _(
        "Who wants what, and why now? One sentence, a decision of the council, a small team with a name for each task."
    )
    return Step(pgettext("step", "Occasion and mandate"), text, tuple(hints))


def figures(answers: Answers) -> Step:
    """Step 2."""
    done = Have.FIGURES in answers.have
    hint = (_("You have figures already: check how old they are before you rely on them."),) if done else ()
    text = _("How many people live here, how old are they, what stands empty? Most of it is on the page of your place.")
    return Step(pgettext("step", "Figures"), text, hint, done)


def stock(answers: Answers) -> Step:
    """Step 3."""
    hints = []
    if Have.BUILDING in answers.have:
        hints.append(_("Look at the empty building with somebody who knows old houses, before anybody draws plans."))
    if Have.LAND in answers.have:
        hints.append(_("Do not sell the land yet: awarded for the best concept, it moves more than its price."))
    text = _(
        "What is there, what is missing? Make a list, walk through the place together, talk to those who do the work."
    )
    return Step(pgettext("step", "What is there"), text, tuple(hints))


def people(answers: Answers) -> Step:
    """Step 4."""
    hints = []
    if answers.table and AtTable.CITIZENS not in answers.table:
        hints.append(_("Citizens are not at the table yet: an open evening costs little and shows who would join in."))
    if Have.PEOPLE in answers.have:
        hints.append(_("Ask the people who want to do something what keeps them from it."))
    text = _("Ask people before you plan for them: a short survey, a workshop, an open evening.")
    return Step(pgettext("step", "People"), text, tuple(hints))


def picture() -> Step:
    """Step 5."""
    text = _(
        "Strengths, gaps, what the place can do itself, what the next one does. On one page that everybody understands."
    )
    return Step(pgettext("step", "The picture"), text)


def measures(answers: Answers) -> Step:
    """Step 6."""
    hints = []
    if answers.when == When.YEAR:
        hints.append(
            _("Within a year: begin with something small that people see, such as a meeting place or mutual help.")
        )
    if answers.when and answers.when != When.YEAR and answers.press in (Press.HOUSING, Press.GROUP, Press.VACANCY):
        hints.append(
            _("Housing projects took about six years from idea to moving in. Plan for staff that changes meanwhile.")
        )
    if answers.table and AtTable.NEIGHBOURS not in answers.table:
        hints.append(_("Talk to the neighbouring municipalities: not every place needs everything."))
    text = _("Who does what, by when, with which money? Look again after one year and after three.")
    return Step(pgettext("step", "Measures"), text, tuple(hints))
