"""What the command line says of its own use, in the language spoken: Typer says it in English."""

import re
import sys
import tomllib
from pathlib import Path
from string import Formatter
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from actionmap.cli import shared
from actionmap.errors import ActionMapError
from actionmap.languages import say

_TABLE = tomllib.loads(Path(__file__).with_name("help").joinpath("usage.toml").read_text("utf-8"))


def _pattern(text: str) -> re.Pattern[str]:
    parts = (re.escape(words) + (f"(?P<{name}>.+?)" if name else "") for words, name, *_ in Formatter().parse(text))
    return re.compile("".join(parts), re.DOTALL)


_PATTERNS = {_pattern(theirs): ours for theirs, ours in _TABLE["said"].items()}


def said(text: str) -> str:
    """Say in the language spoken what Typer says in English."""
    found = next(((ours, match) for one, ours in _PATTERNS.items() if (match := one.fullmatch(text.strip()))), None)
    return say(found[0], **{name: said(value) for name, value in found[1].groupdict().items()}) if found else text


def _speak_help(option: Any) -> None:  # noqa: ANN401 (of Typer's parts)
    """Have the headings of a command's help in the language spoken, and what is said of the option that asks for it."""
    from typer import rich_utils

    option.help = say("Show this message and exit.")
    for name, message in _TABLE["help"].items():
        setattr(rich_utils, name, say(message, value="{}"))


class Command(TyperCommand):
    """A command that tells of its use in the language spoken."""

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401
        """Return how it is called."""
        return said(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Print what it tells of itself."""
        _speak_help(self.get_help_option(ctx))
        super().format_help(ctx, formatter)


class Commands(TyperGroup):
    """The commands, which tell of their use in the language spoken."""

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401
        """Return how they are called."""
        return said(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Print what they tell of themselves."""
        _speak_help(self.get_help_option(ctx))
        super().format_help(ctx, formatter)

    def main(self, *args: Any, **further: Any) -> Any:  # noqa: ANN401
        """Run a command; where it was not called as it can be, or cannot do its work, say why."""
        try:
            sys.exit(super().main(*args, **{**further, "standalone_mode": False}))
        except TyperException as error:
            if context := getattr(error, "ctx", None):
                shared.tell(context.get_usage())
            shared.tell(said(error.format_message()))
            if context:
                shared.tell(say("Help: {command}", command=f"{context.command_path} --help"))
            sys.exit(error.exit_code)
        except ActionMapError as error:
            shared.tell(str(error))
            sys.exit(1)
        except typer.Abort:
            sys.exit(1)
