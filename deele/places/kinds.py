"""Declarations: the figures about places that the house knows."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.places.enums import Level
from deele.places.rules.sources import AGES, CARE, CARE_STATE, CENSUS, INKAR, Source

Words = Promise | str


@dataclass(frozen=True)
class Figure:
    """An indicator: `levels` says where it is known, `decimals` how it is shown."""

    key: str
    title: Words
    unit: Words
    source: Source
    levels: tuple[str, ...]
    decimals: int = 1
    on_page: bool = False


MUNICIPAL, BY_DISTRICT, BY_STATE = (Level.MUNICIPALITY.value,), (Level.DISTRICT.value,), (Level.STATE.value,)
PERCENT, PERSONS, PLACES = "%", _("persons"), pgettext_lazy("in homes", "places")

CENSUS_FIGURES = [
    Figure("census_age_0_15_pct", _("Inhabitants under 16"), PERCENT, CENSUS, MUNICIPAL),
    Figure("census_age_16_24_pct", _("Inhabitants aged 16 to 24"), PERCENT, CENSUS, MUNICIPAL),
    Figure("census_age_25_59_pct", _("Inhabitants aged 25 to 59"), PERCENT, CENSUS, MUNICIPAL),
    Figure("census_age_60_66_pct", _("Inhabitants aged 60 to 66"), PERCENT, CENSUS, MUNICIPAL),
    Figure("census_age_67_plus_pct", _("Inhabitants aged 67 or older"), PERCENT, CENSUS, MUNICIPAL, on_page=True),
    Figure("census_foreign_pct", _("Inhabitants without German citizenship"), PERCENT, CENSUS, MUNICIPAL),
    Figure("census_household_size", _("Persons in a household"), PERSONS, CENSUS, MUNICIPAL, 2, on_page=True),
    Figure("census_dwellings", _("Dwellings"), "", CENSUS, MUNICIPAL, 0, on_page=True),
    Figure("census_vacancy_pct", _("Empty dwellings"), PERCENT, CENSUS, MUNICIPAL, on_page=True),
    Figure("census_owner_occupied_pct", _("Dwellings their owners live in"), PERCENT, CENSUS, MUNICIPAL, on_page=True),
    Figure("census_rent_eur_m2", _("Rent without heating"), _("€ per m²"), CENSUS, MUNICIPAL, 2, on_page=True),
]
INKAR_FIGURES = [
    Figure("age_65_plus_pct", _("Inhabitants aged 65 or older"), PERCENT, INKAR, BY_DISTRICT, on_page=True),
    Figure("mean_age", _("Mean age"), _("years"), INKAR, BY_DISTRICT, on_page=True),
    Figure("foreign_pct", _("Inhabitants without German citizenship"), PERCENT, INKAR, BY_DISTRICT),
    Figure("female_pct", _("Women"), PERCENT, INKAR, BY_DISTRICT),
    Figure(
        "general_practitioners_per_10k", _("General practitioners"), _("per 10,000 inhabitants"), INKAR, BY_DISTRICT,
        on_page=True,
    ),
    Figure("physicians_per_10k", _("Physicians"), _("per 10,000 inhabitants"), INKAR, BY_DISTRICT),
    Figure("hospital_beds_per_1k", _("Hospital beds"), _("per 1,000 inhabitants"), INKAR, BY_DISTRICT),
    Figure("asking_rent_eur_m2", _("Asking rent"), _("€ per m²"), INKAR, BY_DISTRICT, 2, on_page=True),
    Figure("living_space_m2_per_person", _("Living space"), _("m² per person"), INKAR, BY_DISTRICT),
    Figure(
        "dwelling_permits_per_1k", _("Building permits for dwellings"), _("per 1,000 inhabitants"), INKAR, BY_DISTRICT
    ),
    Figure("cars_per_1k", _("Cars"), _("per 1,000 inhabitants"), INKAR, BY_DISTRICT, 0),
    Figure("unemployment_pct", _("Unemployment"), PERCENT, INKAR, BY_DISTRICT),
    Figure("purchasing_power_eur", _("Purchasing power"), _("€ per person"), INKAR, BY_DISTRICT, 0),
    Figure("municipal_tax_power_eur", _("Municipal tax power"), _("€ per person"), INKAR, BY_DISTRICT, 0),
    Figure("childcare_under3_pct", _("Children under 3 in day care"), PERCENT, INKAR, BY_DISTRICT),
]  # fmt: skip
AGE_GROUPS = [(low, low + 4) for low in range(0, 100, 5)]
AGE_FIGURES = [
    *(
        Figure(
            f"age_{low}_{high}",
            format_lazy(_("Inhabitants aged {low} to {high}"), low=low, high=high),
            PERSONS,
            AGES,
            BY_DISTRICT,
            0,
        )
        for low, high in AGE_GROUPS
    ),
    Figure("age_100_plus", _("Inhabitants aged 100 or older"), PERSONS, AGES, BY_DISTRICT, 0),
    *(
        Figure(
            f"age_{low}_plus_total",
            format_lazy(_("Inhabitants aged {low} or older"), low=low),
            PERSONS,
            AGES,
            BY_DISTRICT,
            0,
            low == 80,
        )
        for low in (65, 75, 80, 85, 90)
    ),
]
CARE_FIGURES = [
    Figure("home_care_services", _("Home care services"), "", CARE, BY_STATE, 0, on_page=True),
    Figure("home_care_staff", _("Staff of home care services"), PERSONS, CARE, BY_STATE, 0),
    Figure("nursing_homes", _("Nursing homes"), "", CARE, BY_STATE, 0, on_page=True),
    Figure("nursing_home_places", _("Places in nursing homes"), PLACES, CARE, BY_STATE, 0, on_page=True),
    Figure("nursing_home_places_permanent", _("Places for permanent care"), PLACES, CARE, BY_STATE, 0),
    Figure("nursing_home_staff", _("Staff of nursing homes"), PERSONS, CARE, BY_STATE, 0),
]
CARE_STATE_FIGURES = [
    Figure("care_rate_pct", _("People in need of care among all inhabitants"), PERCENT, CARE_STATE, BY_STATE),
    Figure("people_in_need_of_care", _("People in need of care"), PERSONS, CARE_STATE, BY_STATE, 0, on_page=True),
    Figure("care_rate_65_plus_pct", _("People in need of care aged 65 or older"), PERCENT, CARE_STATE, BY_STATE),
    Figure("care_rate_85_89_pct", _("People in need of care aged 85 to 89"), PERCENT, CARE_STATE, BY_STATE),
    Figure("care_rate_90_plus_pct", _("People in need of care aged 90 or older"), PERCENT, CARE_STATE, BY_STATE),
    Figure("care_allowance_only", _("Cared for by relatives alone"), PERSONS, CARE_STATE, BY_STATE, 0, on_page=True),
    Figure("home_care_service", _("At home with a care service"), PERSONS, CARE_STATE, BY_STATE, 0, on_page=True),
    Figure("nursing_home", _("Living in nursing homes"), PERSONS, CARE_STATE, BY_STATE, 0, on_page=True),
    Figure("nursing_home_permanent", _("In permanent care in nursing homes"), PERSONS, CARE_STATE, BY_STATE, 0),
    *(
        Figure(
            f"care_grade_{grade}",
            format_lazy(_("People with care grade {grade}"), grade=grade),
            PERSONS,
            CARE_STATE,
            BY_STATE,
            0,
        )
        for grade in range(1, 6)
    ),
]
FIGURES: dict[str, Figure] = {
    figure.key: figure for figure in [*CENSUS_FIGURES, *INKAR_FIGURES, *AGE_FIGURES, *CARE_FIGURES, *CARE_STATE_FIGURES]
}
