"""What the open interface gives out. These shapes are stable: fields are added, never renamed or removed."""

from datetime import date, datetime

from ninja import Field, Schema

LICENCE = "CC0-1.0"


class PlaceOut(Schema):
    """A place found by its name, postcode or locality."""

    key: str = Field(description="Official key: 2 digits state, 3 region, 5 district, 9 association, 8 municipality")
    name: str
    level: str
    district: str = ""
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    url: str


class PlaceDetail(PlaceOut):
    """One place with its facts."""

    full_name: str
    designation: str = ""
    municipality: str = ""
    population: int | None = None
    population_on: date | None = None
    area_km2: float | None = None
    postcodes: list[str] = []
    parents: list[str] = Field(default=[], description="Keys of the places above, the widest first")
    valid_until: date | None = None
    successor: str | None = None
    source: str = ""
    licence: str = ""


class EntryOut(Schema):
    """An entry of the directory."""

    id: int
    title: str
    kind: str
    block: str
    phase: str = ""
    short_text: str = ""
    place: str
    place_key: str
    lat: float | None = None
    lon: float | None = None
    distance_km: float | None = None
    seeking: bool = False
    verified_at: datetime | None = Field(None, description="Last confirmation by a person; never equal to updated_at")
    updated_at: datetime | None = None
    url: str


class EntryList(Schema):
    """A page of entries. `total` counts all hits; `next` is the cursor of the following page, null on the last."""

    total: int
    next: str | None
    licence: str = LICENCE
    items: list[EntryOut]


class EventDate(Schema):
    """One date of an event."""

    starts_at: datetime
    ends_at: datetime | None = None
    has_time: bool = True
    precision: str = Field("tag", description="tag, monat, jahr: how much of the date is known")
    title: str = ""


class EventOut(Schema):
    """An event. Places left are counted live on its page and are not part of the open data."""

    id: int
    title: str
    kind: str
    format: str = Field(description="praesenz, online, hybrid")
    state: str
    role: str = Field("", description="what the office does there; `hinweis` is an event of others")
    short_text: str = ""
    area: str = ""
    themes: list[str] = []
    series: str = ""
    number: int | None = None
    host: str = ""
    venue: str = ""
    town: str = ""
    place: str = ""
    place_key: str = ""
    lat: float | None = None
    lon: float | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    dates: list[EventDate] = []
    updated_at: datetime | None = None
    url: str


class EventList(Schema):
    """A page of events, the soonest first. `total` counts all; `next` is the cursor of the following page."""

    total: int
    next: str | None
    licence: str = LICENCE
    items: list[EventOut]


class Problem(Schema):
    """What went wrong, why, and what to do."""

    detail: str
