"""Wording: what is said of a doubtful place, and of a geocoder that does not answer."""

from collections.abc import Mapping
from dataclasses import asdict

from actionmap.places.doubts import Doubt, DoubtKind, Failure, FailureKind

_DOUBTS: Mapping[DoubtKind, str] = {
    DoubtKind.NOT_FOUND: "not found",
    DoubtKind.AMBIGUOUS: "several places have this name",
    DoubtKind.ANOTHER_REGION: "not in that region",
    DoubtKind.IS_REGION: "a region: leave the locality empty",
    DoubtKind.UNKNOWN_REGION: "unknown region",
    DoubtKind.UNKNOWN_COUNTRY: "unknown country",
    DoubtKind.SEVERAL_TOWNS: "several towns in one cell: write a row for each",
    DoubtKind.NOT_A_TOWN: "no town: write the town, and this as the venue",
    DoubtKind.UNREAD: "what stands beside the town is not understood",
    DoubtKind.NEAR_MISS: "name or region differ from the list's",
    DoubtKind.ANOTHER_NAME: "{found} has another name",
    DoubtKind.FAR: "{km:,.0f} km from {town}",
    DoubtKind.ANOTHER_COUNTRY: "nearest to {town}, in another country",
    DoubtKind.NO_COUNTRY: "the country is not stated, and nothing else tells it: name the country",
}
_FAILURES: Mapping[FailureKind, str] = {
    FailureKind.RATE_LIMITED: "{where} allows no more requests now (429)",
    FailureKind.REFUSED: "{where} refuses to answer (403)",
    FailureKind.TIMED_OUT: "{where} took too long to answer, or is overloaded",
    FailureKind.NOT_JSON: "{where} did not answer in JSON",
    FailureKind.NO_ANSWER: "{where} gives no answer ({detail})",
    FailureKind.NOT_KEPT: "answers cannot be kept in {where} ({detail})",
    FailureKind.NOT_UNDERSTOOD: "{where} does not answer as a Nominatim does",
}


def doubt(one: Doubt) -> str:
    """Say what is doubtful: "several places have this name", "Testtown, Austria is 155 km from Vienna, Austria"."""
    words = _DOUBTS[one.kind].format_map(asdict(one))
    return f"{one.found} is {words}" if one.kind is DoubtKind.FAR and one.found else words


def failure(one: Failure) -> str:
    """Say how asking failed: "https://geo.example refuses to answer (403)"."""
    words = _FAILURES[one.kind].format_map(asdict(one))
    return words if one.asked else f"not asked for, because {words}"


def why(one: Doubt | Failure | None) -> str:
    """Say what speaks against a place's pin; nothing where nothing does."""
    match one:
        case Doubt():
            return doubt(one)
        case Failure():
            return failure(one)
    return ""
