"""The addresses of marked passages and matches for the sweep: public list and matrix, own pages, mail link, desk."""

from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.alliance.actions import marks as actions
from deele.alliance.actions import match_post
from deele.alliance.models import Delegate, Match, Profile
from deele.alliance.tests import factories, world
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
alliance:abilities           GET  -                                     200 200 200 -   -   200 -
alliance:abilities-map       GET  -                                     200 -   -   -   -   200 -
alliance:matrix              GET  -                                     200 200 200 -   -   200 -
alliance:matrix-csv          GET  -                                     200 -   -   -   -   200 -
alliance:marks               GET  -                                     go  200 go  -   -   go  -
alliance:mark-new            GET  -                                     go  200 go  -   -   go  -
alliance:mark-new            POST -                                     go  200 go  -   -   go  -
alliance:marks-propose       POST -                                     go  go  go  -   -   go  -
alliance:mark                GET  pk=mark                               go  200 go  -   -   go  -
alliance:mark                POST pk=mark                               go  200 go  -   -   go  -
alliance:mark                GET  pk=other-mark                         go  404 go  -   -   go  -
alliance:mark                GET  pk=unknown                            go  404 go  -   -   go  -
alliance:mark-decide         POST pk=mark                               go  go  go  -   -   go  -
alliance:mark-decide         POST pk=other-mark                         go  404 go  -   -   go  -
alliance:own-match           GET  pk=match                              go  200 go  -   -   go  -
alliance:own-match           GET  pk=other-match                        go  404 go  -   -   go  -
alliance:own-match-answer    POST pk=match                              go  go  go  -   -   go  -
alliance:own-match-answer    POST pk=other-match                        go  404 go  -   -   go  -
alliance:own-match-outcome   POST pk=match                              go  200 go  -   -   go  -
alliance:own-match-outcome   POST pk=other-match                        go  404 go  -   -   go  -
alliance:match               GET  token=match-token                     200 200 200 -   -   200 -
alliance:match               GET  token=erfunden                        404 404 404 -   -   404 -
alliance:match-answer        POST token=match-token                     go  -   -   -   -   -   -
alliance:match-answer        POST token=erfunden                        404 404 404 -   -   404 -
alliance:match-outcome       POST token=match-token                     200 -   -   -   -   -   -
alliance:match-outcome       POST token=erfunden                        404 404 404 -   -   404 -
alliance:desk-mark-list      GET  -                                     in  -   200 403 403 200 403
alliance:desk-marks          GET  pk=member                             in  -   200 403 403 200 403
alliance:desk-marks          GET  pk=unknown                            in  -   404 403 403 404 403
alliance:desk-mark-new       GET  pk=member                             in  -   200 403 403 200 403
alliance:desk-mark-new       POST pk=member                             in  -   200 403 403 200 403
alliance:desk-mark-new       GET  pk=unknown                            in  -   404 403 403 404 403
alliance:desk-marks-propose  POST pk=member                             in  -   go  403 403 go  403
alliance:desk-marks-propose  POST pk=unknown                            in  -   404 403 403 404 403
alliance:desk-mark           GET  pk=mark                               in  -   200 403 403 200 403
alliance:desk-mark           POST pk=mark                               in  -   200 403 403 200 403
alliance:desk-mark           GET  pk=unknown                            in  -   404 403 403 404 403
alliance:desk-mark-decide    POST pk=mark                               in  -   go  403 403 go  403
alliance:desk-mark-decide    POST pk=unknown                            in  -   404 403 403 404 403
alliance:desk-matches        GET  -                                     in  -   200 403 403 200 403
alliance:desk-match          GET  pk=match                              in  -   200 403 403 200 403
alliance:desk-match          GET  pk=unknown                            in  -   404 403 403 404 403
alliance:desk-match-ask      POST pk=match                              in  -   go  403 403 go  403
alliance:desk-match-ask      POST pk=unknown                            in  -   404 403 403 404 403
alliance:desk-match-drop     POST pk=match                              in  -   go  403 403 go  403
alliance:desk-match-drop     POST pk=unknown                            in  -   404 403 403 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A member with a profile, a passage marked and one proposed; a match of its own and one of others."""
    now = timezone.now()
    kim = Delegate.objects.get(email="kim@example.org")
    told = {"expects": world.SEEKS, "contributes": world.GIVES, "published_at": now}
    profile, _made = Profile.objects.update_or_create(membership=kim.membership, defaults=told)
    actions.propose(profile=profile, now=now)
    mark = world.mark(profile)
    seeker = world.profile(name="Verein Sucht")
    world.need(seeker)
    match = Match.objects.get(offer=mark)
    robin = world.profile(name="Hof Muster Nord")
    factories.delegate(robin.membership, "robin@example.org", name="Robin Beispiel")
    other = world.mark(robin)
    strange = Match.objects.get(offer=other)
    token = match_post.link(match, kim, now).rstrip("/").rpartition("/")[2]
    return {
        "mark": mark.pk, "other-mark": other.pk, "match": match.pk, "other-match": strange.pk, "match-token": token,
    }  # fmt: skip
