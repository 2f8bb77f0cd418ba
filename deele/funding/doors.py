"""The doors of funding: fetch and authorise in one step."""

from typing import Any

from django.http import Http404

from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.queries import programmes as queries


def public_programme(pk: int) -> Programme:
    """A programme on the website, with all it has. 404 for all others."""
    found = queries.with_all(Programme.objects.public().filter(pk=pk)).first()
    if found is None:
        raise Http404
    return found


def desk_programme(user: Any, pk: int) -> Programme:
    """A programme to work on. 404 where the person may not know it."""
    found = queries.with_all(Programme.objects.visible_to(user).filter(pk=pk)).first()
    if found is None:
        raise Http404
    return found


def desk_version(user: Any, pk: int, version_pk: int) -> ProgrammeVersion:
    """A version of such a programme. 404 for all others."""
    found = ProgrammeVersion.objects.filter(programme=desk_programme(user, pk), pk=version_pk)
    version = found.select_related("programme", "place").first()
    if version is None:
        raise Http404
    return version


def desk_round(user: Any, pk: int, round_pk: int) -> Round:
    """A round of such a programme. 404 for all others."""
    found = Round.objects.filter(programme_version__programme=desk_programme(user, pk), pk=round_pk)
    one = found.select_related("programme_version__programme").first()
    if one is None:
        raise Http404
    return one
