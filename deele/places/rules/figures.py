"""Which columns of the tables are figures of ours. The declarations in `kinds` carry the same keys."""

INKAR_COLUMNS = (
    "age_65_plus_pct",
    "mean_age",
    "foreign_pct",
    "female_pct",
    "general_practitioners_per_10k",
    "physicians_per_10k",
    "hospital_beds_per_1k",
    "asking_rent_eur_m2",
    "living_space_m2_per_person",
    "dwelling_permits_per_1k",
    "cars_per_1k",
    "unemployment_pct",
    "purchasing_power_eur",
    "municipal_tax_power_eur",
    "childcare_under3_pct",
)
AGE_COLUMNS = (
    *(f"age_{low}_{low + 4}" for low in range(0, 100, 5)),
    "age_100_plus",
    *(f"age_{low}_plus_total" for low in (65, 75, 80, 85, 90)),
)
# Titles of the GENESIS table 22411-01-01-4 → our key (and the column of the cleaned table).
CARE_COLUMNS = {
    "Pflegedienste": "home_care_services",
    "Personal der Pflegedienste": "home_care_staff",
    "Pflegeheime": "nursing_homes",
    "Verfügbare Plätze in Pflegeheimen": "nursing_home_places",
    "Verfügbare Plätze i.Pflegeh.m.vollstat.Dauerpflege": "nursing_home_places_permanent",
    "Personal der Pflegeheime": "nursing_home_staff",
}
