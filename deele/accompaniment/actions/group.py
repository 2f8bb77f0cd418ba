"""The group's own page: sending its link, taking proposals in, answering them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accompaniment import emails, enums
from deele.accompaniment.actions import files, parts
from deele.accompaniment.actions.plans import check_allowed
from deele.accompaniment.enums import ContactKind, ProposalKind, ProposalState
from deele.accompaniment.kinds import FileTold
from deele.accompaniment.models import Member, Plan, PlanContact, Proposal
from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.core.errors import Refusal
from deele.mail.actions import outbox

GROUP = "accompaniment.group"
VALID = timedelta(days=400)  # a year and a month: the yearly talk sends a new one
AFTER_THE_END = timedelta(days=90)
MOST_OPEN = 40


class NoAddress(Refusal):
    """Without an address there is no link."""

    code = "no-address"


class Incomplete(Refusal):
    """A proposal says what it proposes."""

    code = "incomplete"


class TooMany(Refusal):
    """The office has to answer first."""

    code = "too-many"


class Answered(Refusal):
    """Somebody has answered already."""

    code = "answered"


@transaction.atomic
def send_link(*, member: Member, by: Any, now: datetime) -> None:
    """Mail this contact person the link to the group's page; once a day. Raises NoAddress, NotAllowed."""
    if by is not None:
        check_allowed(by, member.plan)
    if not member.email:
        raise NoAddress(_("%(name)s has no e-mail address. Please write one down first.") % {"name": member.name})
    token = mail_links.issue(
        purpose=GROUP, subject=reference(member), email=member.email, valid_for=VALID, now=now, single_use=False
    )
    draft = emails.group_link(
        member.name, member.plan.title, address(reverse("accompaniment:group-page", args=[token]))
    )
    day = timezone.localdate(now).isoformat()
    outbox.queue(
        purpose=GROUP, to=member.email, key=f"{member.pk} {day}", about=reference(member.plan), urgency="now",
        now=now, **draft._asdict(),
    )  # fmt: skip
    member.link_sent_at = now
    member.save(update_fields=["link_sent_at", "updated_at"])
    audit.record(enums.LINK_SENT, by=by, about=member.plan, now=now, data={"member": member.pk})


@transaction.atomic
def send_again(*, email: str, now: datetime) -> int:
    """Mail fresh links to this address for the plans it belongs to; returns how many. Nobody learns by asking."""
    rows = [one for one in Member.objects.filter(email__iexact=email).select_related("plan")[:10] if is_open(one, now)]
    for member in rows:
        send_link(member=member, by=None, now=now)
    return len(rows)


def is_open(member: Member, now: datetime) -> bool:
    """Whether the group's page still opens: while the plan is accompanied, and three months longer."""
    ended = member.plan.ended_on
    return ended is None or ended + AFTER_THE_END >= timezone.localdate(now)


def member_of(link: MailLink, now: datetime) -> Member | None:
    """Whom a link belongs to, as long as the address is still theirs and the page still opens."""
    pk = int(link.subject.rpartition(":")[2])
    rows = Member.objects.select_related("plan__place", "plan__adviser", "plan__area")
    found = rows.filter(pk=pk, email__iexact=link.email).first()
    return found if found is not None and is_open(found, now) else None


@transaction.atomic
def propose(*, member: Member, told: Mapping[str, Any], file: Any, now: datetime, token: str) -> Proposal:
    """Take a proposal in; it changes nothing yet. `told`: kind, milestone, day, text. Sent twice it is made once.

    Raises Incomplete, TooMany, core.uploads.BadUpload.
    """
    known = Proposal.objects.filter(form_token=token).first()
    if known is not None:
        return known
    plan = member.plan
    check_complete(told, file)
    if plan.proposals.filter(state=ProposalState.OPEN).count() >= MOST_OPEN:
        raise TooMany(_("The office has many of your proposals to answer. Please wait, or call."))
    kept = None
    if file is not None:
        about = FileTold(file.name, milestone=told["milestone"], from_group=True)
        kept = files.add(plan=plan, file=file, told=about, by=None, now=now)
    made = Proposal.objects.create(
        plan=plan, member=member, kind=told["kind"], milestone=told["milestone"], day=told["day"], text=told["text"],
        file=kept, made_at=now, form_token=token,
    )  # fmt: skip
    audit.record(enums.PROPOSED, by=None, about=plan, now=now, data={"pk": made.pk}, actor_name=_("The group"))
    tell_adviser(plan, now)
    return made


