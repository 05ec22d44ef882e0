"""Greedy cover: points chosen one after the other, each reaching nearly the most people not yet reached."""

import heapq
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

NEARLY = 0.95
"""What part of the most people a larger city has to reach to be chosen instead of the point that reaches them."""
_SLACK = 1e-9  # on the unit sphere, 6 mm: rounding must not make a bound too low


class Step(NamedTuple):
    """A point chosen, the people whom it adds and the largest of them, and the point that would have added most."""

    row: int
    adds: int
    largest: int
    best: int
    best_adds: int


def greedy(points: npt.NDArray[np.float64], people: npt.NDArray[np.int64], reach: float, most: int) -> list[Step]:
    """Choose points, one after the other, each having `NEARLY` the most people within a chord.

    Of the points that the best one reaches, and whose own people are not yet reached, the one of the lowest row is
    chosen that adds so many: rows are by falling population, and the largest city is the one that people know.

    A heap holds groups of candidates with a bound of what any of them adds: the people within reach of the group's
    middle, the group's own size added. The group of the highest bound is halved until it is one candidate, whose bound
    is exact. As what a candidate adds only falls, a bound of an earlier step holds; it is renewed when it is highest.
    """
    order = np.flatnonzero(people)
    order = order[np.argsort(points[order, 2], kind="stable")]  # from south to north: a search is a range of rows
    left, uncovered = np.ascontiguousarray(points[order].T), people[order]

    def within(middle: npt.NDArray[np.float64], reach: float) -> tuple[slice, npt.NDArray[np.bool_]]:
        band = slice(*np.searchsorted(left[2], (middle[2] - reach, middle[2] + reach)))
        cosine = np.einsum("ij,i->j", left[:, band], middle)  # `@` would wait for its threads on a busy machine
        return band, cosine >= (1 + middle @ middle - reach**2) / 2

    def bound(group: npt.NDArray[np.intp]) -> int:
        if len(group) == 1:
            middle, size = points[group[0]], 0.0
        else:
            theirs = points[group]
            middle = (theirs.min(axis=0) + theirs.max(axis=0)) / 2
            size = np.linalg.norm(theirs - middle, axis=1).max() + _SLACK
        band, inside = within(middle, reach + size)
        return int(uncovered[band][inside].sum())

    def gain(row: int) -> int:
        band, inside = within(points[row], reach)
        return int(uncovered[band][inside].sum())

    steps: list[Step] = []
    heap = [(-int(people.sum()), 0, -1, np.arange(len(points)))] if len(points) else []
    while heap and len(steps) < most:
        highest, first, step, group = heapq.heappop(heap)
        if highest == 0:
            break
        if step < len(steps):
            heapq.heappush(heap, (-bound(group), first, len(steps), group))
        elif len(group) > 1:
            widest = np.argmax(np.ptp(points[group], axis=0))
            across = group[np.argsort(points[group, widest], kind="stable")]
            for half in (across[: len(group) // 2], across[len(group) // 2 :]):
                heapq.heappush(heap, (-bound(half), int(half.min()), len(steps), half))
        else:
            heapq.heappush(heap, (highest, first, step, group))  # it may not be the one that is chosen
            band, inside = within(points[first], reach)
            larger = order[band][inside & (uncovered[band] > 0)]
            rows = [*np.sort(larger[larger < first]).tolist(), first]
            chosen, adds = next((row, adds) for row in rows if (adds := gain(row)) >= -NEARLY * highest)
            band, inside = within(points[chosen], reach)
            largest = order[band][inside & (uncovered[band] > 0)].min()
            steps.append(Step(chosen, adds, int(largest), first, -highest))
            uncovered[band][inside] = 0
    return steps
