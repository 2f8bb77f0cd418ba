"""What the desk shows of publications, files, orders."""

from typing import Any

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.library.enums.link import LinkState
from deele.library.enums.publication import FileState, OrderState, State
from deele.library.models import Link, PrintOrder, Publication, PublicationFile
from deele.library.models.publication import PublicationQuerySet
from deele.library.queries import publication_words as words
from deele.library.rules import pdf_findings
from deele.library.rules.publication import MOVES

TABS = {"": None, "entwuerfe": State.DRAFT, "oeffentlich": State.PUBLISHED, "zurueckgezogen": State.WITHDRAWN}


def found(user: Any, *, tab: str = "", q: str = "") -> PublicationQuerySet:
    """Publications of a tab that hold these words."""
    rows = Publication.objects.visible_to(user)
    state = TABS.get(tab)
    if state:
        rows = rows.filter(state=state)
    if q:
        rows = rows.filter(Q(title__icontains=q) | Q(subtitle__icontains=q) | Q(authors__name__icontains=q))
    rows = rows.prefetch_related("authors").annotate(file_number=Count("files", distinct=True))
    return rows.order_by(F("year").desc(nulls_last=True), "title", "pk")  # grouping drops the order of the model


def tabs(user: Any, active: str) -> list[dict[str, Any]]:
    """The states with how many there are."""
    counts = dict(Publication.objects.visible_to(user).order_by().values_list("state").annotate(number=Count("pk")))
    labels = {"": _("All"), "entwuerfe": _("Drafts"), "oeffentlich": _("Public"), "zurueckgezogen": _("Withdrawn")}
    base = reverse("library:desk-list")
    return [
        {
            "label": labels[key],
            "url": f"{base}?tab={key}" if key else base,
            "active": key == active,
            "count": counts.get(state, 0) if state else sum(counts.values()),
        }
        for key, state in TABS.items()
    ]


def pages(active: str) -> list[dict[str, Any]]:
    """The pages of this part of the desk."""
    rows = (
        ("list", _("Publications"), "library:desk-list", None),
        ("orders", _("Orders of print"), "library:desk-orders", open_orders()),
        ("links", _("Links"), "library:desk-links", dead_links()),
    )
    return [
        {"label": label, "url": reverse(name), "active": key == active, "count": count}
        for key, label, name, count in rows
    ]


def open_orders(user: Any = None) -> int:
    """Orders that wait for the post."""
    return PrintOrder.objects.filter(state=OrderState.NEW).count()


def dead_links(user: Any = None) -> int:
    """Addresses that are dead and still stand somewhere."""
    return Link.objects.filter(state=LinkState.DEAD, uses__isnull=False).distinct().count()


def waiting_files(user: Any = None) -> int:
    """Files that were not taken: somebody should look."""
    return PublicationFile.objects.filter(state=FileState.REFUSED).count()


def moves(publication: Publication) -> list[dict[str, str]]:
    """What may be done next."""
    labels = {
        State.PUBLISHED: _("Publish"),
        State.WITHDRAWN: _("Withdraw"),
        State.DRAFT: _("Back to a draft"),
    }
    return [{"to": to.value, "label": labels[to]} for to in MOVES[State(publication.state)]]


def files(publication: Publication) -> list[dict[str, Any]]:
    """All its files with the whole report."""
    rows = publication.files.select_related("report", "publication")
    return [{"file": row, "line": words.file_line(row), **report(row)} for row in rows]


def report(file: PublicationFile) -> dict[str, Any]:
    """What was found, in words: faults first."""
    known = getattr(file, "report", None)
    findings = [finding(one) for one in known.findings if one.get("key") in pdf_findings.WORDS] if known else []
    problem, what = pdf_findings.PROBLEMS.get(file.problem, ("", ""))
    return {
        "verdict": known.get_verdict_display() if known else "",
        "is_good": bool(known) and not any(not one["ok"] for one in findings),
        "wrong": [one for one in findings if not one["ok"]],
        "right": [one for one in findings if one["ok"]],
        "not_checked": pdf_findings.NOT_CHECKED if known else "",
        "problem": problem,
        "what_to_do": what,
    }


def finding(stored: dict[str, Any]) -> dict[str, Any]:
    """One finding in words."""
    said = pdf_findings.WORDS[stored["key"]]
    ok, number = bool(stored.get("ok")), int(stored.get("number") or 0)
    return {
        "ok": ok,
        "what": said.good if ok else said.bad,
        "number": number if not ok and number else 0,
        "why": said.why,
        "repair": said.repair,
    }


def orders(tab: str) -> Any:
    """Orders that wait, or those that are done, the newest first."""
    rows = PrintOrder.objects.select_related("publication")
    if tab == "erledigt":
        return rows.exclude(state=OrderState.NEW).order_by("-ended_on", "-pk")
    return rows.filter(state=OrderState.NEW).order_by("ordered_at", "pk")


def order_tabs(active: str) -> list[dict[str, Any]]:
    """Waiting and done."""
    base = reverse("library:desk-orders")
    return [
        {"label": _("Waiting"), "url": base, "active": active != "erledigt", "count": open_orders()},
        {"label": _("Done"), "url": f"{base}?tab=erledigt", "active": active == "erledigt", "count": None},
    ]
