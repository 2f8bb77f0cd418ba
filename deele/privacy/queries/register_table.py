"""The register in words: the table of docs/privacy.md."""

from django.utils import translation

from deele.privacy import kinds
from deele.privacy.kinds import Registration, Term

BEGIN, END = "<!-- register: begin -->", "<!-- register: end -->"
HEAD = "| Records | Purpose | Personal fields | Kept secret | Person | Term |\n| --- | --- | --- | --- | --- | --- |"


def markdown() -> str:
    """The whole table, in English, between its two marks."""
    with translation.override("en"):
        lines = [line(registration) for registration in sorted(kinds.register_of, key=lambda one: one.key)]
    return "\n".join([BEGIN, HEAD, *lines, END])


def line(one: Registration) -> str:
    """One row of the table."""
    cells = [
        f"{one.title} (`{one.key}`)",
        str(one.purpose),
        "; ".join(f"`{name}`: {why}" for name, why in one.personal.items()) or "none",
        "; ".join(f"`{name}`: {why}" for name, why in one.secret.items()) or "none",
        ", ".join(f"`{path}`" for path in one.person) or "–",
        term_in_words(one.term, one.to_empty),
    ]
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"


def term_in_words(term: Term | None, to_empty: list[str]) -> str:
    """When the personal data of a row ends."""
    if term is None:
        return "emptied on wish" if to_empty else "no personal data"
    if not term.after:
        return "deleted on wish or with its record"
    done = "deleted" if term.then == "delete" else "emptied"
    return f"{done} {term.days} days after `{term.after}`"
