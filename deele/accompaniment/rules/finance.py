"""The finance sheet of a plan: sums, the gap, and what an adviser would remark on. No database; amounts in cents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums.money import OWN, PUBLIC, Instrument, SourceStatus, Use
from deele.core.amounts import round_euros

EQUITY_LEAST, EQUITY_USUAL = Fraction(20, 100), Fraction(30, 100)  # domain §7: 20–30 % typical
SURE = (SourceStatus.PROMISED, SourceStatus.PAID)


@dataclass(frozen=True)
class Terms:
    """What the version of a programme gives at most. `quota` and `special` in per cent, `most` in cents."""

    name: str
    quota: int | None = None
    special: int | None = None
    special_for: str = ""
    most: int | None = None
    ends_on: date | None = None

    @property
    def highest(self) -> int | None:
        """The highest share it ever gives."""
        return max((one for one in (self.quota, self.special) if one is not None), default=None)


@dataclass(frozen=True)
class Source:
    """One source of money."""

    instrument: str
    cents: int
    status: str
    terms: Terms | None = None

    @property
    def counts(self) -> bool:
        """Whether it may still come; what was refused does not."""
        return self.status != SourceStatus.REFUSED


@dataclass(frozen=True)
class Cost:
    """One use of money."""

    use: str
    cents: int


@dataclass(frozen=True)
class Remark:
    """What an adviser would say. `kind` is "danger", "warning" or "info"."""

    key: str
    kind: str
    text: Promise
    values: dict[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(self.text) % self.values


@dataclass(frozen=True)
class Sheet:
    """Sources against uses."""

    sources: tuple[Source, ...] = ()
    costs: tuple[Cost, ...] = ()

    @property
    def needed(self) -> int:
        """What all of it costs."""
        return sum(one.cents for one in self.costs)

    @property
    def sure(self) -> int:
        """What is promised or paid out."""
        return sum(one.cents for one in self.sources if one.status in SURE)

    @property
    def asked(self) -> int:
        """What is asked for and not answered."""
        return sum(one.cents for one in self.sources if one.status == SourceStatus.ASKED)

    @property
    def in_sight(self) -> int:
        """All that may still come."""
        return self.sure + self.asked

    @property
    def gap(self) -> int:
        """What nobody has been asked for yet; below zero there is more than needed."""
        return self.needed - self.in_sight

    def of(self, instruments: Sequence[str]) -> int:
        """What comes from these sources and was not refused."""
        return sum(one.cents for one in self.sources if one.counts and one.instrument in instruments)

    def share(self, cents: int) -> Fraction:
        """The share of the costs; 0 without costs."""
        return Fraction(cents, self.needed) if self.needed else Fraction(0)


def per_cent(share: Fraction) -> int:
    """A share in whole per cent, rounded down: nobody is told to have reached what was missed by a little."""
    return int(share * 100)


def remarks(sheet: Sheet, today: date) -> list[Remark]:
    """What an adviser would say, the gravest first. Nothing is said of an empty sheet."""
    if not sheet.costs:
        return [NO_COSTS] if sheet.sources else []
    found = [remark for rule in RULES for remark in rule(sheet, today)]
    return sorted(found, key=lambda one: ("danger", "warning", "info").index(one.kind))


NO_COSTS = Remark("no-costs", "info", _("Please write down what it costs; only then the gap can be seen."))


def gap(sheet: Sheet, today: date) -> list[Remark]:
    """Money that nobody was asked for, or more than is needed."""
    if sheet.gap > 0:
        text = _("%(sum)s are missing: for these nobody has been asked yet.")
        return [Remark("gap", "danger", text, {"sum": round_euros(sheet.gap)})]
    if sheet.gap < 0:
        text = _("Asked for are %(sum)s more than needed. Please check whether costs are missing.")
        return [Remark("surplus", "info", text, {"sum": round_euros(-sheet.gap)})]
    return []


def reserve(sheet: Sheet, today: date) -> list[Remark]:
    """A sheet without a reserve breaks at the first surprise."""
    if any(one.use == Use.RESERVE and one.cents for one in sheet.costs):
        return []
    return [Remark("reserve", "warning", _("There is no reserve. Building costs more than planned nearly every time."))]


def equity(sheet: Sheet, today: date) -> list[Remark]:
    """Banks usually ask for 20 to 30 per cent."""
    share = sheet.share(sheet.of(OWN))
    if share >= EQUITY_USUAL:
        return []
    values: dict[str, str | int] = {"share": per_cent(share)}
    if share < EQUITY_LEAST:
        text = _("Money of one's own makes up %(share)s %% of the costs; banks usually ask for 20 to 30 %%.")
        return [Remark("equity", "warning", text, values)]
    text = _("Money of one's own makes up %(share)s %%, at the lower end of what is usual (20 to 30 %%).")
    return [Remark("equity-low", "info", text, values)]


def programmes(sheet: Sheet, today: date) -> list[Remark]:
    """Each programme against the version its source belongs to."""
    found = []
    for source in sheet.sources:
        if source.counts and source.terms is not None:
            found += over_terms(source, source.terms, sheet, today)
    return found


def over_terms(source: Source, terms: Terms, sheet: Sheet, today: date) -> list[Remark]:
    """Share, amount and end of one programme."""
    share = sheet.share(source.cents)
    values: dict[str, str | int] = {"name": terms.name, "share": per_cent(share), "quota": terms.highest or 0}
    found = []
    if terms.highest is not None and share > Fraction(terms.highest, 100):
        text = _("%(name)s: %(share)s %% of the costs are asked for; it gives at most %(quota)s %%.")
        found.append(Remark("over-quota", "danger", text, values))
    elif terms.quota is not None and terms.special is not None and share > Fraction(terms.quota, 100):
        text = _("%(name)s: more than %(usual)s %% is given only for %(what)s. Please ask whether that holds here.")
        more = {**values, "usual": terms.quota, "what": terms.special_for}
        found.append(Remark("special-quota", "warning", text, more))
    if terms.most is not None and source.cents > terms.most:
        text = _("%(name)s: it gives at most %(sum)s.")
        found.append(Remark("over-amount", "danger", text, {**values, "sum": round_euros(terms.most)}))
    if terms.ends_on is not None and terms.ends_on < today and source.status == SourceStatus.ASKED:
        text = _("%(name)s: this version of the programme has ended. Please plan with the one that holds now.")
        found.append(Remark("programme-ended", "warning", text, values))
    return found


def public_money(sheet: Sheet, today: date) -> list[Remark]:
    """All public money together against the highest share of the programmes it comes from."""
    quotas = [one.terms.highest for one in sheet.sources if one.counts and one.terms and one.terms.highest is not None]
    givers = {one.instrument for one in sheet.sources if one.counts and one.instrument in PUBLIC}
    share = sheet.share(sheet.of(PUBLIC))
    if not quotas or len(givers) < 2 or share <= Fraction(max(quotas), 100):
        return []
    text = _(
        "Public money makes up %(share)s %% of the costs, the programmes give at most %(quota)s %%. Please ask "
        "each giver whether it may be combined."
    )
    return [Remark("public-sum", "warning", text, {"share": per_cent(share), "quota": max(quotas)})]


def direct_loans(sheet: Sheet, today: date) -> list[Remark]:
    """Loans of friends have rules of their own."""
    if not sheet.of((Instrument.DIRECT_LOANS,)):
        return []
    return [
        Remark("direct-loans", "info", _("Loans of friends: please have the prospectus rules checked by a lawyer."))
    ]


RULES: tuple[Callable[[Sheet, date], list[Remark]], ...] = (
    gap, programmes, public_money, reserve, equity, direct_loans,
)  # fmt: skip
