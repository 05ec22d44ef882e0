"""HTML and SVG from templates, in which every value is escaped, so that text from a list is never markup."""

import os
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from actionmap.languages import joined, languages, number_said, percent, say, say_many, sentences, spoken
from actionmap.paths import TEMPLATES
from actionmap.text import visible
from actionmap.world.town_names import place_name


def render(template: str, **values: object) -> str:
    """Fill a template of `templates/`."""
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload="STREAMLIT_SERVER_FILE_WATCHER_TYPE" in os.environ,  # as `make dev` says: it asks for each file
    )
    templates.globals |= {
        "say": _say,
        "say_many": _say_many,
        "number": number_said,
        "percent": percent,
        "joined": joined,
        "sentences": _sentences,
        "spoken": spoken,
        "languages": languages,
        "place_name": place_name,
    }
    return templates


def _say(message: str, /, **values: object) -> Markup:
    """Say a message, which may have tags; the values may not."""
    return Markup(say(message, **_escaped(values)))  # noqa: S704 (the values are escaped)


def _say_many(one: str, several: str, number: int, /, **values: object) -> Markup:
    return Markup(say_many(one, several, number, **_escaped(values)))  # noqa: S704 (the values are escaped)


def _sentences(*said: str) -> Markup:
    return Markup(sentences(*map(str, map(escape, said))))  # noqa: S704 (each is escaped)


def _escaped(values: Mapping[str, object]) -> dict[str, object]:
    return {name: escape(_visible(value)) if isinstance(value, str) else value for name, value in values.items()}


def _visible(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
