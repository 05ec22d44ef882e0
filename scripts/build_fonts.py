"""Build the fonts: for the screen in static/fonts/, for print in data/fonts/, with their licences.

Run ``python -m scripts.build_fonts`` in the project's folder. It needs npm and the packages of requirements-dev.txt,
fetches packages at fixed versions from npm, and writes the same bytes on every run. All fonts are under the SIL Open
Font License; those that are cut to the letters in use keep their names, which none of them reserves.

On a screen, Korean and Japanese are left to the system, which has them. A picture is drawn by the server, which may
have none: it brings the letters of Arabic, the 2,350 Korean syllables of KS X 1001, and of
Japanese the kana and the 2,965 kanji of level 1 of JIS X 0208, each with Latin ones in the same hand.
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from scripts.basemap.geojson import STATIC
from scripts.build_basemap import npm_pack

LATIN = {"public-sans": ("latin", "latin-ext", "vietnamese"), "newsreader": ("latin", "latin-ext")}
VERSION, PRINT_VERSION = "5.3.0", "0.4.3"
SCREEN, PRINT = STATIC / "fonts", STATIC.parent / "data" / "fonts"
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
        PRINT.mkdir(exist_ok=True)
        for script, letters, weights in (
            ("Arabic", ARABIC, ("400Regular", "700Bold")),
            ("KR", [*range(0x3131, 0x318F), *_rows("euc_kr", range(0xB0, 0xC9))], ("400Regular",)),
            ("JP", _rows("euc_jp", [*range(0xA1, 0xA9), *range(0xB0, 0xD0)], [0xFF5E]), ("400Regular",)),
        ):
            package = npm_pack(f"@expo-google-fonts/noto-sans-{script.lower()}@{PRINT_VERSION}", folder)
            for weight in weights:
                font = f"NotoSans{script}_{weight}.ttf"
                _cut(package / weight / font, PRINT / font, [*letters, *LATIN_LETTERS])
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
    font.flavor = target.suffix.removeprefix(".") if target.suffix == ".woff2" else None
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    main()
