"""The tables of tests/lists, and how what came of a list is judged: right, said (absent, with a word), or wrong."""

import csv
import datetime as dt
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from geopy.distance import great_circle
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.lists_as_written import TOWNS, Entry, Listed, Pin, Point, Pool, country_name, read_list

FOLDER = Path(__file__).parent / "lists"
NEAR_KM = 75.0
"""A pin farther than this from the place that was written is another place."""

Verdict = Literal["right", "said", "wrong"]


@dataclass(frozen=True)
class Outcome:
    """One thing that was expected of a list, and what came of it."""

    verdict: Verdict
    what: str
    came: object = ""


@dataclass(frozen=True)
class Case:
    """A list, or a cell of one, with a way to find what comes of it."""

    table: str
    kind: str
    name: str
    judge: Callable[[], list[Outcome]]


def verdict(outcomes: list[Outcome]) -> Verdict:
    """Return the worst of several."""
    return max((one.verdict for one in outcomes), key=("right", "said", "wrong").index)


def cases() -> Iterator[Case]:
    """Return every case of every table."""
    for table in (_lists, _encodings, _places, _countries, _dates, _times, _columns, _statuses, _links):
        yield from table()


# ------------------------------------------------------------------------------------------------------ whole lists


def _lists() -> Iterator[Case]:
    with (FOLDER / "expected.toml").open("rb") as file:
        expected: dict[str, dict[str, Any]] = tomllib.load(file)
    given = {row["id"]: row["kind"] for row in rows_of("cases.csv")}
    for name, case in expected.items():
        kind = case.get("kind") or given[case["id"]]
        yield Case("lists", kind, name, lambda case=case: judge_list(case))


def judge_list(case: Mapping[str, Any]) -> list[Outcome]:
    """Read a list of `expected.toml`, and compare."""
    constants = {**({"date": case["day"]} if "day" in case else {}), **case.get("constants", {})}
    name = case.get("file") or ("list.xlsx" if "sheets" in case else "list.csv")
    listed = read_list(content_of(case), name, **constants)
    if listed.refused and (told := case.get("or_refused")):
        return [Outcome("right" if told in listed.refused.casefold() else "wrong", "read or refused", listed.refused)]
    if "alternatives" in case:
        found = [list(_whole(listed, one)) for one in case["alternatives"]]
        return min(found, key=lambda outcomes: ("right", "said", "wrong").index(verdict(outcomes)))
    outcomes = list(_whole(listed, case))
    for number, row in case.get("rows", {}).items():
        outcomes += _row(listed, int(number), row)
    if "any_row" in case:
        outcomes += [one for number in listed.rows for one in _row(listed, number, case["any_row"])]
    return outcomes


def _whole(listed: Listed, expected: Mapping[str, Any]) -> Iterator[Outcome]:
    said = [f"{one.row} {one.column}: {one.text}" for one in listed.said]
    if expected.get("refused"):
        yield Outcome("right" if listed.refused else "wrong", "refused with a word", said)
        return
    yield Outcome("wrong" if listed.refused else "right", "read", listed.refused)
    if "actions" in expected:
        count = len(listed.entries)
        short: Verdict = "said" if count < expected["actions"] and said else "wrong"
        yield Outcome("right" if count == expected["actions"] else short, f"{expected['actions']} actions", count)
    if "problems" in expected:
        yield Outcome("right" if len(said) <= expected["problems"] else "said", f"≤ {expected['problems']} words", said)
    if "said" in expected:
        yield Outcome("right" if said else "wrong", "a word")
    if "asked_or_flagged" in expected:
        yield Outcome("right" if listed.asked or said else "wrong", "asked or flagged")


