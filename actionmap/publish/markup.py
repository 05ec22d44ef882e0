"""HTML and SVG from templates, in which every value is escaped, so that text from a list is never markup."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from actionmap.paths import TEMPLATES


def render(template: str, **values: object) -> str:
    """Fill a template of `templates/`."""
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
