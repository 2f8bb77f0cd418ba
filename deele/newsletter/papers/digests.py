"""The overview of what is new in one's own district and topics, laid out as text and as HTML from one source."""

import re
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from deele.core.dates import in_words
from deele.newsletter.papers import layout
from deele.newsletter.papers.layout import Laid
from deele.newsletter.queries import links
from deele.newsletter.rules import digests as rules
from deele.newsletter.rules import tokens
from deele.newsletter.rules.parts import Part
from deele.office import queries as office_queries

SAMPLE = {name: f"https://example.org/{name}" for name in ("settings_url", "leave_url", "end_url")}


def title(regions: list[Any], topics: list[Any]) -> str:
    """What stands above it and in the subject: whose news these are."""
    return _("New for you: %(names)s") % {"names": ", ".join(rules.named(regions, topics))}


def personal_links(handle: str) -> dict[str, str]:
    """The settings, the end of the overview alone, the end of everything."""
    return {
        "settings_url": links.preferences_url(handle),
        "leave_url": links.unsubscribe_url(handle, tokens.DIGEST),
        "end_url": links.unsubscribe_url(handle),
    }


def lay_out(heading: str, since: date, parts: list[Part], *, language: str, urls: dict[str, str] | None = None) -> Laid:
    """The overview in a language for what the house says by itself; without `urls` the personal links lead nowhere."""
    with translation.override(language):
        context = values(heading, since, parts, language) | (urls or SAMPLE)
        source = render_to_string("newsletter/mail/digest.mjml", context)
        text = render_to_string("newsletter/mail/digest.txt", context)
    return Laid(text=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", html=layout.finished(source))


def values(heading: str, since: date, parts: list[Part], language: str) -> dict[str, Any]:
    """What both templates need."""
    office = office_queries.the_office()
    light, dark = layout.ACCENTS["accent-1"]
    lead = _("Good day,\n\nthis is new since %(day)s, and this takes place soon.") % {"day": in_words(since)}
    return {
        "language": language,
        "subject": heading,
        "preheader": "; ".join(piece.title for part in parts for piece in part.pieces[:2])[:150],
        "title": heading,
        "title_line": "=" * min(len(heading), 70),
        "lead": layout.html(lead, down=0),
        "lead_text": layout.plain(lead, ""),
        "office": office.name if office else "Deele",
        "email": office.email if office else "",
        "phone": office.phone if office else "",
        "imprint_url": links.whole("/impressum/"),
        "colours": {**layout.LIGHT, "accent": light},
        "dark": {**layout.DARK, "accent": dark},
        "parts": [layout.part_values(part) for part in parts],
        "contents_label": _("In this overview"),  # strings that stand in MJML alone are not collected
        "contents": parts if len(parts) > 1 else [],
    }
