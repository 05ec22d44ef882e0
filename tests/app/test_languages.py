"""Languages: every page speaks each of them, and says nothing that is in no catalogue."""

import pytest

from actionmap.languages import languages, speaking
from actionmap.ui.frame import PAGES
from tests.app.conftest import OpenApp

FILES = [one.script.removeprefix("pages/").removesuffix(".py") for one in PAGES]


@pytest.mark.parametrize("code", languages())
def test_every_page_is_drawn_in_every_language(open_app: OpenApp, code: str) -> None:
    with speaking(code):  # in which AppTest reads the options of a widget
        app = open_app({"lang": code, "country": "US", "near": "Lyon"})
        for page in FILES[1:]:
            assert not app.exception
            app.switch_page(f"pages/{page}.py").run()
            assert (app.query_params["lang"], app.query_params["country"]) == (code, "US")
        assert not app.exception


def test_another_language_keeps_the_view_and_is_in_the_address(open_app: OpenApp) -> None:
    app = open_app({"country": "US", "lang": "pt-BR"})
    assert app.query_params == {"country": "US", "lang": "pt"}


def test_a_language_that_is_not_spoken_here_is_told_of(open_app: OpenApp) -> None:
    app = open_app({"lang": "tlh"})
    assert "tlh" in app.warning[0].value
    assert "lang" not in app.query_params
