"""The weekly mail with what is new, and the one mail for what is meant for a person themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from deele.mail import enums
from deele.mail.enums import Draft

DIGEST, URGENT = "alliance.digest", "alliance.urgent"
SAMPLE = "https://example.org/buendnis/mein/"
# What the small Markdown of mails would take as its own.
MARKS = str.maketrans({"[": "(", "]": ")", "*": "·", "#": "·"})


@dataclass(frozen=True)
class Block:
    """What is new about one topic: (text, link or ""), and the link that ends mails about it ("" where it cannot)."""

    title: str
    lines: Sequence[tuple[str, str]]
    mute: str = ""


def digest(name: str, blocks: Sequence[Block], more: int, news: str, mute_all: str) -> Draft:
    """Everything since the last one, topic by topic. `more` is how much stands only on the page."""
    number = sum(len(block.lines) for block in blocks) + more
    parts = [_("Good day %(name)s,") % {"name": plain(name)}, _("this is new in the alliance.")]
    for block in blocks:
        parts += [f"## {plain(block.title)}", "\n".join(f"- {line(*one)}" for one in block.lines)]
        if block.mute:
            parts.append(f"[{_('No more mails about this')}]({block.mute})")
    if more:
        words = ngettext("%(number)s more stands on your page.", "%(number)s more stand on your page.", more)
        parts.append(words % {"number": more})
    parts += [f"[[{_('All that is new')}|{news}]]", f"[{_('No more of these weekly mails')}]({mute_all})"]
    subject = ngettext("%(number)s thing is new in the alliance", "%(number)s things are new in the alliance", number)
    return Draft(subject % {"number": number}, "\n\n".join(parts))


def urgent(name: str, text: str, link: str, mute: str) -> Draft:
    """One thing that is meant for this person and does not wait for the week."""
    parts = [_("Good day %(name)s,") % {"name": plain(name)}, plain(text)]
    if link:
        parts.append(f"[[{_('Look at it')}|{link}]]")
    if mute:
        parts.append(f"[{_('No more mails about this')}]({mute})")
    return Draft(plain(text), "\n\n".join(parts))


def line(text: str, link: str) -> str:
    """One tiding, on one line."""
    return f"[{plain(text)}]({link})" if link else plain(text)


def plain(text: str) -> str:
    """What people typed, without signs that mean something in our mails."""
    return " ".join(text.translate(MARKS).split())


def samples() -> list[Block]:
    """For the preview page."""
    lines = [("Neue Datei „Entwurf.pdf“", SAMPLE), ("Die Sitzung ist am 3. März", SAMPLE)]
    return [Block("Arbeitsgruppe Muster", lines, SAMPLE)]


enums.message(
    DIGEST, gettext_lazy("Weekly mail to the people of the alliance"),
    lambda: digest("Kim Muster", samples(), 0, SAMPLE, SAMPLE),
)  # fmt: skip
enums.message(
    URGENT, gettext_lazy("Something is assigned to somebody of the alliance"),
    lambda: urgent("Kim Muster", "Ihnen wurde eine Aufgabe gegeben: Raum anfragen", SAMPLE, SAMPLE),
)  # fmt: skip
