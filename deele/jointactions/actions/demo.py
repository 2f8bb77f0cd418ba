"""Joint actions of the demonstration: the real ones with their sources, and an invented call with invented photos."""

import io
import random
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw

from deele.jointactions.actions import index, judging, pictures, sending, starter
from deele.jointactions.enums import Made, Minors, People, Standing, State
from deele.jointactions.models import ActionPartner, Call, JointAction, Submission, TourStop
from deele.jointactions.readers import starter as reader
from deele.places import queries as places

KEY = "demo-fotoaktion"
SIZE = (1200, 900)
TERMS = (
    "Wir zeigen Ihr Foto nur dort, wo Sie es erlauben, und nennen dabei den Namen, den Sie angeben.\n\n"
    "Sie können Ihren Beitrag jederzeit mit Ihrem Link zurückziehen. Von unserer Website verschwindet er dann sofort; "
    "Gedrucktes, das schon verteilt ist, können wir nicht zurückholen.\n\nDies ist eine erfundene Vorführung."
)
SENT: tuple[tuple[str, str, str, str, str], ...] = (
    ("Kim Muster", "Die lange Tafel", "Eine lange Tafel auf einer Straße, gemalt", "Kirchlinteln", "angenommen"),
    ("ohne Namen", "Unser Bauwagen", "Ein bunter Bauwagen auf einer Wiese, gemalt", "Verden (Aller)", "angenommen"),
    ("Nachbarschaft Muster", "Die Bank am Weg", "Eine Bank unter einem Baum, gemalt", "Hannover", "angenommen"),
    ("Robin Muster", "Repariertreff", "Ein Tisch mit Werkzeug, gemalt", "Hameln", "eingereicht"),
    ("Verein Muster", "Der Dorfladen", "Ein Laden mit offener Tür, gemalt", "Visselhövede", "eingereicht"),
)  # fmt: skip


@transaction.atomic
def make(now: datetime) -> int:
    """Add what is missing; returns how many actions are new."""
    made = starter.load(rows=reader.actions(), now=now)
    if JointAction.objects.filter(external_id=KEY).exists():
        return made
    call = invented(now)
    for number, (credit, text, alt, town, standing) in enumerate(SENT):
        send(call, number, {"credit": credit, "text": text, "town": town}, alt, standing, now)
    return made + 1


def invented(now: datetime) -> Call:
    """The invented action with two stops, two partners and an open call."""
    today = timezone.localdate(now)
    action = JointAction.objects.create(
        title="Fotoaktion Muster: Unsere Straße", aim="Zeigen, wo Nachbarschaft im Alltag zu sehen ist.",
        text="Menschen schicken Fotos von Orten, an denen Nachbarn zusammenkommen. Daraus wird eine "
        "Wanderausstellung. Diese Aktion ist erfunden.",
        goals=["strukturen_bekannt_machen", "vorbild_impuls"], themes=["nachbarschaft", "beteiligung"],
        target_groups=["alle"], begins=today - timedelta(days=20), ends=today + timedelta(days=120),
        lead_name="Geschäftsstelle Muster", state=State.RUNNING, state_since=now, is_public=True, external_id=KEY,
    )  # fmt: skip
    for days, town, venue in ((60, "Verden (Aller)", "Rathaus Muster"), (90, "Kirchlinteln", "Lintler Krug Muster")):
        place = places.exactly(town)
        if place is not None:
            TourStop.objects.create(
                action=action, place=place, venue=venue, begins=today + timedelta(days=days),
                ends=today + timedelta(days=days + 14), hours="täglich 10 bis 18 Uhr", access="ohne Stufen, frei",
            )  # fmt: skip
    ActionPartner.objects.create(
        action=action, name="Verein Muster", kind="raum_ort", contribution="Räume für die Ausstellung",
        agreed_on=today, agreed_how="Vorführung",
    )  # fmt: skip
    ActionPartner.objects.create(action=action, name="Stadt Muster", kind="geld")
    index.refresh(action, now)
    return Call.objects.create(
        action=action, title="Wo sind wir Nachbarn?", audience="alle, die in Niedersachsen wohnen",
        text="Schicken Sie uns ein Foto von einem Ort, der für Ihre Nachbarschaft etwas bedeutet, und sagen Sie in "
        "einem Satz, warum.", terms=TERMS, closes_at=now + timedelta(days=40), released=True, needs_exhibition=True,
    )  # fmt: skip


def send(call: Call, number: int, words: dict[str, Any], alt: str, standing: str, now: datetime) -> Submission:
    """One invented contribution, handed in and maybe taken."""
    ready = pictures.prepared(painted(number), alt)
    told = {
        **words, "name": "Person Muster", "email": f"einsendung{number}@example.org", "made": Made.SELF,
        "people": People.NOBODY, "minors": Minors.NONE, "for_website": True, "for_exhibition": True,
        "for_print": number % 2 == 0, "terms_version": 1, "year": 2026,
    }  # fmt: skip
    made = sending.begin(call=call, told=told, photos=[ready], form=f"{KEY}-{number}", now=now)
    made = sending.hand_in(submission=sending.fresh(made), now=now)
    if standing == Standing.TAKEN:
        made = judging.judge(submission=made, to=Standing.TAKEN, by=None, now=now)
    return made


def painted(number: int) -> io.BytesIO:
    """A picture drawn by a few lines of code: sky, a meadow, houses. Nobody is in it."""
    rng = random.Random(number)  # noqa: S311  the same picture each time, no secret
    image = Image.new("RGB", SIZE, (200 - number * 12, 220, 240))
    draw = ImageDraw.Draw(image)
    ground = rng.randrange(500, 640)
    draw.rectangle((0, ground, *SIZE), fill=(110, 150 + number * 10, 90))
    for at in range(60, SIZE[0] - 200, rng.randrange(210, 300)):
        wide, high = rng.randrange(130, 200), rng.randrange(120, 260)
        top = ground - high
        draw.rectangle((at, top, at + wide, ground), fill=tuple(rng.randrange(120, 240) for _colour in range(3)))
        draw.polygon([(at - 15, top), (at + wide / 2, top - 90), (at + wide + 15, top)], fill=(150, 60, 50))
        draw.rectangle((at + wide / 3, ground - 70, at + wide / 3 + 40, ground), fill=(80, 60, 50))
    draw.ellipse((980, 80, 1100, 200), fill=(250, 220, 120))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=88)
    file.seek(0)
    return file
