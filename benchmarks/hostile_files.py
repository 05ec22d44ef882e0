"""Hostile files by the thousand: nothing ends, nothing breaks down, and what is good in them is read and pinned.

CSV of many encodings with good rows among hostile ones, stray quotes and random bytes; XLSX and ODS with hostile cells
and parts; and damaged ones, XLS too, of which no row is promised. A file is made of its number, so that it can be tried
again. Each goes the way of a list that a visitor brings: workers read, check and place it, and what is to be said of it
is put in words. All of it is obviously invented test data.

Run: python -m benchmarks.hostile_files [HOW_MANY [FIRST]]
"""

import csv
import io
import re
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar
from xml.sax.saxutils import escape

from actionmap import preparing
from actionmap.campaign.actions import read_actions
from actionmap.campaign.sheet import as_list
from actionmap.errors import ActionMapError, WorkerError
from actionmap.preparing import OWN, WORKERS, Manner, Wishes
from actionmap.publish import wording
from actionmap.worker import Limits
from tests.hostile import TEXTS
from tests.unit.test_lists_as_written import ODS_KIND, ODS_MANIFEST, ODS_NAMES

HEADER = ["id", "date", "start_time", "locality", "country", "venue", "organizers", "evidence"]
TOWNS = [
    *[("Lyon", "FR"), ("Madrid", "ES"), ("Oslo", "NO"), ("Nairobi", "KE"), ("Lima", "PE"), ("Hanoi", "VN")],
    *[("Quito", "EC"), ("Dakar", "SN"), ("Osaka", "JP"), ("Perth", "AU"), ("Turin", "IT"), ("Accra", "GH")],
]
WIDER = [("Łódź", "PL"), ("Málaga", "ES"), ("Москва", "RU"), ("القاهرة", "EG"), ("東京", "JP"), ("서울", "KR")]
"""Further towns, for files that say themselves how they are encoded."""
SURE = ("utf-8-sig", "utf-16", "utf-32")
OTHERS = ("utf-8", "cp1250", "cp1251", "cp1252", "cp1254", "cp1256", "mac-roman", "gbk", "big5", "shift-jis", "euc-kr")
WORDS = (
    *TEXTS,
    *("", " ", '"', '""', '"a', 'a"b', "\x00", "\u202e", "\ud800", "\ufeff", "0", "-1", "1e309", "NaN", "9" * 400),
    *("2031-13-45", "31/02/2031", "25:61", "24:00", "XX", "France; Spain", ";" * 500, "a" * 40_000, "\u0301" * 900),
)
OLD_EXCEL = (Path(__file__).parents[1] / "tests" / "lists" / "old_excel.xls").read_bytes()
LENGTHS = {"date": 10, "start_time": 5, "locality": 99, "country": 2}
"""Columns of a good row that are compared, and as how many letters."""
MOST_SAID, PLACED = 200, 20
"""Problems that are put in words, and which file's places are found: one in so many."""

Rows = list[list[str]]
Result = TypeVar("Result")


class Made(NamedTuple):
    """A file, and the rows in it that must be found: id → day, time, town and country."""

    name: str
    content: bytes
    good: Mapping[str, tuple[str, ...]]


def made(number: int) -> Made:
    """Make the file of a number."""
    chance = Random(number)
    damaged, kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
    sure = kind != "csv" or chance.random() < 0.3
    towns = chance.sample(TOWNS, chance.randint(2, 6)) + (chance.sample(WIDER, 2) if sure else [])
    good = {f"good-{at}": (f"2031-05-{at:02}", f"1{at}:30", *town) for at, town in enumerate(towns, start=1)}
    order = chance.sample(range(len(HEADER)), len(HEADER))
    further = [word(chance) for _ in range(chance.choice((0, 0, 1, 3, 30)))]
    rows = [[id_, *values, f"Test Hall {id_}", "Test Union", ""] for id_, values in good.items()]
    written = [[row[at] for at in order] + [""] * len(further) for row in rows]
    hostile = [[word(chance) for _ in range(chance.choice((1, 2, 8, 40)))] for _ in range(chance.randint(1, 20))]
    header = [HEADER[at] for at in order] + further
    if kind == "csv":
        content = of_text(chance, header, written, hostile, sure=sure)
    elif kind == "xls":
        content = OLD_EXCEL
    else:
        parts = (of_excel if kind == "xlsx" else of_opendocument)(chance, [header, *mixed(chance, written, hostile)])
        if damaged and chance.random() < 0.5:
            name = chance.choice(list(parts))
            parts[name] = hurt(chance, parts[name])
        content = packed(parts | dict(chance.sample(list(FURTHER.items()), 2)))
    return Made(f"{number}.{kind}", hurt(chance, content) if damaged else content, {} if damaged else good)


