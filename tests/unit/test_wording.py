"""Words for numbers and selections, and text from a list made safe for the screen."""

import re
import tomllib
from dataclasses import replace

import pytest

from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import Selection, shown
from actionmap.paths import PACKAGE
from actionmap.publish.markup import render
from actionmap.publish.wording import why
from actionmap.text import markdown_text
from actionmap.world.doubts import Doubt, DoubtKind, Failure, FailureKind


@pytest.mark.parametrize("text", ["Tōkyō, Praça XV", "Peoples' Assembly (Test)", "東京"])
def test_ordinary_text_stays_as_it_is(text):
    assert markdown_text(text) == text


@pytest.mark.parametrize(
    "text",
    ["*a*", "_a_", "[a](b)", "![a](b)", "`a`", "<b>", ":red[a]", ":material/home:", "$a$", "# a", "~~a~~", "a | b"],
)
def test_marks_of_markdown_are_escaped(text):
    assert markdown_text(text).replace("\\", "") == text
    assert markdown_text(text) != text


@pytest.mark.parametrize("text", ["http://a.example", "WWW.a.example", "a@b.example", ":streamlit:", "-->", "<="])
def test_what_would_act_by_itself_is_parted(text):
    assert "\u2060" in markdown_text(text)


def test_templates_escape_every_value():
    assert "<script>" not in render("masthead.html", title="<script>", standfirst="<script>", call_url=None)


def test_a_selection_is_said_in_words():
    organizations = {"test-a": Organization(id="test-a", name="Test A"), "test-b": Organization(id="test-b", name="B")}
    chosen = Selection(
        country=("AT", "FR"),
        member=("test-b", NOT_STATED),
        link=("called",),
        status=("reported",),
        basis=("same-day",),
        q=("park",),
    )
    assert shown(1_200, 3_000, chosen, organizations) == (
        "1,200 of 3,000 actions: Austria, France; B, organizer not stated (called); reported; same day only; “park”"
    )
    assert shown(1, 1, Selection(), {}) == "1 of 1 action"


@pytest.mark.parametrize("kind", DoubtKind)
def test_every_kind_of_doubt_has_words(kind):
    assert why(Doubt(kind, "Test Square, Austria", 155.2, "Graz, Austria"))


def test_a_doubt_of_what_is_far_says_what_and_how_far():
    far = Doubt(DoubtKind.FAR, "Test Square, Austria", 155.2, "Graz, Austria")
    assert why(far) == "Test Square, Austria is 155 km from Graz, Austria"
    assert why(replace(far, found="")) == "155 km from Graz, Austria"
    assert why(None) == ""


@pytest.mark.parametrize("kind", FailureKind)
def test_every_kind_of_failure_names_what_failed_and_whether_the_place_was_asked_for(kind):
    failure = Failure(kind, "https://geo.example", "it broke off")
    assert "https://geo.example" in why(failure)
    assert why(replace(failure, asked=False)) == f"not asked for, because {why(failure)}"


def test_every_kind_of_error_that_the_code_names_has_a_message_and_no_message_is_left_over():
    kinds = tomllib.loads((PACKAGE / "errors.toml").read_text("utf-8"))["errors"].keys()
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    assert set(re.findall(r'Error\.of\("([\w-]+)"', code)) <= kinds
    assert {kind for kind in kinds if f'"{kind}"' not in code} == set()
