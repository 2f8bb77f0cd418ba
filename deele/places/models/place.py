"""The tree of places."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core import text
from deele.core.geo import Box
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.places.enums import Level, NameKind

KEY_LENGTH = 80  # a locality: 8 digits, a hyphen and a slug of at most 60 letters


class PlaceQuerySet(models.QuerySet["Place"]):
    """Chainable questions about places."""

    def current(self) -> "PlaceQuerySet":
        """Places that exist today."""
        return self.filter(valid_until=None)

    def inhabited(self) -> "PlaceQuerySet":
        """Without unincorporated areas nobody lives in; they have no page."""
        return self.filter(is_uninhabited=False)

    def of(self, level: str) -> "PlaceQuerySet":
        """Places of one level."""
        return self.filter(level=level)


class Place(BaseModel, Sourced):
    """A state, region, district, association, municipality or locality.

    `key` is the official key (2, 3, 5, 9 or 8 digits by level); a locality has the key of its municipality and
    its own slug. The key outlives a change of name. A place that ended keeps its row, with `valid_until` and its
    successor (domain §4.3: Osterode belonged to a district of its own until 2016).
    """

    key = models.CharField(_("key"), max_length=KEY_LENGTH, unique=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    name = models.CharField(_("name"), max_length=120)
    sort_name = models.CharField(_("name for sorting"), max_length=120)
    designation = models.CharField(_("designation"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=60, blank=True, help_text=_("Landkreis, Samtgemeinde, Stadt …"))
    display_name = models.CharField(_("name in full"), max_length=160)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    state_key = models.CharField(_("key of the state"), max_length=2, db_index=True)
    region_key = models.CharField(_("key of the region"), max_length=3, blank=True, db_index=True)
    district_key = models.CharField(_("key of the district"), max_length=5, blank=True, db_index=True)
    association_key = models.CharField(_("key of the association"), max_length=9, blank=True, db_index=True)
    municipality_key = models.CharField(_("key of the municipality"), max_length=8, blank=True, db_index=True)
    seat = models.CharField(_("seat of the administration"), max_length=120, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    population_on = models.DateField(_("inhabitants as of"), null=True, blank=True)
    area_km2 = models.FloatField(_("area in km²"), null=True, blank=True)
    town_type = models.CharField(_("type of town"), max_length=40, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    west = models.FloatField(_("western edge"), null=True, blank=True)
    south = models.FloatField(_("southern edge"), null=True, blank=True)
    east = models.FloatField(_("eastern edge"), null=True, blank=True)
    north = models.FloatField(_("northern edge"), null=True, blank=True)
    is_uninhabited = models.BooleanField(_("uninhabited"), default=False)
    valid_from = models.DateField(_("exists since"), null=True, blank=True)
    valid_until = models.DateField(_("existed until"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "key"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        indexes = [models.Index(fields=["level", "lat"]), models.Index(fields=["parent", "sort_name"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="place_level_known"),
            models.CheckConstraint(
                condition=models.Q(valid_until=None)
                | models.Q(valid_from=None)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="place_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    def get_absolute_url(self) -> str:
        """The page; the name is for the eye, the key finds the place."""
        return reverse("places:place-detail", args=[f"{text.slug(self.name)}-{self.key}"])

    @property
    def box(self) -> Box | None:
        """The box around the boundary, None while it is unknown."""
        if self.west is None or self.south is None or self.east is None or self.north is None:
            return None
        return Box(self.west, self.south, self.east, self.north)

    @property
    def is_ended(self) -> bool:
        """Whether the place exists no more."""
        return self.valid_until is not None

    @property
    def population_year(self) -> int | None:
        """The year the number of inhabitants is of."""
        return self.population_on.year if self.population_on else None

    @property
    def density(self) -> float | None:
        """Inhabitants per km²."""
        return self.population / self.area_km2 if self.population and self.area_km2 else None

    @property
    def ancestor_keys(self) -> list[str]:
        """Keys of the places above this one, the widest first."""
        keys = [self.state_key, self.region_key, self.district_key, self.association_key, self.municipality_key]
        return [key for key in keys if key and key != self.key]


class PlaceName(models.Model):
    """A name a place answers to. An index of the finder, renewed by every load."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    name = models.CharField(_("name"), max_length=160)
    folded = models.CharField(_("folded name"), max_length=160, db_index=True)
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind.choices)
    source = models.CharField(_("source"), max_length=120, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("name of a place")
        verbose_name_plural = _("names of places")
        constraints = [models.UniqueConstraint(fields=["place", "name", "kind"], name="place_name_once")]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """A postcode in a municipality. Several municipalities share one code, and the other way round.

    `lat` and `lon` are a point of the area of the code. From OpenStreetMap (ODbL): a table of its own.
    """

    code = models.CharField(_("postcode"), max_length=5, db_index=True)
    place = models.ForeignKey(Place, models.CASCADE, related_name="postcodes", verbose_name=_("municipality"))
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)

    class Meta:
        ordering = ["code", "pk"]
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")
        constraints = [models.UniqueConstraint(fields=["code", "place"], name="postcode_once")]

    def __str__(self) -> str:
        return self.code


class Shape(models.Model):
    """The boundary of a place: a GeoJSON geometry as text, generalised for overview maps."""

    place = models.OneToOneField(Place, models.CASCADE, primary_key=True, related_name="shape", verbose_name=_("place"))
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, db_index=True)
    geojson = models.TextField(_("geometry"))
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("boundary")
        verbose_name_plural = _("boundaries")

    def __str__(self) -> str:
        return str(self.pk)
