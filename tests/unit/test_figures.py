"""The figures and verdicts of the shipped list, computed a second time from its files."""

import pytest

from actionmap.campaign.claims import Claim
from actionmap.campaign.folder import load_campaign
from actionmap.languages import languages, speaking
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import Loaded, pinned
from actionmap.publish.cards import card
from actionmap.publish.wording import verdict_words
from actionmap.reach.figures import evidence, figures
from tests.shipped_list import ACTIONS, DATA, LISTED, ORGANIZATIONS, TIES, pin_of, rows

CLAIMS = rows("claims.csv")


@pytest.fixture(scope="module")
def shipped() -> Loaded:
    """The shipped campaign."""
    return pinned(load_campaign(DATA), Gazetteer())


def inside(claim: dict[str, str]) -> list[dict[str, str]]:
    """Return the actions of which a claim speaks."""
    wanted = [part.split("=") for part in claim["filter"].split("&") if part]
    return [action for action in ACTIONS if all(action[name] == value for name, value in wanted)]


def towns(actions: list[dict[str, str]]) -> set[str]:
    """Return the full names of the towns of actions."""
    return {pin_of(action, of_the_town=True)["matched_place"] for action in actions if action["locality"]}


def test_every_figure_follows_from_the_files(shipped: Loaded) -> None:
    counted = {one.name: (one.count, one.whole) for one in figures(shipped[1].frame, LISTED)}
    of = {level: sum(pin_of(action)["precision"] == level for action in ACTIONS) for level in ("venue", "locality")}
    expected = {
        "Actions": LISTED,
        "Countries and territories": len({action["country"] for action in ACTIONS}),
        "Towns and cities": len(towns(ACTIONS)),
        "Actions reported": sum(action["status"] == "reported" for action in ACTIONS),
        "Actions tied to the call": sum(action["basis"] == "call" for action in ACTIONS),
        "Start time stated": sum(bool(action["start_time"]) for action in ACTIONS),
        "Pinned to a venue": of["venue"],
        "Pinned to a town": of["locality"],
        "Only country or region": sum(not action["locality"] for action in ACTIONS),
    }
    assert {name: counted[name][0] for name in expected} == expected
    assert sum(number for name, (number, _) in counted.items() if "Pinned" in name or "Only" in name) == LISTED
    assert counted["Towns and cities"][1] == sum(bool(action["locality"]) for action in ACTIONS)


def number_of(claim: dict[str, str]) -> int | None:
    """Count by hand what a claim counts, in its scope."""
    actions, named = inside(claim), [place.split("-")[-1] for place in claim["places"].split(";")]
    match claim["measure"]:
        case "actions":
            return len(actions)
        case "places":
            known = {action[name] for action in actions for name in ("country", "region")}
            return len(known & set(named))
        case "regions":
            return len({town.split(", ")[-2] for town in towns(actions)})
        case "localities":
            return len(towns(actions))
        case "endorsers":
            return sum(one["role"] == "endorser" for one in ORGANIZATIONS)
    return None


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim["id"] for claim in CLAIMS])
def test_every_verdict_follows_from_the_files(shipped: Loaded, claim: dict[str, str]) -> None:
    [read] = [one for one in shipped[0].claims if one.id == claim["id"]]
    found, number, figure = evidence(read, shipped[1]), number_of(claim), int(claim["figure"])
    assert found.count == number
    said = " ".join(verdict_words(found))
    if number is None:
        assert said.startswith("Not itemised here")
    elif number < figure + (claim["qualifier"] == "over"):
        assert said.startswith(f"Itemised in part: {number} of ")
        assert f"{figure} " in said
    else:
        assert said.startswith("Itemised in full")
    if claim["words"] and number is not None:
        assert f"“{claim['words']}”, read here as {claim['qualifier']} {figure}" in said


def test_organizations_are_compared_only_where_the_claim_says_how_they_are_tied(shipped: Loaded) -> None:
    claim = {"id": "test", "claimant": "Test", "claim": "Test", "measure": "organizations", "figure": "200"}

    def count(asked: str) -> int | None:
        return evidence(Claim(**claim, source_url="https://test.example/", filter=asked), shipped[1]).count

    assert count("country=US") is None
    for link, column in TIES.items():
        named = {one for action in inside({"filter": "country=US"}) for one in action[column].split(";") if one}
        assert count(f"country=US&link={link}") == len(named)
    assert verdict_words(evidence(Claim(**claim, source_url="https://test.example/"), shipped[1]))[0] == (
        "Cannot be compared"
    )


def test_every_card_says_how_exact_its_pin_is_and_according_to_whom(shipped: Loaded) -> None:
    campaign, table = shipped
    names = {one["id"]: one["name"] for one in ORGANIZATIONS}
    for action, row in zip(ACTIONS, table.frame.to_dict("records"), strict=True):
        drawn, at = card(row, campaign.organizations).replace("&#39;", "'").replace("&amp;", "&"), pin_of(action)
        if at["precision"] == "venue":
            assert f"At the venue, within about {at['uncertainty_m']} m, according to {at['source']}." in drawn
        elif at["precision"] == "locality":
            assert f"In the middle of {at['matched_place']}" in drawn
        else:
            assert "No town is named" in drawn
        assert ("Supported by" in drawn) == bool(action["supporters"])
        assert all(names[one] in drawn for one in action["supporters"].split(";") if one)
        assert ("· no date" in drawn) == (not action["source_date"])


def test_figures_are_the_same_in_every_language(shipped: Loaded) -> None:
    _, table = shipped
    found = []
    for code in languages():
        with speaking(code):
            found.append([(one.count, one.whole) for one in figures(table.frame, len(table))])
    assert found == [found[0]] * len(languages())
