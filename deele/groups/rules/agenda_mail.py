"""What somebody wrote themselves in an answer by mail: without the quoted mail and without the signature.

The rules can be read: a line that introduces a quote ends the own text; lines that begin with ">" are quotes; "-- "
begins a signature (RFC 3676 §4.3), as do the closing words people write before their name, where little follows them.
"""

import re

QUOTE_BEGINS = re.compile(
    r"^(?:Am [^\n]{5,200}(?:\n[^\n]{0,120})?schrieb[^\n]{0,200}:"
    r"|On [^\n]{5,200}(?:\n[^\n]{0,120})? wrote:"
    r"|-{2,}[^\n]{0,5}(?:Ursprüngliche|Original)[^\n]{0,60}"
    r"|_{20,}"
    r"|\*?(?:Von|From|Gesendet|Sent):\*?[ \t][^\n]{2,200})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
SIGNATURE = re.compile(r"^--[ \t]?$", re.MULTILINE)
CLOSING = re.compile(
    r"^(?:(?:mit |viele |liebe |beste |herzliche |freundliche |schöne )+(?:\w+ )?gr(?:ü|ue)(?:ß|ss)e?n?"
    r"|gr(?:u|ü)(?:ß|ss)e?|mfg|vg|lg|hochachtungsvoll|best regards|kind regards)\b[^\n]{0,60}$",
    re.MULTILINE | re.IGNORECASE,
)
SENT_FROM = re.compile(r"^(?:Von meinem|Gesendet von|Sent from|Diese Nachricht wurde von)[^\n]{0,80}$", re.MULTILINE)
GREETING = re.compile(
    r"^(?:hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin)\b[^\n]{0,80}[,!.]?[ \t]*$", re.IGNORECASE
)
SHORT_TAIL = 12  # lines; a closing with more than a name, an office and an address after it was none
PREFIX = re.compile(r"^\s*(?:(?:re|aw|antw|antwort|fwd?|wg)\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
LONGEST_TITLE = 160


def own_words(text: str) -> str:
    """The sender's own words; empty where there are none."""
    text = text.replace("\r\n", "\n")
    text = QUOTE_BEGINS.split(text, maxsplit=1)[0]
    text = "\n".join(line for line in text.split("\n") if not line.startswith(">"))
    text = SIGNATURE.split(text, maxsplit=1)[0]
    text = SENT_FROM.sub("", text)
    return without_greeting(without_closing(text)).strip()


def without_closing(text: str) -> str:
    """Without the closing words and the name below them."""
    for found in CLOSING.finditer(text):
        if text[found.end() :].strip().count("\n") < SHORT_TAIL:
            return text[: found.start()]
    return text


def without_greeting(text: str) -> str:
    """Without the line that greets."""
    first, _line, rest = text.lstrip().partition("\n")
    return rest if GREETING.match(first) and rest.strip() else text


def title_of(words: str, subject: str, invitation: str = "") -> str:
    """What the item is about: the subject if somebody wrote one of their own, else the first line of the words."""
    own = PREFIX.sub("", subject).strip()
    if own and own != PREFIX.sub("", invitation).strip() and not PREFIX.match(subject):
        return own[:LONGEST_TITLE]
    first = next((line.strip() for line in words.split("\n") if line.strip()), "")
    return first if len(first) <= LONGEST_TITLE else first[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def text_of(words: str, title: str) -> str:
    """The words below the title; nothing where the title says it all."""
    return "" if words.strip() == title else words.strip()
