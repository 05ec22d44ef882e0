"""Reading and checking lists of actions, organizations and claims. Every list here is obviously a test."""

import datetime as dt
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.claims import Claim, read_claims
from actionmap.campaign.organizations import Organization, read_organizations
from actionmap.errors import UnreadableListError
from actionmap.languages import languages
from actionmap.lists.problems import NoticeKind, Problem, ProblemKind
from actionmap.lists.reading import columns_of, names_of, to_cells
from actionmap.lists.tables import match_columns
from tests.shipped_list import LISTED, rows

DATA = Path(__file__).parents[2] / "data"
GROUPS = [Organization(id="test-group", name="Test Group"), Organization(id="other-group", name="Another Group")]


def read(text: str, **options: object) -> ActionList:
    return read_actions(text.encode(), **options)  # type: ignore[arg-type]


def read_one(**cells: str) -> tuple[Action | None, list[Problem]]:
    """Read a list of one row, in France on 1 January 2031 unless told otherwise."""
    row = {"country": "FR", "date": "2031-01-01"} | cells
    quoted = ['"' + value.replace('"', '""') + '"' for value in row.values()]
    found = read(f"{','.join(row)}\n{','.join(quoted)}\n", organizations=GROUPS)
    return (found.actions[0] if found.actions else None), list(found.problems)


def the_problem(**cells: str) -> tuple[Action | None, Problem]:
    action, problems = read_one(**cells)
    assert len(problems) == 1, problems
    return action, problems[0]


# The schema


def test_the_shipped_lists_are_clean() -> None:
    organizations = read_organizations(DATA / "organizations.csv")
    actions = read_actions(DATA / "actions.csv", organizations=organizations.records)
    assert (organizations.problems, actions.problems, read_claims(DATA / "claims.csv").problems) == ((), (), ())
    assert (len(organizations.records), len(actions.actions)) == (len(rows("organizations.csv")), LISTED)


def test_the_columns_are_those_of_the_shipped_list_in_its_order() -> None:
    for model, name in ((Action, "actions"), (Organization, "organizations"), (Claim, "claims")):
        header = (DATA / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
        ours = [column for column in header if column.rpartition("_")[2] not in languages()]  # "claim_es" and its like
        assert [column for column in model.model_fields if column in ours] == ours, name


@pytest.mark.parametrize(
    ("model", "heading"), [(Action, "actions.csv"), (Organization, "organizations.csv"), (Claim, "claims.csv")]
)
def test_the_readme_documents_every_column_as_the_model_does(model: type[Action], heading: str) -> None:
    section = (DATA / "README.md").read_text(encoding="utf-8").split(f"### {heading}\n")[1].split("###")[0]
    documented = re.findall(r"^\| `(\w+)` \| (.*?) \|(?: (.*?) \|)?$", section, re.MULTILINE)
    described = [
        (name, model.model_fields[name].description, ", ".join(column.also.split(", ")[:6]))
        for name, column in columns_of(model).items()
    ]
    assert [(name, meaning, also.strip()) for name, meaning, also in documented] == described


def test_an_action_cannot_be_changed() -> None:
    action = Action(date=dt.date(2031, 1, 1), country="FR")
    with pytest.raises(ValidationError):
        action.country = "DE"  # type: ignore[misc]


def test_an_action_needs_only_country_and_date() -> None:
    action, problems = read_one()
    assert action == Action(id="fr", date=dt.date(2031, 1, 1), country="FR", status="announced", basis="not-stated")
    assert problems == []


# Files as spreadsheets save them


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_delimiter_and_line_ends_are_found_out(encoding: str, delimiter: str, newline: str) -> None:
    rows = [["Pays", "Ville", "Date"], ["Côte d'Ivoire", "Test-Préville, nord; centre", "2031-01-01"]]
    text = newline.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows) + newline
    found = read_actions(text.encode(encoding))
    assert [(a.country, a.locality) for a in found.actions] == [("CI", "Test-Préville, nord; centre")]
    assert found.problems == ()


