"""Writes all labelled pairs into one file: python -m deele.likeness.tests.overlaps.write FILE [SEED]."""

import json
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path

from deele.likeness.tests.overlaps.generated import HERE, labelled


def write(path: Path, seed: int = 7) -> int:
    """Write the pairs as `overlap_quality` reads them; returns how many."""
    places = tomllib.loads((HERE / "pairs.toml").read_text(encoding="utf-8"))["places"]
    pairs = [asdict(pair) for pair in labelled(seed)]
    path.write_text(json.dumps({"places": places, "pair": pairs}, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(pairs)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
