"""The legal forms as a table of traits (domain §6): what each needs, gives and is good for. Facts, no advice."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums.finder import Equity, Help, Lease, Market, Partner, Purpose, Right, Risk, Size, Speed
from deele.directory.enums import LegalForm


@dataclass(frozen=True)
class Form:
    """One legal form.

    `right`: how people live in it. `equity`: what it needs at least. `sizes`: for how many households it is usual.
    `risk`: who carries it. `market`: whether flats stay out of it. `speed`: how soon it usually works. `lease`: whether
    it goes well with leased land. `partner`: who must be there. None or empty: the question says nothing about it.
    """

    key: LegalForm
    owner: Promise
    watch: Promise
    purposes: tuple[Purpose, ...]
    right: Right | None = None
    equity: Equity | None = None
    sizes: tuple[Size, ...] = ()
    risk: Risk | None = None
    market: Market | None = None
    speed: Speed | None = None
    lease: Lease | None = None
    partner: Partner | None = None
    helpers: tuple[Help, ...] = (Help.LAWYER,)
    applicant: str = "verein"  # as what it applies for funding (funding.enums.Applicant)


H, P, S = Help, Purpose, Size
EVERY, SMALLER, LARGER = (S.SMALL, S.MEDIUM, S.LARGE), (S.SMALL, S.MEDIUM), (S.MEDIUM, S.LARGE)
LIVING = (P.HOUSING, P.CARE)

FORMS: tuple[Form, ...] = (
    Form(
        LegalForm.OWN_COOPERATIVE, _("The cooperative: all members together, each with one vote."),
        _("It takes an audit body, mandatory shares and time. Whoever leaves gets the share back, not more."),
        (P.HOUSING,), Right.USE, Equity.SOME, (S.LARGE,), Risk.GROUP, Market.OUT, Speed.SLOW, Lease.YES, None,
        (H.AUDIT, H.LAWYER, H.TAX), "genossenschaft",
    ),
    Form(
        LegalForm.ROOF_COOPERATIVE, _("A roof cooperative that stands already; the group runs the house on the spot."),
        _("The roof must accept the group, and decides on what touches all its houses."),
        (P.HOUSING,), Right.USE, Equity.SOME, SMALLER, Risk.GROUP, Market.OUT, None, Lease.YES, Partner.ROOF,
        (H.LAWYER,), "genossenschaft",
    ),
    Form(
        LegalForm.LANDLORD_COOPERATIVE, _("A housing cooperative; the group is an association beside it."),
        _("Put into the contract who chooses new people, and what happens when a flat stands empty."),
        LIVING, Right.RENT, Equity.NONE, LARGER, Risk.PARTNER, Market.OUT, None, None, Partner.COOPERATIVE,
        (H.LAWYER,), "wohnungsunternehmen",
    ),
    Form(
        LegalForm.HOUSING_COMPANY, _("A housing company, often the town's; the group is an association beside it."),
        _("Agree how long the group may look for successors of its own, often six months."),
        LIVING, Right.RENT, Equity.NONE, LARGER, Risk.PARTNER, None, None, None, Partner.COMPANY,
        (H.LAWYER,), "wohnungsunternehmen",
    ),
    Form(
        LegalForm.INVESTOR, _("A private owner; the group rents singly or as a whole."),
        _("The owner may sell. Long contracts, and what holds for a new owner, belong on paper."),
        LIVING, Right.RENT, Equity.NONE, SMALLER, Risk.PARTNER, Market.FREE, Speed.FAST, None, Partner.PRIVATE,
        (H.LAWYER,), "privatperson",
    ),
    Form(
        LegalForm.FOUNDATION_LEASE, _("A foundation; an association rents the whole house and lets the flats on."),
        _("The association pays for flats that stand empty."),
        LIVING, Right.RENT, Equity.NONE, LARGER, Risk.GROUP, Market.OUT, None, Lease.YES, Partner.FOUNDATION,
        (H.LAWYER, H.TAX), "verein",
    ),
    Form(
        LegalForm.SYNDICATE, _("A GmbH of the house association and the Mietshäuser Syndikat."),
        _("Many small loans of friends must be found, and found again when they are called back."),
        (P.HOUSING,), Right.RENT, Equity.NONE, EVERY, Risk.GROUP, Market.OUT, Speed.SLOW, None, Partner.SYNDICATE,
        (H.LAWYER, H.NOTARY, H.PROSPECT), "gesellschaft",
    ),
    Form(
        LegalForm.LIMITED_PARTNERSHIP, _("The partnership: residents and others who give money hold shares."),
        _("Tax and contracts are demanding; those who give money want a say."),
        LIVING, Right.RENT, Equity.MUCH, LARGER, Risk.SINGLE, None, None, None, Partner.INVESTORS,
        (H.LAWYER, H.NOTARY, H.TAX, H.PROSPECT), "gesellschaft",
    ),
    Form(
        LegalForm.OWNERS, _("Each household its own flat."),
        _("Who moves in after a sale can hardly be steered."),
        (P.HOUSING,), Right.OWN, Equity.MUCH, EVERY, Risk.SINGLE, Market.FREE, Speed.FAST, Lease.NO, None,
        (H.NOTARY, H.LAWYER), "privatperson",
    ),
    Form(
        LegalForm.OWNERS_LEASEHOLD, _("The flats singly; the land an association or cooperative of the group."),
        _("Two legal forms at once: complex contracts, but the land stays out of the market."),
        (P.HOUSING,), Right.OWN, Equity.MUCH, LARGER, Risk.GROUP, Market.OUT, Speed.SLOW, Lease.YES, None,
        (H.LAWYER, H.NOTARY, H.TAX), "verein",
    ),
    Form(
        LegalForm.BUILDING_GROUP, _("The group while building; after that each household its flat."),
        _("While building, partners are liable with all they own. A good contract comes before the first order."),
        (P.HOUSING,), Right.OWN, Equity.MUCH, LARGER, Risk.GROUP, Market.FREE, Speed.SLOW, Lease.NO, None,
        (H.LAWYER, H.NOTARY, H.TAX), "privatperson",
    ),
    Form(
        LegalForm.ASSOCIATION, _("The association, or the owner of the rooms it rents."),
        _("The board is liable for mistakes; large loans do not suit an association."),
        (P.MEETING, P.HELP), None, Equity.NONE, (), Risk.GROUP, None, Speed.FAST, None, None,
        (H.NOTARY, H.TAX), "verein",
    ),
    Form(
        LegalForm.NON_PROFIT_COMPANY, _("A non-profit company (gGmbH) with its shareholders."),
        _("Share capital of 25,000 euros, accounts every year; suits paid staff."),
        (P.RUNNING, P.CARE), None, Equity.SOME, (), Risk.PARTNER, None, None, None, None,
        (H.NOTARY, H.LAWYER, H.TAX), "gesellschaft",
    ),
    Form(
        LegalForm.WELFARE, _("A welfare association or church as carrier."),
        _("Help is near; how far residents decide themselves must be agreed."),
        (P.CARE, P.RUNNING), Right.RENT, Equity.NONE, SMALLER, Risk.PARTNER, None, None, None, Partner.WELFARE,
        (H.LAWYER,), "wohlfahrt",
    ),
    Form(
        LegalForm.MUNICIPALITY, _("The municipality builds or lets."),
        _("A council can change its mind: get decisions in writing."),
        (P.HOUSING, P.MEETING, P.CARE), Right.RENT, Equity.NONE, SMALLER, Risk.PARTNER, None, None, None,
        Partner.MUNICIPALITY, (H.LAWYER,), "kommune",
    ),
    Form(
        LegalForm.SOCIAL_COOPERATIVE, _("The members: those who help and those who are helped."),
        _("Small shares, but the same audit as every cooperative."),
        (P.HELP, P.RUNNING), None, Equity.NONE, (), Risk.GROUP, None, Speed.SLOW, None, None,
        (H.AUDIT, H.TAX), "genossenschaft",
    ),
    Form(
        LegalForm.NONE, _("Nobody: the group meets, keeps minutes and tries itself out."),
        _("Contracts bind persons, and state money can't be asked for. Good for the beginning, not for building."),
        (P.TALKING,), None, Equity.NONE, (), None, None, None, None, None,
        (), "ohne",
    ),
)  # fmt: skip

BY_KEY = {form.key: form for form in FORMS}