def check_complete(told: Mapping[str, Any], file: Any) -> None:
    """Raises Incomplete."""
    kind = told["kind"]
    if kind in (ProposalKind.DONE, ProposalKind.DATE) and (told["milestone"] is None or told["day"] is None):
        raise Incomplete(_("Please choose the milestone and the day it is about."))
    if kind == ProposalKind.NOTE and not told["text"].strip():
        raise Incomplete(_("Please write what the office should know."))
    if kind == ProposalKind.FILE and file is None:
        raise Incomplete(_("Please choose the file."))


def tell_adviser(plan: Plan, now: datetime) -> None:
    """A mail to the adviser, one a day for each plan."""
    if plan.adviser is None or not plan.adviser.email:
        return
    draft = emails.proposal_waits(plan.title, address(reverse("accompaniment:group", args=[plan.pk])))
    day = timezone.localdate(now).isoformat()
    outbox.queue(
        purpose="accompaniment.proposal", to=plan.adviser.email, key=f"{plan.pk} {day}", about=reference(plan),
        now=now, **draft._asdict(),
    )  # fmt: skip


@transaction.atomic
def answer(*, proposal: Proposal, accept: bool, words: str, by: Any, now: datetime) -> Proposal:
    """Take a proposal over into the plan, or say why not. Raises NotAllowed, Answered, Incomplete."""
    check_allowed(by, proposal.plan)
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if not locked.is_open:
        raise Answered(_("A colleague has answered this proposal already."))
    if not accept and not words.strip():
        raise Incomplete(_("Please say in a word why not: the group reads it."))
    if accept:
        take_over(proposal, by, now)
    proposal.state = ProposalState.ACCEPTED if accept else ProposalState.DECLINED
    proposal.answer, proposal.answered_by, proposal.answered_at = words.strip(), by, now
    proposal.version += 1
    proposal.save(update_fields=["state", "answer", "answered_by", "answered_at", "version", "updated_at"])
    audit.record(enums.ANSWERED, by=by, about=proposal.plan, now=now, data={"pk": proposal.pk, "accept": accept})
    tell_member(proposal, now)
    return proposal


def take_over(proposal: Proposal, by: Any, now: datetime) -> None:
    """What a proposal means for the plan."""
    if proposal.kind == ProposalKind.NOTE:
        heard(proposal, timezone.localdate(proposal.made_at), by)
    if proposal.file is not None:
        proposal.file.shared = True
        proposal.file.save(update_fields=["shared", "updated_at"])
    milestone = proposal.milestone
    if milestone is None or proposal.kind not in (ProposalKind.DONE, ProposalKind.DATE):
        return
    if proposal.kind == ProposalKind.DONE:
        milestone.done_on, milestone.dropped = proposal.day, False
        milestone.proof_note = milestone.proof_note or proposal.text[:300]
    else:
        milestone.due_on = proposal.day
    milestone.version += 1
    milestone.save()
    audit.record(enums.MILESTONE_SET, by=by, about=proposal.plan, now=now, data={"pk": milestone.pk})


def heard(proposal: Proposal, day: date, by: Any) -> None:
    """News of the group that were read are a contact: the plan has been heard of."""
    contact = PlanContact.objects.create(
        plan=proposal.plan, happened_on=day, kind=ContactKind.NEWS, channel=enums.Channel.MAIL,
        duration=enums.Duration.SHORT, note=proposal.text, by=by,
    )  # fmt: skip
    parts.heard_of(proposal.plan, contact)


def tell_member(proposal: Proposal, now: datetime) -> None:
    """A mail to the person who proposed it, if there still is one."""
    if proposal.member is None or not proposal.member.email:
        return
    draft = emails.proposal_answered(
        proposal.member.name, proposal.plan.title, str(proposal.get_state_display()), proposal.answer
    )
    outbox.queue(
        purpose="accompaniment.answered", to=proposal.member.email, key=str(proposal.pk),
        about=reference(proposal.plan), now=now, **draft._asdict(),
    )  # fmt: skip
