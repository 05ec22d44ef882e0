"""Text from outside reaches the screen and the terminal through a gate: forgetting one is found before anybody tries.

Every argument that Streamlit shows as Markdown or HTML has to be made of literals, of numbers that are formatted as
numbers, and of calls of a gate. What is neither, and is ours for another reason, stands in `OURS`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in (*(ROOT / "actionmap/ui").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py")
}
SHOWN = dict.fromkeys(
    (
        *("markdown", "caption", "title", "header", "subheader", "error", "warning", "info", "success", "toast"),
        *("write", "button", "download_button", "link_button", "popover", "expander", "spinner", "status", "metric"),
    ),
    "markdown_text",
)
"""What shows its first argument as Markdown → the gate for it."""
LABELLED = dict.fromkeys(
    (
        *("checkbox", "toggle", "radio", "slider", "select_slider", "selectbox", "multiselect", "pills", "text_input"),
        *("text_area", "number_input", "date_input", "time_input", "file_uploader", "segmented_control"),
    ),
    "label_text",
)
"""Fields, whose label is Markdown on the screen, and text for a screen reader."""
FORMATTED = {"pills", "segmented_control", "radio"}
"""Fields that show their options as Markdown."""
HTML = {"render", "card", "claim_beside_evidence", "figures_of", "said_of", "basemap_css"}
"""What returns HTML of a template, in which everything is escaped."""
OURS = {
    **dict.fromkeys(("counted", "len", "sum", "int", "about", "number_said", "percent"), "numbers, in words of ours"),
    **dict.fromkeys(("_ties", "_what_happens"), "words of ours about numbers"),
    **dict.fromkeys(("long_date", "short_date", "country_name", "zone_name"), "names of the world's tables"),
    **dict.fromkeys(
        ("what_this_is", "method", "how_exact", "not_known", "sources"),
        "Markdown that is made in about.py, through the gate",
    ),
    "unknown_notice": "Markdown that is made in wording.py, through the gate",
    **dict.fromkeys(("one.label", "one.help", "one.example", "one.called"), "of FILTERS and FORMATS"),
    **dict.fromkeys(("ours.replace", "Action.model_fields[ours].description"), "the names of our columns"),
    **dict.fromkeys(("plan.smallest", "plan.radius", "settings.pause", "one.row"), "numbers by their type"),
    **dict.fromkeys(
        ("found.doubtful", "found.problems", "listed.every_pair", "counts[option]"), "numbers by their type"
    ),
    **{"campaign.version": "a digest", "state.age": "a duration in words", "str.capitalize": "of a name of ours"},
}
"""What is no gate and needs none, and why."""
NUMBER = frozenset(",.0123456789dfg%")


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, ast.FunctionDef | None]]:
    """Yield every call, with the function that it stands in."""

    def inside(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[ast.Call, ast.FunctionDef | None]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield child, function
            yield from inside(child, child if isinstance(child, ast.FunctionDef) else function)

    return inside(tree, None)


def called(node: ast.expr) -> str:
    """Return the last name of what is called."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


