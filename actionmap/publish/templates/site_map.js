"use strict";
// The map of the published site: where it looks, what it shows of it, and how hands, wheel and keys move it. It knows
// nothing of filters and lists: site.js gives it actions, and is told which of them are asked for.

const WIDTH = 1000; // of the drawing, in its own units
const CLOSEST = 24; // px a unit: 1.7 km a pixel at the equator, for what the land's outline is good for
const CLOSEST_FIT = 14; // px a unit, where the map goes by itself
const CLOSEST_AREA = 4; // px a unit, for a country or region: its sign is still whole
const COARSE = 2.2; // px a unit, as far as the outline that comes with the page is fine enough
const AREA = 3; // px by which the marker of a country or region is larger
const AREAS_FADE = 5; // px a unit, from which on a country's or region's sign fades
const BAR = 34; // px at the foot of a small map, where its buttons are
const SVG = "http://www.w3.org/2000/svg";
const EARTH_KM = 6371.0088, KM_PER_MILE = 1.609344;

const LANGUAGE = document.documentElement.lang;
const numbers = (style = {}) => new Intl.NumberFormat(LANGUAGE, { numberingSystem: "latn", maximumFractionDigits: 0, ...style });
const written = (number) => numbers().format(number);
const long = (length, unit) => numbers({ style: "unit", unit }).format(length);

const svg = document.querySelector(".site-map svg");
const frame = svg.parentElement;
const layers = { tints: svg.querySelector(".tints"), ways: svg.querySelector(".ways"), places: svg.querySelector(".places") };
const names = [...svg.querySelectorAll(".names > g")].map((element) => ({
  element, zoom: Number(element.dataset.zoom), city: element.classList.contains("cities"),
  x: Number(element.dataset.x), y: Number(element.dataset.y), lines: [...element.querySelectorAll("tspan")].map((line) => [...line.textContent].reduce((wide, letter) => wide + (letter > "\u2e80" ? 1.9 : 1), 0)),
}));
const south = element("rect", { class: "sea", x: -WIDTH, width: 3 * WIDTH, height: WIDTH }); // over Antarctica
layers.tints.before(south);
const tip = frame.querySelector(".site-tip"), hint = frame.querySelector(".site-hint");
const radians = (degrees) => degrees * Math.PI / 180, degrees = (angle) => angle * 180 / Math.PI;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

// --- the projection: Equal Earth, as actionmap/drawing/equal_earth.py has it --------------------------------------

const A = [1.340264, -0.081106, 0.000893, 0.003796], M = Math.sqrt(3) / 2;
const northward = (t) => t * (A[0] + A[1] * t ** 2 + t ** 6 * (A[2] + A[3] * t ** 2));
const slope = (t) => A[0] + 3 * A[1] * t ** 2 + t ** 6 * (7 * A[2] + 9 * A[3] * t ** 2);
const HALF_WIDTH = Math.PI / (M * A[0]), HALF_HEIGHT = northward(Math.asin(M)), UNIT = WIDTH / (2 * HALF_WIDTH);

/** Return where a place is in the drawing, in its units. */
function project([latitude, longitude]) {
  const t = Math.asin(M * Math.sin(radians(latitude)));
  return [(HALF_WIDTH + radians(longitude) * Math.cos(t) / (M * slope(t))) * UNIT, (HALF_HEIGHT - northward(t)) * UNIT];
}

/** Return the latitude and longitude of a point of the drawing, kept on the globe. */
function unproject([x, y]) {
  const up = HALF_HEIGHT - y / UNIT;
  let t = 0;
  for (let step = 0; step < 12; step += 1) t -= (northward(t) - up) / slope(t);
  t = clamp(t, -Math.asin(M), Math.asin(M));
  const longitude = (x / UNIT - HALF_WIDTH) * M * slope(t) / Math.cos(t);
  return [degrees(Math.asin(clamp(Math.sin(t) / M, -1, 1))), clamp(degrees(longitude), -180, 180)];
}

/** Return the kilometres between two places, along a great circle. */
function kilometres([latitude, longitude], [there, east]) {
  const half = (a, b) => Math.sin(radians(a - b) / 2) ** 2;
  const chord = half(there, latitude) + Math.cos(radians(latitude)) * Math.cos(radians(there)) * half(east, longitude);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(chord, 1)));
}

// --- where it looks -----------------------------------------------------------------------------------------------

