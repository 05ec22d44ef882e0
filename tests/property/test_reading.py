"""Reading lists broken in thousands of ways: nothing crashes, and good rows survive exactly."""

import csv
import datetime as dt
import io
import random
from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.claims import read_claims
from actionmap.campaign.organizations import read_organizations
from actionmap.errors import UnreadableListError
from actionmap.lists.cells import is_nothing
from actionmap.lists.encodings import repaired
from actionmap.lists.reading import names_of, to_cells
from actionmap.lists.tables import match_columns
from actionmap.publish.wording import problem_line

unhurried = settings(deadline=None)

# What a cell can hold and keep: printable, no white space at its ends or doubled, none of the signs for "nothing".
LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" ")
PLACES = (
    st.text(LETTERS, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .map(lambda text: "Testville" if is_nothing(text) else text)
    .filter(lambda text: repaired(text) == text)
)
WESTERN = st.one_of(
    st.just(""),
    st.text("abc ÀÉîõüß€“”’", max_size=20)
    .map(lambda t: " ".join(["Test", *t.split()]))
    .filter(lambda text: repaired(text) == text),
)
SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True).filter(lambda text: not is_nothing(text))
URLS = st.from_regex(r"https?://[a-z]{1,9}\.example(/[a-z0-9%&=;,.~-]{0,20})?", fullmatch=True)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
TIMES = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))


WHOLE_ACTIONS = st.builds(
    Action,
    id=SLUGS,
    date=DATES,
    start_time=st.none() | TIMES,
    venue=PLACES,
    locality=PLACES,
    region=PLACES,
    country=st.sampled_from(["FR", "NA", "PR", "US", "EG", "JP"]),
    status=st.sampled_from(["announced", "reported"]),
    basis=st.sampled_from(["call", "same-day"]),
    confidence=st.sampled_from(["high", "medium", None]),
    organizers=st.lists(SLUGS, max_size=3).map(tuple),
    callers=st.lists(SLUGS, max_size=3).map(tuple),
    attendance=PLACES,
    source_name=PLACES,
    source_url=st.none() | URLS,
    source_date=st.none() | DATES,
    other_sources=st.lists(URLS, max_size=3).map(tuple),
    evidence=PLACES,
)


def actions(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Action]:
    """Return actions that differ in some of their fields, quicker to draw than whole ones."""
    return st.builds(
        Action,
        id=SLUGS,
        date=DATES,
        venue=texts,
        locality=texts,
        country=st.sampled_from(["FR", "NA"]),
        organizers=st.sampled_from([(), ("a",), ("a", "b")]),
        source_url=st.sampled_from([None, "https://list.example/?a=1,2;3"]),
        evidence=texts,
    )


def lists_of(one: st.SearchStrategy[Action], at_most: int = 6) -> st.SearchStrategy[list[Action]]:
    """Return lists of actions at different places with different ids."""
    return st.lists(one, min_size=1, max_size=at_most, unique_by=(lambda a: a.id, lambda a: (a.country, a.date)))


def written(rows: Sequence[Sequence[str]], delimiter: str = ",", newline: str = "\n", quoting: int = 0) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return file.getvalue()


def table_of(listed: Sequence[Action]) -> list[list[str]]:
    return [list(Action.model_fields), *(list(to_cells(action).values()) for action in listed)]


def read_or_refuse(data: bytes) -> ActionList | None:
    try:
        return read_actions(data, default_date=dt.date(2031, 1, 1))
    except UnreadableListError:
        return None


@unhurried
@given(lists_of(WHOLE_ACTIONS, at_most=2))
def test_what_is_written_reads_the_same(listed: list[Action]) -> None:
    found = read_actions(written(table_of(listed)).encode())
    assert (found.actions, found.problems) == (tuple(listed), ())


@unhurried
@given(
    listed=lists_of(actions(WESTERN)),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    delimiter=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    order=st.permutations(range(len(Action.model_fields))),
    titles=st.lists(st.sampled_from([[], [""], ["Our test list"], ["as of", "today"]]), max_size=3),
    blanks=st.lists(st.integers(0, 8), max_size=4),
    seed=st.randoms(use_true_random=False),
)
def test_however_a_spreadsheet_saves_it_a_list_is_read_the_same(
    listed: list[Action],
    encoding: str,
    delimiter: str,
    newline: str,
    quoting: int,
    order: list[int],
    titles: list[list[str]],
    blanks: list[int],
    seed: random.Random,
) -> None:
    header, *rows = [[row[place] for place in order] for row in table_of(listed)]
    header = [seed.choice((name, name.upper(), f" {name.replace('_', ' ').title()} ")) for name in header]
    for place in blanks:
        rows.insert(place, seed.choice(([], [""] * len(header), [" "])))
    titles = [*titles, ["Côte d’Ivoire"]]  # a known word: by such a code page is found
    found = read_actions(written([*titles, header, *rows], delimiter, newline, quoting).encode(encoding))
    assert (found.actions, found.problems) == (tuple(listed), ())


