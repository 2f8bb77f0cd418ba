"""What each kind of notice is: who seeks, who offers, what fits it, which fields it asks for, how long it holds."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.notices.enums import KindKey as K

HALF_YEAR, MONTH = 182, 30  # days (domain §4.6, §9.1: free places monthly)
PLACE = ("area_types",)
LIVING = ("household", "with_children", "ages", "housing_forms", "legal", "equity", "monthly", "horizon", "wishes")
HOUSE = ("access_offered", "care_offered")


@dataclass(frozen=True)
class NoticeKind:
    """One kind. `offers`: what it says about money and room is what is asked and there, not what is wished for.

    `needs`: whether somebody's need of access and care may be told with it.
    """

    key: K
    offers: bool
    fits: tuple[K, ...]
    fields: tuple[str, ...]
    needs: bool = False
    days: int = HALF_YEAR
    hints: tuple[Promise, ...] = ()

    @property
    def label(self) -> Promise | str:
        """Its name."""
        return self.key.label


WHO = _("Who are you, in two or three sentences? People answer people, not lists of wishes.")
WHERE_ELSE = _("How far would you really move? A radius that is honest brings better answers than a large one.")
EVERYDAY = _("How does an ordinary day look? Meals, animals, quiet, who decides: this is where it fits or does not.")
MONEY = _("Name the band of money openly. It spares both sides a talk that leads nowhere.")
STAND = _("Where do you stand: idea, land in sight, building, lived in? With the next date, if there is one.")
NEXT = _("What happens after the first message: a walk, a regulars’ table, a trial week?")
NO_NAMES = _("Please no names, telephone numbers or addresses in the text. Messages reach you through us.")

DECLARED = (
    NoticeKind(
        K.PERSON, False, (K.PROJECT, K.FLAT, K.ROOM), (*PLACE, *LIVING, "brings"), needs=True,
        hints=(WHO, WHERE_ELSE, EVERYDAY, MONEY, NO_NAMES),
    ),
    NoticeKind(
        K.PROJECT, True, (K.PERSON,), (*PLACE, *LIVING, *HOUSE), hints=(STAND, EVERYDAY, MONEY, NEXT, NO_NAMES)
    ),
    NoticeKind(
        K.GROUP_LAND, False, (K.LAND,), (*PLACE, "housing_forms", "legal", "horizon", "wishes"),
        hints=(STAND, WHERE_ELSE, MONEY, NO_NAMES),
    ),
    NoticeKind(
        K.LAND, True, (K.GROUP_LAND,), (*PLACE, "housing_forms", "legal", "horizon"), hints=(STAND, MONEY, NO_NAMES)
    ),
    NoticeKind(K.FLAT, True, (K.PERSON,), (*PLACE, *LIVING, *HOUSE), days=MONTH, hints=(EVERYDAY, MONEY, NO_NAMES)),
    NoticeKind(K.ROOM, True, (K.PERSON,), (*PLACE, *LIVING, *HOUSE), days=MONTH, hints=(EVERYDAY, MONEY, NO_NAMES)),
    NoticeKind(K.SKILL, False, (), ("horizon",), hints=(STAND, NEXT, NO_NAMES)),
    NoticeKind(
        K.PARTNER, False, (K.PARTNER,), ("partner_own", "partner_wanted", "housing_forms", "horizon"),
        hints=(STAND, MONEY, NEXT, NO_NAMES),
    ),
)  # fmt: skip
KINDS = {kind.key: kind for kind in DECLARED}


def kind(key: str) -> NoticeKind:
    """The declaration of a kind. Raises KeyError for an unknown one."""
    return KINDS[K(key)]
