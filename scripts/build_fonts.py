"""Build the fonts: for the screen in static/fonts/, for print in data/fonts/, with their licences.

Run ``python -m scripts.build_fonts`` in the project's folder. It needs npm and the packages of requirements-dev.txt,
fetches packages at fixed versions from npm, and writes the same bytes on every run. All fonts are under the SIL Open
Font License, but for the icons, which are under the Apache License 2.0; those that are cut to the letters in use keep
their names, which none of them reserves.

The icons are those that Streamlit's script names, of its own font of 4,000, which every first visit would fetch.

On a screen, Korean and Japanese are left to the system, which has them. A picture is drawn by the server, which may
have none: it brings the letters of Arabic, the 2,350 Korean syllables of KS X 1001, and of
Japanese the kana and the 2,965 kanji of level 1 of JIS X 0208, each with what names of towns have besides, and with
Latin ones in the same hand.
"""

import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from actionmap.world.town_names import TABLE
from scripts.basemap.geojson import STATIC
from scripts.build_basemap import npm_pack

LATIN = {"public-sans": ("latin", "latin-ext", "vietnamese"), "newsreader": ("latin", "latin-ext")}
VERSION, PRINT_VERSION = "5.3.0", "0.4.3"
ICONS_VERSION = "0.47.5"
SCREEN, PRINT = STATIC / "fonts", STATIC.parent / "data" / "fonts"
STREAMLIT = Path(streamlit.__file__).parent / "static" / "static"
ARABIC = (
    *(0x60C, 0x61B, 0x61F, *range(0x621, 0x653), *range(0x660, 0x66D), 0x670, 0x671),
    *(0x67E, 0x686, 0x698, 0x6A4, 0x6A9, 0x6AF, 0x6CC, *range(0x6F0, 0x6FA), *range(0x200C, 0x2010)),
)
"""Letters, marks and digits of Arabic, and the letters that Persian adds."""
LATIN_LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x202F),
    0x2030,
    0x2039,
    0x203A,
    0x20AC,
    0x2122,
    0x2192,
    0x2212,
)
"""Latin letters, digits and marks, which every text has beside its own letters."""


def main() -> None:
    """Rebuild both folders."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for family, subsets in LATIN.items():
            package = npm_pack(f"@fontsource-variable/{family}@{VERSION}", folder)
            for letters in subsets:
                shutil.copyfile(_woff2(package, family, letters), SCREEN / f"{family}-{letters}.woff2")
            shutil.copyfile(package / "LICENSE", SCREEN / f"{family}-LICENSE.txt")
        arabic = npm_pack(f"@fontsource-variable/noto-sans-arabic@{VERSION}", folder)
        _cut(_woff2(arabic, "noto-sans-arabic", "arabic"), SCREEN / "noto-sans-arabic.woff2", ARABIC)
        shutil.copyfile(arabic / "LICENSE", SCREEN / "noto-sans-arabic-LICENSE.txt")
        icons = npm_pack(f"material-symbols@{ICONS_VERSION}", folder)
        _cut_icons(SCREEN / "material-symbols.woff2")
        shutil.copyfile(icons / "LICENSE", SCREEN / "material-symbols-LICENSE.txt")
        PRINT.mkdir(exist_ok=True)
        named = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
        for script, language, letters, weights in (
            ("Arabic", "ar", ARABIC, ("400Regular", "700Bold")),
            ("KR", "ko", [*range(0x3131, 0x318F), *_rows("euc_kr", range(0xB0, 0xC9))], ("400Regular",)),
            ("JP", "ja", _rows("euc_jp", [*range(0xA1, 0xA9), *range(0xB0, 0xD0)], [0xFF5E]), ("400Regular",)),
        ):
            package = npm_pack(f"@expo-google-fonts/noto-sans-{script.lower()}@{PRINT_VERSION}", folder)
            in_names = [ord(letter) for of, *_, name in named if of == language for letter in name]
            for weight in weights:
                font = f"NotoSans{script}_{weight}.ttf"
                _cut(package / weight / font, PRINT / font, [*letters, *LATIN_LETTERS, *in_names])
            shutil.copyfile(package / "LICENSE_FONT", PRINT / f"NotoSans{script}-LICENSE.txt")


def _woff2(package: Path, family: str, letters: str) -> Path:
    return package / "files" / f"{family}-{letters}-wght-normal.woff2"


def _rows(encoding: str, rows: Iterable[int], more: Iterable[int] = ()) -> list[int]:
    """Return the letters in some rows of a double-byte encoding, and more."""
    cells = (bytes([row, cell]).decode(encoding, "ignore") for row in rows for cell in range(0xA1, 0xFF))
    return [*(ord(letter) for letter in cells if letter), *more]


def _cut(source: Path, target: Path, letters: Iterable[int]) -> None:
    """Write a font with these letters alone, and the weights of text."""
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.layout_features = ["*"] if "rabic" in source.name else ["ccmp", "kern", "locl"]
    font: TTFont = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": (400, 700)})
    _save(font, target)


def icons_named() -> set[str]:
    """Return the icons that Streamlit's script names, as ":material/close:"."""
    scripts = (path.read_text("utf-8") for path in (STREAMLIT / "js").glob("*.js"))
    return {name for script in scripts for name in re.findall(r":material/(\w+):", script)}


def _cut_icons(target: Path) -> None:
    """Write Streamlit's font of icons with those alone that its script names: the letters of a name become one icon."""
    (source,) = (STREAMLIT / "media").glob("MaterialSymbols-*.woff2")
    options = subset.Options(hinting=False, layout_closure=False, layout_features=["rlig"])
    font: TTFont = subset.load_font(str(source), options)
    glyphs = {name: glyph for name, glyph in icons_of(font).items() if name in icons_named()}
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=glyphs.values(), unicodes={ord(letter) for name in glyphs for letter in name})
    subsetter.subset(font)
    _save(font, target)


def icons_of(font: TTFont) -> dict[str, str]:
    """Return the icons of a font: name → the glyph that its letters become."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    tables = (one for lookup in font["GSUB"].table.LookupList.Lookup for one in lookup.SubTable)
    found = (pair for one in tables for pair in getattr(one, "ExtSubTable", one).ligatures.items())
    return {
        "".join(letters[glyph] for glyph in (first, *one.Component)): one.LigGlyph
        for first, all_ in found
        for one in all_
    }


def _save(font: TTFont, target: Path) -> None:
    font.flavor = target.suffix.removeprefix(".") if target.suffix == ".woff2" else None
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    main()