KINDS = {
    **{(False, "csv"): 60, (False, "xlsx"): 12, (False, "ods"): 8},
    **{(True, "csv"): 8, (True, "xlsx"): 5, (True, "ods"): 4, (True, "xls"): 3},
}
"""Whether a file is damaged, and its kind → how many of a hundred."""
FURTHER = {
    "../../../etc/passwd": b"x",
    "/etc/passwd": b"x",
    "bomb.zip": b"\0" * 20_000_000,
    "docProps/app.xml": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "xl/externalLinks/externalLink1.xml": b"<externalLink href='http://evil.example/'/>",
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99,
    "settings.xml": b"<",
    "a" * 60_000: b"",
    "\u202etxt.lmx": b"x",
}
"""Parts that a workbook may have and that nobody reads."""


def word(chance: Random) -> str:
    """Return what somebody with ill will writes into a cell."""
    if chance.random() < 0.9:
        return chance.choice(WORDS)
    return "".join(chr(chance.choice((chance.randrange(32), chance.randrange(0x110000)))) for _ in range(20))


def mixed(chance: Random, rows: Rows, others: Rows) -> Rows:
    """Put the rows of two lists in any order."""
    return chance.sample([*rows, *others], len(rows) + len(others))


def hurt(chance: Random, content: bytes) -> bytes:
    """Change bytes, cut some out or double some."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(changed) + 1)
        changed[at : at + chance.choice((0, 1, 9, 999))] = chance.choice(
            (b"", chance.randbytes(1), changed[at : at + 99])
        )
    return bytes(changed)


def of_text(chance: Random, header: list[str], good: Rows, hostile: Rows, *, sure: bool) -> bytes:
    """Write a CSV: good rows as they should be, hostile ones so or as they come."""
    delimiter, end = chance.choice(",;\t|"), chance.choice(("\n", "\r\n", "\r"))
    encoding = chance.choice(SURE if sure else OTHERS)
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))

    def line(row: list[str]) -> str:
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end).writerow(row)
        return file.getvalue()

    raw = [chance.random() < 0.5 for _ in hostile]
    others = [delimiter.join(row) + end if bare else line(row) for row, bare in zip(hostile, raw, strict=True)]
    above = chance.choice(("", "", f"sep={delimiter}{end}", f"Our test list{end}{end}"))
    lines = [above + line(header), *chance.sample([*map(line, good), *others], len(good) + len(others))]
    errors = "surrogatepass" if encoding.startswith("utf") else "replace"
    if sure:
        return "".join(lines).encode(encoding, errors)
    noise = [chance.randbytes(40) + end.encode() if chance.random() < 0.1 else b"" for _ in lines]
    return b"".join(one.encode(encoding, errors) + further for one, further in zip(lines, noise, strict=True))


NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_hostile(row: list[str]) -> bool:
    """Tell whether a row is neither the header nor a good one."""
    return not any(cell == "locality" or cell.startswith("good-") for cell in row)


def text_of(cell: str) -> str:
    """Write a text as XML may hold it."""
    allowed = (
        one if one in "\t\n\r" or " " <= one < "\ud800" or "\ue000" <= one < "\ufffe" else "\ufffd" for one in cell
    )
    return escape("".join(allowed))


def of_excel(chance: Random, rows: Rows) -> dict[str, bytes]:
    """Write the parts of an XLSX; its texts stand in the cells or are shared."""
    shared: list[str] = []

    def cell(text: str, *, may_be_odd: bool) -> str:
        odd = chance.random()
        if may_be_odd and odd < 0.1:
            return chance.choice(
                ('<c t="e"><v>#REF!</v></c>', '<c t="b"><v>1</v></c>', '<c s="99"><v>1e308</v></c>', "<c/>")
            )
        if odd < 0.5:
            return f'<c t="inlineStr"><is><t xml:space="preserve">{text_of(text)}</t></is></c>'
        shared.append(f'<si><t xml:space="preserve">{text_of(text)}</t></si>')
        return f'<c t="s"><v>{len(shared) - 1}</v></c>'

    lines = "".join(f"<row>{''.join(cell(text, may_be_odd=is_hostile(row)) for text in row)}</row>" for row in rows)
    main, office = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org"
    links, kinds = f"{office}/package/2006/relationships", f"{office}/officeDocument/2006/relationships"
    name = escape(chance.choice(HEADER), {'"': "&quot;"})
    sheets = "".join(
        f'<sheet name="{name}{at}" sheetId="{at}" {"" if at == 1 else chance.choice(HIDDEN)} r:id="r{at}"/>'
        for at in range(1, chance.choice((2, 2, 4)))
    )
    spread = chance.choice(("A1", "A1:XFD1048576", "B2:C3"))
    empty = f'<worksheet xmlns="{main}"><sheetData/></worksheet>'
    written = f'<worksheet xmlns="{main}"><dimension ref="{spread}"/><sheetData>{lines}</sheetData></worksheet>'
    related = "".join(
        f'<Relationship Id="r{at}" Type="{kinds}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in (1, 2, 3)
    )
    texts = {
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="b" Type="{kinds}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}">{related}'
        f'<Relationship Id="s" Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": written,
        "xl/worksheets/sheet2.xml": empty,
        "xl/worksheets/sheet3.xml": empty,
        "xl/sharedStrings.xml": f'<sst xmlns="{main}" count="{chance.choice((0, 10**9))}">{"".join(shared)}</sst>',
    }
    return {part: text.encode() for part, text in texts.items()}


ODD_CELLS = ('<c t="e"><v>#REF!</v></c>', '<c t="b"><v>1</v></c>', '<c s="99"><v>1e308</v></c>', "<c/>")
HIDDEN = ('state="hidden"', 'state="veryHidden"', "")


def of_opendocument(chance: Random, rows: Rows) -> dict[str, bytes]:
    """Write the parts of an ODS."""
    odd = ('office:value-type="float" office:value="1e308"', 'office:value-type="boolean" office:boolean-value="true"')

    def cell(text: str, *, may_be_odd: bool) -> str:
        kind = 'office:value-type="string"'
        if may_be_odd and chance.random() < 0.1:
            kind = chance.choice((*odd, f'{kind} table:number-columns-repeated="9"'))
        return f"<table:table-cell {kind}><text:p>{text_of(text)}</text:p></table:table-cell>"

    lines = "".join(
        f"<table:table-row>{''.join(cell(text, may_be_odd=is_hostile(row)) for text in row)}</table:table-row>"
        for row in rows
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="List">{lines}</table:table>'
    content = f"<office:document-content{ODS_NAMES}>{body}</office:spreadsheet></office:body></office:document-content>"
    texts = {"mimetype": ODS_KIND, "content.xml": content, "META-INF/manifest.xml": ODS_MANIFEST}
    return {part: text.encode() for part, text in texts.items()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts of a workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


# ----------------------------------------------------------------------------------------------------- what comes of it


def tried(one: Made, *, place: bool) -> tuple[str, list[str]]:
    """Bring a file; return what came of it, and the good rows that were not found as they are."""
    missing = list(one.good)
    try:
        sheet = done(preparing.read, one.content, one.name, limits=preparing.READING)
        manner = Manner(sheet.head.columns)
        checked = done(preparing.check, sheet, manner, {}, MOST_SAID, MOST_SAID, limits=preparing.CHECKING)
        for notice in (*sheet.head.notices, *checked.notices):
            wording.notice(notice)
        for problem in (*checked.pairs, *(alike.problem for alike in checked.alike)):
            wording.sentence(problem)
        actions = read_actions(as_list(sheet.table(), manner.columns), name=one.name).actions
        if place:
            frame = done(preparing.place, sheet, manner, Wishes("Test", {}, {}), limits=preparing.PLACING).table.frame
            sure = {*frame.loc[~frame["in_doubt"] & frame["latitude"].notna(), "id"]}
            actions = tuple(action for action in actions if action.id in sure)
    except WorkerError as error:
        return ("broken down" if "broken down" in str(error) else "too much"), missing
    except ActionMapError as error:
        return ("broken down" if breaks_down(one, str(error)) else "refused in words"), missing
    found = {
        action.id: tuple(str(getattr(action, column))[: LENGTHS[column]] for column in LENGTHS) for action in actions
    }
    return "read", [id_ for id_, values in one.good.items() if found.get(id_) != values]


def done(function: Callable[..., Result], *args: object, limits: Limits) -> Result:
    """Have a worker call a function."""
    heard = (lambda *word: None) if function is preparing.place else None
    return WORKERS.run(function, *args, lane=OWN, limits=limits, heard=heard)


def breaks_down(one: Made, said: str) -> bool:
    """Tell whether the reader of workbooks, a process of its own, has ended by a mistake of ours."""
    if "broken, or too large" not in said:
        return False
    command = [sys.executable, "-m", "actionmap.lists.workbook"]
    ended = subprocess.run(command, input=one.content, capture_output=True, check=False)
    return b"Traceback" in ended.stderr and not any(
        name in ended.stderr for name in (b"PanicException", b"MemoryError")
    )


def main() -> None:
    """Try so many files, and print what came of them."""
    how_many, first = (int(given) for given in (*sys.argv[1:], *("10000", "0")[len(sys.argv) - 1 :]))
    came, lost, ends, longest, start = Counter[str](), 0, 0, 0.0, time.monotonic()
    WORKERS.start()
    process = WORKERS._server
    for number in range(first, first + how_many):
        one, begin = made(number), time.monotonic()
        what, missing = tried(one, place=number % PLACED == 0)
        longest = max(longest, time.monotonic() - begin)
        came[what] += 1
        lost += len(missing)
        if missing or what in ("broken down", "too much"):
            print(f"{one.name}: {what}; lost: {', '.join(missing) or 'nothing'}", flush=True)
        if WORKERS._server is not process:
            ends, process = ends + 1, WORKERS._server
    print(f"{how_many} files in {time.monotonic() - start:.0f} s, the longest {longest:.1f} s")
    what = ", ".join(f"{times:,} {word}" for word, times in came.most_common())
    print(f"{what}; {ends} ends, {came['broken down']} tracebacks, {lost} good rows lost")


if __name__ == "__main__":
    main()
