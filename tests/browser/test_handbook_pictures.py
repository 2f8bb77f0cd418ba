"""The pictures of the handbook, taken from the demonstration office: always the same size, on the same day.

`sh tools/pictures.sh` writes them to docs/handbuch/bilder. Without it they go to a folder that is thrown away, so the
way to every picture is walked whenever the browser tests run.
"""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from deele.access.tests.factories import colleague
from deele.accompaniment.actions import demo as demo_plans
from deele.accompaniment.models import Plan
from deele.advice.actions import demo as demo_advice
from deele.advice.models import Case
from deele.directory.actions.imports import load_starter as load_entries
from deele.events.actions import attendance, billing, certificates, demo, volunteers
from deele.events.models import Certificate, Event, Volunteer
from deele.events.tests import factories
from deele.groups.enums.sessions import SessionState
from deele.groups.models import Session
from deele.jointactions.models import JointAction
from deele.library.models import Example
from deele.money.models import Invoice
from deele.newsletter.actions import issues
from deele.newsletter.models import Issue
from deele.newsletter.tests.factories import subscriber
from deele.office.models import Area
from deele.places.models import Place
from deele.places.tests.factories import load_starter
from deele.website.actions import demo_pages, demo_people
from tests.browser.world import sign_in

pytestmark = pytest.mark.browser
DAY = datetime(2026, 11, 26, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
WIDE, TELEPHONE = (1200, 800), (390, 760)
COLOURS = 48
LARGEST = 60 * 1024
ADVISERS = ("Beraterin Muster", "Berater Beispiel", "Nachbarin Muster", "Nachbar Beispiel")
NAMES = (
    "veranstaltung-ueberblick", "veranstaltung-preise", "veranstaltung-oeffentlich", "anmeldungen-liste",
    "anmeldung-blatt", "anmeldung-formular", "tag-einlass", "tag-listen", "tag-teilnahme", "bescheinigungen-liste",
    "bescheinigung-pruefen", "rechnungen-liste", "rechnung-blatt", "ehrenamt-liste", "ehrenamt-person",
    "anfragen-eingang", "anfrage-formular", "fall-blatt", "vorhaben-blatt", "zahlen-ueberblick",
    "buendnis-liste", "wer-kann-was-matrix", "arbeitsgruppe-blatt", "sitzung-protokoll", "ueberschneidungen-liste",
    "aktion-blatt", "bibliothek-liste", "gutes-beispiel",
    "newsletter-liste", "newsletter-ausgabe", "newsletter-vorschlaege", "abonnements-liste", "abonnement-formular",
)  # fmt: skip

ALLIED = (
    "make_demo_alliance", "make_demo_marks", "make_demo_groups", "make_demo_library", "make_demo_knowledge",
    "make_demo_actions", "overlaps_rebuild",
)  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """One picture: where, how large, and whether it is the desk."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    desk: bool = True
    role: str = "leitung"


@pytest.fixture
def one_day():
    """Everything happens on one day, so that the same picture comes out tomorrow."""
    with time_machine.travel(DAY, tick=True):
        yield timezone.now()


@pytest.fixture
def house(site, settings, one_day) -> datetime:
    """The demonstration office in the middle of its work."""
    settings.DEELE_SECOND_FACTOR = False
    load_starter()
    demo_people.make(one_day)
    demo_pages.make()
    load_entries(now=one_day)
    demo.make(one_day)
    demo_advice.make(one_day)
    demo_plans.make(one_day)
    billing.bill_together(event=event(1), by=None, now=one_day)
    trained(one_day)
    letter(one_day)
    for command in ALLIED:
        call_command(command, stdout=io.StringIO())
    return one_day


def event(number: int) -> Event:
    return Event.objects.get(external_id=f"demo-event-{number}")


def trained(now: datetime) -> None:
    """Four people took part in the course; three of them advise now."""
    course = event(2)
    verden = Place.objects.get(key="03361012")
    people = []
    for name in ADVISERS:
        row = factories.registration(course, names=(name,), contact_name=name, place=verden)
        people.append(row.participants.get())
    days = list(course.days.all())
    taps = [attendance.tap_now(one, day.pk, present=True, now=now) for one in people[:3] for day in days[:5]]
    attendance.note(event=course, taps=taps, sent_at=now, by=None, now=now)
    certificates.issue(event=course, persons=[one.pk for one in people[:2]], by=None, now=now)
    volunteers.take_over(event=course, participants=[one.pk for one in people], by=None, now=now)


def letter(now: datetime) -> None:
    """An issue being written, and people who get it."""
    area = Area.objects.get(key="neue-wohnformen")
    issues.start(area=area, title="Dezember", subject="Neues aus den Wohnprojekten", by=colleague("redaktion"), now=now)
    for number in range(1, 5):
        subscriber(f"abonnentin{number}@muster.example", area)


def scenes() -> list[Scene]:
    """What is shown, in the order of the handbook."""
    excursion, course = event(1), event(2)
    sheet = excursion.registrations.order_by("pk").first()
    issue = Issue.objects.get()
    section = issue.sections.filter(kind="veranstaltungen").first() or issue.sections.first()
    paths = {
        "veranstaltung-ueberblick": reverse("events:desk-event", args=[excursion.pk]),
        "veranstaltung-preise": reverse("events:desk-section", args=[excursion.pk, "preise"]),
        "anmeldungen-liste": reverse("events:desk-registrations", args=[excursion.pk]),
        "anmeldung-blatt": reverse("events:desk-registration", args=[excursion.pk, sheet.pk]),
        "tag-listen": reverse("events:desk-lists", args=[excursion.pk]),
        "tag-teilnahme": reverse("events:desk-attendance", args=[course.pk]),
        "bescheinigungen-liste": reverse("events:desk-certificates", args=[course.pk]),
        "rechnungen-liste": reverse("money:list"),
        "rechnung-blatt": reverse("money:invoice", args=[Invoice.objects.order_by("pk").first().pk]),
        "ehrenamt-liste": reverse("events:desk-volunteers"),
        "ehrenamt-person": reverse("events:desk-volunteer", args=[Volunteer.objects.order_by("pk").first().pk]),
        "newsletter-liste": reverse("newsletter:desk-issues"),
        "newsletter-ausgabe": reverse("newsletter:desk-issue", args=[issue.pk]),
        "newsletter-vorschlaege": reverse("newsletter:desk-suggestions", args=[issue.pk, section.pk]),
        "abonnements-liste": reverse("newsletter:desk-subscribers"),
        "zahlen-ueberblick": f"{reverse('reporting:first')}?zeitraum=dieses-jahr",
    }
    paths |= allied()
    code = Certificate.objects.order_by("pk").first().code
    return [
        *(Scene(name, path) for name, path in paths.items()),
        *(Scene(name, path, role="beratung") for name, path in advising().items()),
        Scene("wer-kann-was-matrix", reverse("alliance:matrix"), desk=False),
        Scene("bibliothek-liste", reverse("library:list"), desk=False),
        Scene("gutes-beispiel", Example.objects.order_by("pk").first().get_absolute_url(), desk=False),
        Scene("anfrage-formular", reverse("advice:ask"), desk=False),
        Scene("tag-einlass", reverse("events:desk-entrance", args=[excursion.pk]), TELEPHONE),
        Scene("veranstaltung-oeffentlich", excursion.get_absolute_url(), desk=False),
        Scene("anmeldung-formular", reverse("events:register", args=[excursion.pk]), desk=False),
        Scene("bescheinigung-pruefen", f"{reverse('events:certificate')}?code={code}", (1200, 560), desk=False),
        Scene("abonnement-formular", reverse("newsletter:sign-up"), desk=False),
    ]


def allied() -> dict[str, str]:
    """What the office of the alliance sees."""
    held = Session.objects.filter(state=SessionState.CONFIRMED).order_by("pk").first()
    return {
        "buendnis-liste": reverse("alliance:desk-list"),
        "arbeitsgruppe-blatt": reverse("groups:desk-group", args=[held.group_id]),
        "sitzung-protokoll": reverse("groups:desk-minutes", args=[held.group_id, held.pk]),
        "ueberschneidungen-liste": reverse("likeness:radar"),
        "aktion-blatt": JointAction.objects.order_by("-pk").first().desk_url(),
    }


def advising() -> dict[str, str]:
    """What an adviser sees."""
    case, plan = Case.objects.order_by("pk").first(), Plan.objects.filter(title__startswith="Hofgemeinschaft").get()
    return {
        "anfragen-eingang": f"{reverse('advice:inbox')}?sicht=alle",
        "fall-blatt": reverse("advice:case", args=[case.pk]),
        "vorhaben-blatt": reverse("accompaniment:plan", args=[plan.pk]),
    }


def small(shot: bytes) -> bytes:
    """The picture with few colours: text and lines need no more."""
    with Image.open(io.BytesIO(shot)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    target = io.BytesIO()
    few.save(target, "PNG", optimize=True)
    return target.getvalue()


@pytest.fixture
def take(new_page, live_server) -> Callable[[Scene], bytes]:
    """Go to a scene and take its picture; the head of a page of the desk is left out where there is little room."""
    people = {role: colleague(role) for role in ("leitung", "beratung")}

    def picture(scene: Scene) -> bytes:
        page = new_page(reduced_motion="reduce")
        page.set_viewport_size({"width": scene.size[0], "height": scene.size[1]})
        if scene.desk:
            sign_in(page, people[scene.role], live_server.url)
        answer = page.goto(scene.path)
        assert answer.status == 200, scene
        if scene.size == TELEPHONE:
            page.evaluate("document.querySelector('h1').scrollIntoView()")
        return page.screenshot()

    return picture


def test_every_picture_of_the_handbook_can_be_taken_anew_and_is_small(house, take, tmp_path):
    folder = Path(os.environ.get("DEELE_PICTURES") or tmp_path)
    sizes = {}

    for scene in scenes():
        content = small(take(scene))
        (folder / f"{scene.name}.png").write_bytes(content)
        sizes[scene.name] = len(content)

    assert sorted(sizes) == sorted(NAMES)
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
