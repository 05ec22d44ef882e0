"""Whatever towns stand in the cells of a list: no action is lost, and every town of a cell has one action."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionmap.campaign.actions import read_actions
from actionmap.places.dividing import several_towns
from actionmap.places.gazetteer import Gazetteer
from actionmap.world.place import Place

TOWNS = ("Lyon", "Paris", "Marseille", "Toulouse", "Nantes", "Strasbourg", "Bordeaux", "Lille", "Rennes", "Grenoble")
GAZETTEER = Gazetteer()
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

signs = st.sampled_from([", ", "; ", " / ", " & ", " and ", " et ", " | ", " - ", "\n", "، ", "、"])
cells = st.lists(st.sampled_from(TOWNS), min_size=1, max_size=6, unique=True).flatmap(
    lambda towns: st.tuples(st.just(towns), st.lists(signs, min_size=len(towns), max_size=len(towns)))
)


def written(towns: list[str], between: list[str]) -> str:
    return "".join(town + sign for town, sign in zip(towns, [*between[: len(towns) - 1], ""], strict=True))


@quick
@given(st.lists(cells, max_size=6))
def test_every_town_of_every_cell_has_an_action_of_its_row_and_none_is_lost(
    rows: list[tuple[list[str], list[str]]],
) -> None:
    lines = [f'{number},2031-05-01,"{written(*row)}",FR\n' for number, row in enumerate(rows)]
    content = ("id,date,city,country\n" + "".join(lines)).encode()
    before = read_actions(content)
    towns = several_towns((Place.of(vars(action)) for action in before.actions), GAZETTEER)
    after = read_actions(content, divide=towns)
    assert [action.locality for action in after.actions] == [town for named, _ in rows for town in named]
    assert len({action.id for action in after.actions}) == len(after.actions)
    assert [action.id.partition("-")[0] for action in after.actions] == [
        str(number) for number, (named, _) in enumerate(rows) for _ in named
    ]


@quick
@given(st.text(alphabet=st.sampled_from([*"ab ,;/|&()\n،-"]), max_size=60) | st.text(max_size=60))
def test_no_cell_crashes_its_division_and_what_it_names_stands_in_it(cell: str) -> None:
    for place, towns in several_towns([Place("", cell, "", "FR")], GAZETTEER).items():
        assert place.locality == cell
        assert all(town.rstrip(")") in cell for town in towns)
        assert len(towns) != 1
