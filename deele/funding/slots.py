"""Deadlines as pieces of a newsletter, with how old our knowledge of them is."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.text import fold
from deele.funding.models import Round
from deele.funding.queries import deadlines, words
from deele.mail.kinds import Piece, Wish, sources
from deele.office.enums import Theme

REF = "funding.round:"


class Deadlines:
    """Deadlines of funding programmes, the soonest first."""

    key = "funding"
    title = gettext_lazy("Funding deadlines")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What is still to come and fits. Programmes belong to no area of work: every issue may name them."""
        begin = max(wish.since, today) if wish.since else today
        found = [piece(one, today) for one in deadlines.ahead(begin, wish.until)]
        wanted = fold(wish.text).split()
        return [one for one in found if all(word in fold(one.title) for word in wanted)][: wish.limit]

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state of these rounds; what is off the website is left out."""
        numbers = [ref.removeprefix(REF) for ref in refs if ref.startswith(REF)]
        pks = [int(number) for number in numbers if number.isascii() and number.isdigit()]
        today = timezone.localdate()
        return {one.ref: one for one in (piece(found, today) for found in deadlines.by_pks(pks))}


def piece(one: Round, today: date) -> Piece:
    """One deadline. Where our check is too old, the note says so before anything else."""
    version = one.programme_version
    programme = version.programme
    old = words.warning(version, programme, today)
    share = words.share(version)
    return Piece(
        ref=f"{REF}{one.pk}",
        title=_("%(programme)s: apply by %(day)s") % {"programme": programme.name, "day": words.day(one.deadline)},
        url=programme.get_absolute_url(),
        text=" ".join(part for part in (programme.summary, f"{share}." if share else "") if part),
        day=one.deadline,
        when=words.day(one.deadline),
        where=version.region,
        note=" ".join(part for part in (old, one.deadline_note) if part),
        topics=(Theme.FUNDING,),
    )


sources.add(Deadlines.key, Deadlines(), rank=20)
