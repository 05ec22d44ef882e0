"""Text from a list, made safe for Markdown."""

import re

_MARKDOWN = re.compile(r"([\\&`*_{}\[\]<>#+\-.!|~:$/=])")
_SELF_ACTING = re.compile(r"https?(?=://)|www(?=\.)|\S(?=@)|:(?=streamlit:)|[-<>~=](?=[-<>=])", re.IGNORECASE)
"""What Streamlit makes links, pictures or arrows of even where it is escaped."""
_WORD_JOINER = "\u2060"  # invisible, and parts what would act together


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: no emphasis, link, picture, formula or colour comes of it."""
    return _MARKDOWN.sub(r"\\\1", _SELF_ACTING.sub(rf"\g<0>{_WORD_JOINER}", text))
