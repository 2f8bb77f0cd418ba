"""The engine for overlaps: two sides in, level and reasons out. Knows no database (docs/decisions/0029-overlaps.md).

`sides` (stems once) → `keys` (who meets whom) → `relations` (theme, place, group, time, words, field by field)
→ `judging` (score and level) → `reasons` (sentences).
"""

from deele.likeness.rules.overlap.judging import Judged, judge
from deele.likeness.rules.overlap.reasons import Reason
from deele.likeness.rules.overlap.sides import Side, prepare
from deele.likeness.rules.overlap.words import Rarity

# The named doors of the package; everything else is reached through its module.
__all__ = ["Judged", "Rarity", "Reason", "Side", "judge", "prepare"]
