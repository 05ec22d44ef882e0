"""Suggestions: out of a card, through mail and files, and beside the list again, whatever is written into them."""

import csv
import io
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.campaign.actions import read_actions
from actionmap.campaign.folder import load_campaign
from actionmap.campaign.settings import SuggestionSettings
from actionmap.errors import UnreadableListError
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish.suggestion import (
    FIELDS,
    LONGEST,
    MOST_BYTES,
    Suggestion,
    cells_of,
    links,
    merged,
    read_suggestions,
    rows_csv,
    wrong_with,
)
from actionmap.text import csv_cell, one_line
from tests.hostile import TEXTS
from tests.shipped_list import ACTIONS, DATA

SOURCE = "https://news.example/report"
LIST = (DATA / "actions.csv").read_bytes()


@pytest.fixture(scope="module")
def shipped():
    return pinned(load_campaign(DATA), Gazetteer())


def cells(table, id_):
    return cells_of(table.frame[table.frame["id"] == id_])


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_an_hour_that_is_wrong_is_put_right_in_the_list_and_nothing_else(shipped):
    _, table = shipped
    said = Suggestion(cells(table, "us-ri-providence"), {"start_time": "14:00"}, "It began at two.", SOURCE)
    written = said.csv()
    read = read_actions(written)
    assert (read.actions, read.problems, read.suggestions) == ((), (), 1)  # no map takes it for an action
    [row] = read_suggestions(written)
    row |= {"status": "reported"}
    assert wrong_with(row) == ()
    before, after = ({one["id"]: one for one in rows_of(content)} for content in (LIST, merged(LIST, {row["id"]: row})))
    assert before.keys() == after.keys()
    assert all(before[id_] == after[id_] for id_ in before if id_ != "us-ri-providence")
    old, new = before["us-ri-providence"], after["us-ri-providence"]
    assert {name for name in old if old[name] != new[name]} == {"start_time", "evidence", "other_sources"}
    assert new["start_time"] == "14:00"
    assert new["source_url"] == old["source_url"]
    assert new["other_sources"].split()[-1] == SOURCE


def test_a_missing_action_is_a_row_at_the_end_of_the_list():
    changes = {"locality": "Graz", "country": "Austria", "date": "2024-03-02", "start_time": "", "venue": ""}
    [row] = read_suggestions(Suggestion({}, changes, "A vigil took place.", SOURCE).csv())
    assert (row["id"], row["source_url"], row["evidence"]) == ("", SOURCE, "A vigil took place.")
    listed = rows_of(merged(LIST, {"new": row | {"status": "reported", "basis": "same-day"}}))
    assert len(listed) == len(ACTIONS) + 1
    assert (listed[-1]["locality"], listed[-1]["status"]) == ("Graz", "reported")


def test_what_a_list_could_not_have_is_named():
    [row] = read_suggestions(Suggestion({"id": "x"}, {"date": "soon", "locality": "Graz"}, "", SOURCE).csv())
    assert wrong_with(row | {"status": "reported"})


@given(st.sampled_from(TEXTS) | st.text(max_size=300), st.sampled_from(list(FIELDS)))
def test_whatever_is_written_comes_back_as_text_and_as_no_formula(text, column):
    said = Suggestion({"id": "test-1", "source_url": SOURCE}, {column: text}, text, text)
    written = said.csv()
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows_of(written)[0].values())
    [row] = read_suggestions(written)
    assert csv_cell(row[column]) == csv_cell(one_line(text))
    assert row["status"] == "suggested"
    assert all("\n" not in cell and "\x00" not in cell for cell in row.values())


def test_the_links_carry_the_message_and_nothing_breaks_out_of_them(shipped):
    campaign, _ = shipped
    to = SuggestionSettings(email="map@list.example", url="https://issues.example/new?title={title}&body={body}")
    campaign = replace(campaign, settings=campaign.settings.model_copy(update={"suggestions": to}))
    said = Suggestion({"id": "at-vienna"}, {"venue": "Square & Co?bcc=x@y.example#"}, "a&b=c\r\nBcc: z", SOURCE)
    found = links(campaign, said, "Vienna, Austria")
    mail, issue = (parse_qs(urlsplit(link).query) for link in found.values())
    assert list(found) == ["Send by e-mail", "Open an issue"]
    assert mail.keys() == {"subject", "body"}
    assert issue.keys() == {"title", "body"}
    assert mail["subject"] == issue["title"] == ["Missing or wrong: Vienna, Austria"]
    for part in ("Square & Co?bcc=x@y.example#", "a&b=c Bcc: z", SOURCE, "Id: at-vienna"):
        assert part in mail["body"][0]
    assert links(campaign, said._replace(note="語" * LONGEST * 2), "Vienna") == {}
    assert links(replace(campaign, settings=shipped[0].settings), said, "Vienna") == {}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b"id,status,evidence\n" + b"x,suggested,y\n" * 101),
        *(b"x" * (MOST_BYTES + 1), b'id,status,evidence\n"' + b"x" * 150_000 + b'"\n', b"id,status,evidence\n"),
    ],
    ids=["empty", "other columns", "no text", "too many", "too large", "a cell too long", "no row"],
)
def test_what_is_no_file_of_suggestions_is_told_in_a_sentence(content):
    with pytest.raises(UnreadableListError, match="This file"):
        read_suggestions(content)


def test_markup_and_a_megabyte_stay_text_of_a_bounded_length():
    row = dict.fromkeys(FIELDS, "") | {"id": "x", "status": "suggested", "evidence": "<script>alert(1)</script>" * 200}
    assert len(read_suggestions(rows_csv([dict.fromkeys(cells_like(), "") | row]))[0]["evidence"]) == 2000


def cells_like():
    """Return the columns of a list."""
    return Suggestion({}, {}, "", "").row
