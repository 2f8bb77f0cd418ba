"""Whether a name on a bank line may be the name on an invoice."""

from deele.core.text import words

LEAST_LETTERS = 4
ENOUGH = 0.5


def resembles(one: str, other: str) -> bool:
    """Whether half of the longer words of the shorter name stand in the other."""
    left, right = telling(one), telling(other)
    least = min(len(left), len(right))
    return least > 0 and len(left & right) / least >= ENOUGH


def telling(name: str) -> set[str]:
    """The words of a name that tell something."""
    return {word for word in words(name) if len(word) >= LEAST_LETTERS}