const LIVED_IN = { left: 0, right: WIDTH, top: project([75, 0])[1], bottom: project([-60, 0])[1] };
const view = { x: WIDTH / 2, y: (LIVED_IN.top + LIVED_IN.bottom) / 2, scale: 1, moved: false }; // scale: px a unit
let world = LIVED_IN, fitted = [], fittedClosest, shownPlaces = [], gathered = [], drawing = 0, asked = () => {}, chosenActions = [];
const small = matchMedia("(max-width: 640px)");
const size = () => [Math.max(svg.clientWidth, 1), Math.max(svg.clientHeight, 1)];
const widest = () => Math.min(size()[0] / (world.right - world.left), size()[1] / (world.bottom - world.top));

function box(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const ends = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [ends(xs), ends(ys)];
  return { left, right, top, bottom };
}

/** Look at places so that all are whole in the frame, as wide and high as it is now; at all the world if there is none. */
function fit(points, closest = CLOSEST_FIT) {
  [fitted, fittedClosest] = [points, closest];
  view.moved = false;
  const around = points.length ? box(points) : world, [width, whole] = size(), bar = points.length && small.matches ? BAR : 0, height = whole - bar;
  const margin = points.length ? Math.min(44, width / 9, height / 7) : 0;
  const scale = Math.min((width - 2 * margin) / Math.max(around.right - around.left, 0.1), (height - 2 * margin) / Math.max(around.bottom - around.top, 0.1));
  view.scale = clamp(scale, Math.min(widest(), scale), Math.max(closest, widest()));
  [view.x, view.y] = [(around.left + around.right) / 2, (around.top + around.bottom) / 2 + bar / 2 / view.scale];
  look();
}

/** Return the middle nearest to one wanted, so that so long a stretch of what may be seen shows nothing beyond it. */
function inside(middle, length, low, high) {
  return length < high - low ? clamp(middle, low + length / 2, high - length / 2) : (low + high) / 2;
}