def test_a_text_without_latin_letters_is_read_in_utf_16_without_a_mark() -> None:
    text = "البلد;المدينة;التاريخ\r\n" + "مصر;مدينة الاختبار;2031-01-01\r\n" * 3
    for encoding in ("utf-16-le", "utf-16-be"):
        assert [action.country for action in read_actions(text.encode(encoding)).actions] == ["EG"] * 3


def test_one_stray_byte_in_utf_8_spoils_nothing_else() -> None:
    data = "country,date,locality\nFR,2031-01-01,Préville\nFR,2031-01-01,Évreville\n".encode()
    found = read_actions(data + b"FR,2031-01-01,Mal\xe9ville\n")
    assert [action.locality for action in found.actions] == ["Préville", "Évreville", "Maléville"]


def test_columns_stand_in_any_order_among_unknown_ones() -> None:
    found = read("weather,date,city,colour,country\nfine,2031-01-01,Testville,red,FR\n")
    assert [(a.locality, a.country) for a in found.actions] == [("Testville", "FR")]
    assert found.problems == ()


def test_rows_above_the_header_and_blank_rows_count_but_are_no_actions() -> None:
    found = read(
        "Our test list,,\nas of today,,\n\ncity,country,date\n\n,,\nTestville,FR,2031-01-01\n-,??,2031-01-01\n"
    )
    assert [action.locality for action in found.actions] == ["Testville"]
    assert [problem.row for problem in found.problems] == [8]


def test_a_cell_of_several_lines_is_one_row() -> None:
    found = read('city,country,date,venue\nTestville,FR,2031-01-01,"Test Square\nNorth Gate"\nX,Narnia,2031-01-01,\n')
    assert found.actions[0].venue == "Test Square North Gate"
    assert [problem.row for problem in found.problems] == [3]


def test_short_rows_are_filled_up_and_long_rows_are_a_problem() -> None:
    found = read("country,date,city,venue\nFR,2031-01-01\nDE,2031-01-01,Teststadt,Platz,too,much\n")
    assert [action.country for action in found.actions] == ["FR", "DE"]
    [problem] = found.problems
    assert (problem.row, problem.column, problem.kind) == (3, "", ProblemKind.TOO_MANY_CELLS)
    assert problem.values == {"columns": 4}


@pytest.mark.parametrize(
    "broken", ['FR,2031-01-01,"Openville,x', 'FR,2031-01-01,"Test" ville,x', 'FR,2031-01-01,Testville",x']
)
def test_stray_quotation_marks_take_no_other_row_with_them(broken: str) -> None:
    good = [f"FR,2031-01-0{n},Goodville,Square" for n in range(1, 7)]
    lines = ["country,date,city,venue", good[0], broken, *good[1:4], 'DE,2031-01-01,Closeville",x', *good[4:]]
    found = read("\n".join(lines))
    assert [a.date.day for a in found.actions if a.locality == "Goodville"] == [1, 2, 3, 4, 5, 6]


def test_an_open_quotation_mark_is_a_problem_of_its_row() -> None:
    found = read('country,date,city\nFR,2031-01-01,"Openville\nFR,2031-01-02,Goodville\n')
    assert [(p.row, p.kind) for p in found.problems] == [(2, ProblemKind.STRAY_QUOTES)]
    assert [a.locality for a in found.actions] == ["Openville", "Goodville"]


def test_a_text_that_is_too_long_is_cut_and_named() -> None:
    action, problem = the_problem(venue="x" * 3_000)
    assert action is not None
    assert len(action.venue) == 2_000
    assert (problem.column, problem.kind, problem.values) == ("venue", ProblemKind.TOO_LONG, {"limit": 2000})
    assert len(problem.value) == 100


