"""Real PDFs for tests: with and without tags, scanned, locked, with things that should not be in them."""

import io
from functools import lru_cache

import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

TEXT = "Im Ortskern stehen Häuser leer. Leerstandsmanagement hilft der Gemeinde, Nachbarschaft zu stärken."


@lru_cache
def tagged(pages: int = 3, extra: str = "") -> bytes:
    """PDF/UA-1: the rules of typst hold it to tags, language and title."""
    body = "".join(
        f"= Kapitel {number}\n{TEXT} Seite {number} von {pages}.\n#pagebreak(weak: true)\n"
        for number in range(1, pages + 1)
    )
    source = f'#set document(title: "Leitfaden Muster")\n#set text(lang: "de")\n{body}{extra}'
    return typst.compile(source.encode(), format="pdf", pdf_standards=["ua-1"])


def changed(content: bytes, change) -> bytes:
    """A PDF after `change(writer)`."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    change(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def untagged(pages: int = 3) -> bytes:
    """The same without tags, language, title."""

    def strip(writer: PdfWriter) -> None:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata", "/ViewerPreferences", "/Outlines"):
            writer.root_object.pop(NameObject(key), None)
        writer.metadata = None

    return changed(tagged(pages), strip)


def scanned(pages: int = 2) -> bytes:
    """Pictures of pages."""
    picture = Image.new("RGB", (300, 420), "white")
    target = io.BytesIO()
    picture.save(target, "PDF", save_all=True, append_images=[picture] * (pages - 1))
    return target.getvalue()


def encrypted(user: str = "geheim") -> bytes:
    """Locked; with an empty user password everybody can open it but not copy."""
    return changed(tagged(), lambda writer: writer.encrypt(user, "eigner", algorithm="AES-256"))


def with_script() -> bytes:
    """A script that runs when it is opened."""

    def add(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/OpenAction")] = action("/JavaScript", JS=TextStringObject("app.alert('Hallo')"))

    return changed(tagged(), add)


def with_named_script() -> bytes:
    """A script in the list of names of the document."""

    def add(writer: PdfWriter) -> None:
        one = ArrayObject([TextStringObject("a"), action("/JavaScript", JS=TextStringObject("app.alert(1)"))])
        scripts = DictionaryObject({NameObject("/Names"): one})
        writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): scripts})

    return changed(tagged(), add)


def with_attachment() -> bytes:
    """A file inside."""
    return changed(tagged(), lambda writer: writer.add_attachment("liste.txt", b"Inhalt"))


def with_script_and_attachment() -> bytes:
    """A file inside, and a script behind it."""
    return changed(with_script(), lambda writer: writer.add_attachment("liste.txt", b"Inhalt"))


def action(kind: str, **more) -> DictionaryObject:
    """An action."""
    fields = {NameObject("/S"): NameObject(kind)} | {NameObject(f"/{key}"): value for key, value in more.items()}
    return DictionaryObject(fields)


def with_link_action(kind: str) -> bytes:
    """A link on the second page whose second step is this action: chains hide things."""

    def add(writer: PdfWriter) -> None:
        link = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([NumberObject(one) for one in (0, 0, 50, 50)]),
                NameObject("/A"): action(
                    "/URI", URI=TextStringObject("https://example.org"),
                    Next=action(kind, F=TextStringObject("cmd.exe")),
                ),
            }
        )  # fmt: skip
        writer.pages[1][NameObject("/Annots")] = ArrayObject([link])

    return changed(tagged(), add)


def with_bookmark_script() -> bytes:
    """A script behind a bookmark."""

    def add(writer: PdfWriter) -> None:
        item = writer.add_outline_item("Mehr", 0)
        item.get_object()[NameObject("/A")] = action("/JavaScript", JS=TextStringObject("app.alert(1)"))

    return changed(untagged(), add)
