"""Which address answers whom, and how. A new address fails the tests until it stands here.

Columns: name of the address · method · what its blanks are filled with (words of world.py; others literally) · the
answers for a stranger, the people behind an entry or a registration (only where their mail link counts), an editor,
somebody who looks after events, an adviser, a lead, a technician. `in`: is asked to sign in. `go`: is sent on to
another page. `-`: not visited. POST is sent empty. Apps keep rows of their own beside this file (`world.PARTS`).
"""

from dataclasses import dataclass

from tests.sweep.world import PARTS, ROLES

# Asked by programs that know no form of ours: a signed link (RFC 8058) and a signed report of a mail server.
WITH_PROOF_OF_THEIR_OWN = ("newsletter:unsubscribe", "newsletter:report")
DOORS_OF_OTHERS = ("wagtailadmin_home", "wagtailadmin_explore_root", "admin:index", "account_login", "mfa_index")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    method: str
    kwargs: dict[str, str]
    answers: dict[str, str]

    @property
    def title(self) -> str:
        words = ",".join(f"{name}={word}" for name, word in self.kwargs.items())
        return f"{self.method} {self.name} {words}".strip()


def rows() -> list[Row]:
    """The table, read."""
    text = "\n".join([TABLE, *(part.TABLE for part in PARTS)])
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [row_of(*line) for line in lines]


def row_of(name: str, method: str, blanks: str, *answers: str) -> Row:
    kwargs = dict(pair.split("=") for pair in blanks.split(",")) if blanks != "-" else {}
    return Row(name, method, kwargs, dict(zip(ROLES, answers, strict=True)))


