"""An issue laid out as text and as HTML, from one source."""

import re
import textwrap
from typing import Any

import mrml
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from deele.mail.enums import Rendered
from deele.mail.rules import markup
from deele.newsletter.models import Issue
from deele.newsletter.queries.links import whole
from deele.newsletter.rules.parts import Part, Shown
from deele.office import queries as office_queries

LIGHT = {
    "paper": "#faf6ee", "surface": "#fffdf9", "sunken": "#f1eadd", "ink": "#26211b", "muted": "#5d5347",
    "on": "#fffdf9",
}  # fmt: skip
DARK = {
    "paper": "#1a1713", "surface": "#25211b", "sunken": "#14110e", "ink": "#f3ede2", "muted": "#c3b8a8",
    "on": "#17130e",
}  # fmt: skip
# The accents of the house (ui/css/base.css): mail programs know no custom properties.
ACCENTS = {
    "accent-1": ("#1f5a50", "#86cdbf"), "accent-2": ("#94391f", "#f2aa92"), "accent-3": ("#1f5680", "#96c8ef"),
    "accent-4": ("#755000", "#e7c071"), "accent-5": ("#6f3a68", "#dfb0d8"), "accent-6": ("#4a5c1d", "#b9d08a"),
}  # fmt: skip
PLAIN = mrml.RenderOptions(fonts={})  # its own fonts would be fetched from strangers, who then see who opens a mail
HEADING = re.compile(r"<(/?)h([2-5])>")


Laid = Rendered


def lay_out(issue: Issue, parts: list[Part], *, language: str, leave_url: str, settings_url: str) -> Laid:
    """The issue as text and as HTML, in a language for what the house says by itself."""
    with translation.override(language):
        context = values(issue, [part for part in parts if not part.is_empty], language)
        context |= {"leave_url": leave_url, "settings_url": settings_url}
        source = render_to_string("newsletter/mail/issue.mjml", context)
        text = render_to_string("newsletter/mail/issue.txt", context)
    return Laid(text=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", html=finished(source))


def finished(source: str) -> str:
    """MJML as the HTML that mail programs understand; the sheet in the middle is its main part."""
    return mrml.to_html(source, None, PLAIN).content.replace('role="article"', 'role="main"', 1)


def values(issue: Issue, parts: list[Part], language: str) -> dict[str, Any]:
    """What both templates need."""
    office, area = office_queries.the_office(), issue.area
    light, dark = ACCENTS.get(area.colour, ACCENTS["accent-1"])
    return {
        "language": language,
        "subject": issue.subject,
        "preheader": issue.preheader,
        "title": issue.title,
        "title_line": "=" * min(len(issue.title), 70),
        "lead": html(issue.lead, down=0),
        "lead_text": plain(issue.lead, ""),
        "area": area.name,
        "office": office.name if office else area.name,
        "email": office.email if office else "",
        "phone": office.phone if office else "",
        "carrier": area.carrier.name,
        "carrier_address": area.carrier.address,
        "funder": area.funder_block or area.carrier.funder_block,
        "web_url": whole(issue.get_absolute_url()) if issue.slug else whole("/newsletter/archiv/"),
        "imprint_url": whole("/impressum/"),
        "colours": {**LIGHT, "accent": light},
        "dark": {**DARK, "accent": dark},
        "parts": [part_values(part) for part in parts],
        "contents": parts if len(parts) > 1 else [],
    }


def part_values(part: Part) -> dict[str, Any]:
    """A section as the templates need it."""
    return {
        "title": part.title,
        "anchor": part.anchor,
        "underline": "-" * min(len(part.title), 70),
        "html": html(part.text),
        "plain": plain(part.text, ""),
        "pieces": [piece_values(piece) for piece in part.pieces],
    }


def piece_values(piece: Shown) -> dict[str, Any]:
    """A record as the templates need it."""
    return {
        "title": piece.title,
        "url": whole(piece.url) if piece.url.startswith("/") else piece.url,
        "line": piece.line,
        "note": piece.note,
        "html": html(piece.text, down=2),
        "plain": plain(piece.text, "  ").rstrip("\n"),
    }


def html(text: str, down: int = 1) -> SafeString:
    """Own text as HTML, its headings so many levels down."""
    found = HEADING.sub(lambda tag: f"<{tag[1]}h{min(int(tag[2]) + down, 6)}>", markup.as_html(text))
    return mark_safe(found.replace("<br>", "<br />"))  # the renderer escapes everything it is given


def plain(text: str, indent: str) -> str:
    """Own text as text, folded for old mail programs; addresses stay whole."""
    if not text.strip():
        return ""
    lines = []
    for line in markup.as_text(text).splitlines():
        folded = textwrap.wrap(line, 76 - len(indent), break_long_words=False, break_on_hyphens=False)
        lines += [indent + one for one in folded or [""]]
    return "\n".join(lines).rstrip() + "\n\n"
