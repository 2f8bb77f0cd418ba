"""Stores the records of a table and times single checks beside them (called by parts.likeness)."""

import statistics
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]
import django  # noqa: E402

django.setup()
from deele.likeness import actions, queries  # noqa: E402
from deele.likeness.readers import tables  # noqa: E402

records = list(tables.read_path(Path(sys.argv[1])))
start = time.perf_counter()
actions.index_many("bench", ((record.id, record) for record in records))
print(f"{len(records)} records stored in {time.perf_counter() - start:.1f} s")
times = []
for record in records[:: max(1, len(records) // 300)]:
    start = time.perf_counter()
    queries.like("bench", record, limit=5, exclude=record.id)
    times.append((time.perf_counter() - start) * 1000)
times.sort()
late = times[int(len(times) * 0.95)]
print(f"one check: p50 {statistics.median(times):.1f} ms, p95 {late:.1f} ms (target: p95 at most 50 ms)\n")