def test_a_cell_longer_than_csv_readers_allow_harms_no_other_row() -> None:
    found = read(f"country,date,city\nFR,2031-01-01,{'x' * 200_000}\nFR,2031-01-02,Goodville\n")
    assert [len(action.locality) for action in found.actions] == [2_000, 9]
    assert [problem.row for problem in found.problems] == [2]


def test_control_characters_are_removed_and_named() -> None:
    action, problem = the_problem(locality="Test\x00ville\u202e")
    assert action is not None
    assert action.locality == "Testville"
    assert (problem.value, problem.kind) == ("Test�ville�", ProblemKind.CONTROL_CHARACTERS)


def test_joiners_that_other_scripts_need_are_kept() -> None:
    action, problems = read_one(locality="تست\u200cشهر")
    assert action is not None
    assert (action.locality, problems) == ("تست\u200cشهر", [])


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"PK\x03\x04 and so on", "cannot be read as a workbook"),
        (bytes(range(256)) * 20, "Give it a header row"),
        (b"a,b,c\n1,2,3\n", "Give it a header row"),
        (b"source,date\nTest News,2031-01-01\n", "Add columns named locality and country"),
        (b"city,country\nTestville,FR\n", "Add one named date"),
    ],
)
def test_what_is_no_list_is_refused_with_advice(data: bytes, advice: str) -> None:
    with pytest.raises(UnreadableListError, match=advice):
        read_actions(data)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableListError, match=r"nothing-here\.csv cannot be read"):
        read_actions(tmp_path / "nothing-here.csv")


def test_a_header_alone_is_a_list_without_actions() -> None:
    found = read("country,date\n")
    assert (found.actions, found.problems, found.notices) == ((), (), ())


# Columns


@pytest.mark.parametrize(
    ("header", "matched"),
    [
        (
            "Ville;Pays;Lieu;Heure;Date",
            {"locality": "Ville", "country": "Pays", "venue": "Lieu", "start_time": "Heure"},
        ),
        (
            "Ciudad;País;Provincia;Fecha",
            {"locality": "Ciudad", "country": "País", "region": "Provincia", "date": "Fecha"},
        ),
        ("Cidade;Estado;Endereço;Horário", {"locality": "Cidade", "region": "Estado", "venue": "Endereço"}),
        (
            "Stadt;Land;Bundesland;Treffpunkt;Uhrzeit",
            {"country": "Land", "region": "Bundesland", "start_time": "Uhrzeit"},
        ),
        ("المدينة;البلد;المكان", {"locality": "المدينة", "country": "البلد"}),
        ("Town;State / Province;Address", {"locality": "Town", "region": "State / Province", "venue": "Address"}),
        ("START_TIME (local);Country *;Organisers", {"start_time": "START_TIME (local)", "country": "Country *"}),
        ("Place;Country", {"locality": "Place", "country": "Country"}),
        ("Place;City", {"locality": "City", "venue": "Place"}),
        ("City;Place;locality", {"locality": "locality", "venue": "Place"}),
    ],
)
def test_columns_are_known_by_their_usual_names(header: str, matched: dict[str, str]) -> None:
    found = match_columns(header.split(";"), names_of(Action))
    assert {column: found.get(column) for column in matched} == matched


def test_no_column_serves_twice() -> None:
    found = match_columns(["place", "source", "time", "data", "data"], names_of(Action))
    assert len(set(found.values())) == len(found)


def test_a_problem_names_the_column_as_the_file_does() -> None:
    found = read("Pays;Fecha;Ville\nFR;31.02.2031;Testville\n")
    assert [problem.column for problem in found.problems] == ["Fecha"]


# Values


@pytest.mark.parametrize(
    ("text", "code"),
    [("NA", "NA"), ("na", "NA"), ("Germany", "DE"), ("Alemania", "DE"), ("المغرب", "MA"), ("USA", "US"), ("pr", "PR")],
)
def test_a_country_is_a_code_or_a_name(text: str, code: str) -> None:
    action, problems = read_one(country=text)
    assert action is not None
    assert (action.country, problems) == (code, [])


