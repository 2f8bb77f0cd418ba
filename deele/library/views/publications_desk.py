"""Publications at the desk: list, edit, files, moves, new edition, stock."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.library.actions import files, orders, publication_overlaps, publications
from deele.library.doors import publications as doors
from deele.library.enums.publication import State
from deele.library.forms.publication import EditionForm, FileForm, NewPublicationForm, PublicationForm, StockForm
from deele.library.models import Publication
from deele.library.queries import publication_desk as queries
from deele.library.queries import publication_elsewhere as elsewhere
from deele.library.tasks import publications as jobs

EDIT = Permission.LIBRARY_EDIT
PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(EDIT)
def publication_list(request: HttpRequest) -> HttpResponse:
    """All publications; every filter is part of the address."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q")}
    page = Paginator(queries.found(request.user, **asked), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "asked": asked, "tabs": queries.tabs(request.user, asked["tab"]), "pages": queries.pages("list"),
    }  # fmt: skip
    return render(request, "library/desk/publications.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """Begin a publication."""
    form = NewPublicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = publications.create(values=form.cleaned_data, authors=[], by=request.user, now=timezone.now())
        messages.success(request, _("The draft is there. Nobody but you sees it."))
        return redirect(made.desk_url())
    return render(request, "library/desk/publication_new.html", {"form": form})


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """One publication: change what stands on its page. A second writer sees the conflict."""
    with transaction.atomic():
        found = doors.desk_publication(request.user, pk)
        form = PublicationForm(request.POST or None, instance=doors.desk_publication(request.user, pk))
        if request.method == "POST" and form.is_valid() and change(request, form):
            messages.success(request, _("Saved."))
            return redirect(found.desk_url())
    return screen(request, found, form)


def change(request: HttpRequest, form: PublicationForm) -> bool:
    """Save it; what cannot be is said at the form."""
    try:
        with transaction.atomic():
            publications.change(publication=form.instance, authors=form.authors(), by=request.user, now=timezone.now())
    except publications.AddressTaken as refusal:
        form.add_error("year", refusal.message)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
    else:
        return True
    return False


def screen(request: HttpRequest, found: Publication, form: PublicationForm) -> HttpResponse:
    """The whole page of a publication."""
    stock = {"prints": found.prints, "stock": found.stock, "most_copies": found.most_copies}
    context = {
        "publication": found, "form": form, "files": queries.files(found), "moves": queries.moves(found),
        "file_form": FileForm(), "stock_form": StockForm(initial=stock),
        "overlap_ref": f"{elsewhere.REF}{found.pk}",
        "edition_form": EditionForm(initial={"year": timezone.localdate().year}),
    }  # fmt: skip
    return render(request, "library/desk/publication.html", context, status=409 if form.conflict else 200)


@require_POST
@staff_page(EDIT)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, withdraw, back to a draft."""
    found = doors.desk_publication(request.user, pk)
    to = request.POST.get("to", "")
    if to not in State.values:
        messages.error(request, _("This step is not known. Please use the buttons of the page."))
        return redirect(found.desk_url())
    try:
        if to == State.PUBLISHED and not found.is_public:
            publication_overlaps.ask_first(found, by=request.user, now=timezone.now())
        with transaction.atomic():
            moved = publications.move(publication=found, to=to, by=request.user, now=timezone.now())
            jobs.index_pages.enqueue(moved.pk)
        messages.success(request, _("The publication is now: %(state)s.") % {"state": moved.get_state_display()})
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(EDIT)
def new_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft that will take the place of this one."""
    found = doors.desk_publication(request.user, pk)
    form = EditionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please give the year of the new edition, for example 2027."))
        return redirect(found.desk_url())
    try:
        made = publications.new_edition(
            publication=found, year=form.cleaned_data["year"], by=request.user, now=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(found.desk_url())
    messages.success(request, _("The new edition is a draft. Once published, the old address leads to it."))
    return redirect(made.desk_url())


@require_POST
@staff_page(EDIT)
def set_stock(request: HttpRequest, pk: int) -> HttpResponse:
    """What was counted on the shelf."""
    found = doors.desk_publication(request.user, pk)
    form = StockForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        orders.set_stock(
            publication=found, stock=data["stock"], most=data["most_copies"], prints=data["prints"], by=request.user,
            now=timezone.now(),
        )  # fmt: skip
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Please give both numbers: how many are in stock, and how many go to one address."))
    return redirect(f"{found.desk_url()}#druck")


@require_POST
@staff_page(EDIT)
def add_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file in; a PDF is read in a job."""
    found = doors.desk_publication(request.user, pk)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Please choose a file that is not empty."))
        return redirect(f"{found.desk_url()}#dateien")
    data = form.cleaned_data
    try:
        with transaction.atomic():
            kept = files.add(
                publication=found, file=data["upload"], title=data["title"], language=data["language"],
                by=request.user, now=timezone.now(),
            )  # fmt: skip
            if kept.is_pdf:
                jobs.read_file.enqueue(kept.pk)
        words = _("The file is there and is being read now. The result stands here in a moment.")
        messages.success(request, words if kept.is_pdf else _("The file is there."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(f"{found.desk_url()}#dateien")


@require_POST
@staff_page(EDIT)
def remove_file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """Take a file out."""
    kept = doors.desk_file(request.user, pk, file_pk)
    files.remove(file=kept, by=request.user, now=timezone.now())
    messages.success(request, _("The file is out."))
    return redirect(f"{kept.publication.desk_url()}#dateien")


@require_POST
@staff_page(EDIT)
def read_again(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """Read a PDF once more."""
    kept = doors.desk_file(request.user, pk, file_pk)
    if kept.is_pdf and kept.file:
        jobs.read_file.enqueue(kept.pk)
        messages.success(request, _("The file is being read again."))
    return redirect(f"{kept.publication.desk_url()}#dateien")
