"""Statements of banks, whole or refused."""

import io
import zipfile
from datetime import date

import pytest

from deele.core.errors import Refusal
from deele.money import readers
from deele.money.readers import BadStatement

SPARKASSE = (
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";'
    '"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"\r\n'
    '"DE02120300000000202051";"24.11.26";"24.11.26";"GUTSCHR. UEBERWEISUNG";"RE-2026-0001";"Gemeinde Müden";'
    '"DE02500105170137075030";"INGDDEFFXXX";"1.059,00";"EUR";"Umsatz gebucht"\r\n'
    '"DE02120300000000202051";"24.11.26";"24.11.26";"LASTSCHRIFT";"Miete";"Vermieter Muster";"";"";"-800,00";"EUR";'
    '"Umsatz gebucht"\r\n'
    '"DE02120300000000202051";"25.11.26";"25.11.26";"GUTSCHRIFT";"kommt";"Muster";"";"";"5,00";"EUR";'
    '"Umsatz vorgemerkt"'
)
VOLKSBANK = (
    "Bezeichnung Auftragskonto;IBAN Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;"
    "IBAN Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung\n"
    "Giro;DE02120300000000202051;24.11.2026;24.11.2026;Gemeinde Müden;DE02500105170137075030;Gutschrift;"
    "RE-2026-0001;1059,00;EUR;5000,00\n"
)
DKB = (
    '"Girokonto";"DE02120300000000202051"\n"Zeitraum:";"01.11.2026 - 24.11.2026"\n"Kontostand vom 24.11.2026:";"1 €"\n'
    '""\n"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";'
    '"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"\n'
    '"24.11.26";"24.11.26";"Gebucht";"Gemeinde Müden";"Träger Muster";"RE-2026-0001";"Eingang";'
    '"DE02500105170137075030";"1.059";"";"";""\n'
)
GLS = (
    "Buchungstag;Auftraggeber/Empfänger;IBAN;Verwendungszweck;Soll;Haben;Währung\n"
    "2026-11-24;Gemeinde Müden;DE02500105170137075030;RE-2026-0001;;1.059,00;EUR\n"
)
CAMT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId>
<CreDtTm>2026-11-24T18:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
{entries}</Stmt></BkToCstmrStmt></Document>"""
ENTRY = """<Ntry><Amt Ccy="EUR">1059.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-11-24</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Gemeinde Müden</Nm></Pty></Dbtr>
<DbtrAcct><Id><IBAN>DE02500105170137075030</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>RE-2026-</Ustrd><Ustrd>0001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"""
BATCH = """<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-11-24</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>a</Ustrd></RmtInf></TxDtls><TxDtls><RmtInf><Ustrd>b</Ustrd></RmtInf></TxDtls>
</NtryDtls></Ntry>"""


def zipped(**files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.xml", content)
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        SPARKASSE.encode("cp1252"),
        SPARKASSE.encode("utf-8-sig"),
        VOLKSBANK.encode(),
        DKB.encode("utf-8-sig"),
        DKB.encode("cp1252"),
        GLS.encode("latin-1"),
        SPARKASSE.encode("utf-16"),
        VOLKSBANK.encode("utf-16-le"),
        CAMT.format(entries=ENTRY).encode(),
        zipped(one=CAMT.format(entries=ENTRY)),
    ],
    ids=[
        "sparkasse",
        "sparkasse-utf8",
        "volksbank",
        "dkb",
        "dkb-latin",
        "gls",
        "utf16",
        "utf16-no-mark",
        "camt",
        "zip",
    ],
)
def test_statements_of_banks_say_the_same(content):
    row = readers.read(content, "umsatz").rows[0]

    assert (row.booked_on, row.amount_cents, row.counterpart) == (date(2026, 11, 24), 105900, "Gemeinde Müden")
    assert row.purpose.replace(" ", "") == "RE-2026-0001"
    assert row.counterpart_iban == "DE02500105170137075030"


def test_what_is_only_announced_is_left_out_and_what_goes_out_is_negative():
    statement = readers.read(SPARKASSE.encode("cp1252"), "umsatz.csv")

    assert statement.account == "DE02120300000000202051"
    assert [row.amount_cents for row in statement.rows] == [105900, -80000]


BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>' + CAMT.partition("?>")[2]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b":20:STARTUMS\r\n:25:12030000/202051\r\n:28C:1/1\r\n", "mt940"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 some pdf", "bad_table"),
        (b"Name;Ort\nMuster;Verden\n", "no-statement"),
        (b"", "bad_table"),
        (b"Buchungstag;Betrag\n24.11.2026;zehn Euro\n", "row"),
        (SPARKASSE.encode("cp1252").replace(b"1.059,00", b"\xff\xfe"), "row"),
        (CAMT.format(entries=ENTRY)[:-40].encode(), "damaged"),
        (CAMT.format(entries=BATCH).encode(), "damaged"),
        (CAMT.format(entries=ENTRY).replace("camt.053", "camt.054").encode(), "no-camt"),
        (CAMT.format(entries=ENTRY).replace("UTF-8", "klingonisch").encode(), "damaged"),
        (BOMB.format(entries=ENTRY).encode(), "entities"),
        (zipped(one=CAMT.format(entries=ENTRY))[:-30], "zip"),
        (zipped(one=CAMT.format(entries=ENTRY), two=CAMT.format(entries=ENTRY).replace("DE02120300000000202051",
         "DE02500105170137075030")), "accounts"),
        (b"x" * (20 * 1024 * 1024 + 1), "too-large"),
    ],
    ids=["mt940", "pdf", "names", "empty", "words", "encoding", "cut", "batch", "camt054", "charset", "entities", "zip",
         "accounts", "large"],
)  # fmt: skip
def test_what_is_no_statement_is_refused_by_name(content, code):
    with pytest.raises(BadStatement) as refusal:
        readers.read(content, "umsatz.csv")

    assert refusal.value.code == code
    assert isinstance(refusal.value, Refusal)
    assert len(refusal.value.message) > 20
