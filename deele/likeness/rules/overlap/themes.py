"""Themes read from words, where nobody ticked one. Only words that leave no doubt; beginnings of stems."""

from collections.abc import Iterable
from functools import lru_cache

# Keys of office.enums.Theme. A stem counts that begins with one of these.
BEGINNINGS = {
    "demenz": "demenz alzheimer",
    "mobilitaet": "burgerbus mitfahr fahrdienst mobilitat radverkehr carsharing",
    "nahversorgung": "dorfladen nahversorg hofladen lebensmittelmarkt",
    "einsamkeit": "einsam plauder telefonkett besuchsdien alleinlebend",
    "digitales_aal": "digital smartphon tablet handy videoanruf internet",
    "klima_oekologie": "klima hitze garten okolog energie biene",
    "migration": "migration zugewandert gefluchtet international interkult",
    "barrierefreiheit": "barrierefrei barriere haltegriff",
    "genossenschaft": "genossenschaft",
    "gesundheit_arztpraxis": "hausarz arztpraxis gesundheit gemeindeschwest",
    "inklusion": "inklusiv inklusion behinderung",
    "sicherheit_praevention": "enkeltrick betrug einbruch pravention",
    "umnutzung": "umnutzung leersteh leerstand",
    "foerderung": "fordermittel forderprogramm zuschuss",
    "gemeinwesenarbeit": "gemeinwesen quartiersarbeit stadtteilarbeit",
    "buergerschaftliches_engagement": "ehrenamt freiwillig",
    "beteiligung": "beteiligung zukunftswerkstatt burgerrat",
    "boden_erbbau": "erbbau bodenpolit",
    "pflege": "pflege",
    "wohnen": "wohnprojekt wohnform wohngemeinschaft",
}
_STARTS = {theme: tuple(words.split()) for theme, words in BEGINNINGS.items()}


def read(stems: Iterable[str]) -> frozenset[str]:
    """The themes these stems tell of."""
    return frozenset().union(*map(of_stem, stems))


@lru_cache(maxsize=32_768)
def of_stem(stem: str) -> frozenset[str]:
    """The themes one stem tells of: mostly none."""
    return frozenset(theme for theme, starts in _STARTS.items() if stem.startswith(starts))