def test_an_unknown_country_leaves_the_row_out_and_suggests_one() -> None:
    action, problem = the_problem(country="Germny")
    assert action is None
    assert problem.kind is ProblemKind.NOT_A_COUNTRY
    assert problem.values == {"candidates": ("DE",), "left_out": True}


@pytest.mark.parametrize("missing", [{"country": ""}, {"date": "", "locality": "Testville"}])
def test_a_row_without_any_place_or_without_date_is_left_out(missing: dict[str, str]) -> None:
    action, problem = the_problem(**missing)
    assert action is None
    assert (problem.row, problem.column, problem.kind) == (2, next(iter(missing)), ProblemKind.EMPTY)


@pytest.mark.parametrize(
    "place", [{"locality": "Testville"}, {"venue": "Test Square"}, {"region": "Tyrol"}, {"lat": "45.75", "lon": "4.85"}]
)
def test_a_row_that_says_where_it_is_needs_no_country(place: dict[str, str]) -> None:
    action, problems = read_one(country="", **place)
    assert action is not None
    assert (action.country, problems, bool(action.id)) == ("", [], True)


def test_a_bare_town_is_left_out_where_other_rows_state_their_country() -> None:
    rows = '2031-01-01,Lyon,FR\n2031-01-01,Lille,\n2031-01-01,"Lens, France",\n'
    found = read(f"date,city,country\n{rows}")
    assert [(one.locality, one.country) for one in found.actions] == [("Lyon", "FR"), ("Lens, France", "")]
    assert [(one.row, one.column, one.kind) for one in found.problems] == [(3, "country", ProblemKind.EMPTY)]


def test_a_list_needs_no_column_for_the_country() -> None:
    assert [one.country for one in read("date,city\n2031-01-01,Testville\n").actions] == [""]


def test_an_action_without_a_country_can_be_made_and_copied() -> None:
    action = Action(date=dt.date(2031, 1, 1), country="", locality="Testville")
    assert Action.model_validate(action.model_dump()) == action


@pytest.mark.parametrize("nothing", ["NA", "N/A", "-", "–"])
def test_signs_for_nothing_are_nothing(nothing: str) -> None:
    action, problems = read_one(start_time=nothing, venue=nothing, source_url=nothing)
    assert action is not None
    assert (action.start_time, action.venue, action.source_url, problems) == (None, "", None, [])


@pytest.mark.parametrize(
    "text",
    [
        "2031-03-02",
        "2031/3/2",
        "02.03.2031",
        "2.3.2031",
        "2 March 2031",
        "March 2, 2031",
        "Sunday, 2nd March 2031",
        "2 mars 2031",
        "domingo 2 de marzo de 2031",
        "2 de março de 2031",
        "2. März 2031",
        "٢ مارس ٢٠٣١",
        "2 آذار 2031",
        "2031-03-02 00:00:00",
    ],
)
def test_usual_dates_are_understood(text: str) -> None:
    action, problems = read_one(date=text)
    assert action is not None, problems
    assert (action.date, problems) == (dt.date(2031, 3, 2), [])


@pytest.mark.parametrize("text", ["25/03/2031", "03/25/2031", "25-3-2031"])
def test_a_date_with_slashes_is_understood_where_one_reading_is_possible(text: str) -> None:
    action, _ = read_one(date=text)
    assert action is not None
    assert action.date == dt.date(2031, 3, 25)


def test_an_ambiguous_date_is_not_guessed() -> None:
    action, problem = the_problem(date="03/02/2031")
    assert action is None
    assert problem.kind is ProblemKind.UNCLEAR_DATE
    assert problem.values["days"] == (dt.date(2031, 2, 3), dt.date(2031, 3, 2))


@pytest.mark.parametrize("text", ["2031-02-30", "31.04.2031", "30 February 2031", "32/13/2031", "0031-01-01"])
def test_a_day_that_does_not_exist_is_named(text: str) -> None:
    action, problem = the_problem(date=text)
    assert action is None
    assert problem.kind is ProblemKind.NO_SUCH_DAY


