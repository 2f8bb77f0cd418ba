"""The engine: records in, pairs with a score, a verdict and reasons out. Knows no database.

`Record` → `prepared` (folded, taken apart) → `blocking` (who meets whom) → `evidence` (levels field by
field) → `weights` (one readable table) → `scoring` (score and verdict) → `reasons` (sentences).
"""

from deele.likeness.rules.corpus import Corpus
from deele.likeness.rules.pairs import Pair, pairs
from deele.likeness.rules.reasons import Reason
from deele.likeness.rules.records import Record
from deele.likeness.rules.scoring import Judgement, compare

# The named doors of this app (docs/map.md); everything else is reached through its module.
__all__ = ["Corpus", "Judgement", "Pair", "Reason", "Record", "compare", "pairs"]
