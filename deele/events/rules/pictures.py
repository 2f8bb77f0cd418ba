"""The sizes in which a photo of an event is kept beside the large one."""

from pathlib import PurePosixPath

WIDTHS = (480, 960, 1600)  # pixels: a telephone, a telephone with fine pixels or a column, a column with fine pixels


def widths_of(width: int) -> list[int]:
    """The smaller widths worth keeping for a photo this wide."""
    return [one for one in WIDTHS if one < width]


def variant_name(name: str, width: int) -> str:
    """The file name of a size: events/7-foto.jpg in 480 pixels is events/7-foto-480.webp."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-{width}.webp"))
