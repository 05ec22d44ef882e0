"""Cells that name several towns: which they are, where that is clear, and one action for each."""

import pytest

from actionmap.campaign.actions import ActionList, read_actions
from actionmap.lists.problems import ProblemKind
from actionmap.places.dividing import several_towns
from actionmap.places.gazetteer import Gazetteer
from actionmap.world.place import Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def place(locality: str, country: str, region: str = "") -> Place:
    return Place("", locality, region, country)


@pytest.mark.parametrize(("cell", "country", "towns"), [
    ("Madrid, Barcelona, Valencia", "ES", ("Madrid", "Barcelona", "Valencia")),
    ("Lyon & Paris", "FR", ("Lyon", "Paris")),
    ("Paris, Lyon & Marseille", "FR", ("Paris", "Lyon", "Marseille")),
    ("Milano, Roma e Napoli", "IT", ("Milano", "Roma", "Napoli")),
    ("Berlin\nHamburg", "DE", ("Berlin", "Hamburg")),
    ("東京、大阪", "JP", ("東京", "大阪")),
    ("القاهرة، الإسكندرية", "EG", ("القاهرة", "الإسكندرية")),
    ("Lyon & Paris & Lyon", "FR", ("Lyon", "Paris")),
    ("Lyon & Paris, France", "FR", ("Lyon", "Paris, France")),
    ("75011 Paris, 69001 Lyon", "FR", ("75011 Paris", "69001 Lyon")),
    ("Boston, MA & Portland, ME", "US", ("Boston, MA", "Portland, ME")),
    ("Albany, New York; Boston, Massachusetts", "US", ("Albany, New York", "Boston, Massachusetts")),
])  # fmt: skip
def test_a_cell_of_several_towns_names_each_once(
    gazetteer: Gazetteer, cell: str, country: str, towns: tuple[str, ...]
) -> None:
    assert several_towns([place(cell, country)], gazetteer) == {place(cell, country): towns}


@pytest.mark.parametrize(("cell", "country"), [
    ("Lyon", "FR"), ("Boston, MA", "US"), ("Buffalo, New York", "US"), ("Brighton and Hove", "GB"),
    ("Tel Aviv-Yafo", "IL"), ("Trinidad and Tobago", "TT"), ("Paris (Place de la République)", "FR"),
    ("St. John's, Newfoundland", "CA"), ("Saint-Denis (La Réunion)", "FR"), ("Bay Area", "US"), ("", "FR"),
])  # fmt: skip
def test_a_cell_of_one_town_or_none_is_left_alone(gazetteer: Gazetteer, cell: str, country: str) -> None:
    assert several_towns([place(cell, country)], gazetteer) == {}


def test_a_cell_that_can_be_divided_in_two_ways_is_named_and_not_divided(gazetteer: Gazetteer) -> None:
    cell = place("Buffalo, New York, Boston", "US")
    assert several_towns([cell], gazetteer) == {cell: ()}


def test_a_very_long_cell_is_not_divided(gazetteer: Gazetteer) -> None:
    assert several_towns([place(", ".join(["Lyon", "Paris"] * 500), "FR")], gazetteer) == {}


TOWNS = {place("Testtown & Otherville", "FR"): ("Testtown", "Otherville")}


def read(text: str) -> ActionList:
    return read_actions(text.encode(), divide=TOWNS)


def test_a_divided_cell_gives_an_action_for_each_town_with_an_id_of_its_own_and_all_else_the_same() -> None:
    listed = read(
        "id,date,time,venue,city,country,organizers\n"
        "a,2031-05-01,14:00,Test Square,Testtown & Otherville,FR,Test Group\n"
        "b,2031-05-01,,,Lyon,FR,\n"
    )
    first, second, _ = listed.actions
    assert [(one.id, one.locality) for one in listed.actions] == [
        ("a-1", "Testtown"), ("a-2", "Otherville"), ("b", "Lyon"),
    ]  # fmt: skip
    assert first.model_copy(update={"id": "a-2", "locality": "Otherville"}) == second
    assert first.venue == "Test Square"
    assert listed.rows == (2, 2, 3)
    assert not listed.problems


def test_without_ids_divided_actions_are_called_by_their_towns() -> None:
    listed = read("date,city,country\n2031-05-01,Testtown & Otherville,FR\n")
    assert [one.id for one in listed.actions] == ["fr-testtown", "fr-otherville"]


def test_a_town_of_a_divided_cell_that_has_a_row_of_its_own_too_is_a_duplicate() -> None:
    listed = read("date,city,country\n2031-05-01,Otherville,FR\n2031-05-01,Testtown & Otherville,FR\n")
    assert [(one.row, one.kind) for one in listed.problems] == [(3, ProblemKind.REPEATED_ACTION)]
    assert len(listed.actions) == 3
