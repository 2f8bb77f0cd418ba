"""What everybody sees of joint actions."""

from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from deele.core.geo import Box
from deele.jointactions.enums import Goal, MaterialKind, Outcome, State
from deele.jointactions.models import ActionPartner, Call, JointAction, Material, Photo, Submission, TourStop
from deele.jointactions.queries import words

PER_PAGE, PICTURES_PER_PAGE, PREVIEW = 20, 24, 6
NOW_STATES = (State.DECIDED, State.PREPARED, State.RUNNING)
AIR = 0.15  # degrees around the outermost stops of the map


def found(*, goal: str = "", time: str = "") -> QuerySet[JointAction]:
    """Public actions, narrowed."""
    rows = JointAction.objects.public().select_related("place", "lead")
    if goal in Goal.values:
        rows = rows.alias(goals_text=Cast("goals", TextField())).filter(goals_text__contains=f'"{goal}"')
    if time == "jetzt":
        rows = rows.filter(state__in=NOW_STATES)
    elif time == "frueher":
        rows = rows.exclude(state__in=NOW_STATES)
    return rows


def list_page(asked: dict[str, str], number: str, now: datetime) -> dict[str, Any]:
    """The list with its filters and the open calls."""
    rows = found(goal=asked["ziel"], time=asked["zeit"])
    page = Paginator(rows, PER_PAGE).get_page(number)
    return {
        "page": page,
        "cards": [card(action) for action in page.object_list],
        "total": page.paginator.count,
        "goals": Goal.choices,
        "tabs": [
            {"label": label, "url": f"?zeit={key}" if key else "?", "active": asked["zeit"] == key}
            for key, label in (("", _("All")), ("jetzt", _("Now and soon")), ("frueher", _("What was")))
        ],
        "asked": asked,
        "calls": open_calls(now),
    }


def card(action: JointAction) -> dict[str, str]:
    """An action in a list."""
    return {
        "title": action.title,
        "href": action.get_absolute_url(),
        "kind": " · ".join(filter(None, [str(action.get_state_display()), words.when(action)])),
        "place": words.where(action),
        "line": action.aim,
    }


def open_calls(now: datetime) -> list[dict[str, Any]]:
    """Calls that take something in, the one that ends first at the top."""
    rows = Call.objects.open(now).select_related("action").order_by("closes_at")[:6]
    return [call_card(call) for call in rows]


def call_card(call: Call) -> dict[str, Any]:
    """A call with its end."""
    return {"call": call, "until": words.closes(call), "url": call.get_absolute_url()}


def action_page(action: JointAction, now: datetime) -> dict[str, Any]:
    """Everything of the page of one action."""
    stops = list(action.stops.select_related("place__parent"))
    pictures = gallery(action)
    of_action = Material.objects.public().filter(action=action)
    today = now.date()
    return {
        "action": action,
        "facts": words.facts(action),
        "goals": words.goals(action),
        "partners": named_partners(action),
        "stops": [stop_row(stop, today) for stop in stops],
        "box": box_of(stops),
        "calls": [call_card(call) for call in Call.objects.open(now).filter(action=action)],
        "pictures": list(pictures[:PREVIEW]),
        "pictures_total": pictures.count(),
        "texts": texts(action),
        "reach": reach(action, stops),
        "materials": list(Material.objects.links().filter(action=action)),
        "documents": list(of_action.exclude(kind=MaterialKind.PHOTO)),
        "taken": list(of_action.filter(kind=MaterialKind.PHOTO)),
    }


def named_partners(action: JointAction) -> list[dict[str, str]]:
    """Partners who agreed to be named; members whose membership is not public are not."""
    rows = ActionPartner.objects.filter(action=action, agreed_on__isnull=False).select_related("membership")
    return [
        {
            "name": str(partner),
            "url": partner.membership.get_absolute_url() if partner.membership else "",
            "brings": words.brings(partner.kind),
            "contribution": partner.contribution,
        }
        for partner in rows
        if partner.membership is None or partner.membership.is_public
    ]


def stop_row(stop: TourStop, today: date) -> dict[str, Any]:
    """A stop with its days in words."""
    over = (stop.ends or stop.begins) < today
    return {"stop": stop, "when": words.when_at(stop), "over": over, "place": str(stop.place)}


def box_of(stops: list[TourStop]) -> str:
    """The part of the map that holds all stops; empty where none has a point."""
    points = [(stop.place.lat, stop.place.lon) for stop in stops if stop.place.lat is not None]
    if not points:
        return ""
    lats, lons = [lat for lat, _lon in points if lat], [lon for _lat, lon in points if lon]
    return f"{min(lons) - AIR:.4f},{min(lats) - AIR:.4f},{max(lons) + AIR:.4f},{max(lats) + AIR:.4f}"


def features(action: JointAction, box: Box | None) -> dict[str, Any]:
    """The stops as GeoJSON, at the middle of their place."""
    rows = action.stops.select_related("place").exclude(place__lat=None)
    if box is not None:
        rows = rows.filter(place__lat__range=(box.south, box.north), place__lon__range=(box.west, box.east))
    return {"type": "FeatureCollection", "features": [feature(stop) for stop in rows]}


def feature(stop: TourStop) -> dict[str, Any]:
    """One stop."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [stop.place.lon, stop.place.lat]},
        "properties": {
            "id": stop.pk, "title": stop.venue, "kind": words.when_at(stop), "place": str(stop.place),
            "url": f"{stop.action.get_absolute_url()}#station-{stop.pk}",
        },
    }  # fmt: skip


def reach(action: JointAction, stops: list[TourStop]) -> list[dict[str, Any]]:
    """Figures with who says so; visitors counted at the stops stand first, as their own sum."""
    rows = [
        {"figure": str(row.value), "label": str(row.get_kind_display()), "note": row.note, "row": row}
        for row in action.results.all()
    ]
    counted = [stop.visitors for stop in stops if stop.visitors is not None]
    if counted:
        note = _("counted at %(number)s of %(all)s stops") % {"number": len(counted), "all": len(stops)}
        label = str(Outcome.VISITORS.label)
        rows.insert(0, {"figure": str(sum(counted)), "label": label, "note": note, "row": None})
    return rows


def gallery(action: JointAction) -> QuerySet[Photo]:
    """Photos of an action with every right the website needs, the newest submission first."""
    rows = Photo.objects.public().filter(submission__call__action=action).select_related("submission")
    return rows.order_by("-submission__submitted_at", "submission_id", "rank", "pk")


def gallery_page(action: JointAction, number: str) -> Page:
    """One page of the gallery."""
    return Paginator(gallery(action), PICTURES_PER_PAGE).get_page(number)


def texts(action: JointAction) -> list[dict[str, str]]:
    """Texts that were sent in alone, taken and released."""
    rows = Submission.objects.shown().filter(call__action=action, photos=None).exclude(text="")
    return [{"text": row.text, "credit": row.credit} for row in rows.order_by("-submitted_at")[:PICTURES_PER_PAGE]]
