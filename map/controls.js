// Controls: buttons for all that gestures do, a scale, and the way to a map of streets.

import { metres } from "./mercator.js";

const PAN = 0.4; // of the frame
const MILE = 1609.344; // m
const WIDEST = 80; // px of the scale
const ICONS = {
  in: "M8 3v10M3 8h10",
  out: "M3 8h10",
  home: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
  move: "M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2M12 6l2 2-2 2",
  up: "M3 10l5-5 5 5",
  down: "M3 6l5 5 5-5",
  left: "M10 3 5 8l5 5",
  right: "M6 3l5 5-5 5",
};
const WAYS = { up: [0, -1], left: [-1, 0], right: [1, 0], down: [0, 1] };

export class Controls {
  constructor(root, map, said) {
    this.root = root;
    const button = (name, press, into) => {
      const made = element("button", { type: "button", className: `control ${name}`, title: said[name] }, into);
      made.ariaLabel = said[name];
      made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
      made.addEventListener("click", press);
      return made;
    };
    const group = element("div", { className: "controls" }, root);
    this.in = button("in", () => map.go((view) => view.zoomed(1)), group);
    this.out = button("out", () => map.go((view) => view.zoomed(-1)), group);
    button("home", () => map.home(), group);
    const pad = element("div", { className: "pad", hidden: true }, root);
    const opener = button("move", () => {
      pad.hidden = !pad.hidden;
      opener.ariaExpanded = String(!pad.hidden);
    }, group);
    opener.ariaExpanded = "false";
    for (const [name, [dx, dy]] of Object.entries(WAYS)) {
      button(name, () => map.go((view) => view.moved(dx * PAN * view.frame.width, dy * PAN * view.frame.height)), pad);
    }
    this.scale = element("div", { className: "scale", ariaHidden: "true" }, root);
    [this.km, this.miles] = [1, 2].map(() => element("span", {}, this.scale));
    for (const line of [this.km, this.miles]) for (const part of ["i", "bdi"]) element(part, {}, line);
    this.streets = element("a", { className: "openstreetmap", target: "_blank", rel: "noopener noreferrer", hidden: true }, root);
    this.streets.textContent = said.openstreetmap;
  }

  /** What lies over the map, so that no name lies under it: left, top, right and bottom in pixels of the frame. */
  get boxes() {
    return [...this.root.children]
      .filter((one) => one.offsetWidth && one.matches(".controls, .pad, .scale, .credit, .openstreetmap, .note"))
      .map(({ offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight }) => [left, top, left + offsetWidth, top + offsetHeight]);
  }

  /** Follow the view. */
  show(view, language) {
    const { zoom } = view.at;
    this.in.setAttribute("aria-disabled", String(zoom > view.greatest - 0.01));
    this.out.setAttribute("aria-disabled", String(zoom < view.least + 0.01));
    const pixel = metres(view.latitude, zoom);
    bar(this.km, pixel, [1000, "kilometer"], [1, "meter"], language);
    bar(this.miles, pixel, [MILE, "mile"], [0.3048, "foot"], language);
    this.streets.hidden = zoom < view.greatest - 0.01;
    const { latitude, longitude } = view.state;
    const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
    this.streets.href = `https://www.openstreetmap.org/#map=15/${lat}/${lon}`;
  }
}

/** Draw the longest bar of a round number that fits. */
function bar(drawn, pixel, large, small, language) {
  const [metresEach, unit] = WIDEST * pixel < large[0] ? small : large;
  const most = (WIDEST * pixel) / metresEach;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [5, 2, 1].find((step) => step * power <= most) * power;
  drawn.firstChild.style.width = `${(round * metresEach) / pixel}px`;
  drawn.lastChild.textContent = language.long(round, unit);
}

/** Make an element inside another. */
export function element(name, properties, into) {
  const made = Object.assign(document.createElement(name), properties);
  into.append(made);
  return made;
}
