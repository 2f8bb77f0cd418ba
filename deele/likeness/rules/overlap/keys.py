"""Which sides meet at all: those that share a rare word, a title, or a theme at one place or in one month."""

from itertools import product

from deele.likeness.rules.overlap.relations import DISTRICT, STATE, is_wide
from deele.likeness.rules.overlap.sides import Side
from deele.likeness.rules.overlap.words import Rarity

TITLE_WORDS = 8
RARE_WORDS = 12  # of the whole, beside those of the title


def keys(side: Side, rarity: Rarity) -> set[str]:
    """About thirty words each; what is too common to find anything is none."""
    telling = [word for word in side.title if not rarity.is_common(word)][:TITLE_WORDS]
    rare = sorted((word for word in side.every if not rarity.is_common(word)), key=lambda word: (-rarity(word), word))
    found = {f"w {word}" for word in (*telling, *rare[:RARE_WORDS])}
    if side.title:
        found.add(f"t {' '.join(sorted(side.title))}")
    found |= {f"{theme} {area}" for theme, area in product(side.about, areas(side))}
    found |= {f"{area} {month}" for area, month in product(areas(side), months(side))}
    return found


def areas(side: Side) -> list[str]:
    """Its districts; of what is for a whole state the state, divided by nothing."""
    if is_wide(side):
        return [f"wide {side.place_keys[0][:STATE] if side.place_keys else ''}".strip()]
    return [key for key in side.place_keys if len(key) == DISTRICT] or [side.place_keys[0]]


def months(side: Side) -> list[str]:
    """Its month, as near as a key can be: the one it begins in."""
    return [f"{side.begins:%Y-%m}"] if side.begins else []
