"""The folders stand one above the other: imports run downward only, each folder is small, and one knows the screen."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEVELS = (
    ("paths",),
    ("languages",),
    ("text", "errors", "files", "counts", "memory"),
    *(
        ("worker",),
        ("world",),
        ("lists",),
        ("campaign",),
        ("places",),
        ("reach",),
        ("drawing",),
        ("publish",),
        ("site",),
    ),
    *(("preparing",), ("refreshing",), ("ui",), ("web",), ("cli",), ("__main__", "pages", "dashboard")),
)
"""What stands on one level imports from lower ones, or from its own folder."""

MOST_MODULES = 13
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}
MODULES = [
    path
    for path in (*(ROOT / "actionmap").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py")
    if path != ROOT / "actionmap/__init__.py"
]


def home(path: Path) -> str:
    """Return the folder, or the module of its own, to which a file belongs."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "actionmap" else parts[0]


def imported(path: Path) -> set[str]:
    """Return the names of the modules that a file imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_its_own_folder_and_those_below(path: Path) -> None:
    own = home(path)
    used = {name.split(".")[1] for name in imported(path) if name.startswith("actionmap.")}
    assert [name for name in used if name != own and LEVEL[name] >= LEVEL[own]] == []


def test_only_the_screen_knows_streamlit() -> None:
    knowing = {home(path) for path in MODULES if any(name.split(".")[0] == "streamlit" for name in imported(path))}
    assert knowing <= {"ui", "pages", "dashboard"}


def test_a_folder_has_few_modules() -> None:
    folders = [path for path in (ROOT / "actionmap").iterdir() if path.is_dir() and any(path.glob("*.py"))]
    sizes = {
        folder.name: len([path for path in folder.glob("*.py") if path.name != "__init__.py"]) for folder in folders
    }
    assert {name: size for name, size in sizes.items() if size > MOST_MODULES} == {}