@pytest.mark.parametrize("text", ["soon", "2 March", "March 2031", "2031", "12345", "18:30"])
def test_what_is_no_date_is_named(text: str) -> None:
    _, problem = the_problem(date=text)
    assert problem.kind is ProblemKind.NOT_A_DATE


def test_the_default_date_serves_empty_cells_alone() -> None:
    found = read("country,date\nFR,\nDE,soon\nES,2031-05-01\n", default_date=dt.date(2031, 1, 1))
    assert [(a.country, a.date.month) for a in found.actions] == [("FR", 1), ("ES", 5)]
    assert [problem.row for problem in found.problems] == [3]
    assert read("country\nFR\n", default_date=dt.date(2031, 1, 1)).actions[0].date == dt.date(2031, 1, 1)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:00", dt.time(14)),
        ("14:00:00", dt.time(14)),
        ("14h00", dt.time(14)),
        ("14h", dt.time(14)),
        ("14.30 Uhr", dt.time(14, 30)),
        ("2 pm", dt.time(14)),
        ("2:00 PM", dt.time(14)),
        ("2:05 p.m.", dt.time(14, 5)),
        ("12 am", dt.time(0)),
        ("12:15 PM", dt.time(12, 15)),
        ("9:00", dt.time(9)),
    ],
)
def test_usual_times_are_understood(text: str, time: dt.time) -> None:
    action, problems = read_one(start_time=text)
    assert action is not None
    assert (action.start_time, problems) == (time, [])


@pytest.mark.parametrize("text", ["25:00", "14:60", "25 pm", "0 am", "14", "noonish", "2-4"])
def test_an_unusable_time_is_named_and_left_empty(text: str) -> None:
    action, problem = the_problem(start_time=text)
    assert action is not None
    assert (action.start_time, problem.column) == (None, "start_time")
    assert problem.kind in (ProblemKind.NOT_A_TIME, ProblemKind.NO_SUCH_TIME)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/x",
        "flyer.pdf",
        "https://",
        "https:///x",
        "https://example.org/a b",
        "https://safe.example@other.example/",
        'https://example.org/"onclick="x',
        "https://example.org/" + "x" * 2_000,
    ],
)
def test_an_address_that_is_not_of_the_web_is_named_and_left_empty(url: str) -> None:
    action, problem = the_problem(source_url=url)
    assert action is not None
    assert (action.source_url, problem.column) == (None, "source_url")


def test_one_wrong_address_of_several_goes_alone() -> None:
    action, problem = the_problem(other_sources="https://example.org/1 javascript:0 http://example.org/2")
    assert action is not None
    assert action.other_sources == ("https://example.org/1", "http://example.org/2")
    assert problem.value == "javascript:0"


@pytest.mark.parametrize(
    ("column", "default", "allowed"),
    [
        ("status", "announced", ("announced", "reported")),
        ("basis", "not-stated", ("call", "same-day", "not-stated")),
        ("confidence", None, ("high", "medium")),
    ],
)
def test_an_unknown_word_is_named_with_the_allowed_ones(
    column: str, default: str | None, allowed: tuple[str, ...]
) -> None:
    action, problem = the_problem(**{column: "perhaps"})
    assert getattr(action, column) == default
    assert (problem.kind, problem.values) == (ProblemKind.NOT_ALLOWED, {"allowed": allowed})


def test_allowed_words_may_have_capitals() -> None:
    action, problems = read_one(status="Reported", basis="SAME-DAY")
    assert action is not None
    assert (action.status, action.basis, problems) == ("reported", "same-day", [])


def test_an_unknown_organization_goes_alone_and_a_near_one_is_suggested() -> None:
    action, problems = read_one(organizers="test-group; tset-group; Test Group", callers="zzz")
    assert action is not None
    assert (action.organizers, action.callers) == (("test-group",), ())
    assert [problem.values["candidates"] for problem in problems] == [("test-group",), ("test-group",), ()]
    assert (problems[2].column, problems[2].kind) == ("callers", ProblemKind.UNKNOWN_ORGANIZATION)


