"""The Markdown of articles as HTML: headings, lists, tables, emphasis, links; no HTML of others, no pictures.

CommonMark by markdown-it-py. Headings begin at the second level, since the title of the page is the first. Links lead
into this house, to the web, or to a mail address; everything else stays text.
"""

import re
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from deele.core.text import slug

DEEPEST = 4
GOOD_LINK = re.compile(r"^(?:https?://|mailto:|/(?!/)|#)", re.IGNORECASE)
BOX = re.compile(r"^\[[ xX]\]\s+")


@cache
def reader() -> MarkdownIt:
    """The one reader, made once."""
    made = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table").disable(["image"])
    made.validateLink = lambda url: bool(GOOD_LINK.match(url))  # type: ignore[method-assign]
    return made


def as_html(body: str) -> SafeString:
    """The text as HTML, safe to show. Every heading has an anchor."""
    made = reader()
    tokens = made.parse(body.replace("\0", ""))
    taken, deeper = set[str](), 2 - top(tokens)
    for at, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + deeper, DEEPEST)}"
        if token.type == "heading_open":
            token.attrSet("id", anchor(tokens[at + 1].content, taken))
        if token.type == "inline":
            unbox(token)
    return mark_safe(made.renderer.render(tokens, made.options, {}))


def top(tokens: list[Token]) -> int:
    """The highest level of heading somebody used: it becomes the second of the page, whatever they began with."""
    return min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=1)


def anchor(heading: str, taken: set[str]) -> str:
    """A name for a heading, each once."""
    base = slug(heading) or "abschnitt"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name


def unbox(token: Token) -> None:
    """Take “[ ]” off an item: the page draws the box itself."""
    children: Any = token.children or []
    if children and children[0].type == "text":
        children[0].content = BOX.sub("", children[0].content)


def headings(body: str) -> list[tuple[str, str]]:
    """The headings of the highest level, each with its anchor: the table of contents."""
    tokens, taken, found = reader().parse(body), set[str](), []
    highest = f"h{top(tokens)}"
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            words = tokens[at + 1].content
            name = anchor(words, taken)
            if token.tag == highest:
                found.append((words, name))
    return found


def as_text(body: str) -> str:
    """The words alone, for the index and for counting."""
    lines = []
    for token in reader().parse(body):
        if token.type == "inline":
            parts = [
                child.content or " "
                for child in token.children or []
                if child.type in ("text", "softbreak", "code_inline")
            ]
            lines.append(BOX.sub("", "".join(parts)))
    return "\n".join(lines)
