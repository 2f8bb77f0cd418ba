"""What is looked at before an issue is released: size, links, headings, holes."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from deele.newsletter.models import Issue
from deele.newsletter.papers.layout import Laid, lay_out
from deele.newsletter.rules.parts import Part

CLIPPED = 102 * 1024  # Gmail cuts off what is longer, and with it the link to unsubscribe
HREF = re.compile(r'href="([^"]*)"')
HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
IMAGE = re.compile(r"<img(?![^>]*\salt=)[^>]*>")
LEAVE, SETTINGS = "https://example.org/leave", "https://example.org/settings"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `blocks`: the issue is not released before it is settled."""

    text: str
    good: bool = False
    blocks: bool = False


def sample(issue: Issue, parts: list[Part], language: str = "de") -> Laid:
    """The issue as a recipient gets it, with links that lead nowhere in the personal places."""
    return lay_out(issue, parts, language=language, leave_url=LEAVE, settings_url=SETTINGS)


def checks(issue: Issue, parts: list[Part], laid: Laid) -> list[Check]:
    """All checks of an issue, the bad ones first."""
    found = [*content(issue, parts), *records(parts), size(laid), *links(laid), headings(laid)]
    if IMAGE.search(laid.html):
        found.append(Check(_("A picture has no text for those who do not see it."), blocks=True))
    return sorted(found, key=lambda check: (check.good, not check.blocks))


def content(issue: Issue, parts: list[Part]) -> list[Check]:
    """Whether there is something to read."""
    found = []
    if not issue.subject.strip():
        found.append(Check(_("The issue has no subject."), blocks=True))
    if not any(not part.is_empty for part in parts) and not issue.lead.strip():
        found.append(Check(_("The issue is empty."), blocks=True))
    found += [
        Check(_("The section “%(title)s” is empty and will be left out.") % {"title": part.title})
        for part in parts
        if part.is_empty
    ]
    return found


def records(parts: list[Part]) -> list[Check]:
    """Whether all records are still there."""
    missing = [piece.title for part in parts for piece in part.pieces if piece.missing]
    words = _("“%(title)s” is gone or no longer public. Take it out, or keep it as text.")
    return [Check(words % {"title": title}, blocks=True) for title in missing]


def size(laid: Laid) -> Check:
    """Whether mail programs show it whole."""
    kilobytes = round(len(laid.html.encode()) / 1024)
    words = {"size": kilobytes}
    if kilobytes * 1024 > CLIPPED:
        return Check(_("The mail has %(size)s KB; some mail programs cut it off at 102 KB. Please shorten it.") % words)
    return Check(_("The mail has %(size)s KB; it is shown whole everywhere.") % words, good=True)


def links(laid: Laid) -> list[Check]:
    """Whether links lead somewhere: our own are looked up, those of others are checked for their form."""
    found = [link for link in dict.fromkeys(HREF.findall(laid.html)) if link not in (LEAVE, SETTINGS)]
    bad = [link for link in found if not leads_somewhere(link.replace("&amp;", "&"), laid.html)]
    if bad:
        return [Check(_("This link leads nowhere: %(link)s") % {"link": link[:200]}) for link in bad]
    return [Check(_("All %(number)s links have been checked.") % {"number": len(found)}, good=True)]


def leads_somewhere(link: str, html: str) -> bool:
    """One link."""
    if link.startswith("#"):
        return f'id="{link[1:]}"' in html
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    if parts.scheme not in ("http", "https") or not parts.hostname or "." not in f"{parts.hostname}.":
        return False
    if parts.netloc != urlsplit(settings.DEELE_URL).netloc:
        return True
    try:
        found = resolve(parts.path or "/")
    except Resolver404:
        return False
    return found.url_name != "wagtail_serve" or is_page(parts.path)


def is_page(path: str) -> bool:
    """Whether a public page of the website has this path."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return False
    return (
        Page.objects.live()
        .filter(url_path=f"{site.root_page.url_path.rstrip('/')}/{path.strip('/')}/".replace("//", "/"))
        .exists()
    )


def headings(laid: Laid) -> Check:
    """Whether headings follow one another without a gap, for people who listen."""
    last = 0
    for level, words in HEADING.findall(laid.html):
        if int(level) > last + 1:
            text = strip_tags(words).strip()[:100]
            return Check(_("The heading “%(text)s” skips a level. Use “#” before “##”.") % {"text": text})
        last = int(level)
    return Check(_("The headings follow one another."), good=True)
