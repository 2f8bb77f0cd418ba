"""Two sides say yes, one after another, in a process that is killed: nobody is told half."""

from django.db.models import F
from django.utils import timezone

from deele.audit.models import Entry as LogEntry
from deele.mail.models import OutgoingMail
from deele.notices.actions import introducing
from deele.notices.enums import KindKey, ProposalState
from deele.notices.models import Proposal
from deele.notices.tests import factories

PERSONS = 60


def prepare() -> None:
    """One project and many persons that fit it."""
    factories.notice(kind=KindKey.PROJECT, title="Wohnhof Muster", contact_email="projekt@example.org")
    for number in range(PERSONS):
        factories.notice(title=f"Person {number} sucht", contact_email=f"p{number}@example.org")


def act() -> None:
    """Both sides of the next pair say yes."""
    proposal = Proposal.objects.open().order_by("pk").first()
    for notice in (proposal.first, proposal.second):
        introducing.answer(proposal=proposal, notice=notice, yes=True, now=timezone.now())


def faults() -> dict[str, bool]:
    """Who is told half, or told without having agreed."""
    met = Proposal.objects.filter(state=ProposalState.INTRODUCED)
    told = OutgoingMail.objects.filter(purpose="notices.introduced").count()
    agreed = Proposal.objects.filter(first_answer="ja", second_answer="ja")
    return {
        "only one side told": told != 2 * met.count(),
        "introduced without both": met.exclude(first_answer=F("second_answer")).exists(),
        "both agreed and nobody told": agreed.exclude(state=ProposalState.INTRODUCED).exists(),
        "introduced without log": LogEntry.objects.filter(event="notices.introduced").count() != met.count(),
    }


def count() -> int:
    """How many pairs were introduced."""
    return Proposal.objects.filter(state=ProposalState.INTRODUCED).count()
