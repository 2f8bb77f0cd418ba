"""Measures the house beside a bare Django on the same rows: `make bench`, docs/operate/performance.md.

    sh tools/bench.sh [pages queries first import likeness reference search race]
        [--entries 100000] [--concurrency 1,8] [--seconds 1.5] [--rounds 3] [--only TEXT] [--wrk] [--home FOLDER]

Never part of the tests: a figure says something only beside another of the same run.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

import house  # noqa: E402  beside this file
import parts  # noqa: E402
import race  # noqa: E402

PARTS = {
    "pages": parts.pages,
    "queries": parts.queries,
    "first": parts.first,
    "import": parts.imports,
    "likeness": parts.likeness,
    "reference": parts.reference,
    "search": parts.search,
    "race": race.measure,
}


def arguments() -> argparse.Namespace:
    """What was asked for; PARTS=a,b from the environment names parts as well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--concurrency", default="1,8", help="for example 1,8,32")
    parser.add_argument("--seconds", type=float, default=1.5, help="of one round against one server")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="only works whose name holds this")
    parser.add_argument("--wrk", action="store_true", help="ask with wrk instead of Python threads")
    parser.add_argument("--home", type=Path, default=ROOT / "var" / "bench", help="where the measured house is kept")
    asked = parser.parse_args()
    named = asked.parts or [part for part in os.environ.get("PARTS", "").replace(",", " ").split() if part]
    if unknown := set(named) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}")
    asked.parts = named or list(PARTS)
    asked.levels = [int(level) for level in asked.concurrency.split(",")]
    return asked


def main() -> None:
    """Make what is missing, then measure part by part."""
    asked = arguments()
    os.environ.update(house.environment(asked.home))
    print(f"# Measured with {asked.entries} entries\n\n{house.machine()}\n", flush=True)
    if set(asked.parts) - {"likeness", "search", "reference", "race"}:
        house.ensure(asked.home, asked.entries)
    for name in asked.parts:
        print(f"\n## {name}\n", flush=True)
        PARTS[name](asked)
    print(f"\n{house.machine()}")


if __name__ == "__main__":
    main()