def _row(listed: Listed, number: int, expected: Mapping[str, Any]) -> list[Outcome]:
    entries = listed.rows.get(number, ())
    what = f"row {number}"
    if expected.get("loose_row") and not entries:
        entries = next((found for at, found in listed.rows.items() if abs(at - number) < 3), ())
    said = listed.said_of(number)
    if expected.get("left_out"):
        verdicts: tuple[Verdict, Verdict] = ("wrong", "right") if said else ("wrong", "wrong")
        return [Outcome(verdicts[not entries], f"{what} left out with a word", said)]
    if not entries:
        allowed = expected.get("or_said") or expected.get("pin") in ("not sure", "several", "no town")
        asked = said or (listed.asked and "date" in expected)
        missing: Verdict = ("right" if allowed or expected.get("date") == "asked" else "said") if asked else "wrong"
        return [Outcome(missing, f"{what} is there", [one.text for one in said] or listed.refused)]
    outcomes = [
        Outcome(*_field(listed, number, entries[0], field, value, bool(expected.get("or_said"))))
        for field, value in expected.items()
        if field not in _JUDGED
    ]
    if "pin" in expected or "near" in expected:
        wish = expected.get("pin", "here")
        outcomes.append(judge_pin(entries[0].pin, wish, expected.get("near"), several=len(entries) > 1, what=what))
        if expected.get("or_said") and outcomes[-1].verdict == "said":
            outcomes[-1] = Outcome("right", outcomes[-1].what)
    if "evidence_has" in expected:
        text = str(entries[0].value("evidence"))
        whole = all(part in text for part in expected["evidence_has"])
        outcomes.append(Outcome("right" if whole else "wrong", f"{what}: the note whole", text))
    if "end_or_said" in expected:
        end = entries[0].value("end_date")
        told = str(end) == expected["end_or_said"] or (end is None and bool(listed.said_of(number, "date")))
        outcomes.append(Outcome("right" if told else "wrong", f"{what}: the last day, or a word", end))
    if "problem" in expected:
        told = bool(listed.said_of(number, expected["problem"])) or not _sure(entries[0].pin)
        outcomes.append(Outcome("right" if told else "wrong", f"{what}: a word", said))
    if expected.get("problem_anywhere"):
        told = bool(listed.said) or listed.asked
        outcomes.append(Outcome("right" if told else "wrong", f"{what}: a word", said))
    if expected.get("silent"):
        outcomes.append(Outcome("said" if said else "right", f"{what}: nothing to mend", said))
    for words in expected.get("never_said", ()):
        text = " ".join(one.text for one in said)
        outcomes.append(Outcome("wrong" if words in text else "right", f"{what}: not {words}", text))
    return outcomes


_JUDGED = {
    "near", "pin", "or_said", "loose_row", "evidence_has", "end_or_said", "problem", "problem_anywhere", "silent",
    "never_said",
}  # fmt: skip


def _field(
    listed: Listed, number: int, entry: Entry, field: str, expected: object, or_said: bool
) -> tuple[Verdict, str, object]:
    value = entry.value(field)
    came = list(value) if isinstance(value, tuple) else "" if value is None else str(value)
    what = f"row {number} {field} {expected}"
    told = bool(listed.said_of(number, field))
    if field == "date" and expected == "asked":
        return ("right" if told or listed.asked else "wrong"), what, came
    if came == expected:
        return "right", what, came
    if field == "country" and or_said and told:
        return "right", what, came
    if came in ("", []) and told:
        return ("right" if or_said else "said"), what, came
    return ("said" if told or (listed.asked and field == "date") else "wrong"), what, came


