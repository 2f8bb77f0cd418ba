"""The addresses of cases: for advisers of the area; whoever leads reads one with a reason and sees no list."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from deele.accounts.models import User
from deele.advice.actions import case_documents, case_people, looks, tasks
from deele.advice.tests import factories
from deele.directory.tests.factories import staff
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
advice:cases                 GET  -                                     in  -   403 403 200 403 403
advice:case-new              GET  -                                     in  -   403 403 200 403 403
advice:case-new              POST -                                     in  -   403 403 200 403 403
advice:case-from-contact     POST pk=contact                            in  -   403 403 go  403 403
advice:case-from-contact     POST pk=unknown                            in  -   403 403 404 403 403
advice:case-join             GET  pk=contact                            in  -   403 403 200 403 403
advice:case-join             POST pk=contact                            in  -   403 403 200 403 403
advice:case                  GET  pk=case                               in  -   403 403 200 403 403
advice:case                  GET  pk=unknown                            in  -   403 403 404 403 403
advice:case-change           GET  pk=case                               in  -   403 403 200 403 403
advice:case-change           POST pk=case                               in  -   403 403 200 403 403
advice:case-change           GET  pk=unknown                            in  -   403 403 404 403 403
advice:case-move             GET  pk=case                               in  -   403 403 404 403 403
advice:case-move             POST pk=case                               in  -   403 403 404 403 403
advice:case-note             GET  pk=case                               in  -   403 403 200 403 403
advice:case-note             POST pk=case                               in  -   403 403 200 403 403
advice:case-task             GET  pk=case                               in  -   403 403 200 403 403
advice:case-task             POST pk=case                               in  -   403 403 200 403 403
advice:case-task-done        POST pk=case,task_pk=case-task             in  -   403 403 go  403 403
advice:case-task-done        POST pk=unknown,task_pk=case-task          in  -   403 403 404 403 403
advice:case-document-new     GET  pk=case                               in  -   403 403 200 403 403
advice:case-document-new     POST pk=case                               in  -   403 403 200 403 403
advice:case-document         GET  pk=case,document_pk=case-document     in  -   403 403 200 403 403
advice:case-document         GET  pk=case,document_pk=unknown           in  -   403 403 404 403 403
advice:case-document-remove  GET  pk=case,document_pk=case-document     in  -   403 403 200 403 403
advice:case-document-remove  POST pk=case,document_pk=unknown           in  -   403 403 404 403 403
advice:case-referral         GET  pk=case                               in  -   403 403 200 403 403
advice:case-referral         POST pk=case                               in  -   403 403 200 403 403
advice:case-confidential     GET  pk=case                               in  -   403 403 200 403 403
advice:case-confidential     POST pk=case                               in  -   403 403 200 403 403
advice:case-confidential     GET  pk=unknown                            in  -   403 403 404 403 403
advice:case-people           GET  pk=case                               in  -   403 403 200 403 403
advice:case-people           POST pk=case                               in  -   403 403 200 403 403
advice:case-area             POST pk=case                               in  -   403 403 go  403 403
advice:case-share            POST pk=case                               in  -   403 403 go  403 403
advice:case-unshare          POST pk=case,share_pk=case-share           in  -   403 403 go  403 403
advice:case-unshare          POST pk=case,share_pk=unknown              in  -   403 403 404 403 403
advice:case-count-only       GET  pk=case                               in  -   403 403 200 403 403
advice:case-count-only       POST pk=unknown                            in  -   403 403 404 403 403
advice:case-loads            GET  -                                     in  -   403 403 200 403 403
advice:case-hand-over-all    GET  user_pk=person                        in  -   403 403 200 403 403
advice:case-hand-over-all    POST user_pk=person                        in  -   403 403 200 403 403
advice:open-case             GET  -                                     in  -   403 403 403 200 403
advice:open-case             POST -                                     in  -   403 403 403 200 403
advice:opened                GET  pk=case-opened                        in  -   403 403 403 200 403
advice:opened                GET  pk=case                               in  -   403 403 403 404 403
advice:opened-note           GET  pk=case-opened                        in  -   403 403 403 200 403
advice:opened-note           GET  pk=case                               in  -   403 403 403 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A case with everything on it, and one the lead has opened with a reason."""
    adviser, now = people["beratung"], timezone.now()
    case = factories.named_case(by=adviser, area=area)
    opened = factories.case(by=adviser, area=area)
    looks.open_with_reason(case=opened, reason="Zur Probe aller Türen", by=people["leitung"], now=now)
    task = tasks.add(case=case, title="Anrufen", due_on=None, assignee=adviser, by=adviser, now=now)
    file = SimpleUploadedFile("plan.pdf", b"%PDF-1.7 Muster")
    document = case_documents.add(case=case, file=file, name="plan.pdf", by=adviser, now=now)
    elsewhere = staff("beratung", "anderswo@example.org", area=Area.objects.exclude(pk=area.pk).first())
    share = case_people.share(case=case, colleague=elsewhere, by=adviser, now=now)
    return {
        "case": case.pk, "case-opened": opened.pk, "case-task": task.pk, "case-document": document.pk,
        "case-share": share.pk,
    }  # fmt: skip