function look() {
  const [width, height] = size().map((length) => length / view.scale);
  const seen = view.scale < widest() ? box([...fitted, [world.left, world.top], [world.right, world.bottom]]) : world;
  view.x = inside(view.x, width, seen.left, seen.right);
  view.y = inside(view.y, height, seen.top, seen.bottom);
  svg.setAttribute("viewBox", `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
  svg.style.setProperty("--u", 1 / view.scale);
  svg.style.setProperty("--area", clamp(1.6 - view.scale / AREAS_FADE, 0.25, 1));
  for (const hatch of svg.querySelectorAll("pattern")) hatch.setAttribute("patternTransform", `rotate(45) scale(${0.25 / view.scale})`);
  drawing ||= requestAnimationFrame(draw);
}

function zoomBy(factor, clientX, clientY) {
  const at = svg.getBoundingClientRect(), before = view.scale;
  const dx = (clientX ?? at.x + at.width / 2) - at.x - at.width / 2, dy = (clientY ?? at.y + at.height / 2) - at.y - at.height / 2;
  view.scale = clamp(before * factor, Math.min(widest(), before), CLOSEST);
  view.x += dx / before - dx / view.scale;
  view.y += dy / before - dy / view.scale;
  view.moved = true;
  look();
}

function panBy(dx, dy) {
  view.x += dx / view.scale;
  view.y += dy / view.scale;
  view.moved = true;
  look();
}

// --- what it shows ------------------------------------------------------------------------------------------------

/** Show these actions: each has `at` (latitude and longitude, or nothing), `area` (a country's or region's) and `values`. */
function showOnMap(actions, chosen, choose) {
  asked = choose;
  chosenActions = chosen;
  const at = new Map();
  for (const action of actions) {
    if (!action.at) continue;
    const key = `${action.at} ${action.area}`;
    if (!at.has(key)) at.set(key, { point: action.point, actions: [], area: action.area });
    at.get(key).actions.push(action);
  }
  shownPlaces = [...at.values()].sort((one, other) => one.area - other.area || other.actions.length - one.actions.length);
  const around = box([...shownPlaces.map((place) => place.point), [LIVED_IN.left, LIVED_IN.top], [LIVED_IN.right, LIVED_IN.bottom]]);
  world = { left: LIVED_IN.left, right: LIVED_IN.right, top: around.top, bottom: around.bottom };
  south.setAttribute("y", LIVED_IN.bottom);
  south.toggleAttribute("hidden", world.bottom > LIVED_IN.bottom);
  const tinted = new Set(actions.filter((action) => action.area).map((action) => action.values.country));
  for (const shape of layers.tints.children) {
    const here = actions.filter((action) => action.area && action.values.country === shape.dataset.country);
    shape.classList.toggle("announced", here.every((action) => action.values.status === "announced"));
    shape.toggleAttribute("hidden", !tinted.has(shape.dataset.country));
    shape.onclick = () => { if (!dragged) asked(here, svg); };
  }
  look();
}

const radiusOf = (number) => TERMS.radii[Math.min(number, TERMS.radii.length) - 1] * (size()[0] < 480 ? 0.85 : 1);

// Where a marker may be set aside to, the nearest first: px to the right and down.
const AROUND = Array.from({ length: 14 }, (_, ring) => 6 * ring).flatMap((far) =>
  Array.from({ length: far ? 12 : 1 }, (_, turn) => [far * Math.sin(turn * Math.PI / 6), far * Math.cos(turn * Math.PI / 6)]));

/** Gather places whose markers would cover one another at a scale. A country's or region's, which stands for no spot, is
 * never one with a town's, and set aside where it would cover another. */
function gather(places, scale) {
  const markers = gatherAlike(places.filter((place) => !place.area), scale);
  for (const area of gatherAlike(places.filter((place) => place.area), scale)) {
    const [x, y] = area.point, at = AROUND.map(([dx, dy]) => [x + dx / scale, y + dy / scale]);
    area.point = at.find((point) => !markers.some((other) => Math.hypot(other.point[0] - point[0], other.point[1] - point[1]) * scale < other.radius + area.radius)) ?? area.point;
    markers.push(area);
  }
  return markers;
}

/** Gather places of one kind: each marker stands where its largest place is. */
function gatherAlike(places, scale) {
  let markers = places.map(({ point, actions, area }) => ({ point, actions, area, places: 1, points: [point] }));
  for (let before = Infinity; markers.length < before;) {
    before = markers.length;
    const cells = new Map(), kept = [], step = 64 / scale;
    markers.sort((one, other) => other.actions.length - one.actions.length);
    for (const marker of markers) {
      marker.radius = radiusOf(marker.actions.length) + (marker.area ? AREA : 0);
      const [column, row] = marker.point.map((value) => Math.floor(value / step));
      const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx} ${row + dy}`) ?? []));
      const covered = near.find((other) => Math.hypot(other.point[0] - marker.point[0], other.point[1] - marker.point[1]) * scale < other.radius + marker.radius - 1);
      if (covered) {
        covered.actions = [...covered.actions, ...marker.actions];
        covered.points.push(...marker.points);
        covered.places += marker.places;
        covered.radius = radiusOf(covered.actions.length) + (covered.area ? AREA : 0);
      } else {
        kept.push(marker);
        const cell = `${column} ${row}`;
        cells.set(cell, [...(cells.get(cell) ?? []), marker]);
      }
    }
    markers = kept;
  }
  return markers;
}

let finer;

/** Fetch the finer outline of the land, once. */
function refine() {
  finer ??= fetch(`${TERMS.root}land.json`).then((answer) => answer.json()).then((paths) => {
    for (const [i, name] of [".land", ".border", ".unsettled"].entries()) svg.querySelector(name).setAttribute("d", paths[i]);
  }, () => {}); // the coarse one stays
}

function draw() {
  drawing = 0;
  if (view.scale > COARSE) refine();
  gathered = gather(shownPlaces, view.scale);
  layers.places.replaceChildren(...gathered.sort((a, b) => b.area - a.area || b.radius - a.radius).map(drawn));
  drawScale();
  drawNames();
}

