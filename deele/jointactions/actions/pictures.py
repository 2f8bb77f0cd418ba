"""Photos on their way in: drawn anew outside the transaction, and out again with their files."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from deele.core import uploads
from deele.core.uploads import BadUpload
from deele.jointactions.models import Photo, Submission
from deele.jointactions.rules import sameness

SMALL = 640  # pixels wide


@dataclass(frozen=True)
class Ready:
    """A photo that may be kept, with what was said about it."""

    picture: uploads.Picture
    small: bytes
    digest: str
    look: str
    alt: str = ""


def read(files: Iterable[tuple[IO[bytes] | None, str]]) -> tuple[list[Ready], list[str]]:
    """Photos that can be taken, and a sentence for each file that cannot. Nothing else is lost by a bad file."""
    ready: list[Ready] = []
    problems: list[str] = []
    for number, (file, alt) in enumerate(files, start=1):
        if file is None:
            continue
        try:
            ready.append(prepared(file, alt))
        except BadUpload as problem:
            problems.append(_("Photo %(number)s was not kept. %(why)s") % {"number": number, "why": problem.message})
    return ready, problems


def prepared(file: IO[bytes], alt: str = "") -> Ready:
    """Draw a photo anew. Raises BadUpload."""
    picture = uploads.clean_image(file)
    file.seek(0)
    digest = sameness.digest(file.read())
    small = uploads.at_width(picture.content, min(SMALL, picture.width))
    return Ready(picture, small, digest, sameness.look(picture.content), alt.strip()[:200])


def keep(submission: Submission, ready: Ready, rank: int) -> Photo | None:
    """Store one photo; None where this submission holds it already."""
    if submission.photos.filter(digest=ready.digest).exists():
        return None
    picture = ready.picture
    photo = Photo(
        submission=submission, rank=rank, alt=ready.alt, width=picture.width, height=picture.height,
        digest=ready.digest, look=ready.look,
    )  # fmt: skip
    name = f"beitrag-{submission.pk}"
    photo.image.save(f"{name}.{picture.extension}", ContentFile(picture.content), save=False)
    photo.small.save(f"{name}-klein.webp", ContentFile(ready.small), save=False)
    photo.save()
    return photo


def drop_files(photos: Iterable[Photo]) -> None:
    """Delete the files once the transaction holds; the rows stay, to say where a photo had been used."""
    for photo in photos:
        for file in (photo.image, photo.small):
            if file:
                later(file.storage, str(file.name))
        Photo.objects.filter(pk=photo.pk).update(image="", small="", alt="", digest="", look="")


def later(storage: object, name: str) -> None:
    """Delete a file when the transaction holds."""
    transaction.on_commit(lambda: storage.delete(name))  # type: ignore[attr-defined]  # any storage of Django
