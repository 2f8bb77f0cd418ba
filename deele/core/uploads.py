"""Pictures from strangers: looked at before they are opened, and never stored as they came."""

import io
import warnings
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from deele.core import file_signs
from deele.core.errors import Refusal

ALLOWED = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}
LARGEST = 20 * 1024 * 1024  # bytes
MOST_PIXELS = 60_000_000  # a telephone's largest photo has 50 million
LONGEST_SIDE = 2400  # pixels kept; enough for a full page at twice the density
QUALITY = 85
MEGABYTE = 1024 * 1024


class BadUpload(Refusal):
    """The file cannot be taken. The message names what it is and what to do."""

    code = "bad_upload"


@dataclass(frozen=True)
class Picture:
    """A picture as it may be stored: drawn anew, upright, without camera, place and time data."""

    content: bytes
    content_type: str
    extension: str
    width: int
    height: int


def check_size(file: IO[bytes], limit: int) -> None:
    """Refuse a file of more than `limit` bytes. Raises BadUpload."""
    file.seek(0, io.SEEK_END)
    size = file.tell()
    file.seek(0)
    if size > limit:
        raise BadUpload(
            _("The file has %(size)s MB; at most %(limit)s MB can be taken. Please send a smaller one.")
            % {"size": round(size / MEGABYTE), "limit": limit // MEGABYTE},
            code="too_large",
        )


def check_image(file: IO[bytes]) -> str:
    """Whether the file is a picture we take, by content and not by name: its type such as "image/jpeg".

    Reads no more than the header of the picture. Raises BadUpload for programs, drawings with
    scripts, too many bytes or pixels, and everything else that is no picture.
    """
    check_size(file, LARGEST)
    kind = file_signs.kind_of(file.read(file_signs.HEAD))
    if kind not in ALLOWED:
        raise _not_taken(kind)
    with _opened(file, kind):
        return f"image/{kind}"


def clean_image(file: IO[bytes]) -> Picture:
    """The picture drawn anew: upright, at most LONGEST_SIDE, its place and camera data gone. Raises BadUpload."""
    kind = check_image(file).removeprefix("image/")
    with _opened(file, kind) as image:
        try:
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        except (OSError, SyntaxError, ValueError) as error:
            raise BadUpload(_("The picture is damaged or not complete. Please send it again.")) from error
        return _drawn(upright, "JPEG" if kind == "jpeg" else "PNG" if kind == "gif" else ALLOWED[kind])


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture of ours."""
    with Image.open(io.BytesIO(content)) as image:
        return image.size


def at_width(content: bytes, width: int) -> bytes:
    """A picture of ours, drawn smaller as WebP; again pixels and colour profile alone."""
    with Image.open(io.BytesIO(content)) as image:
        height = max(1, round(image.height * width / image.width))
        small = image.convert("RGBA" if "A" in image.getbands() else "RGB").resize(
            (width, height), Image.Resampling.LANCZOS
        )
        small.info = {name: value for name, value in image.info.items() if name == "icc_profile"}
        return _drawn(small, "WEBP").content


def _opened(file: IO[bytes], kind: str) -> Image.Image:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; we count ourselves
            image = Image.open(file, formats=[ALLOWED[kind]])
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadUpload(_("The picture is damaged or not complete. Please send it again.")) from error
    if image.width * image.height > MOST_PIXELS:
        raise _too_many_pixels()
    return image


def _too_many_pixels() -> BadUpload:
    return BadUpload(
        _("The picture has too many pixels; at most %(limit)s million can be taken. Please send a smaller one.")
        % {"limit": MOST_PIXELS // 1_000_000},
        code="too_many_pixels",
    )


def _drawn(image: Image.Image, form: str) -> Picture:
    """Encode pixels and nothing else; the colour profile stays, it tells of no person."""
    mode = "RGB" if form == "JPEG" else "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
    fresh = Image.frombytes(mode, image.size, image.convert(mode).tobytes())
    options: dict[str, Any] = {"quality": QUALITY} if form != "PNG" else {"optimize": True}
    if profile := image.info.get("icc_profile"):
        options["icc_profile"] = profile
    target = io.BytesIO()
    fresh.save(target, form, **options)
    name = form.lower()
    return Picture(target.getvalue(), f"image/{name}", "jpg" if name == "jpeg" else name, fresh.width, fresh.height)


def _not_taken(kind: str) -> BadUpload:
    if kind == "svg":
        return BadUpload(
            _("SVG drawings can carry programs, so they are not taken. Please send the picture as PNG or JPEG."),
            code="svg",
        )
    return BadUpload(
        _("This is %(kind)s, not a picture we can show. Please send a JPEG, PNG, WebP or GIF file.")
        % {"kind": file_signs.NAMES[kind]},
        code="no_picture",
    )