def test_organizations_are_not_checked_where_none_are_known() -> None:
    found = read("country,date,organizers\nFR,2031-01-01,Some Group;Other\n")
    assert (found.actions[0].organizers, found.problems) == (("Some Group", "Other"), ())


# Rows beside each other


def test_a_duplicate_is_kept_and_names_the_other_row() -> None:
    found = read("country,date,city,venue\nFR,2031-01-01,Préville,Square\nFrance,1 January 2031,PREVILLE,square\n")
    assert len(found.actions) == 2
    assert [(p.row, p.kind, p.values) for p in found.problems] == [(3, ProblemKind.REPEATED_ACTION, {"first": 2})]


@pytest.mark.parametrize(
    ("times", "rows"), [(("", ""), [3]), (("14:00", ""), [3]), (("", "14:00"), [3]), (("14:00", "18:00"), [])]
)
def test_start_times_tell_actions_at_one_place_apart(times: tuple[str, str], rows: list[int]) -> None:
    found = read("country,date,time\n" + "".join(f"FR,2031-01-01,{time}\n" for time in times))
    assert [problem.row for problem in found.problems] == rows


def test_another_venue_day_or_region_is_no_duplicate() -> None:
    rows = ["FR,2031-01-01,Testville,A,X", "FR,2031-01-01,Testville,B,X", "FR,2031-01-02,Testville,A,X"]
    found = read("\n".join(["country,date,city,venue,region", *rows, "FR,2031-01-01,Testville,A,Y"]))
    assert found.problems == ()


def test_a_repeated_id_is_named_and_replaced() -> None:
    found = read("id,country,date,city\na,FR,2031-01-01,Testville\na,DE,2031-01-01,Teststadt\n")
    assert [action.id for action in found.actions] == ["a", "de-teststadt"]
    assert [(p.row, p.column, p.kind, p.values) for p in found.problems] == [
        (3, "id", ProblemKind.REPEATED_ID, {"first": 2})
    ]


def test_an_id_of_other_signs_is_named_and_replaced() -> None:
    action, problem = the_problem(id="a b/c", locality="Testville")
    assert action is not None
    assert (action.id, problem.kind) == ("fr-testville", ProblemKind.NOT_AN_ID)


def test_ids_are_made_of_the_place_and_stay_when_rows_move() -> None:
    rows = ["FR,2031-01-01,Préville,Place d'Essai", "EG,2031-01-01,القاهرة,", "FR,2031-01-01,Testville,"]
    ids = ["fr-preville-place-d-essai", "eg-القاهرة", "fr-testville"]
    for order in ([0, 1, 2], [2, 0, 1]):
        found = read("\n".join(["country,date,city,venue", *(rows[i] for i in order)]))
        assert [action.id for action in found.actions] == [ids[i] for i in order]


def test_made_ids_never_meet() -> None:
    row = "FR,2031-01-01,Testville"
    found = read(
        f"id,country,date,city\nfr-testville,DE,2031-01-01,X\n,{row}\n,{row}\n,{row}\nfr-testville-2031-01-01-2,{row}\n"
    )
    assert len({action.id for action in found.actions}) == 5


def test_what_is_written_reads_the_same() -> None:
    action = Action(id="t", date=dt.date(2031, 1, 1), start_time=dt.time(9, 5), country="FR", organizers=("a", "b"))
    cells = to_cells(action)
    assert (cells["date"], cells["start_time"], cells["organizers"]) == ("2031-01-01", "09:05", "a;b")
    assert read(",".join(cells) + "\n" + ",".join(cells.values())).actions == (action,)


# Organizations and claims


def test_organizations_keep_their_order_and_their_parents() -> None:
    found = read_organizations(b"id,name,role,parent\nb,B,local,a\na,A,Coalition,\n")
    assert [(one.id, one.role, one.parent) for one in found.records] == [
        ("b", "local", "a"),
        ("a", "coalition", ""),
    ]
    assert found.problems == ()


