"""The addresses of enquiries: asking for everybody, the own page behind its link, the inbox for those who advise."""

from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.advice.actions import enquiries
from deele.advice.actions import enquiry_links as links
from deele.advice.models import Absence, EnquiryFile, Responsibility, TextBlock
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
advice:ask                   GET  -                                     200 -   -   -   -   200 -
advice:ask                   POST -                                     200 -   -   -   -   200 -
advice:asked                 GET  receipt=enquiry-receipt               200 -   -   -   -   200 -
advice:asked                 GET  receipt=erfunden                      404 -   -   -   -   404 -
advice:own                   GET  token=enquiry-token                   -   200 -   -   -   -   -
advice:own                   GET  token=erfunden                        404 -   -   -   -   404 -
advice:own                   GET  token=held                            404 -   -   -   -   404 -
advice:own-add               POST token=enquiry-token                   -   200 -   -   -   -   -
advice:own-add               POST token=erfunden                        404 -   -   -   -   404 -
advice:own-withdraw          GET  token=enquiry-token                   -   200 -   -   -   -   -
advice:own-withdraw          POST token=enquiry-token                   -   go  -   -   -   -   -
advice:own-withdraw          GET  token=erfunden                        404 -   -   -   -   404 -
advice:inbox                 GET  -                                     in  -   403 403 200 403 403
advice:unanswered            GET  -                                     in  -   403 403 200 403 403
advice:enquiry               GET  pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry               GET  pk=unknown                            in  -   403 403 404 403 403
advice:enquiry-assign        GET  pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-assign        POST pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-assign        GET  pk=unknown                            in  -   403 403 404 403 403
advice:enquiry-state         GET  pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-state         POST pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-state         GET  pk=unknown                            in  -   403 403 404 403 403
advice:enquiry-answer        GET  pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-answer        POST pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-answer        GET  pk=unknown                            in  -   403 403 404 403 403
advice:enquiry-count         GET  pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-count         POST pk=enquiry                            in  -   403 403 200 403 403
advice:enquiry-count         GET  pk=unknown                            in  -   403 403 404 403 403
advice:enquiry-case          POST pk=enquiry                            in  -   403 403 go  403 403
advice:enquiry-case          POST pk=unknown                            in  -   403 403 404 403 403
advice:enquiry-file          GET  pk=enquiry,file_pk=enquiry-file       in  -   403 403 200 403 403
advice:enquiry-file          GET  pk=enquiry,file_pk=unknown            in  -   403 403 404 403 403
advice:duties                GET  -                                     in  -   403 403 200 403 403
advice:responsibility-new    GET  -                                     in  -   403 403 200 403 403
advice:responsibility-new    POST -                                     in  -   403 403 200 403 403
advice:responsibility        GET  pk=responsibility                     in  -   403 403 200 403 403
advice:responsibility        POST pk=responsibility                     in  -   403 403 200 403 403
advice:responsibility        GET  pk=unknown                            in  -   403 403 404 403 403
advice:responsibility-remove POST pk=responsibility                     in  -   403 403 go  403 403
advice:responsibility-remove POST pk=unknown                            in  -   403 403 404 403 403
advice:absence-new           GET  -                                     in  -   403 403 200 403 403
advice:absence-new           POST -                                     in  -   403 403 200 403 403
advice:absence               GET  pk=absence                            in  -   403 403 200 403 403
advice:absence               POST pk=absence                            in  -   403 403 200 403 403
advice:absence               GET  pk=unknown                            in  -   403 403 404 403 403
advice:absence-remove        POST pk=absence                            in  -   403 403 go  403 403
advice:absence-remove        POST pk=unknown                            in  -   403 403 404 403 403
advice:block-new             GET  -                                     in  -   403 403 200 403 403
advice:block-new             POST -                                     in  -   403 403 200 403 403
advice:block                 GET  pk=block                              in  -   403 403 200 403 403
advice:block                 POST pk=block                              in  -   403 403 200 403 403
advice:block                 GET  pk=unknown                            in  -   403 403 404 403 403
advice:block-remove          POST pk=block                              in  -   403 403 go  403 403
advice:block-remove          POST pk=unknown                            in  -   403 403 404 403 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """An enquiry with a file, a link to it, a rule, an absence, a text block."""
    now, adviser = timezone.now(), people["beratung"]
    asked = enquiries.Asked(text="Wo fangen wir an?", topic="einstieg", email="frage@example.org")
    enquiry = enquiries.take_in(asked=asked, now=now, area=area)
    file = EnquiryFile.objects.create(enquiry=enquiry, name="plan.pdf", media_type="application/pdf", content=b"%PDF")
    today = timezone.localdate(now)
    return {
        "enquiry": enquiry.pk, "enquiry-file": file.pk, "enquiry-receipt": links.receipt(enquiry),
        "enquiry-token": links.issue(enquiry, now=now),
        "responsibility": Responsibility.objects.create(area=area, topic="einstieg", adviser=adviser).pk,
        "absence": Absence.objects.create(user=adviser, since=today, until=today).pk,
        "block": TextBlock.objects.create(area=area, title="Gruß", text="Alles Gute").pk,
    }  # fmt: skip
