"""Shared flats, with care or without (domain §4.5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, declare

PLACES = (
    Detail("plaetze", pgettext_lazy("in homes", "Places"), Type.RANGE),
    Detail("wohnungen", _("Shared flats"), Type.RANGE),
    Detail("freie_plaetze", _("Free places"), Type.RANGE, hint=_("Asked again every month.")),
    Detail("freie_plaetze_am", _("Free places as of"), Type.DATE),
    Detail("zimmer_groesse", _("Size of the rooms"), Type.RANGE, unit="m²"),
)
CARE = (
    Detail(
        "initiiert_von",
        _("Started by"),
        Type.CHOICE,
        choices=(
            ("pflegedienst", _("care service")),
            ("angehoerige", _("relatives")),
            ("verein", _("association")),
            ("kommune", _("municipality")),
            ("wohnungsunternehmen", _("housing company")),
            ("investor", _("investor")),
        ),
    ),
    Detail(
        "steuerung",
        _("Who decides"),
        Type.CHOICE,
        choices=(("selbstbestimmt", _("the residents themselves")), ("anbietergestuetzt", _("with a provider"))),
    ),
    Detail("pflegedienst", _("Care service"), Type.TEXT),
    Detail(
        "praesenz",
        _("Somebody is there"),
        Type.CHOICE,
        choices=(("24h", _("day and night")), ("tag", _("during the day")), ("bedarf", _("when needed"))),
    ),
    Detail("kosten_monat", _("Cost per month"), Type.TEXT, hint=_("Rent, household, care, presence.")),
    Detail(
        "nuwg_status",
        _("Law on supported housing (NuWG)"),
        Type.CHOICE,
        choices=(
            ("nicht_erfasst", _("not covered")),
            ("erfasst_anzeige_noetig", _("covered, notice needed")),
            ("angezeigt", _("notice given")),
            ("unklar", _("unclear: please ask the supervising authority")),
        ),
    ),
    Detail("angehoerigengremium", _("Relatives' council"), Type.YES_NO),
    Detail("foerderung", _("Public funding"), Type.TEXT),
)


def flat(key: str, label, plural, block: Block, details, names: tuple[str, ...] = ()) -> Kind:
    """A kind of shared flat."""
    return Kind(
        key, label, plural, block, "shared_flat", details,
        trias="wohngemeinschaft", phased=True, seeks=True, other_names=names,
    )  # fmt: skip


declare(
    flat("senioren_wg", _("Shared flat of older people"), _("Shared flats of older people"), Block.HOUSING, PLACES),
    flat("inklusive_wg", _("Inclusive shared flat"), _("Inclusive shared flats"), Block.HOUSING, PLACES),
    flat(
        "pflege_wg",
        _("Care flat-share"),
        _("Care flat-shares"),
        Block.CARE,
        PLACES + CARE,
        ("ambulant betreute wohngemeinschaft", "ambulant betreute wg", "pflege-wg", "pflegewohngemeinschaft"),
    ),
    flat("demenz_wg", _("Dementia flat-share"), _("Dementia flat-shares"), Block.CARE, PLACES + CARE, ("demenz-wg",)),
    flat(
        "intensivpflege_wg", _("Intensive care flat-share"), _("Intensive care flat-shares"), Block.CARE, PLACES + CARE
    ),
)
