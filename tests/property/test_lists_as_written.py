"""Lists of every kind that people write, many times over: nothing crashes, nothing is lost or wrong silently."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass

from geopy.distance import great_circle
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.list_cases import NEAR_KM
from tests.lists_as_written import TOWNS, Listed, read_list

DAY = dt.date(2024, 3, 2)
unhurried = settings(deadline=None, max_examples=100)


@dataclass(frozen=True)
class Town:
    """A town as people write it, and where it is; `alone` where its name and country say which one is meant."""

    name: str
    code: str
    region: str
    country: str
    latitude: float
    longitude: float
    alone: bool = True


PORTLAND_ME = Town("Portland", "ME", "Maine", "USA", 43.661, -70.255, alone=False)
REAL = [
    PORTLAND_ME,
    Town("Portland", "OR", "Oregon", "US", 45.523, -122.676, alone=False),
    Town("Las Vegas", "NM", "New Mexico", "United States", 35.594, -105.223, alone=False),
    Town("Cambridge", "MD", "Maryland", "US", 38.563, -76.079, alone=False),
    Town("San Juan", "PR", "Puerto Rico", "US", 18.466, -66.106, alone=False),
    Town("Saint-Denis", "RE", "La Réunion", "France", -20.882, 55.450, alone=False),
    Town("London", "ON", "Ontario", "Canada", 42.984, -81.245, alone=False),
    Town("Newcastle", "NSW", "New South Wales", "Australia", -32.930, 151.780, alone=False),
    Town("Málaga", "AN", "Andalucía", "España", 36.720, -4.420),
    Town("Lyon", "ARA", "Auvergne-Rhône-Alpes", "Frankreich", 45.749, 4.848),
    Town("Köln", "NW", "Nordrhein-Westfalen", "Deutschland", 50.933, 6.950),
    Town("Łódź", "10", "Łódzkie", "Poland", 51.770, 19.474),
    Town("São Paulo", "SP", "São Paulo", "Brasil", -23.548, -46.636),
    Town("Diyarbakır", "21", "Diyarbakır", "Türkiye", 37.914, 40.217),
    Town("القاهرة", "C", "القاهرة", "مصر", 30.063, 31.250),
    Town("東京", "13", "東京都", "JP", 35.690, 139.692),
    Town("서울", "11", "서울특별시", "KR", 37.566, 126.978),
    Town("Москва", "MOW", "Москва", "RU", 55.752, 37.616),
]

# A way to write a place: the cells for town, region and country.
Written = Callable[[Town], tuple[str, str, str]]
SPLIT: list[Written] = [
    lambda town: (town.name, town.code, town.country),
    lambda town: (town.name, town.region, town.country),
]
IN_ONE_CELL: list[Written] = [
    lambda town: (f"{town.name}, {town.code}", "", town.country),
    lambda town: (f"{town.name}, {town.region}", "", town.country),
    lambda town: (f"{town.name} ({town.region})", "", town.country),
    lambda town: (f"{town.name} - {town.region}", "", town.country),
    lambda town: (f"{town.name} / {town.region}", "", town.country),
    lambda town: (f"{town.name}, {town.region}, {town.country}", "", town.country),
    lambda town: (f"1 Test Street, {town.name}, {town.region}", "", town.country),
    lambda town: (f"{town.name}، {town.region}", "nan", town.country),
    lambda town: (f"{town.name.upper()}, {town.region.upper()}", "n/a", town.country),
]
ALONE: list[Written] = [
    lambda town: (town.name, "", town.country),
    lambda town: (f" {town.name} ", "-", town.country),
    lambda town: (f"{town.name}, {town.country}", "", town.country),
    lambda town: (f"10115 {town.name}", "", town.country),
    lambda town: (town.name.encode().decode("latin-1"), "", town.country),
]
NO_TOWN = [
    ("nan", "France"), ("TBA", "US"), ("NULL", "Thailand"), ("Madrid, Barcelona", "España"), ("Lyon & Paris", "France"),
    ("Seoul/Busan", "KR"), ("Bay Area", "US"), ("Downtown", "US"), ("Union Station", "US"), ("東京、大阪", "JP"),
    ("Various cities", "Canada"), ("القاهرة والإسكندرية", "مصر"),
]  # fmt: skip

DATES: list[Callable[[dt.date], str]] = [
    dt.date.isoformat,
    lambda day: f"{day}T14:00:00",
    lambda day: f"{day.day} March {day.year}",
    lambda day: f"{day:%d.%m.%y}",
    lambda day: f"{day.day} de marzo de {day.year}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"\u200f{day:%Y/%m/%d}\u200f",
    lambda day: f"{day.day}-{day.day + 1} March {day.year}",
    lambda day: f"{(day - dt.date(1899, 12, 30)).days}",
    lambda day: f"{day.day} مارس {day.year}",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%m/%d/%Y}",
]
TIMES = {
    "14:00": "14:00", "2pm": "14:00", "2:00 p. m.": "14:00", "14h": "14:00", "12 noon": "12:00", "2-4pm": "14:00",
    "下午2:00": "14:00", "2:00 م": "14:00", "0.5833333": "14:00", "nan": "", "TBA": "", "": "",
}  # fmt: skip
HEADERS = {
    "en": ["Date", "Time", "City", "State", "Country", "Host org"],
    "es": ["Fecha", "Hora", "Ciudad", "Provincia", "País", "Convoca"],
    "fr": ["Jour", "Heure", "Ville", "Région", "Pays", "Organisateurs"],
    "de": ["Datum", "Uhrzeit", "Stadt", "Bundesland", "Land", "Veranstalter"],
    "tr": ["Tarih", "Saat", "Şehir", "Bölge", "Ülke", "Düzenleyen"],
    "ar": ["التاريخ", "الوقت", "المدينة", "المحافظة", "البلد", "الجهة المنظمة"],
}
TITLES = [[], ["Our test list"], ["Last updated: 1 March 2024", "", ""], [""]]
FOOTERS = [["Total", "", "", "", "", "3"], ["Source: test"], ["", "", "", "", "", ""], ["TOTAL"]]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "mac-roman"]


@dataclass(frozen=True)
class Truth:
    """A row's cells and what they mean; no town where none is meant."""

    cells: list[str]
    day: dt.date
    time: str
    town: Town | None


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    day = DAY + dt.timedelta(draw(st.sampled_from([0, 0, 0, 11, 14])))
    time = draw(st.sampled_from(list(TIMES)))
    town = draw(st.none() | st.sampled_from(REAL))
    if town:
        name, region, country = draw(st.sampled_from([*SPLIT, *IN_ONE_CELL, *(ALONE if town.alone else [])]))(town)
    else:
        (name, country), region = draw(st.sampled_from(NO_TOWN)), ""
    who = draw(st.sampled_from(["Example Union", "nan", "", "Union; with, signs", "a, b"]))
    return Truth([draw(st.sampled_from(DATES))(day), time, name, region, country, who], day, TIMES[time], town)


