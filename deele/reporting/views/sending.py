"""A table on its way to somebody's machine."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from deele.core import spreadsheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sent(form: str, header: list[str], rows: Iterable[Iterable[Any]], *, name: str) -> HttpResponse:
    """The table as `xlsx` or `csv`, safe against formulas."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    if form == "xlsx":
        return HttpResponse(
            spreadsheet.write_xlsx(header, rows, title=_("Figures")), content_type=XLSX, headers=headers
        )
    content = b"".join(spreadsheet.write_csv(header, rows, german_excel=True))
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
