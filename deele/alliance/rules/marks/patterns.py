"""The table by which passages are proposed: words of a sentence → kind, shown as “because ‘Newsletter’ stands there”.

Each line is a kind and the beginnings or pieces of words that speak for it, in lower case; `~` stands for up to four
words between. A kind is proposed for a sentence when one of its patterns occurs and none of NOT stands just before it.
Change the table, then run `pytest deele/alliance/tests/test_mark_rules.py` (docs/decisions/0034-marks.md).
"""

import re

from deele.alliance.enums.marks import Contribution, Expectation

C, E = Contribution, Expectation

CONTRIBUTIONS: dict[str, tuple[str, ...]] = {
    C.PUBLICITY: (
        "newsletter", "rundbrief", "öffentlichkeitsarbeit", "pressearbeit", "mitgliederzeitschrift", "social media",
        "soziale medien", "sozialen medien", "webseite", "website", "internetseite", "veröffentlichen ~ hinweise",
        "weitertragen", "bekannt machen", "bekanntmachen", "machen ~ sichtbar", "sichtbar machen",
        "sichtbar zu machen", "bewerben ~ termine", "verteiler",
    ),
    C.GROUP_WORK: (
        "arbeitsgruppe", "arbeitskreis", "mitarbeit in", "arbeiten ~ in der ag", "gremien", "ausschüssen",
        "mitarbeit an", "wirken ~ mit", "lenkungskreis", "unterarbeitsgruppe",
    ),
    C.JOINT_ACTION: (
        "gemeinsame aktion", "gemeinsamen aktion", "gemeinsame veranstaltung", "gemeinsamen veranstaltung",
        "aktionstag", "ausstellung", "nachbarschaftsfest", "tag der nachbarn", "mitmachaktion",
        "beteiligen ~ an aktion", "richten ~ fachtag", "laden ~ zu fachtag", "veranstalten", "organisieren ~ fest",
        "fotoaktion", "wanderausstellung",
    ),
    C.EXAMPLES: (
        "gute beispiele", "guten beispielen", "gute praxis", "guter praxis", "best practice", "best-practice",
        "praxisbeispiel", "vermitteln ~ kontakt", "kontakte zu", "kontakte in", "stellen ~ kontakt", "kontakte her",
        "bringen ~ zusammen", "ansprechpartner", "besichtigung", "exkursion", "führen ~ durch unser",
        "zeigen ~ unser", "türen öffnen", "öffnen ~ türen",
    ),
    C.EXPERTISE: (
        "fachwissen", "expertise", "fachliche", "fachkenntnis", "sachverstand", "knowhow", "know-how", "vorträge",
        "vortrag", "referent", "wissen zu", "wissen über", "wissen um", "fachvorträge", "kompetenz", "fortbildung",
        "schulung", "qualifizier", "wissenschaftlich", "evaluation",
    ),
    C.ADVICE: (
        "beratung", "beraten", "begleiten", "begleitung", "langjährige erfahrung", "jahre erfahrung",
        "jahren erfahrung", "moderation", "moderieren", "prozessbegleitung", "coaching", "sprechstunde",
    ),
    C.DIRECTORY: (
        "verzeichnis", "datenbank", "projektliste", "bestandsaufnahme", "landkarte", "übersicht über", "daten zu",
        "daten über", "zahlen zu", "statistik", "erhebung", "kartier", "monitoring",
    ),
    C.PUBLICATIONS: (
        "publikation", "broschüre", "leitfaden", "leitfäden", "handreichung", "arbeitshilfe", "dokumentation",
        "checkliste", "veröffentlichung", "faltblatt", "flyer", "ratgeber", "fachzeitschrift", "handbuch",
    ),
    C.ROOMS: (
        "räume für", "räume zur", "unsere räume", "räume bieten", "räume stellen", "barrierefreie räume",
        "räumlichkeiten", "räume an", "räume nutzen", "veranstaltungsräume", "gruppenräume", "raum für", "saal",
        "versammlungsraum", "gemeindehaus zur", "gemeinschaftsraum", "tagungsraum", "treffpunkt zur verfügung",
        "vereinsheim", "veranstaltungsort", "seminarraum", "besprechungsraum",
    ),
    C.FUNDING: (
        "fördermittel", "förderprogramm", "förderung beantrag", "fördermöglichkeit", "finanzierungswissen",
        "förderantr", "förderwissen", "fördertöpfe", "stiftungsmittel", "drittmittel", "anschubfinanzierung",
        "finanzierung von", "förderberatung", "antragstellung",
    ),
    C.PRACTICE: (
        "praxisnetz", "netzwerk aus", "netzwerk von", "unser netzwerk", "unsere mitgliedsvereine", "ortsgruppen",
        "unsere mitglieder vor ort", "ehrenamtliche", "ehrenamtlichen", "freiwillige", "in der fläche", "standorte",
        "einrichtungen vor ort", "kreisverbände", "ortsverbände", "ortsvereine", "mitgliedsorganisationen",
    ),
    C.LOCAL_ANCHOR: (
        "kommunale anker", "anker vor ort", "in den rathäusern", "bürgermeister", "ortsrat", "stadtverwaltung",
        "gemeindeverwaltung", "kreisverwaltung", "als kommune", "als stadt", "als gemeinde", "als landkreis",
        "samtgemeinde", "städte und gemeinden", "kommunen als", "die kommunen ein", "quartiersmanagement",
    ),
}  # fmt: skip

