"""What leaves the house, opened as the people who get it do: mails, PDF, XML, calendars."""

import io
import os
import re
import subprocess
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree
from playwright.sync_api import Page

FOLDER = os.environ.get("DEELE_SHOTS", "")
TEXT = {
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
}


@dataclass(frozen=True)
class Letter:
    """A mail as it arrived at the server."""

    to: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["subject"])

    @property
    def text(self) -> str:
        """The plain part, on one line for each paragraph."""
        return self.message.get_body(("plain",)).get_content()

    @property
    def html(self) -> str:
        return self.message.get_body(("html",)).get_content()

    @property
    def files(self) -> dict[str, bytes]:
        """Attachments by their ending."""
        found = {}
        for part in self.message.iter_attachments():
            content = part.get_content()
            found[Path(part.get_filename()).suffix] = content if isinstance(content, bytes) else content.encode()
        return found

    def link(self, part: str) -> str:
        """The path of the first link that holds this."""
        links = re.findall(r"https?://[^\s)>\"]+", self.text)
        return urlsplit(next(link for link in links if part in link)).path


def letters(received: list[tuple[str, bytes]]) -> list[Letter]:
    """All mails a server took."""
    return [Letter(to, message_from_bytes(content, policy=policy.default)) for to, content in received]


def show_letter(page: Page, letter: Letter, name: str) -> None:
    """Open the HTML part; links must show, and nothing may be asked of the network."""
    page.set_content(letter.html)
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{FOLDER}/{name}.png", full_page=True)


def pdf_text(content: bytes) -> str:
    """The words of a PDF, in the order of its layout."""
    ran = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return re.sub(r"[ \u00a0]+", " ", ran.stdout.decode())


def show_pdf(content: bytes, name: str) -> int:
    """Draw every page; returns how many there are. Kept in $DEELE_SHOTS when that is set."""
    drawn = subprocess.run(["pdftoppm", "-r", "70", "-png", "-"], input=content, capture_output=True, check=True).stdout
    pages = drawn.count(b"\x89PNG\r\n")
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(drawn.split(b"\x89PNG\r\n")[1:], start=1):
            Path(f"{FOLDER}/{name}-{number}.png").write_bytes(b"\x89PNG\r\n" + one)
    return pages


def invoice_words(xml: bytes) -> dict[str, str]:
    """What a machine reads in an e-invoice: number, reference of the buyer, sum, day it is due."""
    tree = etree.parse(io.BytesIO(xml))

    def first(path: str) -> str:
        found = tree.xpath(path, namespaces=TEXT)
        return found[0].text.strip() if found else ""

    return {
        "number": first("//rsm:ExchangedDocument/ram:ID"),
        "order": first("//ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID"),
        "buyer": first("//ram:BuyerTradeParty/ram:Name"),
        "leitweg": first("//ram:ApplicableHeaderTradeAgreement/ram:BuyerReference"),
        "sum": first("//ram:GrandTotalAmount"),
        "iban": first("//ram:PayeePartyCreditorFinancialAccount/ram:IBANID"),
    }
