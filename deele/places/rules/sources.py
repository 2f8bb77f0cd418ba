"""Who our facts are from, and the text that must be shown beside them (licences of the originals)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """Who a fact is from, and the text that must be shown beside it."""

    name: str
    licence: str
    url: str = ""


REGISTER = Source("© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys (Daten verändert)", "Destatis")
BKG = Source("© GeoBasis-DE / BKG 2021 (Daten verändert)", "dl-de/by-2-0", "https://www.bkg.bund.de")
CENSUS = Source("© Statistische Ämter des Bundes und der Länder, Zensus 2022 (Daten verändert)", "dl-de/by-2-0")
INKAR = Source("© BBSR Bonn, INKAR (Daten verändert)", "dl-de/by-2-0")
AGES = Source("Eurostat, proj_19rp3 (Daten verändert)", "CC BY 4.0")
CARE = Source(
    "© Statistische Ämter des Bundes und der Länder, Deutschland, 2021, Tabelle 22411-01-01-4", "dl-de/by-2-0"
)
CARE_STATE = Source("Landesamt für Statistik Niedersachsen, Pflegestatistik", "Quellennachweis")
GEONAMES = Source("GeoNames", "CC BY 4.0", "https://www.geonames.org")
OSM = Source("© OpenStreetMap contributors", "ODbL 1.0", "https://www.openstreetmap.org/copyright")
OWN = Source("Eigene Zusammenstellung", "CC0")
