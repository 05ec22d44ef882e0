"""Draw the markers of the map into one picture, static/markers.png, with static/markers.json saying where each lies.

A marker tells three things: its colour and halves the status, its filling the basis, its shape how exact the pin is.
The names are those that `actionmap.maps.marker_icon` gives.
"""

import json
from pathlib import Path

from PIL import Image, ImageDraw

from actionmap.maps import ANNOUNCED_COLOR, CLUSTER_ICON, ORIGIN_ICON, REPORTED_COLOR, SELECTED_ICON, marker_icon

STATIC = Path(__file__).parent.parent / "static"
CELL = 96  # px; drawn four times larger and reduced, so that edges are smooth
SCALE = 4
COLUMNS = 8

Color = tuple[int, int, int, int]
WHITE: Color = (255, 255, 255, 255)
CLEAR: Color = (0, 0, 0, 0)
INK: Color = (22, 32, 42, 255)


def shape_mask(exact: bool, inset: float) -> Image.Image:
    """Return a circle or a diamond as a mask, so many pixels (of the final size) away from the cell's edge."""
    size = CELL * SCALE
    mask = Image.new("L", (size, size), 0)
    low, high, middle = inset * SCALE, size - inset * SCALE, size / 2
    draw = ImageDraw.Draw(mask)
    if exact:
        draw.ellipse((low, low, high, high), fill=255)
    else:
        draw.polygon([(middle, low), (high, middle), (middle, high), (low, middle)], fill=255)
    return mask


def halves(left: tuple[int, int, int], right: tuple[int, int, int]) -> Image.Image:
    """Return a cell whose left and right halves have these colours."""
    size = CELL * SCALE
    image = Image.new("RGBA", (size, size), (*left, 255))
    image.paste((*right, 255), (size // 2, 0, size, size))
    return image


def marker(reported: bool, announced: bool, call: bool, exact: bool) -> Image.Image:
    """Draw one marker: outlined in white, filled where an action is tied to the call, hollow where none is."""
    image = Image.new("RGBA", (CELL * SCALE, CELL * SCALE), CLEAR)
    image.paste(WHITE, mask=shape_mask(exact, 4))
    left = REPORTED_COLOR if reported else ANNOUNCED_COLOR
    right = ANNOUNCED_COLOR if announced else REPORTED_COLOR
    image.paste(halves(left, right), mask=shape_mask(exact, 10))
    if not call:
        image.paste(WHITE, mask=shape_mask(exact, 26 if exact else 30))
    return image


def ring(color: Color, outer: float, width: float) -> Image.Image:
    """Draw a ring with a white edge, so that it shows on land, sea and markers alike."""
    image = Image.new("RGBA", (CELL * SCALE, CELL * SCALE), CLEAR)
    image.paste(WHITE, mask=shape_mask(True, outer))
    image.paste(color, mask=shape_mask(True, outer + 3))
    image.paste(WHITE, mask=shape_mask(True, outer + 3 + width))
    image.paste(CLEAR, mask=shape_mask(True, outer + 6 + width))
    return image


def cluster() -> Image.Image:
    """Draw the marker of many places together: a disc with a halo."""
    image = Image.new("RGBA", (CELL * SCALE, CELL * SCALE), CLEAR)
    image.paste((*REPORTED_COLOR, 90), mask=shape_mask(True, 2))
    image.paste((*REPORTED_COLOR, 255), mask=shape_mask(True, 16))
    return image


def origin() -> Image.Image:
    """Draw the marker of the town that somebody asked for: a dot in a ring."""
    image = ring(INK, 14, 8)
    image.paste(INK, mask=shape_mask(True, 36))
    return image


def main() -> None:
    """Write the picture and its index."""
    kinds = [
        (reported, announced, call, exact)
        for reported, announced in ((True, False), (False, True), (True, True))
        for call in (True, False)
        for exact in (True, False)
    ]
    markers = {marker_icon(*kind): marker(*kind) for kind in kinds}
    markers |= {SELECTED_ICON: ring(INK, 2, 7), CLUSTER_ICON: cluster(), ORIGIN_ICON: origin()}
    rows = -(-len(markers) // COLUMNS)
    atlas = Image.new("RGBA", (COLUMNS * CELL, rows * CELL), CLEAR)
    index = {}
    for i, (name, image) in enumerate(markers.items()):
        x, y = i % COLUMNS * CELL, i // COLUMNS * CELL
        atlas.paste(image.resize((CELL, CELL), Image.Resampling.LANCZOS), (x, y))
        index[name] = {"x": x, "y": y, "width": CELL, "height": CELL}
    atlas.quantize(128, method=Image.Quantize.FASTOCTREE).save(STATIC / "markers.png", optimize=True)
    (STATIC / "markers.json").write_text(json.dumps(index, indent=1) + "\n")


if __name__ == "__main__":
    main()