def test_every_mistake_of_an_organization_is_named() -> None:
    rows = ["a,A,chief,", "a,Again,local,", ",Nameless id,local,", "c,,local,", "alpha,Alpha,local,", "d,D,local,alpah"]
    found = read_organizations("\n".join(["id,name,role,parent", *rows]).encode())
    assert [(p.row, p.column) for p in found.problems] == [
        (2, "role"),
        (3, "id"),
        (4, "id"),
        (5, "name"),
        (7, "parent"),
    ]
    assert [one.id for one in found.records] == ["a", "alpha", "d"]
    assert found.records[-1].parent == ""
    assert found.problems[-1].values["candidates"] == ("alpha",)


@pytest.mark.parametrize("parents", [["a"], ["b", "a"], ["b", "c", "a"], ["b", "c", "b"]])
def test_a_circle_of_parents_is_opened_and_named(parents: list[str]) -> None:
    rows = [f"{id_},Group {id_},{parent}" for id_, parent in zip("abc", parents, strict=False)]
    found = read_organizations("\n".join(["id,name,parent", *rows]).encode())
    assert [problem.kind for problem in found.problems] == [ProblemKind.CIRCLE_OF_PARENTS]
    parent_of = {one.id: one.parent for one in found.records}
    for id_ in parent_of:
        for _ in parent_of:
            id_ = parent_of.get(id_, "")
        assert id_ == ""


CLAIMS = "id,claimant,claim,measure,qualifier,figure,places,filter,source_url"


def test_every_mistake_of_a_claim_is_named() -> None:
    rows = [
        "a,X,Y,actions,about,7,FR;US-HI;US-NY:Test;Narnia,,https://test.example/a",
        "b,X,Y,hopes,about,7,,,https://test.example/b",
        "c,X,Y,actions,maybe,many,,,https://test.example/c",
        "d,X,Y,actions,about,7,,,",
    ]
    found = read_claims("\n".join([CLAIMS, *rows]).encode())
    assert [(p.row, p.column) for p in found.problems] == [
        (2, "places"),
        (3, "measure"),
        (4, "qualifier"),
        (4, "figure"),
        (5, "source_url"),
    ]
    assert [claim.places for claim in found.records] == [("FR", "US-HI", "US-NY:Test")]


@pytest.mark.parametrize(
    "scope", ["country=XX", "member=nobody", "status=maybe", "basis=hope", "link=both", "continent=AF", "country="]
)
def test_a_claim_whose_scope_is_unknown_is_named_and_left_out_not_widened(scope: str) -> None:
    rows = [
        f"a,X,Y,actions,about,7,,{scope},https://test.example/a",
        "b,X,Y,actions,about,7,,country=FR&member=union&status=reported,https://test.example/b",
    ]
    found = read_claims("\n".join([CLAIMS, *rows]).encode(), organizations={"union"})
    assert [claim.id for claim in found.records] == ["b"]
    [problem] = found.problems
    assert (problem.row, problem.column) == (2, "filter")
    assert problem.values["left_out"]


@pytest.mark.parametrize(
    ("dates", "day", "read"),
    [
        (["02/03/2024", "13/03/2024"], None, ["2024-03-02", "2024-03-13"]),
        (["03/02/2024", "03/13/2024"], None, ["2024-03-02", "2024-03-13"]),
        (["02/03/2024"], "2024-03-02", ["2024-03-02"]),
        (["03/02/2024"], "2024-03-02", ["2024-03-02"]),
        (["02/03/2024"], None, []),
        (["02/03/2024", "13/03/2024", "03/13/2024"], None, ["2024-03-13", "2024-03-13"]),
    ],
)
def test_the_other_dates_of_a_list_or_the_day_it_is_about_tell_the_order_of_day_and_month(
    dates: list[str], day: str | None, read: list[str]
) -> None:
    text = "country;city;date\n" + "".join(f"FR;Testville {n};{date}\n" for n, date in enumerate(dates))
    found = read_actions(text.encode(), default_date=dt.date.fromisoformat(day) if day else None)
    assert [action.date.isoformat() for action in found.actions] == read
    assert len(found.problems) == len(dates) - len(read)


