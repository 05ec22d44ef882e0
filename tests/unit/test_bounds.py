"""Reading is bounded: what strangers bring is refused in words, or read, and never walked through again and again."""

import random
from collections.abc import Callable

import pytest

from actionmap.campaign.actions import read_actions
from actionmap.campaign.organizations import Organization
from actionmap.campaign.sheet import MOST_BYTES, read_sheet
from actionmap.errors import UnreadableListError
from actionmap.lists import reading
from actionmap.lists.problems import ProblemKind
from actionmap.lists.reading import LONGEST_CELL
from actionmap.lists.rows import MOST_ROWS
from actionmap.lists.tables import MOST_COLUMNS

HEADER, ROW = "city,country,date,organizers\n", "Lyon,FR,2024-03-02,test\n"
COLUMNS = ",".join(["city", "country", "date", *(f"column {number}" for number in range(16_000))])


@pytest.mark.parametrize(("text", "said"), [
    (HEADER + '"a\n' * 2_400_000, "rows"), (HEADER + ROW + "\n" * 9_500_000, "rows"),
    (HEADER + "a,b\n" * 2_400_000, "rows"), (HEADER + ROW * 60_000, "50,000 rows"),
    (f"{COLUMNS}\n{ROW}", "1,000 columns"), (COLUMNS.replace("column", "city") + f"\n{ROW}", "1,000 columns"),
])  # fmt: skip
def test_a_list_that_has_too_much_of_something_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(UnreadableListError, match=rf"^list\.csv has more than .*{said}"):
        read_sheet(text.encode(), "list.csv")


def test_no_more_rows_are_read_than_a_list_may_have() -> None:
    with pytest.raises(UnreadableListError, match=f"has more than {MOST_ROWS:,} rows"):
        read_actions(HEADER.encode() + ROW.encode() * (MOST_ROWS + 1))


def test_blank_rows_below_a_list_do_not_count() -> None:
    assert len(read_sheet((HEADER + ROW + ",,,\n" * 1_000_000).encode(), "list.csv").rows) == 1


def test_a_wide_row_below_a_header_of_few_columns_takes_nothing_with_it() -> None:
    found = read_actions((HEADER + ROW.strip() + ",x" * 20_000 + "\n" + ROW).encode())
    assert len(found.actions) == 2
    assert found.problems[0].kind is ProblemKind.TOO_MANY_CELLS


@pytest.mark.parametrize("row", [
    "{},FR,2024-03-02,test", "Lyon,{},2024-03-02,test", "Lyon,FR,{},test", "Lyon,FR,2024-03-02,{}", "{}",
])  # fmt: skip
@pytest.mark.parametrize("cell", ["a", "é ", "1:", "a;", "Ã©", '"', "\x81", "a.", "1 "])
def test_a_cell_of_megabytes_takes_at_most_its_own_row(row: str, cell: str) -> None:
    found = read_actions((HEADER + ROW + row.format(cell * 1_000_000) + "\n").encode())
    assert found.actions[0].locality == "Lyon"
    assert all(len(problem.value) <= 100 for problem in found.problems)


def test_of_too_many_values_in_a_cell_those_at_the_beginning_are_kept_whole() -> None:
    names = [f"test {number}" for number in range(10_000)]
    found = read_actions(f"{HEADER}Lyon,FR,2024-03-02,{';'.join(names)}\n".encode())
    kept = found.actions[0].organizers
    assert kept == tuple(names[: len(kept)])
    assert 1_000 < len(kept) < LONGEST_CELL
    assert [(one.kind, one.values["limit"]) for one in found.problems] == [(ProblemKind.TOO_LONG, LONGEST_CELL)]


def test_a_line_of_megabytes_after_a_stray_byte_is_walked_through_once() -> None:
    data = b"city,country,date\nLy\xe9on,FR,2024-03-02\n" + b"a" * 9_000_000
    assert [action.locality for action in read_actions(data).actions] == ["Lyéon"]


def test_random_bytes_are_refused_in_words() -> None:
    with pytest.raises(UnreadableListError):
        read_sheet(random.Random(1).randbytes(MOST_BYTES), "list.csv")


@pytest.mark.parametrize(("row", "looked_for"), [
    (lambda number: f"Lyon,Testland {number},2024-03-02,\n", "near_country"),
    (lambda number: f"Lyon,Testland {number % 7},2024-03-02,\n", "near_country"),
])  # fmt: skip
def test_what_may_be_meant_is_looked_for_once_a_value_and_for_so_many_at_most(
    row: Callable[[int], str], looked_for: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = getattr(reading, looked_for)
    monkeypatch.setattr(reading, looked_for, lambda text: (asked.append(text), find(text))[1])
    found = read_actions((HEADER + "".join(map(row, range(3_000)))).encode())
    assert len(found.problems) == 3_000
    assert len(asked) == len(set(asked)) <= 1_000


def test_an_organization_that_is_misspelt_in_every_row_is_suggested_in_every_row() -> None:
    rows = (HEADER + ROW.replace("test", "tset-group") * 50).encode()
    found = read_actions(rows, organizations=[Organization(id="test-group", name="Test group")])
    unknown = [one for one in found.problems if one.kind is ProblemKind.UNKNOWN_ORGANIZATION]
    assert [one.values["candidates"] for one in unknown] == [("test-group",)] * 50


def test_columns_and_rows_without_meaning_do_not_multiply() -> None:
    many = ",".join(f"column {number}" for number in range(MOST_COLUMNS - 10))
    table = read_sheet(
        f"city,country,date,{many}\n".encode() + ROW.encode() * 40_000 + b"Total,,\n" * 9_000, "list.csv"
    )
    assert (len(table.rows), len(table.left_out)) == (40_000, 9_000)
