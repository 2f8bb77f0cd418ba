"""Tables as they come: every hostile or broken file is made here."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from deele.core import csv_rows, spreadsheet
from deele.core.spreadsheet import BadTable, Limits


def rows_of(content, name="liste.csv", **options):
    table = spreadsheet.read(io.BytesIO(content), name, **options)
    return [dict(row) for row in table.rows], table


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def archive(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return target.getvalue()


TEXT = "Name;Ort\nHöfe Süd;Lüchow\n"


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("utf-16-le", 0), ("utf-16-be", 0), ("latin-1", 1), ("cp1252", 1)],
)
def test_csv_is_read_in_any_encoding(encoding, notes):
    rows, table = rows_of(TEXT.encode(encoding))

    assert rows == [{"Name": "Höfe Süd", "Ort": "Lüchow"}]
    assert len(table.notes) == notes


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_csv_finds_its_delimiter(sign):
    rows, _table = rows_of(f"Name{sign}Ort\nHof{sign}Celle\nHaus{sign}Verden\n".encode())

    assert rows[1] == {"Name": "Haus", "Ort": "Verden"}


def test_csv_follows_the_line_excel_writes():
    rows, _table = rows_of(b"sep=;\nName;Ort\nA, B, C;D, E\n")

    assert rows == [{"Name": "A, B, C", "Ort": "D, E"}]


def test_csv_of_one_column_is_a_table():
    rows, _table = rows_of(b"Name\nHof\n")

    assert rows == [{"Name": "Hof"}]


def test_quoted_cells_may_hold_delimiters_quotes_and_lines():
    rows, table = rows_of(b'Name;Text\r\nHof;"eins; ""zwei""\r\ndrei"\r\nHaus;x\r\n')

    assert rows == [{"Name": "Hof", "Text": 'eins; "zwei"\ndrei'}, {"Name": "Haus", "Text": "x"}]
    assert table.notes == []


def test_an_unclosed_quote_harms_its_own_line_only():
    body = "".join(f"Hof {number};Celle\n" for number in range(300))
    rows, table = rows_of(f'Name;Ort\n"Kaputt;Verden\n{body}'.encode())

    assert len(rows) == 301
    assert rows[0] == {"Name": "Kaputt", "Ort": "Verden"}
    assert "2" in table.notes[0]


def test_a_quote_closed_by_a_later_cell_harms_its_own_line_only():
    rows, table = rows_of(b'Name;Ort\n"Kaputt;Verden\nHof;Celle\nHaus;"Stade"\n')

    assert [row["Name"] for row in rows] == ["Kaputt", "Hof", "Haus"]
    assert len(table.notes) == 1


def test_inches_in_the_middle_of_a_cell_are_letters():
    rows, table = rows_of(b'Name;Ort\nRohr 5" dick;Celle\nHof;Verden\n')

    assert rows[0]["Name"] == 'Rohr 5" dick'
    assert table.notes == []


def test_letters_after_a_closing_quote_are_named_by_line():
    rows, table = rows_of(b'Name;Ort\nHof;Celle\n"Haus "Sonne"";Verden\n')

    assert rows[1]["Ort"] == "Verden"
    assert "3" in table.notes[0]


def test_nul_bytes_are_left_out_with_a_note():
    rows, table = rows_of(b"Name;Ort\nHo\x00f;Celle\n" + b"x;y\n" * 20)

    assert rows[0] == {"Name": "Hof", "Ort": "Celle"}
    assert len(table.notes) == 1


def test_rows_keep_the_number_a_spreadsheet_shows():
    table = spreadsheet.read(io.BytesIO(b"\nName;Ort\n\nHof;Celle\n;;\nHaus;Verden\n"), "a.csv")

    assert [(row.number, row["Name"]) for row in table.rows] == [(4, "Hof"), (6, "Haus")]


def test_short_rows_are_filled_and_surplus_cells_noted():
    rows, table = rows_of(b"Name;Ort;Jahr\nHof\nHaus;Verden;2012;zuviel\n")

    assert rows == [{"Name": "Hof", "Ort": "", "Jahr": ""}, {"Name": "Haus", "Ort": "Verden", "Jahr": "2012"}]
    assert "3" in table.notes[0]


def test_headings_become_distinct():
    _rows, table = rows_of(b"Ort;;Ort;;\nCelle;x;Verden;;\n")

    assert table.header == ["Ort", "#2", "Ort (2)"]


def test_notes_are_counted_after_the_twentieth():
    _rows, table = rows_of(b"Name\n" + b"a;\n" + b"a\nb;c;d\n" * 0 + b'"x"y\n' * 30)

    assert len(table.notes) == 21


def test_hundred_thousand_rows_stream():
    table = spreadsheet.read(io.BytesIO(b"Name;Ort\n" + b"Hof;Celle\n" * 100_000), "a.csv")

    first = next(table.rows)

    assert first.number == 2
    assert sum(1 for _row in table.rows) == 99_999


def test_a_file_of_open_quotes_ends_in_reasonable_time():
    rows, _table = rows_of(b"Name;Ort\n" + b'"x;y\n' * 3000)

    assert len(rows) == 3000


def test_workbook_is_read_as_text_a_german_would_write():
    content = workbook(
        ("Leer", []),
        (
            "Projekte",
            [
                ["Name", "Datum", "Zeit", "Zahl", "Quote", "Ja"],
                ["Hof", date(2024, 5, 3), datetime(2024, 5, 3, 14, 30), 81, 1.125, True],  # noqa: DTZ001  workbooks know no zones
            ],
        ),
    )

    rows, table = rows_of(content, "a.xlsx")

    assert rows == [
        {"Name": "Hof", "Datum": "2024-05-03", "Zeit": "2024-05-03 14:30", "Zahl": "81", "Quote": "1,125", "Ja": "ja"}
    ]
    assert "Projekte" in table.notes[0]


def test_formula_is_read_as_its_value_and_never_run():
    content = workbook(("A", [["Name", "Wert"], ["Hof", '=WEBSERVICE("http://example.org")'], ["x", "#REF!"]]))

    rows, _table = rows_of(content, "a.xlsx")

    assert rows[0] == {"Name": "Hof", "Wert": ""}
    assert rows[1] == {"Name": "x", "Wert": ""}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\x00" * 200, "program"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "old Excel"),
        (b"<!DOCTYPE html><html><table>", "web page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b'{"rows": []}', "JSON"),
        (b"", "empty"),
        (b"\x00" * 500, "empty"),
        (b" \n \r\n", "empty"),
        (b";;;\n;;\n", "empty"),
        (bytes(range(256)) * 8, "no text"),
        (archive(**{"word__document.xml": "<x/>"}), "Word"),
        (archive(**{"content.xml": "<x/>", "mimetype": "x"}), "OpenDocument"),
        (archive(**{"bild.png": "x"}), "archive"),
        (workbook(("Leer", [])), "empty"),
    ],
)
def test_what_is_no_table_is_named_for_what_it_is(content, word, settings):
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(BadTable) as refused:
        rows_of(content, "tabelle.xlsx")

    assert word in refused.value.message


def test_cut_workbook_is_damaged():
    content = workbook(("A", [["Name"], ["Hof"]]))

    with pytest.raises(BadTable):
        rows_of(content[:-300], "a.xlsx")


def test_workbook_with_broken_xml_is_damaged():
    content = archive(**{"[Content_Types].xml": "<a>", "xl__workbook.xml": "<workbook"})

    with pytest.raises(BadTable):
        rows_of(content, "a.xlsx")


def test_zip_bomb_is_not_opened():
    content = archive(**{"xl__workbook.xml": "<x/>", "xl__worksheets__sheet1.xml": b"0" * 40_000_000})

    with pytest.raises(BadTable) as refused:
        rows_of(content, "a.xlsx")

    assert len(content) < 100_000
    assert refused.value.code == "zip_bomb"


def test_entity_bomb_in_the_xml_is_refused():
    source = io.BytesIO(workbook(("A", [["Name"], ["Hof"]])))
    target = io.BytesIO()
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            body = old.read(part).decode()
            if part.filename.endswith("sheet1.xml"):
                body = bomb + body.replace("<sheetData>", "<sheetData><!-- &b; -->").replace("<v>", "<v>&b;")
            new.writestr(part.filename, body)

    with pytest.raises(BadTable):
        rows_of(target.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("content", "limits", "code"),
    [
        (b"Name\n" + b"x\n" * 11, Limits(rows=10), "bad_table"),
        (b";".join([b"a"] * 5) + b"\n", Limits(columns=4), "bad_table"),
        (b"Name\nHof\n", Limits(size=5), "too_large"),
    ],
)
def test_limits_are_named(content, limits, code):
    with pytest.raises(BadTable) as refused:
        rows_of(content, limits=limits)

    assert refused.value.code == code


def test_very_long_cell_is_cut_with_a_note():
    rows, table = rows_of(b"Name;Ort\n" + b"x" * 50 + b";Celle\n", limits=Limits(cell=10))

    assert rows[0]["Name"] == "x" * 10
    assert len(table.notes) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("-1.250,50", "-1.250,50"),
        ("+49 511 123-45", "+49 511 123-45"),
        ("+49 (511) 12345", "+49 (511) 12345"),
        ("Hof = Haus", "Hof = Haus"),
    ],
)
def test_formulas_are_disarmed_and_numbers_kept(text, written):
    assert spreadsheet.guarded(text) == written


@pytest.mark.parametrize("german_excel", [True, False])
def test_written_csv_reads_back_the_same(german_excel):
    rows = [["=Summe(A1)", 'Hof "Süd"; Nord', "-5"], ["eins\nzwei", "", "+49 511"]]

    content = b"".join(spreadsheet.write_csv(["a", "b", "c"], rows, german_excel=german_excel))
    back, _table = rows_of(content)

    assert [list(row.values()) for row in back] == rows
    assert content.startswith(b"\xef\xbb\xbfa;b") is german_excel


def test_written_workbook_holds_no_formula():
    content = spreadsheet.write_xlsx(["Name", "Jahr"], [["=1+1", 2012], ["Hof\x07", None]], title="a/b")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active

    assert [[cell.value for cell in row] for row in sheet] == [["Name", "Jahr"], ["'=1+1", 2012], ["Hof", None]]
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "inlineStr", "n"}


def test_reading_leaves_the_file_open():
    file = io.BytesIO(TEXT.encode())

    list(spreadsheet.read(file, "a.csv").rows)

    assert not file.closed


def test_scan_knows_where_a_line_ends():
    assert csv_rows.scan('a;"b', ";", False) == (True, False)
    assert csv_rows.scan('b";c', ";", True) == (False, False)
    assert csv_rows.scan('"a"b;c', ";", False) == (False, True)
