"""What is compared: one thing with a name, as its file or table tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """An organisation, project or place of help. Only `id` and `name` must be filled; degrees are WGS 84."""

    id: str
    name: str
    kind: str = ""
    street: str = ""
    zip: str = ""
    city: str = ""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    description: str = ""
