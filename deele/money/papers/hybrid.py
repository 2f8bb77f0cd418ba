"""A PDF with its e-invoice inside (ZUGFeRD / Factur-X): PDF/A-3 by typst, and the marks readers look for.

typst embeds the file and promises PDF/A-3a, but writes no metadata of others. ZUGFeRD wants some: which file inside
is the invoice, and which profile it has. They are put into the metadata the PDF already has; all else stays as it is,
above all the tags for screen readers.
"""

import io
from collections.abc import Mapping
from typing import Any

from deele.ui import papers

NAME = "factur-x.xml"
SPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
END = "</rdf:RDF>"
PROPERTIES = (
    ("DocumentFileName", "The name of the embedded XML document"),
    ("DocumentType", "The type of the hybrid document in capital letters, e.g. INVOICE or ORDER"),
    ("Version", "The actual version of the standard applying to the embedded XML document"),
    ("ConformanceLevel", "The conformance level of the embedded XML document"),
)


def with_xml(data: Mapping[str, Any], *, title: str, xml: bytes, profile: str) -> bytes:
    """The invoice as PDF/A-3 with its XML."""
    given = {**data, "attached": NAME, "attached_words": "E-Rechnung (ZUGFeRD / XRechnung)"}
    made = papers.pdf("money/invoice", given, title=title, standard=papers.ARCHIVE, attached={NAME: xml})
    return marked(made, profile)


def marked(pdf: bytes, profile: str) -> bytes:
    """The same PDF with the metadata that says which file inside is the invoice."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  heavy, and wanted for e-invoices alone
    from pypdf.generic import DecodedStreamObject, NameObject  # noqa: PLC0415  as above

    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    known = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    fresh = DecodedStreamObject()
    fresh.set_data(known.replace(END, description(profile) + END, 1).encode())
    fresh.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(fresh)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def description(profile: str) -> str:
    """The metadata: the four values, and the schema that explains them to PDF/A."""
    explained = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
        f"<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>{words}"
        "</pdfaProperty:description></rdf:li>"
        for name, words in PROPERTIES
    )
    return (
        f'<rdf:Description rdf:about="" xmlns:fx="{SPACE}"><fx:DocumentType>INVOICE</fx:DocumentType>'
        f"<fx:DocumentFileName>{NAME}</fx:DocumentFileName><fx:Version>1.0</fx:Version>"
        f"<fx:ConformanceLevel>{profile}</fx:ConformanceLevel></rdf:Description>"
        '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
        '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{SPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{explained}</rdf:Seq></pdfaSchema:property></rdf:li>"
        "</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
    )
