"""The small Markdown of our mails, as plain text and as HTML.

Blocks are separated by an empty line: `# heading`, `## heading`, lists with `- ` or `1. `, a button line
`[[Label|https://…]]`, everything else is a paragraph. Within a line: `**strong**`, `[text](https://…)` and
bare addresses. Anything else is text; everything is escaped.
"""

import re
from collections.abc import Callable

from django.utils.html import escape

BUTTON = re.compile(r"^\[\[(?P<label>[^|\]]+)\|(?P<url>(?:https?://|mailto:)[^\s\]]+)\]\]$")
ITEM = re.compile(r"^(?:[-*]|\d+[.)])\s+")
HEADING = re.compile(r"^(#{1,3})\s+(.*)$")
INLINE = re.compile(
    r"\*\*(?P<strong>[^*\n]+)\*\*"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<target>(?:https?://|mailto:)[^\s)]+)\)"
    r"|(?P<bare>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
)


def blocks(body: str) -> list[list[str]]:
    """The paragraphs of a body, each as its lines. A heading or a button is a block by itself."""
    found: list[list[str]] = [[]]
    for raw in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.strip()
        alone = bool(BUTTON.match(line) or HEADING.match(line))
        if not line or alone or (found[-1] and bool(ITEM.match(line)) != bool(ITEM.match(found[-1][0]))):
            found.append([])
        if line:
            found[-1].append(line)
        if alone:
            found.append([])
    return [block for block in found if block]


def as_html(body: str) -> str:
    """The body as HTML, escaped. Buttons get the class `button`."""
    return "\n".join(_block_html(block) for block in blocks(body))


def as_text(body: str) -> str:
    """The body as plain text: marks removed, every address readable."""
    return "\n\n".join(_block_text(block) for block in blocks(body)) + "\n"


def _block_html(lines: list[str]) -> str:
    if found := BUTTON.match(lines[0]):
        return f'<p class="action"><a class="button" href="{escape(found["url"])}">{escape(found["label"])}</a></p>'
    if found := HEADING.match(lines[0]):
        level = len(found[1]) + 1  # the subject is the first heading
        return f"<h{level}>{_inline(found[2], _html_piece, escape)}</h{level}>"
    if ITEM.match(lines[0]):
        tag = "ol" if lines[0][0].isdigit() else "ul"
        items = "".join(f"<li>{_inline(ITEM.sub('', line), _html_piece, escape)}</li>" for line in lines)
        return f"<{tag}>{items}</{tag}>"
    return "<p>" + "<br>\n".join(_inline(line, _html_piece, escape) for line in lines) + "</p>"


def _block_text(lines: list[str]) -> str:
    if found := BUTTON.match(lines[0]):
        return f"{found['label']}:\n{found['url']}"
    if found := HEADING.match(lines[0]):
        return f"{found[2]}\n{'=' * min(len(found[2]), 70)}"
    return "\n".join(_inline(line, _text_piece, str) for line in lines)


def _inline(line: str, piece: Callable[[re.Match], str], plain: Callable[[str], str]) -> str:
    out, at = [], 0
    for found in INLINE.finditer(line):
        out += [plain(line[at : found.start()]), piece(found)]
        at = found.end()
    return "".join([*out, plain(line[at:])])


def _html_piece(found: re.Match) -> str:
    if found["strong"]:
        return f"<strong>{escape(found['strong'])}</strong>"
    url = found["target"] or found["bare"]
    return f'<a href="{escape(url)}">{escape(found["label"] or url)}</a>'


def _text_piece(found: re.Match) -> str:
    if found["strong"]:
        return found["strong"]
    return f"{found['label']} ({found['target']})" if found["label"] else found["bare"]
