"""Publications of the demonstration: real titles as facts with their source, and a guide of our own, printed here."""

import io
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction

from deele.library.actions import files, publications
from deele.library.enums.publication import Kind, State
from deele.library.models import Publication, PublicationFile
from deele.library.readers import guide
from deele.ui import papers

OFFICE = "Büro Muster"
READ_ON = date(2026, 11, 27)


class Sample(NamedTuple):
    """A publication of others. What is not known stays empty; drafts wait for somebody who has the paper at hand."""

    title: str
    kind: str
    year: int | None
    line: str
    summary: str
    more: dict[str, Any]
    public: bool = True


SAMPLES = (
    Sample(
        "Projektatlas: gemeinschaftliches Wohnen in Niedersachsen",
        Kind.BROCHURE,
        None,
        "Bestehende und geplante gemeinschaftliche Wohnprojekte im Land, nach eigener Angabe nicht vollständig.",
        "Der Atlas stellt gemeinschaftliche Wohnprojekte in Niedersachsen vor: solche, in denen schon gewohnt wird, "
        "und solche, die noch geplant werden. Er sagt selbst, dass er nicht vollständig ist.\n\n"
        "Titel nach der Fundstelle; Jahr und Herausgeber sind dort nicht sicher zu lesen.",
        {
            "themes": ["wohnen", "nachbarschaft"], "blocks": ["wohnen"], "source": "doczz (Fundstelle)",
            "source_url": "https://doczz.com.br/doc/1074352",
        },
    ),
    Sample(
        "Dokumentation des 8. Niedersächsischen Fachtags Wohnen im Alter",
        Kind.CONFERENCE,
        None,
        "Die Vorträge und Ergebnisse des achten Fachtags des Niedersachsenbüros.",
        "Die Dokumentation hält fest, was auf dem achten Fachtag des Niedersachsenbüros vorgetragen und besprochen "
        "wurde. Die Datei liegt beim Herausgeber.",
        {
            "themes": ["wohnen", "pflege"], "groups": ["aeltere"], "source": "LINGA",
            "source_url": "https://linga-online.de/beitrag/"
            "dokumentation-des-8-nds-fachtags-des-niedersachsenbueros-jetzt-verfuegbar.html",
            "url": "https://linga-online.de/beitrag/"
            "dokumentation-des-8-nds-fachtags-des-niedersachsenbueros-jetzt-verfuegbar.html",
        },
    ),
    Sample(
        "Artikel für Ratsmitglieder zu Wohnen, Pflege und Nachbarschaft",
        Kind.ARTICLE,
        2021,
        "Was eine Gemeinde für das Wohnen im Alter tun kann, für Ratsmitglieder geschrieben.",
        "Der Artikel im Magazin des Niedersächsischen Städte- und Gemeindebunds richtet sich an Ratsmitglieder. Er "
        "nennt die Bausteine Wohnen, Pflege und Nachbarschaft und die Rolle der Gemeinde.\n\nTitel nach unserer "
        "Beschreibung; bitte am Original prüfen.",
        {
            "themes": ["kommunale_steuerung", "wohnen"], "blocks": ["wohnen", "pflege", "nachbarschaft"],
            "publisher": "Niedersächsischer Städte- und Gemeindebund", "source": "NSGB-Magazin",
            "source_url": "https://www.nsgb.de/magazin/artikel.php?artikel=2842&menuid=35&topmenu=35",
            "url": "https://www.nsgb.de/magazin/artikel.php?artikel=2842&menuid=35&topmenu=35",
        },
    ),
    Sample("Faltblatt zur Schulung Wohnberatung", Kind.FLYER, 2017, "", "", {"prints": True, "stock": 0}, public=False),
    Sample("Foliensatz: neue Wohnformen vorstellen", Kind.SLIDES, 2017, "", "", {}, public=False),
)  # fmt: skip


def make(now: datetime) -> tuple[int, PublicationFile | None]:
    """The publications of the demonstration, once; how many were made, and the guide's file to be read."""
    if Publication.objects.exists():
        return 0, None
    with transaction.atomic():
        for sample in SAMPLES:
            written(sample, now)
        older = a_guide(2023, "1. Auflage", now)
        newer = publications.new_edition(publication=older, year=2026, by=None, now=now)
        newer.edition, newer.stock = "2. Auflage", 120
        newer.save(update_fields=["edition", "stock"])
        newer = publications.move(publication=newer, to=State.PUBLISHED, by=None, now=now)
        kept = files.add(publication=newer, file=io.BytesIO(printed()), title="", language="de", by=None, now=now)
    return len(SAMPLES) + 2, kept


def written(sample: Sample, now: datetime) -> Publication:
    """One publication of others."""
    values = {
        "title": sample.title, "kind": sample.kind, "year": sample.year, "line": sample.line,
        "summary": sample.summary, "languages": ["de"], "as_of": READ_ON, **sample.more,
    }  # fmt: skip
    made = publications.create(values=values, authors=[], by=None, now=now)
    if sample.public:
        made = publications.move(publication=made, to=State.PUBLISHED, by=None, now=now)
    return made


def a_guide(year: int, edition: str, now: datetime) -> Publication:
    """Our own guide. Invented, and it says so."""
    told = guide.words()
    values = {
        "title": told["title"], "subtitle": told["subtitle"], "kind": Kind.GUIDE, "year": year, "edition": edition,
        "line": told["line"], "summary": told["summary"], "languages": ["de"], "publisher": OFFICE, "prints": True,
        "rights": OFFICE, "licence": "CC BY 4.0", "source": "Erfundenes Beispiel", "phases": ["konzept", "objektsuche"],
        "themes": ["innenentwicklung_leerstand", "umnutzung", "nachbarschaft"], "blocks": ["wohnen", "nachbarschaft"],
        "groups": ["alle"], "place_types": ["dorf", "kleinstadt"],
    }  # fmt: skip
    made = publications.create(values=values, authors=[OFFICE], by=None, now=now)
    return publications.move(publication=made, to=State.PUBLISHED, by=None, now=now)


def printed() -> bytes:
    """The guide as tagged PDF; typst itself refuses what breaks the rules of PDF/UA."""
    told = guide.words()
    data = {
        "subtitle": told["subtitle"], "about": [OFFICE, "2. Auflage, 2026", "Erfundenes Beispiel"],
        "contents": "Inhalt", "steps": "Die nächsten Schritte", "sections": told["sections"],
    }  # fmt: skip
    return papers.pdf("library/guide", data, title=told["title"])
