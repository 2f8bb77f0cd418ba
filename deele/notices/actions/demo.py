"""Notices of the demonstration. Invented; their words are those of no real person."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import transaction

from deele.accounts.models import MailLink
from deele.notices.actions import introducing, life, links, submitting
from deele.notices.enums import KindKey, State, Visibility
from deele.notices.models import Notice, Proposal
from deele.notices.rules.matching import Needs
from deele.places import queries as places

K = KindKey


class Sample(NamedTuple):
    """A notice as a person wrote it some days ago."""

    days: int
    kind: K
    state: State
    town: str
    km: int
    title: str
    text: str
    more: dict[str, Any]


NOTICES = (
    Sample(
        40, K.PROJECT, State.ACTIVE, "Verden (Aller)", 10, "Hofgemeinschaft sucht noch zwei Haushalte",
        "Wir sind neun Erwachsene und vier Kinder auf einem umgebauten Hof. Im Frühjahr werden zwei Wohnungen "
        "frei. Mittwochs kochen wir zusammen, samstags ist Gartentag, entschieden wird im Konsens.",
        {
            "household": "3_4", "with_children": "ja", "legal": ["genossenschaft"], "equity": "bis_50k",
            "monthly": "bis_800", "horizon": "1_jahr", "wishes": ["gemeinsam_essen", "mitarbeit", "konsens"],
            "housing_forms": ["mehrgenerationenwohnen"], "area_types": ["laendlich"],
            "access_offered": ["stufenlos", "bad"], "care_offered": "gelegentlich",
        },
    ),
    Sample(
        25, K.PERSON, State.ACTIVE, "Verden (Aller)", 30, "Zu zweit aufs Land, gern mit Garten",
        "Wir sind 61 und 64, gesund und neugierig. Wir bringen einen Werkzeugkeller mit und suchen Menschen, mit "
        "denen man auch mal schweigen kann. Probewohnen wäre uns wichtig.",
        {
            "household": "2", "legal": ["genossenschaft", "miete"], "equity": "bis_100k", "monthly": "bis_800",
            "horizon": "1_jahr", "wishes": ["gemeinsam_essen", "mitarbeit"], "brings": ["handwerk", "garten"],
            "housing_forms": ["mehrgenerationenwohnen"], "area_types": ["laendlich"], "ages": ["50_64"],
        },
    ),
    Sample(
        20, K.PERSON, State.ACTIVE, "Hannover", 20, "Studentin sucht Wohnen für Hilfe oder ein Projekt",
        "Ich studiere noch drei Jahre, kann gut mit Kindern und alten Menschen und habe einen Hund, der sich mit "
        "allen verträgt. Eine kleine Kammer genügt mir.",
        {
            "household": "1", "legal": ["miete"], "monthly": "bis_400", "horizon": "sofort", "ages": ["unter_30"],
            "wishes": ["tiere", "hilfe"], "brings": ["kinder", "zeit"],
        },
    ),
    Sample(
        6, K.FLAT, State.ACTIVE, "Hannover", 5, "Helle Wohnung im Mehrgenerationenhaus, 52 m²",
        "Zwei Zimmer im ersten Stock mit Aufzug, dazu Gemeinschaftsraum und Werkstatt für alle. Wir wünschen uns "
        "jemanden, der bei Festen mit anpackt.",
        {
            "household": "2", "legal": ["miete"], "monthly": "bis_800", "horizon": "sofort", "wishes": ["hilfe"],
            "access_offered": ["stufenlos", "rollstuhl"],
        },
    ),
    Sample(
        12, K.GROUP_LAND, State.ACTIVE, "Celle", 30, "Gruppe von acht Haushalten sucht Hofstelle",
        "Wir treffen uns seit zwei Jahren, haben eine Satzung und einen Finanzplan. Gesucht wird eine Hofstelle "
        "mit Scheune, gern in Erbbau, mit Bahnanschluss in der Nähe.",
        {"legal": ["genossenschaft"], "horizon": "3_jahre", "housing_forms": ["gemeinschaftliches_wohnprojekt"]},
    ),
    Sample(
        9, K.LAND, State.ACTIVE, "Celle", 10, "Resthof am Dorfrand sucht eine gute Nutzung",
        "Wohnhaus von 1905, große Scheune, ein Hektar Garten. Wir möchten nicht an den Höchsten verkaufen, sondern "
        "an Menschen, die hier zusammen leben und das Dorf beleben.",
        {"legal": ["genossenschaft", "eigentum"], "horizon": "offen",
         "housing_forms": ["gemeinschaftliches_wohnprojekt", "mehrgenerationenwohnen"]},
    ),
    Sample(
        15, K.PARTNER, State.ACTIVE, "Hildesheim", 10, "Gemeinde sucht Pflegedienst für eine Wohngemeinschaft",
        "Im alten Pfarrhaus sollen acht Menschen mit Pflegebedarf zusammen wohnen. Die Gemeinde baut um; gesucht "
        "wird ein Dienst, der Tag und Nacht da ist und die Selbstbestimmung der Gruppe achtet.",
        {"partner_own": "kommune", "partner_wanted": ["pflegedienst"], "horizon": "3_jahre",
         "housing_forms": ["pflege_wg"]},
    ),
    Sample(
        3, K.ROOM, State.SUBMITTED, "Lüneburg", 10, "Platz in unserer Demenz-Wohngemeinschaft",
        "Ein Zimmer nach Süden, eine Küche, in der immer jemand kocht, und Angehörige, die mitreden. Der Umzug ist "
        "ab sofort möglich, ein Besuch jederzeit.",
        {"household": "1", "horizon": "sofort", "care_offered": "rund_um_die_uhr",
         "access_offered": ["stufenlos", "bad", "reizarm"]},
    ),
    Sample(
        1, K.PERSON, State.SUBMITTED, "Lüneburg", 20, "Alleinerziehend, ein Kind, sucht Nachbarn mit offener Tür",
        "Meine Tochter ist fünf. Ich arbeite im Schichtdienst und suche ein Haus, in dem man sich aushilft. Ich "
        "kann gut organisieren und backe mit Leidenschaft. Erreichbar bin ich über die Mailadresse des Hauses.",
        {"household": "2", "with_children": "ja", "legal": ["miete"], "monthly": "bis_1000", "horizon": "1_jahr"},
    ),
)  # fmt: skip


@transaction.atomic
def make(now: datetime) -> int:
    """Notices of an exchange in use, once; returns how many were made."""
    if Notice.objects.exists():
        return 0
    made = 0
    for number, row in enumerate(NOTICES):
        made += written(number, row, now) is not None
    meet(now)
    return made


def written(number: int, sample: Sample, now: datetime) -> Notice | None:
    """One notice; None where its place is not loaded."""
    place, day = places.exactly(sample.town), now - timedelta(days=sample.days)
    if place is None:
        return None
    values = {
        "kind": sample.kind, "title": sample.title, "text": sample.text, "contact_name": f"Person Muster {number + 1}",
        "contact_email": f"aushang{number + 1}@deele.example", "visibility": Visibility.PUBLIC, **sample.more,
    }  # fmt: skip
    needs = Needs(frozenset({"stufenlos"})) if number == 1 else None
    notice = submitting.submit(told=submitting.Told(values, [(place, sample.km)], needs), form="", now=day)
    token = links.issue(notice, purpose=links.PROVE, now=day)
    link = MailLink.objects.get(token_hash=links.mail_links.hashed(token))
    notice = submitting.prove(link=link, notice=notice, now=day)
    if sample.state == State.ACTIVE:
        notice = life.move(notice=notice, to=State.ACTIVE, by=None, now=day, house=True)
    return notice


def meet(now: datetime) -> None:
    """The first two that fit have said yes to each other."""
    proposal = Proposal.objects.open().order_by("-rank", "pk").first()
    if proposal is not None:
        for notice in (proposal.first, proposal.second):
            introducing.answer(proposal=proposal, notice=notice, yes=True, now=now)
