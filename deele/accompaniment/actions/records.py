"""Taking a plan along: the whole record as a packed archive, the sheet for a colleague. Both are logged."""

import json
import tempfile
import zipfile
from datetime import datetime
from typing import IO, Any

from django.utils import timezone
from django.utils.formats import date_format

from deele.accompaniment import enums
from deele.accompaniment.actions.plans import check_allowed
from deele.accompaniment.models import Plan
from deele.accompaniment.papers import sheet as paper
from deele.accompaniment.queries import record as queries
from deele.audit import actions as audit
from deele.core.spreadsheet import write_csv

IN_MEMORY = 8 * 1024 * 1024
TABLES = ("phases", "milestones", "contacts", "tasks", "decisions", "partners")


def export(*, plan: Plan, by: Any, now: datetime) -> IO[bytes]:
    """The whole record: `record.json`, a table of each list, the files as they are. Raises NotAllowed.

    A file that is missing in the store is named in `missing.txt` and stops nothing.
    """
    check_allowed(by, plan)
    whole = queries.record(plan)
    packed: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # the response closes it
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("record.json", json.dumps(whole, ensure_ascii=False, indent=1))
        for name in TABLES:
            if whole[name]:
                rows = [list(row.values()) for row in whole[name]]
                archive.writestr(f"{name}.csv", b"".join(write_csv(whole[name][0], rows, german_excel=True)))
        missing = [one for one in plan.files.all() if not add_file(archive, one)]
        if missing:
            archive.writestr("missing.txt", "\n".join(one.name for one in missing))
    audit.record(enums.EXPORTED, by=by, about=plan, now=now)
    packed.seek(0)
    return packed


def add_file(archive: zipfile.ZipFile, kept: Any) -> bool:
    """Put one file into the archive; False where the store has lost it."""
    try:
        with kept.file.open() as file:
            archive.writestr(f"files/{kept.pk}-{kept.name}", file.read())
    except FileNotFoundError:
        return False
    return True


def sheet(*, plan: Plan, by: Any, now: datetime) -> bytes:
    """The hand-over sheet as PDF. Raises NotAllowed."""
    check_allowed(by, plan)
    today = timezone.localdate(now)
    printed = paper.print_sheet(queries.sheet(plan, today), printed=date_format(today, "j. F Y"))
    audit.record(enums.EXPORTED, by=by, about=plan, now=now, data={"sheet": True})
    return printed
