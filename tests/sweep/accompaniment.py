"""The addresses of accompaniment for the sweep: for advisers of the area alone; whoever leads sees figures only."""

from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from deele.accompaniment.actions import entering, group
from deele.accompaniment.tests import factories
from deele.accounts.actions import mail_links
from deele.accounts.models import User
from deele.audit.actions import reference
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
accompaniment:list           GET  -                                     in  -   403 403 200 403 403
accompaniment:durations      GET  -                                     in  -   403 403 200 403 403
accompaniment:plan-new       GET  -                                     in  -   403 403 200 403 403
accompaniment:plan-new       POST -                                     in  -   403 403 200 403 403
accompaniment:plan           GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:plan           GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:plan-change    GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:plan-change    POST pk=plan                               in  -   403 403 200 403 403
accompaniment:plan-change    GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:plan-move      GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:plan-move      POST pk=plan                               in  -   403 403 200 403 403
accompaniment:plan-move      GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:plan-hand-over GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:plan-hand-over POST pk=plan                               in  -   403 403 200 403 403
accompaniment:plan-hand-over GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:milestones     GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:milestones     GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:work           GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:work           GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:history        GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:history        GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:group          GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:group          GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:phase          GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:phase          POST pk=plan                               in  -   403 403 200 403 403
accompaniment:phase          GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:line           GET  pk=plan,line_pk=plan-line             in  -   403 403 200 403 403
accompaniment:line           POST pk=plan,line_pk=plan-line             in  -   403 403 200 403 403
accompaniment:line           GET  pk=plan,line_pk=unknown               in  -   403 403 404 403 403
accompaniment:part-new       GET  pk=plan,word=plan-word                in  -   403 403 200 403 403
accompaniment:part-new       POST pk=plan,word=plan-word                in  -   403 403 200 403 403
accompaniment:part-new       GET  pk=unknown,word=plan-word             in  -   403 403 404 403 403
accompaniment:part           GET  pk=plan,word=plan-word,part_pk=plan-task  in  - 403 403 200 403 403
accompaniment:part           POST pk=plan,word=plan-word,part_pk=plan-task  in  - 403 403 200 403 403
accompaniment:part           GET  pk=plan,word=plan-word,part_pk=unknown    in  - 403 403 404 403 403
accompaniment:part-remove    POST pk=plan,word=plan-word,part_pk=plan-task  in  - 403 403 go  403 403
accompaniment:part-remove    POST pk=plan,word=plan-word,part_pk=unknown    in  - 403 403 404 403 403
accompaniment:file-add       GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:file-add       POST pk=plan                               in  -   403 403 200 403 403
accompaniment:file-add       GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:file           GET  pk=plan,part_pk=plan-file             in  -   403 403 200 403 403
accompaniment:file           GET  pk=plan,part_pk=unknown               in  -   403 403 404 403 403
accompaniment:file-remove    POST pk=plan,part_pk=plan-file             in  -   403 403 go  403 403
accompaniment:file-remove    POST pk=plan,part_pk=unknown               in  -   403 403 404 403 403
accompaniment:group-link     POST pk=plan,part_pk=plan-member           in  -   403 403 go  403 403
accompaniment:group-link     POST pk=plan,part_pk=unknown               in  -   403 403 404 403 403
accompaniment:answer         POST pk=plan,part_pk=plan-proposal         in  -   403 403 go  403 403
accompaniment:answer         POST pk=plan,part_pk=unknown               in  -   403 403 404 403 403
accompaniment:sheet          GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:sheet          GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:export         GET  pk=plan                               in  -   403 403 200 403 403
accompaniment:export         GET  pk=unknown                            in  -   403 403 404 403 403
accompaniment:enter          POST pk=plan                               in  -   403 403 go  403 403
accompaniment:enter          POST pk=unknown                            in  -   403 403 404 403 403
accompaniment:example        GET  pk=plan-moved                         in  -   403 403 200 403 403
accompaniment:example        POST pk=plan-moved                         in  -   403 403 200 403 403
accompaniment:example        GET  pk=plan                               in  -   403 403 404 403 403
accompaniment:group-ask      GET  -                                     200 200 200 200 200 200 200
accompaniment:group-ask      POST -                                     200 200 200 200 200 200 200
accompaniment:group-page     GET  token=plan-token                      200 200 200 200 200 200 200
accompaniment:group-page     GET  token=unknown                          404 404 404 404 404 404 404
accompaniment:group-propose  GET  token=plan-token                      200 200 200 200 200 200 200
accompaniment:group-propose  POST token=plan-token                      200 200 200 200 200 200 200
accompaniment:group-propose  GET  token=unknown                          404 404 404 404 404 404 404
accompaniment:group-file     GET  token=plan-token,pk=plan-file         200 200 200 200 200 200 200
accompaniment:group-file     GET  token=plan-token,pk=unknown           404 404 404 404 404 404 404
accompaniment:group-file     GET  token=unknown,pk=plan-file             404 404 404 404 404 404 404
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A plan with one of everything, and one people have moved into."""
    now = timezone.now()
    plan = factories.plan(area=area, adviser=people["beratung"])
    moved = factories.plan("Haus Muster", area=area, phase="einzug")
    entering.enter(plan=moved, by=None, now=now)
    kept = plan.files.create(name="plan.pdf", size=4, shared=True)
    kept.file.save("sweep.pdf", ContentFile(b"%PDF"))
    member = factories.member(plan)
    said = {"kind": "nachricht", "milestone": None, "day": None, "text": "Wir haben uns getroffen."}
    proposal = group.propose(member=member, told=said, file=None, now=now, token="sweep")
    token = mail_links.issue(
        purpose=group.GROUP, subject=reference(member), email=member.email, valid_for=group.VALID, now=now,
        single_use=False,
    )  # fmt: skip
    return {
        "plan": plan.pk, "plan-moved": moved.pk, "plan-line": plan.phases.get().pk, "plan-word": "aufgabe",
        "plan-task": plan.tasks.create(title="Anrufen").pk, "plan-file": kept.pk, "plan-member": member.pk,
        "plan-proposal": proposal.pk, "plan-token": token,
    }  # fmt: skip