BROKEN_CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["\x00", '"', '""', "31.02.2031", "25:00", "javascript:0", "=1+1", "x" * 5_000, "\x1b[31m", "NA", "\n"]
    ),
)


@unhurried
@given(
    good=lists_of(actions(PLACES)),
    broken=st.lists(st.tuples(st.integers(0, 8), st.lists(BROKEN_CELLS, max_size=25)), max_size=4),
)
def test_good_rows_survive_rows_of_any_content(good: list[Action], broken: list[tuple[int, list[str]]]) -> None:
    header, *rows = table_of(good)
    for place, cells in broken:
        rows.insert(place, cells)
    found = read_actions(written([header, *rows]).encode("utf-8", "replace"))
    kept = [action for action in found.actions if action in good]
    assert kept == good


@unhurried
@given(
    good=lists_of(actions(WESTERN)),
    broken=st.lists(st.tuples(st.integers(0, 8), st.text('abc",;\t \x00é', max_size=40)), max_size=4),
)
@example(good=[Action(id="a", date=dt.date(2031, 1, 1), country="FR")], broken=[(0, '"'), (2, '",'), (1, 'x,"')])
def test_good_rows_survive_lines_with_stray_quotation_marks(good: list[Action], broken: list[tuple[int, str]]) -> None:
    lines = written(table_of(good)).splitlines()
    for place, line in broken:
        lines.insert(place + 1, line)
    found = read_actions("\n".join(lines).encode())
    assert [action for action in found.actions if action in good] == good


def test_an_id_that_looks_like_the_pattern_of_a_date_is_an_id() -> None:
    action = Action(id="a-a", date=dt.date(2031, 1, 1), locality="Testville", country="FR")
    assert read_actions(written(table_of([action])).encode()).actions == (action,)


@unhurried
@given(good=lists_of(actions(PLACES)), data=st.data())
def test_a_wrong_value_takes_only_itself(good: list[Action], data: st.DataObject) -> None:
    header, *rows = table_of(good)
    spoiled = data.draw(st.sampled_from(range(len(rows))))
    column, value = data.draw(
        st.sampled_from(
            [("start_time", "25:00"), ("source_url", "ftp://x"), ("status", "maybe"), ("source_date", "2031-02-30")]
        )
    )
    rows[spoiled][header.index(column)] = value
    found = read_actions(written([header, *rows]).encode())
    default = Action.model_fields[column].default
    assert found.actions == (
        *good[:spoiled],
        good[spoiled].model_copy(update={column: default}),
        *good[spoiled + 1 :],
    )
    assert [(p.row, p.column, p.value) for p in found.problems] == [(spoiled + 2, column, value)]


@unhurried
@given(st.binary(max_size=300))
@example(b"country,date\n" + bytes(range(256)))
@example(b'country,"date\n\n\n"')
def test_no_bytes_crash_a_reader(data: bytes) -> None:
    for start in (
        b"",
        b"country,locality,start_time\n",
        b"\xff\xfe",
        b"\xef\xbb\xbfpays;ville\r\n",
        b'"country"\t"url"\n"',
    ):
        read_or_refuse(start + data)
    for read, header in (
        (read_organizations, b"id,name,parent\n"),
        (read_claims, b"id,claimant,claim,measure,figure,source_url\n"),
    ):
        read(header + data)


@unhurried
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-be", "utf-32"]))
def test_no_text_crashes_a_reader(text: str, encoding: str) -> None:
    for start in ("", "country,date,locality,organizers\n"):
        found = read_or_refuse((start + text).encode(encoding, "replace"))
        for problem in found.problems if found else ():
            assert "\n" not in problem_line(problem)


@unhurried
@given(st.lists(st.lists(BROKEN_CELLS, min_size=18, max_size=18), max_size=5))
def test_whatever_is_read_obeys_the_schema(rows: list[list[str]]) -> None:
    for cells in rows:
        cells[1], cells[6] = "2031-01-01", "FR"
    found = read_actions(written([list(Action.model_fields), *rows]).encode("utf-8", "replace"))
    for action in found.actions:
        assert Action.model_validate(action.model_dump()) == action
    assert len({action.id for action in found.actions}) == len(found.actions)


@unhurried
@given(
    st.lists(st.sampled_from([name for also in names_of(Action).values() for name in also] + list(Action.model_fields)))
)
def test_columns_are_matched_one_to_one(header: list[str]) -> None:
    found = match_columns(header, names_of(Action))
    assert set(found.values()) <= set(header)
    assert len(set(found.values())) == len(found)
    assert all(found[column] == column for column in found if column in header)