/** Name what kind of marker these actions get. */
function kindOf(actions) {
  const every = (column, value) => actions.every((action) => action.values[column] === value);
  const status = every("status", "reported") ? "reported" : every("status", "announced") ? "announced" : "both";
  return [status, every("basis", "call") ? "call" : every("basis", "same-day") ? "same-day" : "mixed"];
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function drawn(marker) {
  const { actions, area, radius, point, places } = marker, kind = kindOf(actions);
  const group = element("g", { transform: `translate(${point})`, class: [...kind, area ? "area" : "point"].join(" ") });
  group.classList.toggle("chosen", actions.some((action) => chosenActions.includes(action)));
  group.append(element("circle", { r: radius - (kind[1] === "same-day" ? 1 : 0) }));
  if (kind[1] === "mixed" && !area) group.prepend(element("circle", { class: "around", r: radius + 3.5 }));
  if (actions.length > 1) group.append(Object.assign(element("text", {}), { textContent: written(actions.length) }));
  const label = places > 1 ? said("places_together", { number: actions.length, places })
    : actions.length > 1 ? said("actions_at", { place: actions[0].title, number: actions.length }) : actions[0].title;
  group.addEventListener("pointermove", (event) => { if (event.pointerType === "mouse") tell(label, event); });
  group.addEventListener("pointerleave", () => { tip.hidden = true; });
  group.addEventListener("click", () => { if (!dragged) enter(marker); });
  return group;
}

/** Open what a marker stands for: come closer while its places part, and list them where they do not. */
function enter({ actions, points }) {
  const around = box(points), [width, height] = size();
  const closest = Math.min(CLOSEST, width / 2 / Math.max(around.right - around.left, 1e-9), height / 2 / Math.max(around.bottom - around.top, 1e-9));
  if (points.length > 1 && closest > view.scale * 1.2 && gather(shownPlaces.filter((place) => points.includes(place.point)), closest).length > 1) {
    tip.hidden = true;
    zoomTo([(around.left + around.right) / 2, (around.top + around.bottom) / 2], closest);
  } else asked(actions, svg);
}

function zoomTo([x, y], scale) {
  Object.assign(view, { x, y, scale: clamp(scale, widest(), CLOSEST), moved: true });
  look();
}

/** Look at actions, not so close that only a country's or region's sign is in the frame. */
function fitActions(actions) {
  const there = actions.filter((action) => action.at);
  fit(there.map((action) => action.point), there.every((action) => action.area) ? CLOSEST_AREA : CLOSEST_FIT);
}

/** Bring places into the frame if they are not in it. */
function reveal(actions) {
  const points = actions.map((action) => action.point), [width, height] = size().map((length) => length / 2 / view.scale - 20 / view.scale);
  if (!points.every(([x, y]) => Math.abs(x - view.x) < width && Math.abs(y - view.y) < height)) fitActions(actions);
}

/** Draw the names from this zoom on whose place no marker, no greater name, and nothing that lies over the map takes. */
function drawNames() {
  const zoom = Math.log2(view.scale * WIDTH / 512), [width, height] = size(); // as deck.gl counts
  const px = (x, y) => [(x - view.x) * view.scale + width / 2, (y - view.y) * view.scale + height / 2];
  const edge = svg.getBoundingClientRect(), over = [...frame.querySelectorAll("p, a")].map((one) => one.getBoundingClientRect()).filter((one) => one.width && one.width < width);
  const taken = over.map((one) => ({ left: one.left - edge.left, right: one.right - edge.left, y: (one.top + one.bottom) / 2 - edge.top, half: one.height / 2 })), circles = gathered.map(({ point, radius }) => [...px(...point), radius + 2]);
  for (const name of names) {
    const [x, y] = px(name.x, name.y), long = Math.max(...name.lines) * 6.4;
    const [left, right] = name.city ? [x - 3, x + 8 + long] : [x - long / 2, x + long / 2], half = name.lines.length * 7;
    const seen = zoom >= name.zoom && right > 0 && left < width && y > -half && y < height + half
      && !taken.some((other) => left < other.right && right > other.left && Math.abs(y - other.y) < half + other.half)
      && !circles.some(([cx, cy, r]) => Math.hypot(Math.max(left - cx, 0, cx - right), Math.max(y - half - cy, 0, cy - y - half)) < r);
    name.element.classList.toggle("seen", seen);
    if (seen) taken.push({ left, right, y, half });
  }
}

/** Draw how long kilometres and miles are in the middle of the view. */
function drawScale() {
  const middle = [view.x, view.y], [latitude, longitude] = unproject(middle), [, beside] = unproject([view.x + 1, view.y]);
  const perPixel = (kilometres([latitude, longitude], [latitude, beside]) || 1) / view.scale;
  const rounded = (most) => { const ten = 10 ** Math.floor(Math.log10(most)); return ten * [5, 2, 1].find((one) => one * ten <= most); };
  frame.querySelectorAll(".site-scale > span").forEach((bar, number) => {
    const km = number ? KM_PER_MILE : 1, length = rounded(90 * perPixel / km);
    bar.firstChild.style.width = `${length * km / perPixel}px`;
    bar.lastChild.textContent = long(length, number ? "mile" : "kilometer");
  });
  const streets = frame.querySelector(".site-streets"), zoom = Math.round(Math.log2(view.scale * WIDTH / 256));
  streets.hidden = view.scale < CLOSEST * 0.6;
  streets.hash = `map=${zoom}/${latitude.toFixed(4)}/${longitude.toFixed(4)}`;
  const [zoomIn, zoomOut, whole] = frame.querySelectorAll(".site-zoom button");
  zoomIn.disabled = view.scale >= CLOSEST;
  zoomOut.disabled = view.scale <= widest() * 1.001;
  whole.disabled = zoomOut.disabled && !view.moved;
}

/** Draw the way from a town to the nearest places. */
function drawWays(origin, places) {
  const lines = origin ? places.map((place) => element("path", { d: `M${project(origin)}L${place}` })) : [];
  const ring = origin ? [element("circle", { r: 7, transform: `translate(${project(origin)})` })] : [];
  layers.ways.replaceChildren(...lines, ...ring);
}

function tell(label, event) {
  const around = frame.getBoundingClientRect();
  tip.textContent = label;
  tip.hidden = false;
  const left = Math.min(event.clientX - around.x, around.width - tip.offsetWidth - 20);
  Object.assign(tip.style, { left: `${Math.max(left, 0)}px`, top: `${event.clientY - around.y}px` });
}

// --- hands on -----------------------------------------------------------------------------------------------------

let dragged = false, held, awake = false, hiding;

function advise(which) {
  hint.textContent = hint.dataset[which];
  hint.classList.add("seen");
  clearTimeout(hiding);
  hiding = setTimeout(() => hint.classList.remove("seen"), 1600);
}

svg.addEventListener("pointerdown", (event) => {
  dragged = false;
  if (event.pointerType !== "touch") [held, awake] = [event, true];
});
window.addEventListener("pointermove", (event) => {
  if (!held || event.pointerId !== held.pointerId) return;
  if (!dragged && Math.hypot(event.clientX - held.clientX, event.clientY - held.clientY) < 3) return;
  dragged = true;
  panBy(held.clientX - event.clientX, held.clientY - event.clientY);
  held = event;
});
for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => { held = undefined; });
frame.addEventListener("pointerleave", () => { awake = false; });
svg.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey && !awake) return advise(/Mac/.test(navigator.platform) ? "mac" : "wheel");
  event.preventDefault();
  zoomBy(2 ** (-event.deltaY / (event.deltaMode ? 12 : 300)), event.clientX, event.clientY);
}, { passive: false });

