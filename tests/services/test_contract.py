"""What every source must do, whichever it is: the same tests for a file, a web address, SQLite and PostgreSQL."""

import logging
import traceback

import pytest

from actionmap.campaign.actions import read_actions
from actionmap.errors import SourceError
from actionmap.lists.sources import Limits
from tests.services.conftest import PASSWORD, Place, Table

LIST: Table = [
    ("Pays", "Ville", "date", "evidence"),
    ("France", "Testville", "2031-01-02", 'says "test", really'),
    ("Côte d’Ivoire", "Épreuve", "2031-01-03", None),
    ("JP", "試験市", "2031-01-04", "two\nlines"),
]


def test_a_list_is_read_as_the_actions_that_were_written(place: Place) -> None:
    place.write(LIST)
    source = place.source()
    read = read_actions(source.fetch().content, name=source.name)
    assert read.problems == ()
    assert [(one.country, one.locality, str(one.date), one.evidence) for one in read.actions] == [
        ("FR", "Testville", "2031-01-02", 'says "test", really'),
        ("CI", "Épreuve", "2031-01-03", ""),
        ("JP", "試験市", "2031-01-04", "two lines"),
    ]


def test_a_problem_is_named_by_the_row_of_the_list(place: Place) -> None:
    place.write([*LIST, ("Atlantis", "Testville", "2031-01-02", "")])
    [problem] = read_actions(place.source().fetch().content).problems
    assert (problem.row, problem.column, problem.value) == (5, "Pays", "Atlantis")


def test_a_list_that_has_not_changed_is_the_last_one_itself(place: Place) -> None:
    place.write(LIST)
    last = place.source().fetch()
    assert place.source().fetch(last) is last


def test_a_list_that_has_changed_is_a_new_one(place: Place) -> None:
    place.write(LIST)
    last = place.source().fetch()
    place.write(LIST[:2])
    now = place.source().fetch(last)
    assert now.content != last.content
    assert len(read_actions(now.content).actions) == 1


def test_a_list_without_rows_is_read(place: Place) -> None:
    place.write(LIST[:1])
    assert read_actions(place.source().fetch().content).actions == ()


def test_a_list_that_is_too_large_is_refused(place: Place) -> None:
    place.write([*LIST, ("FR", "x" * 2_000, "2031-01-02", "")])
    with pytest.raises(SourceError, match=r"has more than 0\.002 MB"):
        place.source(Limits(size=2_000)).fetch()
    assert place.source(Limits(size=4_000)).fetch()


def test_a_list_that_is_lost_is_an_error_until_it_is_back(place: Place) -> None:
    place.write(LIST)
    source = place.source()
    last = source.fetch()
    place.lose()
    for known in (None, last):
        with pytest.raises(SourceError):
            source.fetch(known)
    place.write(LIST)
    assert source.fetch(last).content == last.content


def test_nothing_secret_is_said(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    place.write(LIST)
    source = place.source()
    place.lose()
    with caplog.at_level(logging.DEBUG), pytest.raises(SourceError) as error:
        source.fetch()
    told = "".join(traceback.format_exception(error.value))  # as a log would have it
    assert PASSWORD not in f"{told} {source.name} {caplog.text}"


def test_reading_changes_nothing(place: Place) -> None:
    place.write(LIST)
    first = place.source().fetch()
    for _ in range(2):
        place.source().fetch()
    assert place.source().fetch(first) is first
