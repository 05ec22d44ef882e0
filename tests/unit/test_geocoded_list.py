import csv
import io

import pytest

from actionmap.errors import UnreadableListError
from actionmap.lists.problems import ProblemKind
from actionmap.places.dividing import several_towns
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinned_list import ADDED_COLUMNS, pin_list
from actionmap.places.pinning import OfflineGeocoder
from actionmap.world.doubts import Doubt, DoubtKind


@pytest.fixture(scope="module")
def geocoder():
    return OfflineGeocoder(Gazetteer())


@pytest.fixture
def geocoded(geocoder, tmp_path):
    return lambda text: pin_list(
        text.encode() if isinstance(text, str) else text,
        geocoder,
        PinCache(tmp_path / "geocodes.csv"),
        keep_offline=True,
        name="test.csv",
    )


def rows(found) -> list[list[str]]:
    return list(csv.reader(io.StringIO(found.csv)))


def test_a_list_keeps_its_columns_rows_and_cells_and_gets_pins(geocoded):
    found = geocoded("note,City,Land,weight\n=1+1,Wien,Österreich,1.50\n '+x ,Xyzzyqqville,AT,-2\n'-,東京,JP,\n")
    header, vienna, nowhere, tokyo = rows(found)
    assert header == ["note", "City", "Land", "weight", *ADDED_COLUMNS]
    assert vienna[:4] == ["=1+1", "Wien", "Österreich", "1.50"]
    assert vienna[4:7] == ["48.20849", "16.37208", "locality"]
    assert vienna[8] == "gazetteer"
    assert nowhere[1:] == ["Xyzzyqqville", "AT", "-2", *[""] * 5]
    assert tokyo[:2] == ["'-", "東京"]
    assert tokyo[6] == "locality"
    assert (found.rows, found.pins) == (3, 2)


def test_the_region_is_used_where_there_is_one(geocoded):
    found = geocoded("city,state,country\nSpringfield,IL,US\nSpringfield,MA,US\n")
    assert [round(float(row[3])) for row in rows(found)[1:]] == [40, 42]


def test_an_excel_export_in_windows_1252_with_semicolons_is_read(geocoded):
    found = geocoded("Stadt;Land\r\nMünchen;Deutschland\r\nSão Paulo;Brasilien\r\n".encode("cp1252"))
    lines = found.encoded().decode("cp1252").split("\r\n")
    assert [line.split(";")[:2] for line in lines[1:3]] == [["München", "Deutschland"], ["São Paulo", "Brasilien"]]
    assert found.pins == 2


def test_blank_short_and_long_rows_stay_in_their_places(geocoded):
    found = geocoded("locality,country,note\nGraz,AT\n\n,,\nLinz,AT,a,b\n")
    assert found.csv.splitlines()[0] == "locality,country,note,,latitude,longitude,precision,matched_place,geocoder"
    assert found.csv.splitlines()[2:4] == ["", ""]
    table = rows(found)
    assert table[1][:4] == ["Graz", "AT", "", ""]
    assert table[4][:4] == ["Linz", "AT", "a", "b"]
    assert {len(row) for row in table if row} == {9}


def test_columns_of_the_list_that_are_named_like_pins_are_kept_beside_ours(geocoded):
    found = geocoded("locality,country,latitude\nGraz,AT,my own\n")
    header, row = rows(found)
    assert header[2:5] == ["latitude", "geocoded_latitude", "geocoded_longitude"]
    assert row[2] == "my own"
    assert row[3].startswith("47.")


def test_what_cannot_be_resolved_is_a_problem_with_its_row_and_what_to_write(geocoded):
    found = geocoded(
        "locality,country,note\nGraz,AT\nGraz,,no country\nGraz,Austriaa\nSpringfield,US\nXyzzyqqville,AT\n"
        "Springfield,United States\nNA,NA\n"
    )
    said = {problem.row: problem for problem in found.problems}
    assert list(said) == [3, 4, 5, 6]
    assert (said[3].column, said[3].kind) == ("country", ProblemKind.EMPTY)
    assert said[4].values["candidates"] == ("AT",)
    assert (said[5].column, said[5].kind) == ("locality", ProblemKind.NO_PIN)
    assert (said[5].values["doubt"], said[5].values["more"]) == (Doubt(DoubtKind.AMBIGUOUS), 1)
    assert said[5].values["candidates"][0].startswith("Springfield")
    assert said[6].values["doubt"] == Doubt(DoubtKind.NOT_FOUND)
    assert rows(found)[7][5] == "country"  # Namibia


