"""Details that several kinds share."""

from django.utils.translation import gettext_lazy as _

from deele.directory.kinds.base import Detail, Type

PEOPLE = (
    Detail("bewohner_anzahl", _("Residents"), Type.RANGE, hint=_("A number or a range: “20–30”, “about 40”.")),
    Detail("davon_kinder", _("Of these, children"), Type.RANGE),
    Detail("alter", _("Age of the residents"), Type.RANGE, unit=_("years")),
)

HOUSE = (
    Detail("we_gesamt", _("Dwellings"), Type.RANGE),
    Detail("groesse", _("Size of the dwellings"), Type.RANGE, unit="m²"),
    Detail("we_barrierefrei", _("Barrier-free dwellings (DIN 18040-2)"), Type.RANGE),
    Detail("we_rollstuhl", _("Dwellings for wheelchair users (DIN 18040-2 R)"), Type.RANGE),
    Detail(
        "gebaeude",
        _("Building"),
        Type.CHOICE,
        choices=(
            ("neubau", _("new building")),
            ("bestand", _("existing building")),
            ("neubau_und_bestand", _("new and existing buildings")),
        ),
    ),
    Detail(
        "umnutzung_von",
        _("Converted from"),
        Type.CHOICE,
        choices=(
            ("hofstelle", _("farmstead")),
            ("schule", _("school")),
            ("kaserne", _("barracks")),
            ("kirche_gemeindehaus", _("church or parish hall")),
            ("gewerbe", _("commercial building")),
            ("gasthof", _("inn")),
            ("denkmal", _("listed building")),
            ("wohnhaus", _("dwelling house")),
            ("keine", _("none")),
        ),
    ),
    Detail("bauliche_umsetzung", _("How it is built"), Type.LONG),
)

COMMUNITY = (
    Detail("gemeinschaftsraum", _("Common room"), Type.YES_NO),
    Detail("gaestewohnung", _("Guest flat"), Type.YES_NO),
    Detail("weitere_einrichtungen", _("Other shared things"), Type.TEXT),
    Detail("offen_fuers_quartier", _("Open to the neighbourhood"), Type.LONG, hint=_("Who may use which room?")),
)

MONEY = (
    Detail("kosten_gesamt", _("Total cost"), Type.TEXT),
    Detail("miete_qm", _("Rent per m²"), Type.TEXT),
    Detail("eigenkapital", _("Equity per household"), Type.TEXT),
    Detail("pflichtanteil", _("Compulsory share"), Type.TEXT),
    Detail("foerderung", _("Public funding"), Type.TEXT),
)

TIME = (
    Detail("gruppe_seit", _("Group since"), Type.TEXT),
    Detail("baubeginn", _("Start of building"), Type.TEXT),
    Detail("einzug_text", _("Moving in"), Type.TEXT),
)

MEMBERS = (Detail("mitglieder", _("Members"), Type.RANGE),)
