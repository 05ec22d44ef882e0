"""Text from a list, made safe and readable on the screen."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_MARKDOWN = re.compile(r"([\\&`*_{}\[\]<>#+\-.!|~:$/=])")
_SELF_ACTING = re.compile(r"https?(?=://)|www(?=\.)|\S(?=@)|:(?=streamlit:)|[-<>~=](?=[-<>=])", re.IGNORECASE)
"""What Streamlit makes links, pictures or arrows of even where it is escaped."""
_WORD_JOINER = "\u2060"  # invisible, and parts what would act together

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: no emphasis, link, picture, formula or colour comes of it."""
    return _MARKDOWN.sub(r"\\\1", _SELF_ACTING.sub(rf"\g<0>{_WORD_JOINER}", text))


def render(template: str, **values: object) -> str:
    """Fill a template of `templates/`; every value is escaped, so that text from a list is never HTML."""
    return _templates.get_template(template).render(**values)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 action", "1,200 actions"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
