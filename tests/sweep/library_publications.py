"""The addresses of publications for the sweep: list, editions, files, orders, the desk."""

import io
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.library.actions import files, orders
from deele.library.enums.publication import FileState, State
from deele.library.models import PublicationFile
from deele.library.tests import publication_factories as factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
library:list                 GET  -                                     200 -   -   -   -   200 -
library:feed                 GET  -                                     200 -   -   -   -   200 -
library:publication          GET  slug=work                             200 -   -   -   -   200 -
library:publication          GET  slug=work-draft                       404 404 404 404 404 404 404
library:publication          GET  slug=erfunden                         404 -   -   -   -   404 -
library:edition              GET  slug=work,year=work-year              200 -   -   -   -   200 -
library:edition              GET  slug=work,year=unknown                404 -   -   -   -   404 -
library:edition              GET  slug=work-draft,year=work-year        404 404 404 404 404 404 404
library:file                 GET  pk=work-file,name=work-file-name      200 -   -   -   -   200 -
library:file                 GET  pk=work-file,name=anders              go  -   -   -   -   go  -
library:file                 GET  pk=draft-work-file,name=x                  404 404 go  404 404 go  404
library:file                 GET  pk=unknown,name=x                     404 -   -   -   -   404 -
library:cite                 GET  pk=work-pk,form=bibtex                200 -   -   -   -   200 -
library:cite                 GET  pk=work-pk,form=erfunden              404 -   -   -   -   404 -
library:cite                 GET  pk=draft-pk,form=ris                  404 404 404 404 404 404 404
library:order                GET  pk=work-pk                            200 -   -   -   -   200 -
library:order                POST pk=work-pk                            200 -   -   -   -   200 -
library:order                GET  pk=draft-pk                           404 404 404 404 404 404 404
library:ordered              GET  pk=work-pk                            200 -   -   -   -   200 -
library:desk-list            GET  -                                     in  -   200 403 403 200 403
library:desk-new             GET  -                                     in  -   200 403 403 200 403
library:desk-new             POST -                                     in  -   200 403 403 200 403
library:desk-publication     GET  pk=work-pk                            in  -   200 403 403 200 403
library:desk-publication     POST pk=work-pk                            in  -   200 403 403 200 403
library:desk-publication     GET  pk=draft-pk                           in  -   200 403 403 200 403
library:desk-publication     GET  pk=unknown                            in  -   404 403 403 404 403
library:desk-move            POST pk=work-pk                            in  -   go  403 403 go  403
library:desk-move            POST pk=unknown                            in  -   404 403 403 404 403
library:desk-edition         POST pk=work-pk                            in  -   go  403 403 go  403
library:desk-edition         POST pk=unknown                            in  -   404 403 403 404 403
library:desk-stock           POST pk=work-pk                            in  -   go  403 403 go  403
library:desk-stock           POST pk=unknown                            in  -   404 403 403 404 403
library:desk-file-add        POST pk=work-pk                            in  -   go  403 403 go  403
library:desk-file-add        POST pk=unknown                            in  -   404 403 403 404 403
library:desk-file-remove     POST pk=draft-pk,file_pk=draft-work-file        in  -   go  403 403 go  403
library:desk-file-remove     POST pk=work-pk,file_pk=draft-work-file         in  -   404 403 403 404 403
library:desk-file-read       POST pk=work-pk,file_pk=work-file          in  -   go  403 403 go  403
library:desk-file-read       POST pk=work-pk,file_pk=draft-work-file         in  -   404 403 403 404 403
library:desk-orders          GET  -                                     in  -   200 403 403 200 403
library:desk-order-ship      POST pk=print-order                        in  -   go  403 403 go  403
library:desk-order-ship      POST pk=unknown                            in  -   404 403 403 404 403
library:desk-order-decline   POST pk=print-order                        in  -   go  403 403 go  403
library:desk-order-decline   POST pk=unknown                            in  -   404 403 403 404 403
library:desk-links           GET  -                                     in  -   200 403 403 200 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A public work with a file and copies, a draft with a file, an order."""
    now = timezone.now()
    work = factories.publication(prints=True, stock=20)
    draft = factories.publication("Entwurf Muster", state=State.DRAFT)
    address = {
        "copies": 2, "name": "Person Muster", "organisation": "", "street": "Weg 1", "postcode": "30159",
        "town": "Hannover", "email": "bestellung@example.org", "note": "",
    }  # fmt: skip
    order = orders.order(publication=work, values=address, form="", now=now)
    kept, hidden = (of_publication(one, number) for number, one in enumerate((work, draft)))
    return {
        "work": work.slug, "work-year": work.year, "work-pk": work.pk, "work-draft": draft.slug, "draft-pk": draft.pk,
        "work-file": kept.pk, "work-file-name": kept.file_name, "draft-work-file": hidden.pk, "print-order": order.pk,
    }  # fmt: skip


def of_publication(publication: Any, number: int) -> PublicationFile:
    """A file that counts as read; what is in it does not matter to a door."""
    content = io.BytesIO(b"%PDF-1.7 Muster " + str(number).encode())
    kept = files.add(publication=publication, file=content, title="", language="de", by=None, now=timezone.now())
    kept.state = FileState.READY
    kept.save(update_fields=["state"])
    return kept