EXPECTATIONS: dict[str, tuple[str, ...]] = {
    E.ACQUAINTANCE: (
        "kennenlernen", "kennen lernen", "kennenzulernen", "kennen zu lernen", "begegnen", "neue kontakte",
        "kontakt zu anderen", "kontakte knüpfen", "kontakte zu knüpfen", "wissen, wer", "überblick, wer",
    ),
    E.EXPERIENCE: (
        "erfahrungsaustausch", "austausch", "erfahrungen teilen", "erfahrungen zu teilen", "voneinander lernen",
        "voneinander zu lernen", "von anderen lernen", "von anderen zu lernen", "erfahrungen anderer",
        "wissenstransfer", "wissen teilen", "wissen ~ weitergegeben", "wissen ~ weitergeben",
    ),
    E.NETWORK: (
        "dauerhaft", "langfristig", "verlässliches netz", "verlässlichen netz", "vernetzung", "netzwerk", "beständig",
        "auf dauer",
    ),
    E.NO_PARALLELS: (
        "parallelstruktur", "doppelstruktur", "doppelarbeit", "doppelt", "rad neu", "nebeneinander", "mehrfach",
    ),
    E.SYNERGIES: (
        "synergie", "kräfte bündeln", "kräfte zu bündeln", "bündelung", "ressourcen teilen", "ressourcen zu teilen",
        "abgestimmt", "abstimmung", "absprachen", "verzahn", "ineinandergreif",
    ),
    E.JOINT_PRACTICE: (
        "gemeinsam ~ handeln", "gemeinsam ~ vorgehen", "gemeinsames vorgehen", "gemeinsame projekte",
        "gemeinsame konzepte", "gemeinsam ~ umsetzen", "gemeinsam ~ entwickeln", "zusammenarbeit vor ort",
        "kooperation vor ort", "gemeinsame lösungen", "gemeinsam ~ lösungen", "in der praxis",
        "gemeinsamen linie in praxis", "linie ~ praxis",
    ),
    E.JOINT_MUNICIPAL: (
        "in den kommunen ~ verankern", "kommunalpolitik", "in der kommunalen", "auf kommunaler ebene", "in den räten",
        "bei den kommunen", "gegenüber den kommunen", "kommunen ~ gewinnen", "in den gemeinden ~ verankern",
        "kommunen stärker",
    ),
    E.JOINT_POLITICS: (
        "gemeinsame stimme", "starke stimme", "gehör in der politik", "landespolitik", "gegenüber der politik",
        "lobby", "landtag", "politische", "landesregierung", "in der politik", "rahmenbedingungen",
        "interessenvertretung", "linie ~ politik", "praxis und politik",
    ),
    E.JOINT_EVENTS: (
        "gemeinsame veranstaltung", "gemeinsamen veranstaltung", "gemeinsame fachtag", "gemeinsame tagung",
        "gemeinsame aktion", "gemeinsamen aktion", "gemeinsame feste", "veranstaltungen ~ gemeinsam",
        "gemeinsam ~ veranstaltungen", "aktionstage",
    ),
    E.GOOD_EXAMPLES: (
        "gute ideen", "guten ideen", "gute beispiele", "guten beispielen", "guter beispiele", "übertragbare",
        "anregung", "impulse", "inspiration", "best practice", "best-practice", "neue ideen", "praxisbeispiel",
        "nachahmen", "gute praxis",
    ),
    E.RECOGNITION: (
        "anerkennung", "anerkannt", "wertschätzung", "würdig", "wertgeschätzt", "gesehen werden",
        "aufmerksamkeit für", "sichtbarkeit", "sichtbar wird", "sichtbarer",
    ),
    E.STATE_DIALOGUE: (
        "landesweiten dialog", "landesweiter dialog", "landesweite diskussion", "landesweit ~ gespräch",
        "dialog ~ land", "landesweiten gespräch", "landesweiten austausch", "gesellschaftliche debatte",
        "niedersachsenweit",
    ),
}  # fmt: skip

# What makes a sentence of the portrait or of the understanding an offer or a wish at all.
OFFERS = (
    "wir bieten", "bieten wir", "wir stellen", "stellen wir", "wir bringen", "bringen wir", "wir geben", "geben wir",
    "gern bringen", "gerne bringen", "können wir", "wir öffnen", "zur verfügung", "wir beteiligen", "beteiligen wir",
    "unterstützen wir", "wir unterstützen", "wir beraten", "wir begleiten", "wir laden", "ich biete", "ich bringe",
    "wir vermitteln", "wir geben ~ weiter", "wir teilen",
)  # fmt: skip
WISHES = (
    "wir wünschen", "wünschen wir", "wir erwarten", "erwarten wir", "wir hoffen", "hoffen wir", "wir suchen",
    "suchen wir", "uns fehlt", "wir brauchen", "brauchen wir", "ich wünsche", "ich suche", "ich hoffe", "wir möchten",
)  # fmt: skip
UNWANTED = (E.NO_PARALLELS,)  # names what nobody wants: a “kein” before it says just that
NOT = ("kein", "keine", "keinen", "keiner", "keinerlei", "nicht", "ohne", "weder", "nie", "leider")
NOT_REACH = 3  # words before a pattern in which a “kein” turns it round
NOT_LAST = ("nicht", "keine", "keinen", "keines", "keins")  # as the last word of the clause after it


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the table as an expression over whole words; `~` stands for up to four words between."""
    pieces = (re.escape(piece.strip()) for piece in pattern.split("~"))
    return re.compile(r"(?<!\w)\w*?(?:" + r"\w*(?:\W+\w+){0,4}?\W+".join(pieces) + r")\w*")