let fingers = [];
const touched = (event) => [...event.touches].map(({ clientX, clientY }) => [clientX, clientY]);
const apart = ([[x, y], [otherX, otherY]]) => Math.max(Math.hypot(x - otherX, y - otherY), 1);
svg.addEventListener("touchstart", (event) => { fingers = touched(event); }, { passive: true });
svg.addEventListener("touchmove", (event) => {
  const now = touched(event);
  if (now.length < 2) {
    if (fingers.length === 1 && Math.hypot(now[0][0] - fingers[0][0], now[0][1] - fingers[0][1]) > 24) advise("touch");
    return;
  }
  event.preventDefault();
  dragged = true;
  if (fingers.length === now.length) {
    const middle = (points, axis) => (points[0][axis] + points[1][axis]) / 2;
    panBy(middle(fingers, 0) - middle(now, 0), middle(fingers, 1) - middle(now, 1));
    zoomBy(apart(now) / apart(fingers), middle(now, 0), middle(now, 1));
  }
  fingers = now;
}, { passive: false });
svg.addEventListener("touchend", (event) => { fingers = touched(event); });

const STEP = 80; // px
const MOVES = {
  ArrowLeft: () => panBy(-STEP, 0), ArrowRight: () => panBy(STEP, 0), ArrowUp: () => panBy(0, -STEP), ArrowDown: () => panBy(0, STEP),
  "+": () => zoomBy(1.6), "=": () => zoomBy(1.6), "-": () => zoomBy(1 / 1.6), 0: () => fit([]), Home: () => fit([]),
};
svg.addEventListener("keydown", (event) => {
  if (!MOVES[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  MOVES[event.key]();
});
frame.querySelector(".site-move").onclick = ({ currentTarget }) => {
  const pan = frame.querySelector(".site-pan");
  pan.hidden = !pan.hidden;
  currentTarget.ariaExpanded = String(!pan.hidden);
};
for (const button of frame.querySelectorAll("[data-key]")) button.onclick = () => MOVES[button.dataset.key]();
new ResizeObserver(() => { if (view.moved) look(); else fit(fitted, fittedClosest); }).observe(svg);
