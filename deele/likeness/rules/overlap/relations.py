"""How two sides stand to each other: theme, place, group and time, each as one word."""

from datetime import timedelta

from deele.likeness.rules.overlap.sides import Side

STATE, REGION, DISTRICT = 2, 3, 5  # digits of the official keys; everything longer is narrower
EVERYBODY = "alle"
NEAR = timedelta(days=14)
WEEKS = timedelta(days=45)
SEASON = timedelta(days=150)


def themes(one: Side, other: Side) -> str:
    """most, some, none, or unknown."""
    if not one.about or not other.about:
        return "unknown"
    both = len(one.about & other.about)
    if not both:
        return "none" if one.themes and other.themes else "unknown"  # read from words, they only speak for it
    return "most" if 2 * both > min(len(one.about), len(other.about)) else "some"


def groups(one: Side, other: Side) -> str:
    """shared, other, or unknown: whoever is for everybody is for nobody in particular."""
    left, right = one.groups - {EVERYBODY}, other.groups - {EVERYBODY}
    if not left or not right:
        return "unknown"
    return "shared" if left & right else "other"


def place(one: Side, other: Side) -> str:
    """same, within, district, wide (both for the whole state), region, reached (one is wide), far, or unknown."""
    if not one.place_keys and not other.place_keys:
        return "unknown"
    wide = is_wide(one), is_wide(other)
    if all(wide):
        return "wide" if not other_states(one, other) else "far"
    if any(wide):
        return "reached" if not other_states(one, other) else "far"
    left, right = one.place_keys[0], other.place_keys[0]
    if left == right:
        return "same" if len(left) > DISTRICT else "district"
    if left in other.place_keys or right in one.place_keys:
        return "within"
    shared = set(one.place_keys) & set(other.place_keys)
    longest = max((len(key) for key in shared), default=0)
    if longest > DISTRICT:
        return "same"
    return {DISTRICT: "district", REGION: "region"}.get(longest, "far")


def is_wide(one: Side) -> bool:
    """Whether it is for a whole state or a region, or says no place at all."""
    return not one.place_keys or len(one.place_keys[0]) <= REGION


def other_states(one: Side, other: Side) -> bool:
    """Whether both name a state and none in common."""
    left, right = ({key[:STATE] for key in side.place_keys} for side in (one, other))
    return bool(left and right) and not left & right


def time(one: Side, other: Side) -> str:
    """meet, near, weeks, season, apart, or open (one of them has no day)."""
    if one.begins is None or other.begins is None:
        return "open"
    first, second = (one, other) if one.begins <= other.begins else (other, one)
    if first.begins is None or second.begins is None or first.ends is None or first.ends >= second.begins:
        return "meet"
    gap = second.begins - first.ends
    return "near" if gap <= NEAR else "weeks" if gap <= WEEKS else "season" if gap <= SEASON else "apart"


def is_repeat(one: Side, other: Side) -> bool:
    """Whether both are rounds of one thing: same kind, same owner, not at one time."""
    return one.kind == other.kind and bool(one.owner) and one.owner == other.owner and time(one, other) in REPEATS


REPEATS = ("weeks", "season", "apart")