@st.composite
def lists(draw: st.DrawFn) -> tuple[bytes, dict[int, Truth]]:
    """Return a list's bytes, and the truth of its rows by their numbers."""
    rows = draw(st.lists(truths(), min_size=1, max_size=5))
    above = draw(st.lists(st.sampled_from(TITLES), max_size=2))
    below = draw(st.lists(st.sampled_from(FOOTERS), max_size=2))
    header = HEADERS[draw(st.sampled_from(list(HEADERS)))]
    file = io.StringIO()
    written = csv.writer(
        file, delimiter=draw(st.sampled_from(",;\t")), lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"]))
    )
    written.writerows([*above, header, *(row.cells for row in rows), *below])
    encoding = draw(st.sampled_from(ENCODINGS))
    try:
        content = file.getvalue().encode(encoding)
    except UnicodeEncodeError:
        content = file.getvalue().encode()
    return content, {len(above) + 2 + at: row for at, row in enumerate(rows)}


def told(listed: Listed, row: int) -> bool:
    return bool(listed.said_of(row)) or listed.asked


@unhurried
@given(lists())
def test_no_row_is_lost_and_no_value_changed_without_a_word(case: tuple[bytes, dict[int, Truth]]) -> None:
    content, rows = case
    listed = read_list(content, date=DAY)
    if listed.refused:
        assert "encoding" in listed.refused.casefold()
        return
    for number, truth in rows.items():
        entries = listed.rows.get(number, ())
        assert entries or told(listed, number), f"row {number} is lost"
        for entry in entries:
            assert entry.value("date") == truth.day or told(listed, number)
            assert (entry.value("start_time") or "") in ("", truth.time, "14:00") or told(listed, number)


@unhurried
@given(lists())
def test_no_sure_pin_is_far_from_the_place_that_was_written(case: tuple[bytes, dict[int, Truth]]) -> None:
    content, rows = case
    listed = read_list(content, date=DAY)
    for number, truth in rows.items():
        entries = listed.rows.get(number, ())
        for entry in entries if len(entries) == 1 else ():
            pin = entry.pin
            if pin.sure and pin.precision in TOWNS:
                assert truth.town, f"{truth.cells} is no town"
                assert great_circle(pin.point, (truth.town.latitude, truth.town.longitude)).km <= NEAR_KM, pin.matched


@unhurried
@given(lists(), st.data())
def test_no_damage_to_such_a_list_crashes_its_reading(
    case: tuple[bytes, dict[int, Truth]], data: st.DataObject
) -> None:
    content, _ = case
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 20)))
    damaged = content[:start] + data.draw(st.binary(max_size=10)) + content[end:]
    listed = read_list(damaged, date=DAY)
    assert listed.refused == "" or listed.refused.endswith(".")
    assert all(entry.pin.point or not entry.pin.sure for entry in listed.entries)