class Judge:
    """Tells whether an expression in a function can hold text from outside that has passed no gate.

    Parameters
    ----------
    tree, function
        The module, and the function in it.
    gates
        Names of the functions that make text safe there.
    """

    def __init__(self, tree: ast.Module, function: ast.FunctionDef | None, gates: set[str]) -> None:
        self.module, self.function, self.gates = tree, function, gates
        self.asked: set[str] = set()
        self.inner: dict[str, ast.expr] = {}
        self.parameters: set[str] = set()
        """Parameters that are handed on, so that whoever calls the function is asked."""

    def safe(self, node: ast.AST | None) -> bool:
        """Judge an expression."""
        match node:
            case None | ast.Constant():
                return True
            case ast.JoinedStr():
                return all(map(self.safe, node.values))
            case ast.FormattedValue(value=value, format_spec=ast.JoinedStr(values=[ast.Constant(value=spec)])):
                return (set(str(spec)) <= NUMBER and str(spec)[-1] in ",dfg%") or self.safe(value)
            case ast.FormattedValue(value=value) | ast.Starred(value=value) | ast.NamedExpr(value=value):
                return self.safe(value)
            case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
                return self.safe(one) and self.safe(other)
            case ast.BoolOp() | ast.List() | ast.Tuple():
                return all(map(self.safe, node.values if isinstance(node, ast.BoolOp) else node.elts))
            case ast.Dict():
                return all(map(self.safe, node.values))
            case ast.ListComp(elt=value) | ast.GeneratorExp(elt=value) | ast.DictComp(value=value):
                for one in node.generators:
                    self.inner |= {each.id: one.iter for each in ast.walk(one.target) if isinstance(each, ast.Name)}
                return self.safe(value)
            case ast.Subscript(value=value):
                return ast.unparse(node) in OURS or self.safe(value)
            case ast.Lambda(body=body):
                return self.safe(body)
            case ast.Call():
                return self._call(node)
            case ast.Attribute():
                return ast.unparse(node) in OURS or self._ours_of_a_table(node)
            case ast.Name():
                return self._name(node.id)
        return False

    def _ours_of_a_table(self, node: ast.Attribute) -> bool:
        return node.attr in ("get", "__getitem__", "items", "values") and self.safe(node.value)

    def _call(self, node: ast.Call) -> bool:
        name = called(node.func)
        if name in self.gates or name in OURS or ast.unparse(node.func) in OURS:
            return True
        if name in ("say", "say_many"):  # messages of ours, with what stands in their gaps: in some, numbers alone
            said = ast.unparse(node)
            numbers = {one.arg for one in node.keywords if re.search(rf"{{{one.arg}:[,.\d]*[df]}}", said)}
            return all(one.arg in numbers or self.safe(one.value) for one in node.keywords)
        if name == "once":  # what a table keeps is what makes it
            return self.safe(node.args[1])
        if name == "map":
            return called(node.args[0]) in self.gates
        if name in (
            "join",
            "joined",
            "sentences",
            "list",
            "sorted",
            "replace",
            "lower",
            "iter",
            "next",
            "strip",
            "capitalize",
        ):
            return all(map(self.safe, node.args)) and (
                not isinstance(node.func, ast.Attribute) or self.safe(node.func.value)
            )
        return isinstance(node.func, ast.Attribute) and self._ours_of_a_table(node.func)

    def _name(self, name: str) -> bool:
        if name.strip("_").isupper():
            return True  # a constant of the program
        if name in OURS or name in self.asked:
            return True
        self.asked.add(name)
        if name in self.inner:
            return self.safe(self.inner[name])
        values = bound(self.function, name) if self.function else []
        values = values or [
            value for one in self.module.body if not isinstance(one, ast.FunctionDef) for value in bound(one, name)
        ]
        if values:
            return all(map(self.safe, values))
        if self.function and name in arguments(self.function):
            self.parameters.add(name)
            return True
        return False


def bound(place: ast.AST, name: str) -> list[ast.expr]:
    """Return what a name is bound to in a function or module; of a loop, what it goes over."""
    found = []
    for node in ast.walk(place):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    found += _unpacked(target, value, name)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                found += _unpacked(target, value, name)
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                found += [value] if _names(target, name) else []
    return found


def _unpacked(target: ast.expr, value: ast.expr, name: str) -> list[ast.expr]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = zip(target.elts, value.elts, strict=True)
        return [one for each, of_it in pairs for one in _unpacked(each, of_it, name)]
    return [value] if _names(target, name) else []


def _names(target: ast.expr, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(target))


def arguments(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]


