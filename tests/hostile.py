"""Hostile texts: what somebody with ill will writes into a list, a name, a file name or an address. One table for all.

Each is harmless as text. Where it has become anything else, one of these shows it: a request to `evil.example`, the
variable `injected` of a page, a cell that a spreadsheet computes, a file that is not well-formed.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from actionmap.campaign.actions import Action
from actionmap.text import visible

HTML = (
    '<img src=x onerror="window.injected=1">',
    "<img src=http://evil.example/a.png>",
    "<script>window.injected=1</script>",
    "<script src=//evil.example/a.js></script>",
    '"><svg onload="window.injected=1">',
    "'><svg/onload=window.injected=1>",
    "<b onmouseover=window.injected=1>bold</b> &amp; &lt;i&gt;",
    "<iframe src=http://evil.example/></iframe>",
    "<iframe srcdoc='<script>parent.injected=1</script>'></iframe>",
    "<object data=http://evil.example/></object><embed src=http://evil.example/>",
    "<link rel=stylesheet href=http://evil.example/a.css>",
    "<style>@import 'http://evil.example/a.css'; * { display: none }</style>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<form action=http://evil.example/><input autofocus onfocus=window.injected=1></form>",
    "<a href=javascript:window.injected=1>a link</a>",
    "<details open ontoggle=window.injected=1>",
    "<video src=http://evil.example/a.mp4 autoplay></video>",
    "<math><mi xlink:href=javascript:window.injected=1>x</mi></math>",
    "</title></head></textarea></style></script><img src=http://evil.example/b.png>",
    "</article></div></main><h1>Another page</h1>",
    "<!-- a comment that does not end",
    "<![CDATA[<img src=http://evil.example/c.png>]]> ]]>",
    "&lt;script&gt;window.injected=1&lt;/script&gt; &#60;b&#62; &colon;red",
)
MARKDOWN = (
    "[link](http://evil.example/)",
    "[link](javascript:window.injected=1) <https://evil.example/>",
    "![picture](http://evil.example/x.png)",
    "[![picture](http://evil.example/y.png)](http://evil.example/)",
    "![picture][p] [p]: http://evil.example/z.png",
    "[p]: http://evil.example/ 'a definition'",
    "[^1] and [^1]: a note",
    "**strong** _em_ `code` ~~gone~~ # head | a | b |",
    "***all*** __of__ ~it~ ``too``",
    "# A heading",
    "> a quotation",
    "- a list",
    "+ a list",
    "1. a list",
    "2) a list",
    "- [ ] a task",
    "    code that is indented",
    "```\nfenced\n```",
    "---",
    "a heading\n===",
    "| a | b |\n|---|---|\n| c | d |",
    "a line  \nanother\n\n# and a heading",
    "\\*escaped\\* \\\\ \\[x\\]",
    "ends with a backslash\\",
    "<mailto:someone@evil.example>",
)
LINKS = (
    "https://evil.example/ www.evil.example someone@evil.example",
    "HTTPS://EVIL.EXAMPLE/",
    "see(http://evil.example/)",
    "mailto:someone@evil.example xmpp:someone@evil.example",
    "//evil.example/a.png",
    "javascript:window.injected=1",
    "JaVaScRiPt:window.injected=1//https://",
    "data:text/html,<script>window.injected=1</script>",
    "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+",
    "vbscript:msgbox(1) file:///etc/passwd",
)
STREAMLIT = (
    r"$\LaTeX$ and $$x^2$$ and \(y\)",
    "$1 of $2",
    "$\\href{http://evil.example/}{x}$ $\\includegraphics{http://evil.example/a.png}$",
    "`$` and `` ` ``",
    ":red[red] :blue-background[blue] :material/home: :smile: :streamlit:",
    ":red-badge[a badge] :small[small] :shimmer[x] :color[x]{foreground='red'}",
    ":green[![p](http://evil.example/g.png)]",
    ":material/delete: :+1: :-1: :tada:",
    "::directive[x]{a=b} :::container",
    "-> <- <-> -- >= <= ~= ",
)
TEMPLATES = (
    "{t} {k} {{ 7*7 }} {% raw %} ${7*7}",
    "{0} {title} {number:,} %s %(name)s %d",
    "{{ ''.__class__.__mro__ }} {% include '/etc/passwd' %}",
    "#{7*7} <%= 7*7 %> *{7*7} @{x}",
    "{a.b.__globals__} {!r} {",
    "datum.x + 1; alert(1)",
    "[bold red]rich[/bold red] [link=http://evil.example/]x[/link]",
    "$(touch /tmp/x) `id` ; rm -rf ~ && $HOME",
)
FORMULAS = (
    "=cmd()|' /C calc'!A0 and a -- b -> c <- d >= e <= f",
    '=HYPERLINK("http://evil.example/";"x")',
    "+1+1",
    "-1-1",
    "@SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    'x;=1+1;"=2"',
    '"=1+1',
    "'=1+1",
)
FORMATS = (
    'quote " and "" quote',
    "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "x\r\nATTACH:http://evil.example/",
    "text\\;with\\,escapes\\n",
    "</name></Placemark><Placemark><name>x",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
    "</text><image href='http://evil.example/d.png'/>",
    "}}, \\input{/etc/passwd} % & # _ ^ ~",
    "../../etc/passwd",
    "CON.txt ..\\..\\x",
)
CONTROLS = (
    "a\rb\nc\r\nd",
    "a\x00b",
    "a\x07b\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "a\x7fb\x85c\x9b31m",
    "\u202egnp.evil\u202c",
    "\u2066isolated\u2069 \u2067x",
    "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "a\u2028b\u2029c",
    "\u00adsoft\u00ad and \u061c marks \u200e \u200f",
    "مظاهرة في الساحة **غداً** ![x](http://evil.example/r.png)",
    "Z̸a̴l̵g̶o̷ \u0301\u0302\u0303",
    "👩‍👩‍👧‍👦 🏳️‍🌈 :family:",
    "\ufff9a\ufffab\ufffb \ufffd \U000e0041",
    "a very long text " + "of *many* words " * 40,
)
TEXTS = (*HTML, *MARKDOWN, *LINKS, *STREAMLIT, *TEMPLATES, *FORMULAS, *FORMATS, *CONTROLS)

MIXED = (
    HTML[0],
    HTML[2],
    HTML[4],
    HTML[6],
    MARKDOWN[1],
    MARKDOWN[2],
    LINKS[0],
    STREAMLIT[0],
    STREAMLIT[4],
    MARKDOWN[7],
    FORMULAS[0],
    TEMPLATES[0],
)
"""One of each kind, for journeys that do each thing once for every text."""

WRITTEN = {text: " ".join(visible(text).split()) for text in TEXTS}
"""Text → what is to be seen of it."""
LIKES = str.maketrans({"\u02cb": "`", "\uff04": "$", "\u2060": None, "\ufeff": None, "\u200e": None, "\u200f": None})
"""What stands for another letter in a label, or is not seen."""

CARRIES_NOTHING = ("img", "script", "iframe", "object", "embed", "base", "form", "video", "audio", "math")
"""Elements that none of our pages takes from a text."""


def is_ours(address: str) -> bool:
    """Tell whether an address of a link leads where a page of test data may lead."""
    parts = urlsplit(address)
    return parts.scheme in ("", "http", "https") and "evil" not in (parts.hostname or "")


def table(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write a CSV file."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(columns), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


SOURCE = "https://source.example/test"


def rows(texts: Sequence[str] = TEXTS) -> list[dict[str, str]]:
    """Return a row for each text, with it in every column that takes any text, all at a town; and one in each other."""
    plain = {"country": "GB", "locality": "Leeds", "status": "reported", "basis": "call", "source_url": SOURCE}
    free = [
        plain
        | {
            "id": f"test-{number}",
            "organizers": f"test-{number};{text}",
            "supporters": f"test-{number}",
            "callers": f"test-{number}",
        }
        | {"date": f"2031-01-{1 + number % 28:02}", **dict.fromkeys(("venue", "source_name", "evidence"), text)}
        | {"attendance": text, "region": text if number % 2 else "", "locality": text if number % 3 == 2 else "Leeds"}
        for number, text in enumerate(texts)
    ]
    others = [name for name in Action.model_fields if name not in free[0] or name in plain or name == "id"]
    return free + [
        plain | {column: text}
        for column, text in zip(others, [text for text in MIXED if text in texts] * 3, strict=False)
    ]


FURTHER_SETTINGS = f"""
[street_map]
name = {json.dumps(" ".join(MIXED[:6]))}
address = "https://tiles.example/{{z}}/{{x}}/{{y}}.png?%22%3E%3Cb%3E"
attribution = {json.dumps(" ".join(MIXED[6:]))}
[suggestions]
email = "list@tracker.example"
url = "https://tracker.example/new?a=%22%3E%3Cb%3E&title={{title}}&body={{body}}"
"""
"""What a campaign may say besides, hostile wherever its own rules let it."""


def campaign(texts: Sequence[str] = TEXTS) -> dict[str, str]:
    """Return the files of a campaign of test data that attacks wherever it can."""
    members = [
        {"id": f"test-{number}", "name": text, "role": "local" if number % 5 == 4 else "coalition"}
        for number, text in enumerate(texts)
    ]
    claims = [
        {"id": f"test-{number}", "claimant": text, "claim": text, "measure": "localities", "figure": "1"}
        | {"places": f"GB:{text.replace(';', ',')}", "source_name": text, "source_url": SOURCE}
        for number, text in enumerate(texts)
    ]
    said = " ".join(MIXED)
    settings = {"title": said, "standfirst": said}
    written = "".join(f"{name} = {json.dumps(text)}\n" for name, text in settings.items())
    return {
        "campaign.toml": f"{written}date = 2031-01-02\n{FURTHER_SETTINGS}",
        "actions.csv": table(Action.model_fields, rows(texts)),
        "organizations.csv": table(("id", "name", "role"), members),
        "claims.csv": table(claims[0], claims),
    }