def test_new_pins_are_cached_and_a_reviewed_one_is_obeyed(geocoded, geocoder, tmp_path):
    geocoded("locality,country,venue\nGraz,AT,Hauptplatz\n")
    path = tmp_path / "geocodes.csv"
    path.write_text(path.read_text().replace("gazetteer", "reviewed").replace("47.", "46."))
    assert rows(geocoded("locality,country\nGraz,AT\n"))[1][2].startswith("46.")


def test_progress_counts_the_places_that_are_asked_for(geocoder, tmp_path):
    said = []
    pin_list(
        b"locality,country\nGraz,AT\nLinz,AT\nGraz,AT\n",
        geocoder,
        PinCache(tmp_path / "geocodes.csv"),
        progress=lambda *counted: said.append(counted),
    )
    assert said[-1] == (2, 2, 0)


def test_a_row_whose_cell_names_several_towns_becomes_a_row_for_each_with_its_own_pin(geocoder, tmp_path):
    text = 'id,city,note\na,"Madrid, Barcelona",x\n\nb,Bilbao,y\n'
    found = pin_list(
        text.encode(),
        geocoder,
        PinCache(tmp_path / "geocodes.csv"),
        default_country="ES",
        divide=lambda places: several_towns(places, Gazetteer()),
    )
    rows = list(csv.DictReader(io.StringIO(found.csv)))
    assert [(row["id"], row["city"], row["note"], row["matched_place"].split(",")[0]) for row in rows] == [
        ("a-1", "Madrid", "x", "Madrid"), ("a-2", "Barcelona", "x", "Barcelona"), ("b", "Bilbao", "y", "Bilbao"),
    ]  # fmt: skip
    assert (found.rows, found.pins) == (3, 3)


def test_the_country_of_a_list_is_that_of_rows_that_give_none(geocoder, tmp_path):
    text = "city,country\nLyon,\nVienna,AT\nGraz,Narnia\n"
    found = pin_list(text.encode(), geocoder, PinCache(tmp_path / "geocodes.csv"), default_country="FR")
    names = [row["matched_place"].rpartition(", ")[2] for row in csv.DictReader(io.StringIO(found.csv))]
    assert names == ["France", "Austria", ""]
    assert [problem.kind for problem in found.problems] == [ProblemKind.NOT_A_COUNTRY]


def test_a_list_without_a_column_for_a_place_is_refused_with_its_names(geocoded):
    with pytest.raises(UnreadableListError, match="no column for the locality"):
        geocoded("status,when\nplanned,now\n")


def test_points_of_the_list_are_its_pins_unless_they_are_far_from_the_town(geocoded):
    found = geocoded(
        "venue,city,country,lat,lon\nTest Farm,Xyzzyqqville,FR,45.75,4.85\nTest Gate,Lille,FR,43.6,1.44\n"
        ",Lyon,FR,457500,48500\n,,,-4.05,39.66\n"
    )
    farm, gate, lyon, bare = (row[5:] for row in rows(found)[1:])
    assert (farm[:3], farm[4]) == (["45.75000", "4.85000", "venue"], "given")
    assert gate == [""] * 5
    assert (lyon[2], lyon[4]) == ("locality", "gazetteer")
    assert (bare[:3], bare[4]) == (["-4.05000", "39.66000", "locality"], "given")
    assert [(one.row, one.kind) for one in found.problems] == [
        (3, ProblemKind.NOT_CONFIRMED),
        (4, ProblemKind.NOT_A_LATITUDE),
        (4, ProblemKind.NOT_A_LONGITUDE),
    ]
    assert found.problems[0].values["doubt"].kind is DoubtKind.FAR
