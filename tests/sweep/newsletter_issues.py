"""The addresses of issues and their archive for the sweep, and one issue in each state that matters to a door."""

from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.newsletter.actions import issues, release, sending
from deele.newsletter.models import DigestRun, Item, Section
from deele.newsletter.tests import issue_factories as factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
newsletter:archive           GET  -                                     200 -   -   -   -   200 -
newsletter:archived          GET  slug=issue-slug                       200 -   -   -   -   200 -
newsletter:archived          GET  slug=nirgends                         404 -   -   -   -   404 -
newsletter:desk-issues       GET  -                                     in  -   200 403 403 200 403
newsletter:desk-issue-new    GET  -                                     in  -   200 403 403 200 403
newsletter:desk-issue-new    POST -                                     in  -   200 403 403 200 403
newsletter:desk-issue        GET  pk=issue                              in  -   200 403 403 200 403
newsletter:desk-issue        GET  pk=issue-sending                      in  -   200 403 403 200 403
newsletter:desk-issue        GET  pk=unknown                            in  -   404 403 403 404 403
newsletter:desk-issue-texts  GET  pk=issue                              in  -   200 403 403 200 403
newsletter:desk-issue-texts  POST pk=issue                              in  -   200 403 403 200 403
newsletter:desk-issue-preview GET pk=issue                              in  -   200 403 403 200 403
newsletter:desk-issue-text   GET  pk=issue                              in  -   200 403 403 200 403
newsletter:desk-section      GET  pk=issue,number=section               in  -   200 403 403 200 403
newsletter:desk-section      POST pk=issue,number=section               in  -   200 403 403 200 403
newsletter:desk-section      GET  pk=issue,number=unknown               in  -   404 403 403 404 403
newsletter:desk-suggestions  GET  pk=issue,number=section               in  -   200 403 403 200 403
newsletter:desk-item         GET  pk=issue,number=item                  in  -   200 403 403 200 403
newsletter:desk-item         POST pk=issue,number=item                  in  -   200 403 403 200 403
newsletter:desk-section-add  POST pk=issue                              in  -   go  403 403 go  403
newsletter:desk-section-step POST pk=issue,number=section               in  -   go  403 403 go  403
newsletter:desk-items-add    POST pk=issue,number=section               in  -   go  403 403 go  403
newsletter:desk-item-step    POST pk=issue,number=item                  in  -   go  403 403 go  403
newsletter:desk-issue-trial  POST pk=issue                              in  -   go  403 403 go  403
newsletter:desk-issue-hand-over POST pk=issue                           in  -   go  403 403 go  403
newsletter:desk-issue-take-back POST pk=issue                           in  -   go  403 403 go  403
newsletter:desk-issue-release GET pk=issue                              in  -   200 403 403 200 403
newsletter:desk-issue-release POST pk=issue                             in  -   200 403 403 200 403
newsletter:desk-issue-control POST pk=issue                             in  -   go  403 403 go  403
newsletter:desk-issue-stop   GET  pk=issue-sending                      in  -   200 403 403 200 403
newsletter:desk-issue-stop   POST pk=issue                              in  -   go  403 403 go  403
newsletter:desk-issue-again  GET  pk=issue-sending                      in  -   200 403 403 200 403
newsletter:desk-issue-again  POST pk=issue                              in  -   go  403 403 go  403
newsletter:desk-issue-recipients GET pk=issue                           in  -   200 403 403 200 403
newsletter:desk-issue-recipients GET pk=issue-sending                   in  -   200 403 403 200 403
newsletter:desk-issue-drop   POST pk=issue-sending                      in  -   go  403 403 go  403
newsletter:desk-digest       GET  -                                     in  -   200 403 403 200 403
newsletter:desk-digest-mail  GET  -                                     in  -   200 403 403 200 403
newsletter:desk-digest-decide POST pk=digest-run                        in  -   go  403 403 go  403
newsletter:desk-digest-decide POST pk=unknown                           in  -   404 403 403 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """An issue being built with a section and an item, and one on its way."""
    by, second, now = people["redaktion"], people["leitung"], timezone.now()
    factories.subscriber(7001, area)
    made = issues.start(area=area, title="Dezember", subject="Neues", by=by, now=now)
    section = made.sections.first() or Section.objects.create(issue=made, title="Neues", kind="frei")
    item = Item.objects.create(section=section, piece={"title": "Ein Fest"}, rank=1)
    gone = issues.start(area=area, title="November", subject="Neues", by=by, now=now)
    gone.lead = "Guten Tag"
    gone.save()
    release.hand_over(issue=gone, by=by, now=now)
    gone = release.release(issue=gone, by=second, now=now)
    sending.start_ready(timezone.now())
    return {
        "issue": made.pk, "issue-sending": gone.pk, "issue-slug": gone.slug, "section": section.pk, "item": item.pk,
        "digest-run": DigestRun.objects.create(begins_on=now.date(), state="wartet").pk,
    }  # fmt: skip