def asked_of(call: ast.Call, wrappers: dict[str, set[tuple[int, str, str]]]) -> Iterator[tuple[ast.AST, set[str]]]:
    """Yield the arguments of a call that are shown, each with the gates that make it safe."""
    name = called(call.func)
    named = {one.arg: one.value for one in call.keywords if one.arg}
    gate = SHOWN.get(name) or LABELLED.get(name)
    if gate and isinstance(call.func, ast.Attribute) and ast.unparse(call.func) != "download.button":  # has a gate
        yield from ((argument, {gate}) for argument in [*call.args[:1], *(named[k] for k in ("label",) if k in named)])
    if name == "progress":
        yield from ((argument, {"markdown_text"}) for argument in call.args[1:2])
    if name == "page_link" and "label" in named:
        yield named["label"], {"markdown_text"}
    if name in FORMATTED and "format_func" in named:
        yield named["format_func"], {"markdown_text"}
    if name == "html" and isinstance(call.func, ast.Attribute):
        yield call.args[0], HTML
    yield from ((named[key], {"markdown_text"}) for key in ("help", "help_") if key in named)
    for position, parameter, wanted in wrappers.get(name, ()):
        if parameter in named:
            yield named[parameter], {wanted}
        elif position < len(call.args):
            yield call.args[position], {wanted}


def leaks(trees: dict[str, ast.Module]) -> list[str]:
    """Return the arguments that may hold text from outside as it came."""
    wrappers: dict[str, set[tuple[int, str, str]]] = {}
    while True:
        found, before = [], {name: set(places) for name, places in wrappers.items()}
        for path, tree in trees.items():
            for call, function in calls(tree):
                for argument, gates in asked_of(call, before):
                    judge = Judge(tree, function, gates)
                    if not judge.safe(argument):
                        found.append(f"{path}:{argument.lineno}: {ast.unparse(argument)}")  # type: ignore[attr-defined]
                    elif function and judge.parameters:
                        places = arguments(function)
                        wrappers.setdefault(function.name, set()).update(
                            (places.index(name), name, gate) for name in judge.parameters for gate in gates
                        )
        if before == wrappers:
            return sorted(set(found))


def test_what_the_screen_shows_of_others_has_passed_the_gate_for_it() -> None:
    assert leaks(SCREEN) == []


@pytest.mark.parametrize(("code", "leaking"), [
    ("def show(name):\n    st.markdown(f'Hello **{markdown_text(name)}**, {len(name):,}')\nshow('x')", False),
    ("def show(row):\n    st.markdown(f'Hello **{row.name}**')", True),
    ("def show(row):\n    name = row.name\n    st.caption(name)", True),
    ("def show(row):\n    name = markdown_text(row.name)\n    st.caption(name)", False),
    ("def show(row):\n    st.slider(f'In {markdown_text(row.name)}')", True),  # whose label a screen reader reads, too
    ("def show(row):\n    st.slider(f'In {label_text(row.name)}')", False),
    ("def show(name):\n    st.caption(name)\ndef page(row):\n    show(row.name)", True),
    ("def show(name):\n    st.caption(name)\ndef page(row):\n    show('Towns')", False),
    ("def show(row):\n    st.button('Yes', help=row.name)", True),
    ("def show(row):\n    st.markdown(f'{row.number:,} of {row.km:.0f}')", False),
    ("def show(row):\n    st.pills('Towns', row.towns, format_func=lambda town: town)", True),
    ("def show(rows):\n    st.markdown(', '.join(map(markdown_text, rows)))", False),
    ("def show(rows):\n    st.markdown(', '.join(row.name for row in rows))", True),
    ("def show(row):\n    st.html(row.name)", True),
    ("def show(row):\n    st.caption(say('In {name}', name=row.name))", True),
    ("def show(row):\n    st.caption(say('In {name}', name=markdown_text(row.name)))", False),
    ("def show(row):\n    st.caption(say('Row {row:d}', row=row.number))", False),
])  # fmt: skip
def test_a_forgotten_gate_is_found(code: str, leaking: bool) -> None:
    assert bool(leaks({"page.py": ast.parse(code)})) == leaking


def test_a_terminal_is_written_to_in_one_place() -> None:
    writing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "actionmap").rglob("*.py")
        for call, _ in calls(ast.parse(path.read_text(encoding="utf-8")))
        if ast.unparse(call.func) in ("typer.echo", "typer.secho", "typer.BadParameter", "Console", "print")
    }
    assert writing == {"actionmap/cli/shared.py"}
