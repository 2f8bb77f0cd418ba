"""Joint actions for tests. Invented; the pictures are painted here and show nobody."""

import io
import random
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from deele.accounts.models import MailLink
from deele.directory.tests.factories import place
from deele.jointactions.actions import documentation, judging, links, pictures, sending
from deele.jointactions.enums import Made, Minors, People, Standing, State
from deele.jointactions.forms.parts import MaterialForm
from deele.jointactions.models import Call, JointAction, Material, Photo, Submission, TourStop

NOW = timezone.now()  # a fixed day would one day lie before what the pages under test write down
CREDIT = "Kim Muster"


def action(title: str = "Fotoaktion Muster", **fields: Any) -> JointAction:
    """A public action that runs."""
    base = {
        "aim": "Zeigen, was gute Nachbarschaft ist.", "state": State.RUNNING, "state_since": NOW, "is_public": True,
        "goals": ["strukturen_bekannt_machen"], "themes": ["nachbarschaft"],
    }  # fmt: skip
    return JointAction.objects.create(**{"title": title, **base, **fields})


def stop(of: JointAction, **fields: Any) -> TourStop:
    """A stop next week."""
    base = {"venue": "Rathaus Muster", "begins": (NOW + timedelta(days=7)).date(), "place": fields.pop("place", None)}
    return TourStop.objects.create(action=of, **{**base, "place": base["place"] or place(), **fields})


def call(of: JointAction | None = None, **fields: Any) -> Call:
    """A call that is open for two weeks, by the real clock."""
    base = {
        "title": "Was ist uns Nachbarschaft wert?", "text": "Schicken Sie uns ein Foto.", "terms": "Wir zeigen es.",
        "closes_at": timezone.now() + timedelta(days=14), "released": True,
    }  # fmt: skip
    return Call.objects.create(action=of or action(), **{**base, **fields})


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def material_form(
    of: JointAction, content: bytes = PDF, name: str = "bericht.pdf", row: Material | None = None, **told: Any
) -> MaterialForm:
    """What the form of the documentation sends: a report with its rights."""
    base = {"kind": "datei", "title": "Bericht Muster", "rights": "Büro Muster, eigenes Werk"}
    files = {"upload": SimpleUploadedFile(name, content)} if content else {}
    given = {**base, "version": row.version if row else "", **told}
    return MaterialForm(given, files, action=of, instance=row)


def material(of: JointAction, content: bytes = PDF, name: str = "bericht.pdf", **told: Any) -> Material:
    """A report that is kept."""
    form = material_form(of, content, name, **told)
    assert form.is_valid(), form.errors
    return documentation.save(form=form, by=None, now=timezone.now())


def painting(seed: int = 1, size: tuple[int, int] = (320, 240)) -> Image.Image:
    """A picture like no other."""
    rng = random.Random(seed)
    image = Image.new("RGB", size, (240, 240, 235))
    draw = ImageDraw.Draw(image)
    for _number in range(12):
        x, y = rng.randrange(size[0]), rng.randrange(size[1])
        box = (x, y, x + rng.randrange(30, 140), y + rng.randrange(30, 120))
        draw.rectangle(box, fill=(rng.randrange(256), rng.randrange(256), rng.randrange(256)))
    return image


def jpeg(seed: int = 1, **options: Any) -> bytes:
    """The bytes of such a picture."""
    target = io.BytesIO()
    painting(seed).save(target, "JPEG", **options)
    return target.getvalue()


def file(seed: int = 1, name: str = "foto.jpg") -> io.BytesIO:
    """A file as a browser sends it."""
    made = io.BytesIO(jpeg(seed))
    made.name = name
    return made


def told(**fields: Any) -> dict[str, Any]:
    """Everything a complete submission says."""
    base = {
        "name": "Person Muster", "email": "einsendung@example.org", "text": "Wir essen zusammen.", "town": "Muster",
        "year": 2025, "credit": CREDIT, "made": Made.SELF, "people": People.NOBODY, "minors": Minors.NONE,
        "for_website": True, "for_exhibition": True, "terms_version": 1,
    }  # fmt: skip
    return {**base, **fields}


def submission(
    standing: str = Standing.TAKEN, *, of: Call | None = None, seeds: tuple[int, ...] = (1,),
    alt: str = "Eine lange Tafel", now: datetime | None = None, **fields: Any,
) -> Submission:  # fmt: skip
    """Something sent in, brought into its state by the actions themselves."""
    now = now or NOW
    ready, _problems = pictures.read([(file(seed), alt) for seed in seeds])
    token = f"{random.random()}"
    made = sending.begin(call=of or call(), told=told(**fields), photos=ready, form=token, now=now)
    made = sending.fresh(made)
    if standing == Standing.DRAFT:
        return made
    made = sending.hand_in(submission=made, now=now)
    if standing == Standing.SUBMITTED:
        return made
    if standing == Standing.WITHDRAWN:
        sending.withdraw(submission=made, now=now)
        return sending.fresh(made)
    return judging.judge(submission=made, to=standing, by=None, now=now, reason="passt_nicht", answer="Wer ist das?")


def forced(standing: str = Standing.TAKEN, **fields: Any) -> Submission:
    """A row in a state its rights do not allow, as no action would make it."""
    made = submission(Standing.TAKEN)
    Submission.objects.filter(pk=made.pk).update(standing=standing, **fields)
    return sending.fresh(made)


def photo(of: Submission) -> Photo:
    """Its first photo."""
    return of.photos.get(rank=0)


def token(of: Submission) -> str:
    """A link to the own page."""
    return links.issue(of, now=timezone.now())


def link(of: str) -> MailLink:
    """The row behind a token."""
    return MailLink.objects.get(token_hash=links.mail_links.hashed(of))