# What is given once for a whole list

OPEN = "date,city,country,status,time\n,Lyon,,,\n2031-05-02,Vienna,AT,reported,\n"


def test_what_is_given_for_a_list_fills_empty_cells_alone() -> None:
    day = dt.date(2031, 5, 1)
    first, second = read(OPEN, default_date=day, default_country="FR", default_status="reported").actions
    assert (first.date, first.country, first.status) == (day, "FR", "reported")
    assert (second.date, second.country, second.status) == (dt.date(2031, 5, 2), "AT", "reported")


def test_what_is_given_for_a_list_stands_in_for_columns_that_it_lacks() -> None:
    [action] = read("city\nLyon\n,\n", default_date=dt.date(2031, 5, 1), default_country="France").actions
    assert (action.locality, action.country, action.status) == ("Lyon", "FR", "announced")


def test_a_country_that_is_written_wrongly_is_never_the_one_of_the_list() -> None:
    listed = read("date,city,country\n2031-05-01,Lyon,Narnia\n", default_country="FR")
    assert not listed.actions
    assert [one.kind for one in listed.problems] == [ProblemKind.NOT_A_COUNTRY]


def test_a_status_that_cannot_be_used_is_as_good_as_none() -> None:
    [action] = read("date,country,status\n2031-05-01,FR,perhaps\n", default_status="reported").actions
    assert action.status == "reported"


def test_times_are_in_the_zone_that_is_given_for_the_list_unless_their_cells_name_another() -> None:
    cells = ["22:00,Lyon", "14:00 CET,Lille", "14:00 EST,Paris", ",Nice", "14:00-16:00,Brest"]
    rows = "".join(f"2031-03-02,{cell},FR\n" for cell in cells)
    listed = read(f"date,time,city,country\n{rows}", default_time_zone="Europe/Berlin")
    assert [str(one.start_time.tzinfo) if one.start_time else "" for one in listed.actions] == [
        "Europe/Berlin", "Europe/Berlin", "", "", "Europe/Berlin",
    ]  # fmt: skip
    end = listed.actions[4].end_time
    assert end
    assert str(end.tzinfo) == "Europe/Berlin"
    assert [(one.row, one.kind) for one in listed.problems] == [(4, ProblemKind.OTHER_TIME_ZONE)]
    assert [one.kind for one in listed.notices] == [NoticeKind.TIMES_ELSEWHERE]


@pytest.mark.parametrize(
    ("content", "is_cut_off"),
    [
        (b"a,country,city\n1,FR,Paris\n2,AT,Vi", False),
        (b"a,country,city\n1,FR,Paris\n2,AT", True),
        (b"a,country,city\n1,FR,Paris\n2,AT\n", False),
        (b"a,country,city\n1,FR,Paris\n2,AT,Vienna", False),
        (b'a,country,city\n1,FR,Paris\n2,AT,"Vien', True),
        (b'a,country,city\n1,FR,Paris\n2,AT,"Vienna\nor near', True),
        (b"a,country,city\n1,FR\n2,AT\n3,CH", False),  # so is every row of it
        (b"a,country,city\n1,FR", False),
        (b"a,country,city", False),
        ("a;country;city\n1;FR;Paris\n2;A".encode("utf-16"), True),
    ],
)
def test_a_list_that_ends_in_the_middle_of_a_row_is_said_to(content: bytes, is_cut_off: bool) -> None:
    problems = read_actions(content, default_date=dt.date(2031, 1, 2)).problems
    assert any(problem.kind is ProblemKind.CUT_OFF for problem in problems) == is_cut_off
