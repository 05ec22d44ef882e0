"""Lists as people write them: nothing is lost or placed wrongly without a word."""

import codecs
import csv
import io
import zipfile
from pathlib import Path

import pytest
from geopy.distance import great_circle

from tests.list_cases import FOLDER, NEAR_KM, Case, cases, rows_of
from tests.lists_as_written import command, exported, followed, read_list, search, suggested


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.table}: {case.kind}: {case.name}") for case in cases()])
def test_a_list_comes_out_as_it_was_meant(case: Case) -> None:
    outcomes = case.judge()
    assert outcomes
    assert [one for one in outcomes if one.verdict != "right"] == []


LETTERS = read_list((FOLDER / "search_letters.csv").read_bytes())
PLAIN = ["lodz", "LODZ", "Kobenhavn", "diyarbakir", "tromso", "da nang", "igdir", "plac wolnosci", "dagkapi"]


@pytest.mark.parametrize("text", PLAIN)
def test_the_search_of_the_map_finds_by_plain_letters(text: str) -> None:
    assert search(LETTERS, text) == 1


@pytest.mark.parametrize(("text", "country", "point"), [
    ("lodz", "PL", (51.77, 19.47)), ("kobenh", "DK", (55.68, 12.57)), ("diyarbak", "TR", (37.91, 40.24)),
    ("tromso", "NO", (69.65, 18.96)), ("igd", "TR", (39.92, 44.04)), ("الاسكندر", "EG", (31.2, 29.9)),
    ("ＴＯＫＹ", "JP", (35.69, 139.69)), ("iz", "TR", (38.41, 27.14)),
])  # fmt: skip
def test_typing_plain_letters_suggests_the_town(text: str, country: str, point: tuple[float, float]) -> None:
    assert any(great_circle(point, found).km < NEAR_KM for found in suggested(text, country))


def test_exported_csv_opens_in_a_spreadsheet_with_its_letters() -> None:
    written = exported(read_list((FOLDER / "export_accents.csv").read_bytes()))
    assert written.startswith(codecs.BOM_UTF8)
    assert "ميدان التحرير" in written.decode("utf-8-sig")
    assert [entry.value("locality") for entry in read_list(written).entries] == ["القاهرة", "Łódź", "São Paulo"]


@pytest.mark.parametrize(("text", "encoding"), [
    ("date;ville;pays\n2024-03-02;Orléans;France\n", "utf-8"),
    ("date\tville\tpays\r\n2024-03-02\tOrléans\tFrance\r\n", "utf-8-sig"),
    ("date|ville|pays\n2024-03-02|Orléans|France\n", "utf-8"),
    ("date;ville;pays\r\n2024-03-02;Orléans;France\r\n", "cp1252"),
    ("date;ville;pays\r\n2024-03-02;Orléans;France\r\n2024-03-02;Nîmes;France\r\n", "utf-16"),
])  # fmt: skip
def test_geocode_answers_as_the_list_was_written(text: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(text.encode(encoding))
    status, written, _ = command("geocode", str(tmp_path / "list.csv"))
    delimiter, end = text[4], "\r\n" if "\r" in text else "\n"
    lines = written.decode(encoding).split(end)
    assert status == 0
    assert lines[0].removeprefix("\ufeff").split(delimiter)[:4] == ["date", "ville", "pays", "latitude"]
    assert lines[1].split(delimiter)[1] == "Orléans"
    assert "\r" not in "".join(lines)


def test_geocode_answers_the_given_semicolon_list_with_semicolons() -> None:
    _, written, _ = command("geocode", str(FOLDER / "geocode_semicolon.csv"))
    assert written.decode().splitlines()[0].startswith("date;ville;pays;latitude;longitude")


ODS_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
ODS_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<m:file-entry m:full-path="/" m:media-type="{ODS_KIND}"/></m:manifest>'
)


def ods(rows: list[list[str]]) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    table = f'<table:table table:name="List">{lines}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", ODS_KIND)
        archive.writestr("content.xml", f"<office:document-content{ODS_NAMES}>{body}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
    return file.getvalue()


ODS = ods([["date", "city", "country"], ["2024-03-02", "Lyon", "France"], ["2024-03-02", "Łódź", "Polska"]])


def test_an_opendocument_sheet_is_read() -> None:
    listed = read_list(ODS, "list.ods")
    assert listed.refused == ""
    assert [entry.value("locality") for entry in listed.entries] == ["Lyon", "Łódź"]


@pytest.mark.parametrize("name", ["hidden_sheet_first.xlsx", "merged_country.xlsx", "list.ods"])
def test_the_command_line_takes_workbooks_as_the_page_does(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ODS if name == "list.ods" else (FOLDER / name).read_bytes())
    status, _, said = command("check", str(path))
    assert status == 0, said
    status, written, said = command("geocode", str(path), "--strict")
    assert status == 0, said
    assert written.startswith(codecs.BOM_UTF8)
    assert b"Lyon" in written
    assert command("geocode", str(path), "--no-bom")[1] == written.removeprefix(codecs.BOM_UTF8)


UNDERSTOOD = [
    ("windows1256_arabic.csv", ["1256"]),
    ("windows1254_turkish.csv", ["1254"]),
    ("gbk_chinese.csv", ["gb"]),
    ("turkish_columns.csv", ["utf-8", "semicolon"]),
    ("turkish_columns.csv", ["şehir", "ülke"]),
    ("hidden_sheet_first.xlsx", ["actions"]),
    ("sheet_per_country.xlsx", ["spain"]),
    ("one_us_row.csv", ["day"]),
    ("city_state_codes.csv", ["doubt"]),
]


@pytest.mark.parametrize(("name", "words"), UNDERSTOOD)
def test_check_ends_with_what_it_understood(name: str, words: list[str]) -> None:
    said = command("check", str(FOLDER / name))[2].casefold()
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("query", [
    {"country": ["US"], "amp;member": ["pym"]},
    {"COUNTRY": ["US"], "Member": ["pym"]},
    {"countries": ["US"], "member": ["pym"]},
    {"country": ["us"], "member": ["PYM"]},
    {"country": ["US"], "membre": ["pym"]},
])  # fmt: skip
def test_a_link_that_was_changed_on_its_way_is_understood_or_says_so(query: dict[str, list[str]]) -> None:
    selection, said = followed(query, {"US", "FR"}, {"pym"})
    assert said or (selection["country"], selection["member"]) == (("US",), ("pym",))


def test_the_command_line_gives_the_pins_of_the_page(tmp_path: Path) -> None:
    rows = [row for row in rows_of("places.csv") if row["expected"] == "here"]
    file = io.StringIO()
    names = ("locality", "region", "country")
    csv.writer(file).writerows([names, *([row[name] for name in names] for row in rows)])
    (tmp_path / "list.csv").write_text(file.getvalue(), encoding="utf-8")
    _, written, _ = command("geocode", str(tmp_path / "list.csv"))
    found = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    far = [
        (row["locality"], pin["matched_place"])
        for row, pin in zip(rows, found, strict=True)
        if pin["geocoder"] == "gazetteer"
        and (pin["precision"] != "locality" or great_circle(*(
            (float(one["latitude"]), float(one["longitude"])) for one in (row, pin))).km > NEAR_KM)
    ]  # fmt: skip
    assert far == []
