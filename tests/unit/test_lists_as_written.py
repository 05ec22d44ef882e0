"""Lists as people write them: nothing is lost or placed wrongly without a word."""

import pytest

from tests.list_cases import Case, cases


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.table}: {case.kind}: {case.name}") for case in cases()])
def test_a_list_comes_out_as_it_was_meant(case: Case) -> None:
    outcomes = case.judge()
    assert outcomes
    assert [one for one in outcomes if one.verdict != "right"] == []
