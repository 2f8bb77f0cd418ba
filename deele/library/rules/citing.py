"""How a publication is cited: BibTeX, RIS, and a line for a footnote."""

import re
from dataclasses import dataclass

# https://www.bibtex.org/Format/ and the RIS format of Research Information Systems (TY … ER).
BIBTEX_SIGNS = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", **{sign: f"\\{sign}" for sign in "&%$#_"}}
RIS_KIND = {"artikel": "JOUR", "film": "VIDEO", "podcast": "SOUND", "foliensatz": "SLIDE"}


@dataclass(frozen=True)
class Cited:
    """What a citation needs."""

    key: str
    kind: str
    title: str
    authors: tuple[str, ...]
    year: int | None = None
    publisher: str = ""
    series: str = ""
    edition: str = ""
    isbn: str = ""
    doi: str = ""
    url: str = ""
    language: str = ""


def plain(one: Cited) -> str:
    """A line for a footnote, after DIN ISO 690 in its simplest form."""
    by = "; ".join(one.authors) or one.publisher
    year = f" ({one.year})" if one.year else ""
    parts = [f"{by}{year}: {one.title}" if by else f"{one.title}{year}"]
    parts += [part for part in (one.edition, one.series and f"({one.series})") if part]
    if one.publisher and one.publisher != by:
        parts.append(one.publisher)
    parts += [f"ISBN {one.isbn}"] if one.isbn else []
    parts += [f"https://doi.org/{one.doi}"] if one.doi else []
    parts += [one.url] if one.url else []
    return ". ".join(part.rstrip(".") for part in parts) + ("" if one.url or one.doi else ".")


def bibtex(one: Cited) -> str:
    """A BibTeX record. Organisations stand in braces of their own, so that no first name is made of them."""
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in one.authors),
        "title": f"{{{_tex(one.title)}}}",
        "year": str(one.year or ""),
        "publisher": _tex(one.publisher),
        "series": _tex(one.series),
        "edition": _tex(one.edition),
        "isbn": _tex(one.isbn),
        "doi": one.doi,
        "language": one.language,
        "url": one.url,
    }
    kind = "article" if one.kind == "artikel" else "book" if one.isbn else "misc"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value.strip("{}")]
    key = re.sub(r"[^A-Za-z0-9-]", "", one.key) or "publikation"
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def ris(one: Cited) -> str:
    """A RIS record; lines end as the format wants it."""
    rows = [("TY", RIS_KIND.get(one.kind, "RPRT" if not one.isbn else "BOOK"))]
    rows += [("AU", name) for name in one.authors]
    rows += [
        ("TI", one.title), ("PY", str(one.year or "")), ("PB", one.publisher), ("T3", one.series), ("ET", one.edition),
        ("SN", one.isbn), ("DO", one.doi), ("LA", one.language), ("UR", one.url),
    ]  # fmt: skip
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tex(text: str) -> str:
    return "".join(BIBTEX_SIGNS.get(sign, sign) for sign in " ".join(text.split()))
