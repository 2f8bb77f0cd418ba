"""Examples, articles, glossary and start path for the sweep: public pages, links of contacts, the desk."""

from typing import Any

from django.utils import timezone

from deele.accompaniment.models import GoodExample
from deele.accompaniment.tests import factories as plans
from deele.accounts.models import User
from deele.core.text import slug
from deele.library.actions import example_links as links
from deele.library.enums.examples import ExampleState
from deele.library.tests import examples as factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
library:start-path           GET  -                                     200 -   -   -   -   200 -
library:examples             GET  -                                     200 -   -   -   -   200 -
library:example              GET  name=example-name,pk=example          200 -   200 -   -   200 -
library:example              GET  name=anders,pk=example                go  -   -   -   -   go  -
library:example              GET  name=x,pk=example-draft               404 404 404 404 404 404 404
library:example-ask          GET  pk=example                            200 -   -   -   -   200 -
library:example-ask          POST pk=example                            200 -   -   -   -   200 -
library:example-ask          GET  pk=example-draft                      404 404 404 404 404 404 404
library:example-contact      GET  token=contact-token                   200 200 -   -   -   -   -
library:example-contact      GET  token=erfunden                        404 -   -   -   -   404 -
library:example-contact      POST token=contact-token                   200 -   -   -   -   -   -
library:follow-up            GET  token=follow-token                    200 200 -   -   -   -   -
library:follow-up            POST token=follow-token                    200 -   -   -   -   -   -
library:follow-up            GET  token=erfunden                        404 -   -   -   -   404 -
library:articles             GET  -                                     200 -   -   -   -   200 -
library:questions            GET  -                                     200 -   -   -   -   200 -
library:article              GET  name=article-name,pk=article          200 -   200 -   -   200 -
library:article              GET  name=anders,pk=article                go  -   -   -   -   go  -
library:article              GET  name=x,pk=article-draft               404 404 404 404 404 404 404
library:terms                GET  -                                     200 -   -   -   -   200 -
library:term                 GET  key=term                              200 -   -   -   -   200 -
library:term                 GET  key=erfunden                          404 -   -   -   -   404 -
library:desk-examples        GET  -                                     in  -   200 403 403 200 403
library:desk-example-new     GET  -                                     in  -   200 403 403 200 403
library:desk-example-new     POST -                                     in  -   200 403 403 200 403
library:desk-example-take-over POST pk=plan-draft                       in  -   go  403 403 go  403
library:desk-example-take-over POST pk=unknown                          in  -   404 403 403 404 403
library:desk-example         GET  pk=example                            in  -   200 403 403 200 403
library:desk-example         GET  pk=example-draft                      in  -   200 403 403 200 403
library:desk-example         GET  pk=unknown                            in  -   404 403 403 404 403
library:desk-example-change  GET  pk=example                            in  -   200 403 403 200 403
library:desk-example-change  POST pk=example                            in  -   200 403 403 200 403
library:desk-example-move    POST pk=example-draft                      in  -   go  403 403 go  403
library:desk-example-move    POST pk=unknown                            in  -   404 403 403 404 403
library:desk-example-check   POST pk=example                            in  -   go  403 403 go  403
library:desk-example-check   POST pk=unknown                            in  -   404 403 403 404 403
library:desk-example-contact GET  pk=example                            in  -   200 403 403 200 403
library:desk-example-contact POST pk=example                            in  -   200 403 403 200 403
library:desk-example-contact-end POST pk=example-draft                  in  -   go  403 403 go  403
library:desk-example-contact-end POST pk=unknown                        in  -   404 403 403 404 403
library:desk-example-ask     POST pk=example-draft                      in  -   go  403 403 go  403
library:desk-example-ask     POST pk=unknown                            in  -   404 403 403 404 403
library:desk-follow-up       POST pk=follow-answered                    in  -   go  403 403 go  403
library:desk-follow-up       POST pk=follow-open                        in  -   404 403 403 404 403
library:desk-articles        GET  -                                     in  -   200 403 403 200 403
library:desk-article-new     GET  -                                     in  -   200 403 403 200 403
library:desk-article-new     POST -                                     in  -   200 403 403 200 403
library:desk-article         GET  pk=article                            in  -   200 403 403 200 403
library:desk-article         GET  pk=unknown                            in  -   404 403 403 404 403
library:desk-article         POST pk=article                            in  -   200 403 403 200 403
library:desk-article-move    POST pk=article-draft                      in  -   go  403 403 go  403
library:desk-article-move    POST pk=unknown                            in  -   404 403 403 404 403
library:desk-article-check   POST pk=article                            in  -   go  403 403 go  403
library:desk-article-check   POST pk=unknown                            in  -   404 403 403 404 403
library:desk-gaps            GET  -                                     in  -   200 403 403 200 403
library:desk-terms           GET  -                                     in  -   200 403 403 200 403
library:desk-term-new        GET  -                                     in  -   200 403 403 200 403
library:desk-term-new        POST -                                     in  -   200 403 403 200 403
library:desk-term            GET  key=term                              in  -   200 403 403 200 403
library:desk-term            POST key=term                              in  -   200 403 403 200 403
library:desk-term            GET  key=erfunden                          in  -   404 403 403 404 403
library:desk-term-remove     POST key=term                              in  -   go  403 403 go  403
library:desk-term-remove     POST key=erfunden                          in  -   404 403 403 404 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A public example somebody may be asked about, drafts, an article, a word, links of a contact."""
    now = timezone.now()
    made = factories.asked(factories.example())
    draft = factories.example("Entwurf Muster", ExampleState.DRAFT)
    article = factories.article()
    waiting = GoodExample.objects.create(plan=plans.plan("Hof der Vorlage", area=area), title="Hof der Vorlage")
    other = factories.asked(factories.example("Zweites Muster"), email="zweite@example.org")
    return {
        "example": made.pk, "example-name": slug(made.title), "example-draft": draft.pk, "plan-draft": waiting.pk,
        "contact-token": links.for_contact(made, now), "article": article.pk, "article-name": slug(article.title),
        "article-draft": factories.article("Entwurf", "entwurf").pk, "term": factories.term().key,
        "follow-token": links.for_follow_up(factories.follow_up(made, now=now), now),
        "follow-answered": factories.follow_up(other, answered=True, now=now).pk,
        "follow-open": made.follow_ups.get().pk,
    }  # fmt: skip
