"""Links: what mailers, other sites and typing make of them is understood where it is sure, and said where it is not."""

import pytest

from actionmap.campaign.selection import Selection, Unknown

OPTIONS = {"country": ("FR", "PR", "US"), "member": ("pym", "test-a", "test_a")}
MEANT = Selection(country=("US",), member=("pym",))


@pytest.mark.parametrize(
    "query",
    [
        {"country": ["US"], "amp;member": ["pym"]},
        {"country": ["US"], "amp;amp;member": ["pym"]},
        {"country": ["US&member=pym"]},
        {"country": ["US&amp;MEMBER=pym"]},
        {"?country": ["US"], "member": ["pym"]},
        {"COUNTRY": ["us"], "Member": ["PYM"]},
        {"countries": ["US"], "members": ["pym"]},
        {"country": ["United States", "USA", "US."], "member": ["pym"]},
        {"country": ["Estados Unidos"], "member": ["pym,"], "fbclid": ["x"], "utm_source": ["y"], "gclid": ["z"]},
    ],
)
def test_a_link_is_understood_as_it_was_meant(query: dict[str, list[str]]) -> None:
    assert Selection.from_query(query, OPTIONS) == (MEANT, [])


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ({"membre": ["pym"]}, Unknown("membre", "pym", is_name=False, candidate="member")),
        ({"amp;contry": ["US"]}, Unknown("amp;contry", "US", is_name=False, candidate="country")),
        ({"land": ["US"]}, Unknown("land", "US", is_name=False)),
        ({"country": ["XX"]}, Unknown("country", "XX")),
        ({"country": ["Unted States"]}, Unknown("country", "Unted States", candidate="US")),
        ({"country": ["Germany"]}, Unknown("country", "Germany")),
        ({"status": ["anounced"]}, Unknown("status", "anounced", candidate="announced")),
    ],
)
def test_what_means_nothing_is_named_with_what_may_be_meant(query: dict[str, list[str]], unknown: Unknown) -> None:
    assert Selection.from_query(query, OPTIONS) == (Selection(), [unknown])


def test_what_two_options_are_called_is_not_sure() -> None:
    selection, (unknown,) = Selection.from_query({"member": ["TEST A"]}, OPTIONS)
    assert selection == Selection()
    assert unknown.candidate in ("test-a", "test_a")


def test_words_keep_their_signs() -> None:
    assert Selection.from_query({"q": ["R&D & more=less"]}, OPTIONS) == (Selection(q=("R&D & more=less",)), [])