def content_of(case: Mapping[str, Any]) -> bytes:
    """Return the bytes of a case: a file, a text in some encoding, or a workbook of some sheets."""
    if "file" in case:
        return (FOLDER / case["file"]).read_bytes()
    if "text" in case:
        return str(case["text"]).encode(case.get("encoding", "utf-8"))
    book = Workbook()
    book.remove(book.active)
    if case.get("epoch_1904"):
        book.epoch = CALENDAR_MAC_1904
    for sheet in case["sheets"]:
        page = book.create_sheet(sheet["name"])
        for row in sheet["cells"]:
            page.append([None if cell == "" else cell for cell in row])
        for cells in sheet.get("merged", ()):
            page.merge_cells(cells)
        page.sheet_state = "hidden" if sheet.get("hidden") else "visible"
    book.active = next(at for at, sheet in enumerate(case["sheets"]) if not sheet.get("hidden"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# --------------------------------------------------------------------------------------------------------- code pages

# One list of towns in the letters of each code page; what is written is what must be read.
_TOWNS_IN_LETTERS = {
    "Spanish": ["Málaga ES", "Córdoba ES", "Cádiz ES", "León ES"],
    "French": ["Orléans FR", "Besançon FR", "Nîmes FR", "Saint-Étienne FR"],
    "Polish": ["Łódź PL", "Kraków PL", "Gdańsk PL", "Wrocław PL", "Białystok PL"],
    "Czech": ["Plzeň CZ", "Ústí nad Labem CZ", "České Budějovice CZ", "Děčín CZ"],
    "Turkish": ["İstanbul TR", "Şanlıurfa TR", "Eskişehir TR", "Diyarbakır TR"],
    "Russian": ["Москва RU", "Казань RU", "Новосибирск RU", "Екатеринбург RU"],
    "Ukrainian": ["Київ UA", "Львів UA", "Харків UA", "Одеса UA"],
    "Greek": ["Αθήνα GR", "Θεσσαλονίκη GR", "Πάτρα GR", "Ηράκλειο GR"],
    "Hebrew": ["ירושלים IL", "חיפה IL", "באר שבע IL", "נצרת IL"],
    "Arabic": ["القاهرة EG", "الإسكندرية EG", "بغداد IQ", "تونس TN"],
    "Chinese": ["北京 CN", "上海 CN", "广州 CN", "成都 CN"],
    "Taiwanese": ["台北 TW", "高雄 TW", "台中 TW", "台南 TW"],
    "Japanese": ["東京 JP", "大阪 JP", "京都 JP", "札幌 JP"],
    "Korean": ["서울 KR", "부산 KR", "대구 KR", "인천 KR"],
    "Vietnamese": ["Đà Nẵng VN", "Hải Phòng VN", "Cần Thơ VN", "Huế VN"],
}
_CODE_PAGES = {
    "Spanish": "cp1252 iso-8859-1 iso-8859-15 mac-roman cp850",
    "French": "cp1252 iso-8859-15 mac-roman",
    "Polish": "cp1250 iso-8859-2 cp852",
    "Czech": "cp1250 iso-8859-2",
    "Turkish": "cp1254 iso-8859-9",
    "Russian": "cp1251 koi8-r iso-8859-5 cp866",
    "Ukrainian": "cp1251 koi8-u",
    "Greek": "cp1253 iso-8859-7",
    "Hebrew": "cp1255 iso-8859-8",
    "Arabic": "cp1256 iso-8859-6",
    "Chinese": "gbk gb18030",
    "Taiwanese": "big5",
    "Japanese": "shift-jis cp932 euc-jp",
    "Korean": "euc-kr cp949",
    "Vietnamese": "",
}
_OF_EVERY_LETTER = "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le"


def _encodings() -> Iterator[Case]:
    for language, towns in _TOWNS_IN_LETTERS.items():
        for encoding in f"{_CODE_PAGES[language]} {_OF_EVERY_LETTER}".split():
            yield Case(
                "encodings",
                "legacy code pages" if encoding in _CODE_PAGES[language].split() else "Unicode",
                f"{language} in {encoding}",
                lambda towns=towns, encoding=encoding: _judge_encoding(towns, encoding),
            )


def _judge_encoding(towns: list[str], encoding: str) -> list[Outcome]:
    text = "date,city,country\r\n" + "".join(f"2024-03-02,{' ,'.join(town.rsplit(' ', 1))}\r\n" for town in towns)
    listed = read_list(text.replace(" ,", ",").encode(encoding))
    if listed.refused:
        return [Outcome("right" if "encoding" in listed.refused.casefold() else "wrong", "read", listed.refused)]
    read = [entry.value("locality") for entry in listed.entries]
    if read == [town.rsplit(" ", 1)[0] for town in towns]:
        return [Outcome("right", encoding)]
    told = any("encoding" in one.text.casefold() for one in listed.said)
    return [Outcome("right" if told else "wrong", encoding, read)]


# ------------------------------------------------------------------------------------------------------- single cells


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of tests/lists; what stands for a letter that is not seen is that letter."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{key: _seen(value) for key, value in row.items()} for row in rows]


def _seen(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode("unicode-escape") if "\\u" in text else text


def one_row(**cells: str) -> bytes:
    """Return a list of one row."""
    file = io.StringIO()
    csv.writer(file).writerows([cells.keys(), cells.values()])
    return file.getvalue().encode()


@cache
def _read(pool: Pool | None = None, **cells: str) -> Listed:
    return read_list(one_row(**{name.replace("_", " "): value for name, value in cells.items()}), pool=pool)


def _read_place(row: Mapping[str, str], pool: Pool | None) -> Listed:
    return _read(pool, date="2024-03-02", city=row["locality"], state=row["region"], country=row["country"])


@cache
def _all_places() -> Pool:
    """Read all rows of `places.csv`, each as a list of one, to be pinned together."""
    pool = Pool()
    for row in rows_of("places.csv"):
        _read_place(row, pool)
    return pool


def _places() -> Iterator[Case]:
    for row in rows_of("places.csv"):
        name = ", ".join(filter(None, (row["locality"], row["region"], row["country"])))
        yield Case("places", row["kind"], name, lambda row=row: [judge_place(row, _all_places())])


def judge_place(row: Mapping[str, str], pool: Pool | None = None) -> Outcome:
    """Read a row of `places.csv` as a list of one."""
    listed = _read_place(row, pool)
    near = (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None
    if not listed.entries:
        absent: Verdict = "right" if row["expected"] in ("not sure", "not there", "no town", "several") else "said"
        return Outcome(absent if listed.said or listed.refused else "wrong", row["expected"], listed.said)
    entry = listed.entries[0]
    if row["expected"] == "empty" and entry.value("locality") != "":
        return Outcome("wrong" if entry.pin.sure else "said", "empty", entry.value("locality"))
    wish = "country" if row["expected"] == "empty" else row["expected"]
    return judge_pin(entry.pin, wish, near, several=len(listed.entries) > 1)


def _sure(pin: Pin) -> bool:
    return pin.sure and pin.precision in TOWNS


def _is_near(point: Point | None, near: Point | None) -> bool:
    return point is not None and near is not None and great_circle(point, near).km <= NEAR_KM


def judge_pin(pin: Pin, wish: str, near: Point | None, *, several: bool = False, what: str = "pin") -> Outcome:
    """Compare a pin with what is wished: see README.md in tests/lists."""
    came = f"{'sure' if pin.sure else 'in doubt' if pin.point else 'none'} {pin.matched}".strip()
    here = pin.sure and pin.precision in TOWNS and _is_near(pin.point, near)
    found: Verdict
    match wish:
        case "here":
            found = "right" if here else "wrong" if pin.sure else "said"
        case "here or doubt":
            found = "right" if here or not pin.sure else "wrong"
        case "not sure":
            found = "wrong" if pin.sure else "right"
        case "several":
            found = "right" if several or not pin.sure else "wrong"
        case "not there":
            found = "wrong" if here else "right"
        case "no town":
            found = "wrong" if _sure(pin) else "right"
        case "country":
            found = "right" if pin.precision == "country" else "wrong" if pin.sure else "said"
        case "offered":
            offered = here or (not pin.sure and any(_is_near(one, near) for one in (pin.point, *pin.offered)))
            found = "right" if offered else "wrong" if pin.sure else "said"
        case _:
            raise ValueError(wish)
    return Outcome(found, f"{what} {wish}", came)


def _countries() -> Iterator[Case]:
    for row in rows_of("countries.csv"):
        yield Case("countries", row["kind"], row["text"], lambda row=row: [_judge_country(row)])


def _judge_country(row: Mapping[str, str]) -> Outcome:
    listed = _read(date="2024-03-02", city="", country=row["text"])
    came = [entry.value("country") for entry in listed.entries]
    said = " ".join(one.text for one in listed.said) + listed.refused
    for own in (row["text"], country_name(row["code"]) if row["code"] else ""):
        said = said.replace(own, "…") if own else said
    if came:
        return Outcome("right" if came == [row["code"]] else "wrong", row["code"] or "no country", came)
    suggested = any(country_name(code) in said for code in row["never"].split())
    return Outcome("wrong" if suggested or not said else "said" if row["code"] else "right", row["code"], said)


def _dates() -> Iterator[Case]:
    for row in rows_of("dates.csv"):
        name = " on ".join(filter(None, (row["text"], row["day"])))
        yield Case("dates", row["kind"], name, lambda row=row: [_judge_date(row)])


def _judge_date(row: Mapping[str, str]) -> Outcome:
    constants = {"date": dt.date.fromisoformat(row["day"])} if row["day"] else {}
    listed = read_list(one_row(date=row["text"], city="Lyon", country="France"), **constants)
    value, _, or_said = row["expected"].partition(" or ")
    came = str(listed.entries[0].value("date")) if listed.entries else ""
    said = bool(listed.said_of(2, "date"))
    if value in ("said", "asked"):
        return Outcome("right" if (said or listed.asked) and not came else "wrong", value, came)
    if not came:
        return Outcome(("right" if or_said else "said") if said else "wrong", value)
    if came != value:
        return Outcome("wrong", value, came)
    if row["kind"] == "several days":
        end = listed.entries[0].value("end_date")
        told = said if end is None else not row["end"] or str(end) == row["end"]
        return Outcome("right" if told else "wrong", f"until {row['end']}, or a word", end)
    return Outcome("right", value, came)


def _times() -> Iterator[Case]:
    for row in rows_of("times.csv"):
        yield Case("times", row["kind"], f"{row['text']} in {row['locality']}", lambda row=row: [_judge_time(row)])


def _judge_time(row: Mapping[str, str]) -> Outcome:
    listed = _read(date="2024-03-02", time=row["text"], city=row["locality"], country=row["country"])
    if not listed.entries:
        return Outcome("wrong", "the row is kept", listed.refused)
    entry = listed.entries[0]
    came, end = (str(entry.value(field) or "") for field in ("start_time", "end_time"))
    said = bool(listed.said_of(2, "start_time"))
    value, _, or_said = row["expected"].partition(" or ")
    if value.startswith("not "):
        return Outcome("wrong" if came == value[4:] and not said else "right", value, came)
    if value in ("empty", "said"):
        return Outcome("right" if not came and (said or value == "empty") else "wrong", value, came)
    if came:
        right = came == value and end in ("", row["end"])
        return Outcome("right" if right else "wrong", f"{value} {row['end']}".strip(), f"{came} {end}".strip())
    return Outcome(("right" if or_said else "said") if said else "wrong", value)


# A list of each of these is matched without the column that is tested.
_USUAL = {"date": "2024-03-02", "country": "France", "locality": "Lyon"}


def _columns() -> Iterator[Case]:
    for row in rows_of("columns.csv"):
        name = f"{row['header']} is {row['column']}"
        yield Case("columns", row["language"], name, lambda row=row: [_judge_column(row)])


def _judge_column(row: Mapping[str, str]) -> Outcome:
    usual = {name: value for name, value in _USUAL.items() if name != row["column"]}
    listed = read_list(one_row(**{row["header"]: _USUAL.get(row["column"], "x")}, **usual), date=dt.date(2024, 3, 2))
    if listed.refused:
        return Outcome("said", row["column"], listed.refused)
    came = listed.columns.get(row["column"])
    taken = [ours for ours, theirs in listed.columns.items() if theirs == row["header"]]
    found: Verdict = "right" if came == row["header"] else "wrong"
    return Outcome(found, row["column"], taken or "not used")


def _statuses() -> Iterator[Case]:
    for row in rows_of("statuses.csv"):
        yield Case("statuses", row["kind"], row["text"], lambda row=row: [_judge_cell(row, "status", "status")])


def _links() -> Iterator[Case]:
    for row in rows_of("links.csv"):
        yield Case("links", row["kind"], row["text"], lambda row=row: [_judge_cell(row, "link", "source_url")])


def _judge_cell(row: Mapping[str, str], header: str, field: str) -> Outcome:
    listed = _read(date="2024-03-02", city="Lyon", country="France", **{header: row["text"]})
    value, _, or_said = row["expected"].partition(" or ")
    came = str(listed.entries[0].value(field) or "") if listed.entries else ""
    said = bool(listed.said_of(2, field)) or not listed.entries
    if value == "said":
        return Outcome("right" if said else "wrong", value, came)
    if value == "empty":
        return Outcome("right" if not came and not said else "said" if not came else "wrong", value, came)
    if came == value and not said:
        return Outcome("right", value, came)
    return Outcome(("right" if or_said else "said") if said else "wrong", value, came)
