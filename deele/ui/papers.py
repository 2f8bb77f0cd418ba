"""What is printed: typst templates of the apps become tagged PDF, readable by screen readers (PDF/UA-1).

A paper is a file `deele/<app>/papers/<name>.typ`. It gets its data as JSON under `data`, so what people typed stays
text and never becomes markup, and starts with

    #import "/ui/papers/base.typ": *
    #let data = json(bytes(sys.inputs.data))
    #show: sheet.with(data)

typst refuses to build what breaks the rules of PDF/UA (a missing title, a picture without words).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import get_language

ROOT = Path(__file__).resolve().parent.parent
FONTS = "@expo-google-fonts/fira-sans"
CUTS = ("400Regular", "400Regular_Italic", "600SemiBold")
UA = "ua-1"
# For keeping (PDF/A-3) with a file inside it: e-invoices. typst can't promise both standards at once.
ARCHIVE = "a-3a"


def pdf(
    paper: str, data: Mapping[str, Any], *, title: str, standard: str = UA, attached: Mapping[str, bytes] | None = None
) -> bytes:
    """Print `app/name` with this data. Dates and lazy texts are allowed; numbers should come as finished words.

    `title` is the title of the document (PDF/UA wants one). `attached` are files the paper embeds by itself under
    the path of their name, e.g. {"factur-x.xml": …}. Raises typst.TypstError for a fault of the template.
    """
    app, _slash, name = paper.partition("/")
    given = {"title": title, "lang": (get_language() or "de")[:2], **data}
    source = (ROOT / app / "papers" / f"{name}.typ").read_bytes()
    world: dict[str, bytes] = {"main": source}
    for part in sorted(ROOT.glob("*/papers/*.typ")):
        world[f"/{part.relative_to(ROOT).as_posix()}"] = part.read_bytes()
    for file, content in (attached or {}).items():
        world[f"/{file}"] = content
    return typst.compile(
        world,
        format="pdf",
        pdf_standards=[standard],
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(given, cls=DjangoJSONEncoder, ensure_ascii=False)},
    )


def fonts() -> list[Path]:
    """Where the letters lie; without them typst uses the ones it brings."""
    folder = settings.NODE_MODULES / FONTS
    return [folder / cut for cut in CUTS if (folder / cut).is_dir()]
