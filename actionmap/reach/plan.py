"""The plan: what an organizer asks of the coverage, and its form in the URL."""

from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass

from geopy.location import Location

from actionmap.campaign.actions import STATUS_NAMES
from actionmap.campaign.selection import Query, Selection
from actionmap.campaign.table import ActionTable, countries_in
from actionmap.languages import said_of_several, say
from actionmap.places.gazetteer import Gazetteer
from actionmap.world import regions
from actionmap.world.countries import by_name, country_name
from actionmap.world.place import Town

RADIUS_KM = 50
RADII_KM = (10, 500)
"""The smallest and the largest radius to choose from."""
MOST_SUGGESTIONS = 50

SMALLEST = 15_000
"""The people of the smallest city that counts, unless another is chosen."""
SMALLEST_CITIES = (500, 1_000, 5_000, SMALLEST, 50_000, 100_000, 500_000, 1_000_000)
"""The people of the smallest city that counts, to choose from."""

MOST_TRIED = 20
PARAMETERS = {one: one for one in ("radius", "smallest", "area", "more")} | {"try": "tried", "beside": "beside"}
"""Parameter of the URL → the field of `Plan` that it is."""
WORLD = "world"
"""The area that is the whole world."""
ALL = "all"
"""The choice, among what to set beside the selection, of the whole list."""


@dataclass(frozen=True)
class Plan:
    """What an organizer asks.

    Parameters
    ----------
    radius
        How far from an action is within reach, km.
    smallest
        One of `SMALLEST_CITIES`.
    area
        Whose people count: one of `areas`, or as usual where it is empty, see `where`.
    more
        How many more actions to suggest.
    tried
        Towns to try as extra actions, as typed.
    beside
        What to set beside the selection: `ALL`, a status, a coalition member's id; nothing where it is empty.
    """

    radius: int = RADIUS_KM
    smallest: int = SMALLEST
    area: str = ""
    more: int = 10
    tried: tuple[str, ...] = ()
    beside: str = ""

    def to_query(self) -> dict[str, list[str]]:
        """Return the plan as the URL's query parameters; what is as usual has no parameter."""
        usual, values = asdict(Plan()), asdict(self)
        given = {name: field for name, field in PARAMETERS.items() if values[field] != usual[field]}
        return {name: list(self.tried) if field == "tried" else [str(values[field])] for name, field in given.items()}

    @classmethod
    def from_query(cls, query: Query, table: ActionTable) -> "tuple[Plan, list[tuple[str, str]]]":
        """Read a plan from the URL's query parameters; also return those, with their values, that mean nothing here."""
        unknown: list[tuple[str, str]] = []
        usual = cls()

        def known(name: str, allowed: Container[str], otherwise: str) -> str:
            values = query.get(name, ())
            unknown.extend((name, value) for value in values if value not in allowed)
            return next((value for value in values if value in allowed), otherwise)

        plan = cls(
            radius=int(known("radius", _numbers(*RADII_KM), str(usual.radius))),
            smallest=int(known("smallest", {str(people) for people in SMALLEST_CITIES}, str(usual.smallest))),
            area=known("area", areas(table), "") if "area" in query else "",
            more=int(known("more", _numbers(1, MOST_SUGGESTIONS), str(usual.more))),
            tried=tuple(dict.fromkeys(town[:200] for town in query.get("try", ()) if town.strip()))[:MOST_TRIED],
            beside=known("beside", set(besides(table)), ""),
        )
        return plan, unknown

    def where(self, table: ActionTable) -> str:
        """Return the area whose people count: as usual that is the world, or the one country of a list."""
        if self.area:
            return self.area
        only = table.countries[0] if len(table.countries) == 1 else ""
        return only if only in areas(table) else WORLD

    def towns(self, gazetteer: Gazetteer) -> tuple[tuple[Town, ...], tuple[str, ...]]:
        """Return the towns to try, and the names that the gazetteer does not know."""
        found: dict[str, Location | None] = {name: gazetteer.geocode(name) for name in self.tried}
        towns = (Town(str(one.raw["matched_place"]), one.latitude, one.longitude) for one in found.values() if one)
        return tuple(towns), tuple(name for name, one in found.items() if not one)

    def other(self, selection: Selection) -> Selection:
        """Return the selection to set beside another one."""
        if self.beside == ALL:
            return Selection()
        if self.beside in STATUS_NAMES:
            return selection.but(status=(self.beside,))
        return selection.but(member=(self.beside,))


def _numbers(first: int, last: int) -> set[str]:
    return {str(number) for number in range(first, last + 1)}


def besides(table: ActionTable) -> tuple[str, ...]:
    """Return what can be set beside a selection."""
    return (ALL, *STATUS_NAMES, *(member.id for member in table.organizations_by_role()["coalition"]))


def different(selection: Selection, table: ActionTable) -> tuple[str, ...]:
    """Return what of `besides` shows other actions than a selection does."""

    def found() -> tuple[str, ...]:
        mask = table.mask(selection)
        others = {one: table.mask(Plan(beside=one).other(selection)) for one in besides(table)}
        return tuple(one for one, other in others.items() if (mask != other).any())

    return table.once(("different", selection), found)


def beside_label(beside: str, table: ActionTable) -> str:
    """Return what to call the selection beside the chosen one: one of `besides`."""
    if beside == ALL:
        return say("All actions")
    return said_of_several(STATUS_NAMES[beside]) if beside in STATUS_NAMES else table.organizations[beside].name


def areas(table: ActionTable) -> Mapping[str, tuple[str, ...]]:
    """Return the areas whose people can be counted → their countries and territories.

    They are the world, which names none, those of the UN geoscheme, every country and territory, and where a coalition
    member has an action.
    """
    return table.once(("areas", "of a plan"), lambda: _areas(table))


def _areas(table: ActionTable) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {WORLD: (), **regions.areas()}
    found |= {code: (code,) for code in sorted(regions.countries(), key=by_name)}
    for member in table.organizations_by_role()["coalition"]:
        actions = table.select(Selection(member=(member.id,)))
        if len(actions):
            found[member.id] = countries_in(actions)
    return found


def area_label(area: str, table: ActionTable) -> str:
    """Return what to call an area: "the world", "Western Europe", "France", "where Test Group has actions"."""
    if area == WORLD:
        return say("the world")
    if area in table.organizations:
        return say("where {organization} has actions", organization=table.organizations[area].name)
    return regions.area_name(area) if area.isdigit() else country_name(area)
