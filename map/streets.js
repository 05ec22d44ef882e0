// The street map: raster tiles of the host that the campaign names, fetched only after the visitor has switched it on.

import { element } from "./controls.js";
import { clamp } from "./mercator.js";

const TILE = 256; // px
const DEEPEST = 19;
const CLOSEST = 18;

export class Streets {
  tiles = new Map();

  /** `offer` has the address with {z}, {x}, {y}, the name, the attribution and the words of the switch. */
  constructor(stage, below, offer, map) {
    this.offer = offer;
    this.stage = element("div", { className: "streets", hidden: true }, stage);
    stage.prepend(this.stage);
    const label = element("label", { className: "offer" }, below);
    this.switch = element("input", { type: "checkbox" }, label);
    this.switch.role = "switch";
    element("span", { textContent: offer.said }, label);
    this.credit = element("span", { className: "credit", textContent: offer.attribution, hidden: true }, stage.parentElement);
    this.switch.addEventListener("change", () => {
      this.credit.hidden = this.stage.hidden = !this.isOn;
      if (!this.isOn) this.clear();
      map.allow(this.isOn ? CLOSEST : undefined);
    });
  }

  get isOn() {
    return this.switch.checked;
  }

  clear() {
    this.stage.replaceChildren();
    this.tiles.clear();
  }

  /** Lay the tiles of a view. */
  show({ at, size, frame }) {
    if (!this.isOn) return;
    const level = clamp(Math.round(Math.log2(size / TILE)), 0, DEEPEST);
    const across = 2 ** level;
    const side = size / across;
    const [wide, high] = [Math.min(frame.width / size, 1) / 2, frame.height / size / 2];
    const seen = new Set();
    for (let column = Math.floor((at.x - wide) * across); column <= Math.floor((at.x + wide) * across); column++) {
      for (let row = Math.max(Math.floor((at.y - high) * across), 0); row <= Math.min(Math.floor((at.y + high) * across), across - 1); row++) {
        const name = `${level}/${column}/${row}`;
        seen.add(name);
        if (!this.tiles.has(name)) this.tiles.set(name, this.tile(level, ((column % across) + across) % across, row));
        Object.assign(this.tiles.get(name).style, {
          width: `${side + 0.5}px`,
          height: `${side + 0.5}px`,
          transform: `translate(${frame.width / 2 + (column / across - at.x) * size}px, ${frame.height / 2 + (row / across - at.y) * size}px)`,
        });
      }
    }
    for (const [name, image] of this.tiles) {
      if (seen.has(name)) continue;
      image.remove();
      this.tiles.delete(name);
    }
  }

  tile(z, x, y) {
    const image = element("img", { alt: "", draggable: false }, this.stage);
    image.addEventListener("error", () => image.remove());
    image.src = this.offer.address.replace("{z}", z).replace("{x}", x).replace("{y}", y);
    return image;
  }
}
