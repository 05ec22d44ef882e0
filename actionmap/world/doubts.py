"""Doubts and failures: why a place has no pin, or one that may be wrong, and how asking for it has failed."""

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """What is doubtful."""

    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    ANOTHER_REGION = "another-region"
    IS_REGION = "is-region"
    UNKNOWN_REGION = "unknown-region"
    UNKNOWN_COUNTRY = "unknown-country"
    NO_COUNTRY = "no-country"
    SEVERAL_TOWNS = "several-towns"
    NOT_A_TOWN = "not-a-town"
    """An area or venue that every town has."""
    UNREAD = "unread"
    """Something stands beside the town that says neither region nor country."""
    NEAR_MISS = "near-miss"
    """Name or region differ from the list's."""
    ANOTHER_NAME = "another-name"
    """What was found is called otherwise."""
    FAR = "far"
    """What was found is far from the town, or from any."""
    ANOTHER_COUNTRY = "another-country"
    """The nearest town is in another country than the list's."""


OF_THE_POINT = frozenset({DoubtKind.FAR, DoubtKind.ANOTHER_COUNTRY, DoubtKind.ANOTHER_NAME})
"""What is doubtful of the very point that was found; all else is doubtful of the town."""


@dataclass(frozen=True)
class Doubt:
    """Why a place has no pin, or only its town's.

    Parameters
    ----------
    kind
        What is doubtful.
    found
        The full name of what was found, where the town's pin stands in for it; else empty.
    km, town
        Of what is far: how far, and from which town.
    """

    kind: DoubtKind
    found: str = ""
    km: float = 0.0
    town: str = ""


class FailureKind(StrEnum):
    """How asking an online geocoder fails."""

    RATE_LIMITED = "rate-limited"
    REFUSED = "refused"
    TIMED_OUT = "timed-out"
    NOT_JSON = "not-json"
    NO_ANSWER = "no-answer"
    LEADS_ELSEWHERE = "leads-elsewhere"
    TOO_LARGE = "too-large"
    NOT_KEPT = "not-kept"
    """Answers cannot be kept on this machine."""
    NOT_UNDERSTOOD = "not-understood"
    """No Nominatim answers so."""


@dataclass(frozen=True)
class Failure:
    """How asking for a place has failed.

    Parameters
    ----------
    kind
        What went wrong.
    where
        The service's URL, or the file that cannot be written.
    detail
        What the service, or the network, says for itself; where it leads; how many MB an answer may have.
    asked
        Whether this very place was asked for, or not any more because others had failed.
    """

    kind: FailureKind
    where: str
    detail: str = ""
    asked: bool = True
