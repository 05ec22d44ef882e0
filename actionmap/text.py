"""Text made safe for where it goes: CSV, XML, a terminal, Markdown; and counts in words."""

import re

_FORMULA = re.compile(r"(^|[;\t\r\n][\"' ]*)(?=[=+\-@\t\r\n＝＋－＠])")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters that are no white space, and marks that only reorder or hide text."""


def csv_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, even one that divides cells at semicolons."""
    return _FORMULA.sub(r"\1'", text)


def xml_text(text: str) -> str:
    """Return a text without the characters that XML and iCalendar do not allow."""
    return _NOT_XML.sub("", text)


def terminal_line(text: str) -> str:
    """Return a text on one line, in a form that does no harm on a terminal."""
    return _CONTROL.sub("�", " ".join(text.split()))


_MARKDOWN = re.compile(r"([\\&`*_{}\[\]<>#+\-.!|~:$/=])")
_SELF_ACTING = re.compile(r"https?(?=://)|www(?=\.)|\S(?=@)|:(?=streamlit:)|[-<>~=](?=[-<>=])", re.IGNORECASE)
"""What Streamlit makes links, pictures or arrows of even where it is escaped."""
_WORD_JOINER = "\u2060"  # invisible, and parts what would act together


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is: no emphasis, link, picture, formula or colour comes of it."""
    return _MARKDOWN.sub(r"\\\1", _SELF_ACTING.sub(rf"\g<0>{_WORD_JOINER}", text))


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 action", "1,200 actions"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def one_line(text: str) -> str:
    """Return a text in one line, without the characters that no XML can hold."""
    return " ".join(xml_text(text).split())