TABLE = """
# name                       how  blanks                                strg hold edit even advi lead tech
# core, ui
core:healthz                 GET  -                                     200 -   -   -   -   200 -
core:readyz                  GET  -                                     200 -   -   -   -   200 -
ui:gallery                   GET  -                                     200 -   -   -   -   200 -
ui:sample                    GET  name=start                            200 -   -   -   -   200 -
ui:sample-points             GET  -                                     200 -   -   -   -   200 -
ui:sample-places             GET  -                                     200 -   -   -   -   200 -
# places
places:place-search          GET  -                                     200 -   -   -   -   200 -
places:place-suggestions     GET  -                                     200 -   -   -   -   200 -
places:place-detail          GET  slug_key=place-name                   200 -   -   -   -   200 -
places:place-detail          GET  slug_key=nirgendwo-09999999           404 -   -   -   -   404 -
places:outline               GET  key=place                             404 -   -   -   -   404 -
places:borders               GET  level=gemeinde,parent_key=03361       404 -   -   -   -   404 -
# directory, for everybody
directory:search             GET  -                                     200 -   -   -   -   200 -
directory:map                GET  -                                     200 -   -   -   -   200 -
directory:coverage           GET  -                                     200 -   -   -   -   200 -
directory:alike              GET  -                                     200 -   -   -   -   200 -
directory:export             GET  form=csv                              200 -   -   -   -   200 -
directory:export             GET  form=xlsx                             200 -   -   -   -   200 -
directory:export             GET  form=geojson                          200 -   -   -   -   200 -
directory:export             GET  form=exe                              404 -   -   -   -   404 -
directory:entry              GET  name=published-name,pk=published      200 -   -   -   -   200 -
directory:entry              GET  name=draft-name,pk=draft              404 -   -   -   -   404 -
directory:entry              GET  name=gone-name,pk=gone                go  -   -   -   -   go  -
directory:message            GET  pk=published                          200 -   -   -   -   200 -
directory:message            POST pk=published                          200 -   -   -   -   200 -
directory:message            GET  pk=draft                              404 -   -   -   -   404 -
directory:ask-link           GET  pk=published                          200 -   -   -   -   200 -
directory:ask-link           POST pk=published                          200 -   -   -   -   200 -
directory:ask-link           GET  pk=draft                              404 -   -   -   -   404 -
directory:submit             GET  -                                     200 -   -   -   -   200 -
directory:submit             POST -                                     200 -   -   -   -   200 -
directory:submitted          GET  -                                     200 -   -   -   -   200 -
# directory, for the people behind an entry
directory:prove              GET  token=submit                          -   200 -   -   -   -   -
directory:prove              POST token=submit                          -   200 -   -   -   -   -
directory:prove              GET  token=erfunden                        410 -   -   -   -   410 -
directory:hold               GET  token=hold                            -   200 -   -   -   -   -
directory:hold               GET  token=erfunden                        410 -   -   -   -   410 -
directory:hold               GET  token=submit                          -   410 -   -   -   -   -
directory:hold-confirm       GET  token=hold                            -   405 -   -   -   -   -
directory:hold-confirm       POST token=hold                            -   200 -   -   -   -   -
directory:hold-confirm       POST token=erfunden                        410 -   -   -   -   410 -
directory:hold-change        GET  token=hold                            -   200 -   -   -   -   -
directory:hold-change        POST token=hold                            -   200 -   -   -   -   -
directory:hold-change        POST token=erfunden                        410 -   -   -   -   410 -
directory:hold-gone          POST token=hold                            -   200 -   -   -   -   -
directory:hold-gone          POST token=erfunden                        410 -   -   -   -   410 -
# directory, at the desk
directory:desk-list          GET  -                                     in  -   200 403 200 200 403
directory:desk-new           GET  -                                     in  -   200 403 200 200 403
directory:desk-new           POST -                                     in  -   200 403 200 200 403
directory:desk-entry         GET  pk=draft                              in  -   200 403 200 200 403
directory:desk-entry         POST pk=draft                              in  -   200 403 200 200 403
directory:desk-entry         GET  pk=unknown                            in  -   404 403 404 404 403
directory:desk-move          POST pk=draft                              in  -   go  403 go  go  403
directory:desk-confirm       POST pk=draft                              in  -   go  403 go  go  403
directory:desk-remind        POST pk=draft                              in  -   go  403 go  go  403
directory:desk-link          POST pk=draft                              in  -   go  403 go  go  403
directory:desk-unlink        POST pk=draft,link_pk=link                 in  -   go  403 go  go  403
directory:desk-history       GET  pk=draft                              in  -   200 403 200 200 403
directory:desk-photos        GET  pk=draft                              in  -   200 403 200 200 403
directory:desk-photos        POST pk=draft                              in  -   200 403 200 200 403
directory:desk-photo-remove  POST pk=draft,photo_pk=unknown             in  -   404 403 404 404 403
directory:desk-duplicates    GET  -                                     in  -   200 403 403 200 403
directory:desk-compare       GET  left=published,right=other            in  -   200 403 403 200 403
directory:desk-decide        POST left=published,right=other            in  -   404 403 403 404 403
directory:desk-undo-merge    POST pk=merge                              in  -   go  403 403 go  403
directory:imports            GET  -                                     in  -   200 403 403 200 403
directory:imports            POST -                                     in  -   200 403 403 200 403
directory:import             GET  pk=batch                              in  -   200 403 403 200 403
directory:import             GET  pk=unknown                            in  -   404 403 403 404 403
directory:import-columns     GET  pk=batch                              in  -   200 403 403 200 403
directory:import-columns     POST pk=batch                              in  -   200 403 403 200 403
directory:import-row         GET  pk=batch,number=2                     in  -   200 403 403 200 403
directory:import-row         POST pk=batch,number=2                     in  -   200 403 403 200 403
directory:import-take-over   POST pk=batch                              in  -   go  403 403 go  403
directory:import-take-back   POST pk=batch                              in  -   go  403 403 go  403
directory:import-drop        POST pk=batch                              in  -   go  403 403 go  403
# the desk
desk:start                   GET  -                                     in  -   200 200 200 200 200
desk:search                  GET  -                                     in  -   200 200 200 200 200
# mail
mail:list                    GET  -                                     in  -   403 403 403 200 200
mail:muting                  GET  -                                     in  -   403 403 403 200 200
mail:muting                  POST -                                     in  -   403 403 403 200 200
mail:trial                   POST -                                     in  -   403 403 403 go  go
mail:messages                GET  -                                     in  -   403 403 403 200 200
mail:message                 GET  key=mail.trial                        in  -   403 403 403 200 200
mail:message                 GET  key=erfunden                          in  -   403 403 403 404 404
mail:message-html            GET  key=mail.trial                        in  -   403 403 403 200 200
mail:detail                  GET  pk=mail                               in  -   403 403 403 200 200
mail:detail                  GET  pk=unknown                            in  -   403 403 403 404 404
mail:text                    GET  pk=mail                               in  -   403 403 403 200 403
mail:html                    GET  pk=mail                               in  -   403 403 403 200 403
mail:again                   POST pk=mail                               in  -   403 403 403 go  go
mail:cancel                  POST pk=mail                               in  -   403 403 403 go  go
# privacy
privacy:dashboard            GET  -                                     in  -   403 403 403 200 403
privacy:retention-run        POST -                                     in  -   403 403 403 go  403
privacy:run-detail           GET  pk=run                                in  -   403 403 403 200 403
privacy:person               GET  -                                     in  -   403 403 403 200 403
privacy:person               POST -                                     in  -   403 403 403 200 403
privacy:person-export        POST -                                     in  -   403 403 403 200 403
privacy:person-erase         POST -                                     in  -   403 403 403 200 403
privacy:receipt-detail       GET  pk=receipt                            in  -   403 403 403 200 403
# roles, log, office
access:people                GET  -                                     in  -   403 403 403 200 403
access:person-invite         GET  -                                     in  -   403 403 403 200 403
access:person-invite         POST -                                     in  -   403 403 403 200 403
access:person-detail         GET  pk=person                             in  -   403 403 403 200 403
access:person-detail         POST pk=person                             in  -   403 403 403 200 403
access:person-close          GET  pk=person                             in  -   403 403 403 200 403
access:person-close          POST pk=person                             in  -   403 403 403 go  403
access:grant-end             GET  pk=grant                              in  -   403 403 403 200 403
access:grant-end             POST pk=grant                              in  -   403 403 403 go  403
access:log                   GET  -                                     in  -   403 403 403 200 200
access:office                GET  -                                     in  -   403 403 403 200 403
access:office-edit           GET  -                                     in  -   403 403 403 200 403
access:office-edit           POST -                                     in  -   403 403 403 200 403
access:carrier-new           GET  -                                     in  -   403 403 403 200 403
access:carrier-new           POST -                                     in  -   403 403 403 200 403
access:carrier-edit          GET  pk=carrier                            in  -   403 403 403 200 403
access:carrier-edit          POST pk=carrier                            in  -   403 403 403 200 403
access:area-new              GET  -                                     in  -   403 403 403 200 403
access:area-new              POST -                                     in  -   403 403 403 200 403
access:area-edit             GET  pk=area                               in  -   403 403 403 200 403
access:area-edit             POST pk=area                               in  -   403 403 403 200 403
# open data
api-start                    GET  -                                     200 -   -   -   -   200 -
api-v1:openapi-json          GET  -                                     200 -   -   -   -   200 -
api-v1:api-root              GET  -                                     404 -   -   -   -   404 -
api-v1:find_places           GET  -                                     400 -   -   -   -   400 -
api-v1:one_place             GET  key=place                             200 -   -   -   -   200 -
api-v1:one_place             GET  key=09999999                          404 -   -   -   -   404 -
api-v1:find_entries          GET  -                                     200 -   -   -   -   200 -
api-v1:entries_geojson       GET  -                                     400 -   -   -   -   400 -
# website
website:search               GET  -                                     200 -   -   -   -   200 -
website:message              GET  -                                     200 -   -   -   -   200 -
website:message              POST -                                     200 -   -   -   -   200 -
website:message-sent         GET  -                                     200 -   -   -   -   200 -
website:news-feed            GET  -                                     200 -   -   -   -   200 -
website:robots               GET  -                                     200 -   -   -   -   200 -
website:sitemap              GET  -                                     200 -   -   -   -   200 -
website:sitemap-part         GET  section=eintraege                     200 -   -   -   -   200 -
website:media                GET  path=images/erfunden.jpg              404 -   -   -   -   404 -
website:media                GET  path=documents/geheim.pdf             404 -   -   -   -   404 -
# one's own account, and the doors of other houses
account_home                 GET  -                                     in  -   200 200 200 200 200
account_login                GET  -                                     200 -   go  go  go  go  go
mfa_index                    GET  -                                     in  -   200 200 200 200 200
wagtailadmin_home            GET  -                                     in  -   go  403 403 go  403
wagtailadmin_explore_root    GET  -                                     in  -   go  403 403 go  403
admin:index                  GET  -                                     in  -   403 403 403 403 200
"""
