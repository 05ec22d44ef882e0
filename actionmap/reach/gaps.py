"""Gaps: the places that claims name, and the coalition's members, without an action."""

from collections.abc import Collection, Iterable

import pandas as pd

from actionmap.campaign.claims import Claim
from actionmap.campaign.filters import LINKS
from actionmap.campaign.organizations import Link
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.reach.figures import evidence
from actionmap.world.regions import SUBREGIONS, area_name, subregion

_EVERYTHING = Selection()


def named_without(claims: Iterable[Claim], table: ActionTable) -> pd.DataFrame:
    """Return the places that claims name without an itemised action: ``claim``, ``claimant``, ``code``, ``place``.

    ``others`` counts actions there of which the claim does not speak.
    """
    rows = [
        (claim.id, claim.told("claimant"), place.code, place.name, place.others)
        for claim in claims
        for place in evidence(claim, table).places
        if not place.actions
    ]
    return pd.DataFrame(rows, columns=["claim", "claimant", "code", "place", "others"])


def members_without(
    table: ActionTable, selection: Selection = _EVERYTHING, links: Collection[Link] = LINKS
) -> pd.DataFrame:
    """Return the coalition's members to which no action of a selection is tied, a chapter's counting as theirs.

    Parameters
    ----------
    selection
        Its choice of members does not matter.
    links
        Which ties count.

    Returns
    -------
    pandas.DataFrame
        ``member`` (id), ``name``, and for each of `filters.LINKS` how many actions, in the call's order.
    """
    facets = table.facets(selection)
    rows = [
        (one.id, one.name, *(facets.tied[link][one.id] for link in LINKS))
        for one in table.organizations_by_role()["coalition"]
    ]
    frame = pd.DataFrame(rows, columns=["member", "name", *LINKS])
    return frame[(frame[[*links]] == 0).all(axis=1)].reset_index(drop=True)


def members_by_subregion(
    table: ActionTable, selection: Selection = _EVERYTHING, links: Collection[Link] = LINKS
) -> pd.DataFrame:
    """Count the actions of a selection by coalition member and subregion, a chapter's counting as its member's.

    Returns
    -------
    pandas.DataFrame
        One row for every member in every subregion, also where there is none: ``member`` (id), ``name``, ``subregion``
        (M49 code), ``subregion_name``, ``actions``. Members are in the call's order, subregions in the geoscheme's.
    """
    chosen = table.mask(selection.but(member=(), link=()))
    where = table.frame["country"].map(subregion)
    rows = []
    for one in table.organizations_by_role()["coalition"]:
        counts = where[chosen & table.mask(Selection(member=(one.id,), link=tuple(links)))].value_counts()
        rows += [(one.id, one.name, code, area_name(code), int(counts.get(code, 0))) for code in SUBREGIONS]
    return pd.DataFrame(rows, columns=["member", "name", "subregion", "subregion_name", "actions"])
