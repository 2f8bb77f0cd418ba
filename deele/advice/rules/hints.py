"""What in a free text had better not stand there: health, names, telephone numbers, addresses. A hint, never a block.

The patterns lie in `static/advice/hints.json`, so that the page that is being typed on and the house judge alike.
"""

import json
import re
from functools import cache
from pathlib import Path

PATTERNS = Path(__file__).resolve().parents[1] / "static" / "advice" / "hints.json"


@cache
def patterns() -> dict[str, list[re.Pattern[str]]]:
    """The patterns by what they find."""
    read = json.loads(PATTERNS.read_text(encoding="utf-8"))
    return {kind: [re.compile(one, re.IGNORECASE) for one in found] for kind, found in read["any"].items()} | {
        kind: [*map(re.compile, found)] for kind, found in read["exact"].items()
    }


def sensitive(text: str) -> list[str]:
    """What the text seems to hold, in the order health, name, phone, mail; empty when there is nothing."""
    found = {kind for kind, ways in patterns().items() if any(way.search(text) for way in ways)}
    return [kind for kind in ("health", "name", "phone", "mail") if kind in found]
