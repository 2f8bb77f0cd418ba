"""The addresses of working groups for the sweep: for everybody, from a seat, at the desk. Kim leads `group`, is a guest
in `group-guest`, and has no seat in `group-foreign`, which is not public."""

import io
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from deele.accounts.models import User
from deele.alliance.models import Delegate
from deele.alliance.tests import factories as members
from deele.core.text import slug
from deele.groups.actions import wishes
from deele.groups.enums import Role
from deele.groups.kinds import Actor
from deele.groups.models import GroupFile
from deele.groups.queries import calendar
from deele.groups.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
groups:list                  GET  -                                     200 200 -   -   -   200 -
groups:group                 GET  name=group-name,pk=group              200 200 -   -   -   200 -
groups:group                 GET  name=anders,pk=group                  go  go  -   -   -   go  -
groups:group                 GET  name=x,pk=group-foreign               404 404 404 404 404 404 404
groups:file                  GET  pk=group,file_pk=group-paper          200 200 -   -   -   200 -
groups:file                  GET  pk=group,file_pk=group-file           404 404 404 404 404 404 404
groups:file                  GET  pk=group-foreign,file_pk=group-paper  404 404 404 404 404 404 404
groups:mine-list             GET  -                                     go  200 go  -   -   go  -
groups:propose               GET  -                                     go  200 go  -   -   go  -
groups:propose               POST -                                     go  200 go  -   -   go  -
groups:invitation            GET  pk=group-invitation                   go  200 go  -   -   go  -
groups:invitation            POST pk=group-invitation                   go  200 go  -   -   go  -
groups:invitation            GET  pk=unknown                            go  404 go  -   -   go  -
groups:join                  GET  pk=group-open                         go  200 go  -   -   go  -
groups:join                  POST pk=group-open                         go  200 go  -   -   go  -
groups:join                  GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mute                  POST pk=group                              go  go  go  -   -   go  -
groups:mute                  POST pk=group-foreign                      go  404 go  -   -   go  -
groups:leave                 GET  pk=group                              go  200 go  -   -   go  -
groups:leave                 POST pk=group-guest                        go  go  go  -   -   go  -
groups:leave                 GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-group            GET  pk=group                              go  200 go  -   -   go  -
groups:mine-group            GET  pk=group-guest                        go  200 go  -   -   go  -
groups:mine-group            GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-change           GET  pk=group                              go  200 go  -   -   go  -
groups:mine-change           POST pk=group                              go  200 go  -   -   go  -
groups:mine-change           GET  pk=group-guest                        go  403 go  -   -   go  -
groups:mine-change           GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-move             POST pk=group                              go  go  go  -   -   go  -
groups:mine-move             POST pk=group-guest                        go  403 go  -   -   go  -
groups:mine-people           GET  pk=group                              go  200 go  -   -   go  -
groups:mine-people           GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-invite           GET  pk=group                              go  200 go  -   -   go  -
groups:mine-invite           POST pk=group                              go  200 go  -   -   go  -
groups:mine-invite           GET  pk=group-guest                        go  403 go  -   -   go  -
groups:mine-role             POST pk=group,seat_pk=group-seat           go  go  go  -   -   go  -
groups:mine-role             POST pk=group-guest,seat_pk=group-seat     go  403 go  -   -   go  -
groups:mine-seat-end         POST pk=group,seat_pk=group-seat           go  go  go  -   -   go  -
groups:mine-seat-end         POST pk=group,seat_pk=unknown              go  404 go  -   -   go  -
groups:mine-answer           POST pk=group,wish_pk=group-wish           go  go  go  -   -   go  -
groups:mine-answer           POST pk=group,wish_pk=unknown              go  404 go  -   -   go  -
groups:mine-files            GET  pk=group                              go  200 go  -   -   go  -
groups:mine-files            GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-file-add         GET  pk=group                              go  200 go  -   -   go  -
groups:mine-file-add         POST pk=group                              go  200 go  -   -   go  -
groups:mine-file-add         GET  pk=group-guest                        go  403 go  -   -   go  -
groups:mine-file             GET  pk=group,file_pk=group-file           go  200 go  -   -   go  -
groups:mine-file             GET  pk=group-foreign,file_pk=group-file   go  404 go  -   -   go  -
groups:mine-file-share       POST pk=group,file_pk=group-file           go  go  go  -   -   go  -
groups:mine-file-share       POST pk=group-guest,file_pk=group-file     go  403 go  -   -   go  -
groups:mine-file-remove      POST pk=group,file_pk=group-file           go  go  go  -   -   go  -
groups:mine-file-remove      POST pk=group-foreign,file_pk=group-file   go  404 go  -   -   go  -
groups:mine-polls            GET  pk=group                              go  200 go  -   -   go  -
groups:mine-polls            GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-poll-new         GET  pk=group                              go  200 go  -   -   go  -
groups:mine-poll-new         POST pk=group                              go  200 go  -   -   go  -
groups:mine-poll-new         GET  pk=group-guest                        go  403 go  -   -   go  -
groups:mine-poll             GET  pk=group,poll_pk=poll                 go  200 go  -   -   go  -
groups:mine-poll             POST pk=group,poll_pk=poll                 go  200 go  -   -   go  -
groups:mine-poll             GET  pk=group-guest,poll_pk=poll           go  404 go  -   -   go  -
groups:mine-poll-choose      POST pk=group,poll_pk=poll                 go  go  go  -   -   go  -
groups:mine-poll-choose      POST pk=group-guest,poll_pk=poll           go  403 go  -   -   go  -
groups:mine-poll-call-off    POST pk=group,poll_pk=poll                 go  go  go  -   -   go  -
groups:mine-letters          GET  pk=group                              go  200 go  -   -   go  -
groups:mine-letters          GET  pk=group-foreign                      go  404 go  -   -   go  -
groups:mine-letter-write     GET  pk=group                              go  200 go  -   -   go  -
groups:mine-letter-write     POST pk=group                              go  200 go  -   -   go  -
groups:mine-letter-write     GET  pk=group-guest                        go  403 go  -   -   go  -
groups:calendar-renew        POST pk=group                              go  go  go  -   -   go  -
groups:calendar-renew        POST pk=group-foreign                      go  404 go  -   -   go  -
groups:calendar              GET  token=group-calendar                  200 200 -   -   -   200 -
groups:calendar              GET  token=erfunden                        404 404 404 404 404 404 404
groups:poll                  GET  token=poll-token                      200 200 -   -   -   200 -
groups:poll                  POST token=poll-token                      200 200 -   -   -   200 -
groups:poll                  GET  token=erfunden                        404 404 -   -   -   404 -
groups:desk-polls            GET  pk=group                              in  -   200 403 403 200 403
groups:desk-poll-new         GET  pk=group                              in  -   200 403 403 200 403
groups:desk-poll-new         POST pk=group                              in  -   200 403 403 200 403
groups:desk-poll             GET  pk=group,poll_pk=poll                 in  -   200 403 403 200 403
groups:desk-poll             GET  pk=group,poll_pk=unknown              in  -   404 403 403 404 403
groups:desk-poll-choose      POST pk=group,poll_pk=poll                 in  -   go  403 403 go  403
groups:desk-poll-call-off    POST pk=group,poll_pk=poll                 in  -   go  403 403 go  403
groups:desk-letters          GET  pk=group                              in  -   200 403 403 200 403
groups:desk-letter-write     GET  pk=group                              in  -   200 403 403 200 403
groups:desk-letter-write     POST pk=group                              in  -   200 403 403 200 403
groups:desk-list             GET  -                                     in  -   200 403 403 200 403
groups:desk-new              GET  -                                     in  -   200 403 403 200 403
groups:desk-new              POST -                                     in  -   200 403 403 200 403
groups:desk-group            GET  pk=group                              in  -   200 403 403 200 403
groups:desk-group            GET  pk=group-foreign                      in  -   200 403 403 200 403
groups:desk-group            GET  pk=unknown                            in  -   404 403 403 404 403
groups:desk-change           GET  pk=group                              in  -   200 403 403 200 403
groups:desk-change           POST pk=group                              in  -   200 403 403 200 403
groups:desk-move             POST pk=group                              in  -   go  403 403 go  403
groups:desk-people           GET  pk=group                              in  -   200 403 403 200 403
groups:desk-invite           GET  pk=group                              in  -   200 403 403 200 403
groups:desk-invite           POST pk=group                              in  -   200 403 403 200 403
groups:desk-role             POST pk=group,seat_pk=group-seat           in  -   go  403 403 go  403
groups:desk-seat-end         POST pk=group,seat_pk=group-seat           in  -   go  403 403 go  403
groups:desk-answer           POST pk=group,wish_pk=group-wish           in  -   go  403 403 go  403
groups:desk-files            GET  pk=group                              in  -   200 403 403 200 403
groups:desk-file-add         GET  pk=group                              in  -   200 403 403 200 403
groups:desk-file-add         POST pk=group                              in  -   200 403 403 200 403
groups:desk-file             GET  pk=group,file_pk=group-file           in  -   200 403 403 200 403
groups:desk-file-share       POST pk=group,file_pk=group-file           in  -   go  403 403 go  403
groups:desk-file-remove      POST pk=group,file_pk=group-file           in  -   go  403 403 go  403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """Groups of every kind for Kim, who is the holder's delegate."""
    kim = Delegate.objects.get(email="kim@example.org")
    group, guest, open_one = (factories.group(name) for name in ("AG Muster", "AG Gast", "AG Offen"))
    foreign = factories.group("AG Geheim", is_public=False)
    factories.seat(group, kim, Role.LEAD)
    factories.seat(guest, kim, Role.GUEST)
    other = factories.lead(group)
    asking = members.delegate(members.member("Verein Neu"), email="neu@example.org")
    now, house = timezone.now(), Actor(user=people["leitung"])
    invitation = wishes.invite(
        group=factories.group("AG Lädt"), delegate=kim, role=Role.MEMBER, words="", by=house, now=now
    )
    wish = wishes.ask(group=group, delegate=asking, words="Gern", now=now)
    poll = factories.poll(group, kim)
    return {
        "poll": poll.pk,
        "poll-token": factories.poll_token(poll, kim),
        "group-calendar": calendar.token(group.seats.get(delegate=kim)),
        "group": group.pk, "group-name": slug(group.name), "group-guest": guest.pk, "group-open": open_one.pk,
        "group-foreign": foreign.pk, "group-seat": other.seats.get().pk, "group-invitation": invitation.pk,
        "group-wish": wish.pk, "group-file": file(group, "Entwurf.pdf").pk,
        "group-paper": file(group, "Papier.pdf", is_public=True).pk,
    }  # fmt: skip


def file(group: Any, name: str, **given: Any) -> GroupFile:
    """A file that lies in the store."""
    kept = GroupFile(group=group, name=name, size=4, **given)
    kept.file.save(f"sweep/{name}", ContentFile(io.BytesIO(b"%PDF").read()), save=False)
    kept.save()
    return kept
