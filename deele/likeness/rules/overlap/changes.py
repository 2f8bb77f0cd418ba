"""Whether a thing became another one since something was decided about it."""

from typing import Any

from deele.likeness.rules.overlap.sides import Side

TITLE_KEPT = 0.5  # share of the words of the title that must still be there
DAYS = 45  # it may be moved by


def kept(side: Side) -> dict[str, Any]:
    """What has to be remembered of a side to answer that later."""
    return {
        "title": list(side.title),
        "themes": sorted(side.themes),
        "place": side.place_keys[0] if side.place_keys else "",
        "begins": side.begins.isoformat() if side.begins else "",
    }


def is_another(before: dict[str, Any], side: Side) -> bool:
    """Whether place, themes, title or month are others now; a word more is no reason to ask again."""
    now = kept(side)
    if not before:
        return False
    words, old = set(now["title"]), set(before["title"])
    if words != old and len(words & old) < TITLE_KEPT * max(len(words | old), 1):
        return True
    if now["themes"] and before["themes"] and not set(now["themes"]) & set(before["themes"]):
        return True
    return now["place"] != before["place"] or moved(before["begins"], side)


def moved(before: str, side: Side) -> bool:
    """Whether it takes place at quite another time."""
    if not before or side.begins is None:
        return bool(before) != bool(side.begins)
    return abs((side.begins - type(side.begins).fromisoformat(before)).days) > DAYS
