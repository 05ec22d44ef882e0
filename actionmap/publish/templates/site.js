"use strict";
// The published site: filters, map and list. What is shown is kept in the URL, in the dashboard's own terms: terms.js
// holds the filters, words and sizes that the library has written for it.

const of = (...kinds) => TERMS.filters.filter((filter) => kinds.includes(filter.kind)).map((filter) => filter.name);
const COLUMNS = of("many", "few");
const [[MEMBER], [LINK], [WORDS]] = [of("organizations"), of("tie"), of("words")];
const CHECKED = [...COLUMNS, LINK, MEMBER];
const LINKS = Object.keys(TERMS.tied);
const WIDTH = 1000; // of the drawing, as its viewBox has it
const CLOSEST = 60;
const phone = matchMedia("(max-width: 640px)").matches;
const form = document.forms[0];
const svg = document.querySelector(".site-map svg");
const layer = svg.querySelector(".places");
const tip = document.querySelector(".site-tip");
const inputs = [...form.querySelectorAll("input[type=checkbox]")];
const words = (text) => text.split(" ").filter(Boolean);

const actions = [...document.querySelectorAll(".site-list > ol > li")].map((item) => {
  const { at, exact, starts, text, ...values } = item.dataset;
  const ties = Object.fromEntries(LINKS.map((link) => [link, words(values[link])]));
  return { item, values, at, starts, text, ...ties, exact: exact === "1",
    title: item.querySelector("summary strong").textContent };
});
const byId = new Map(actions.map((action) => [action.item.id, action]));
let opened;

// --- what is chosen ---------------------------------------------------------------------------------------------

function chosen() {
  const values = new FormData(form);
  return { ...Object.fromEntries(CHECKED.map((name) => [name, values.getAll(name)])),
    [WORDS]: values.get(WORDS).trim() };
}

function fold(text) {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
  return words(letters.toLowerCase().replaceAll("ß", "ss"));
}

function tied(action, member, links) {
  if (member === TERMS.notStated) return !action.organized.length;
  return (links.length ? links : LINKS).some((link) => action[link].includes(member));
}

function tests(choice) {
  const sought = fold(choice[WORDS]);
  const byColumn = (name) => (action) => !choice[name].length || choice[name].includes(action.values[name]);
  return {
    ...Object.fromEntries(COLUMNS.map((name) => [name, byColumn(name)])),
    [MEMBER]: (action) => !choice[MEMBER].length || choice[MEMBER].some((one) => tied(action, one, choice[LINK])),
    [WORDS]: (action) => sought.every((word) => action.text.includes(word)),
  };
}

/** Read the link under the names that it means, as the library does; what has none is said. */
function readLink() {
  const names = [...TERMS.filters.map((filter) => filter.name), "action"], query = new URLSearchParams(), said = [];
  for (const [parameter, value] of new URLSearchParams(location.search)) {
    const plain = parameter.replace(/^(amp;|[?&])+/i, "").trim().toLowerCase(), name = TERMS.formerNames[plain] ?? plain;
    if (names.includes(name)) query.append(name, value);
    else if (!new RegExp(TERMS.trackers).test(name)) said.push(`${fill(TERMS.unknownName, { parameter, value })}.`);
  }
  return [query, said];
}

/** Return the option that a text surely means: its value or its label, whatever their capitals and accents. */
function meant(options, text) {
  const folded = fold(text).join(" ");
  const called = (option) => [option.value, option.nextSibling.textContent];
  const same = options.filter((option) => folded && called(option).some((name) => fold(name).join(" ") === folded));
  return options.find((option) => option.value === text) ?? (same.length === 1 ? same[0] : undefined);
}

function readUrl() {
  const [query, said] = readLink();
  for (const name of CHECKED) {
    const options = inputs.filter((input) => input.name === name);
    const found = new Map(query.getAll(name).map((value) => [value, meant(options, value)]));
    for (const [value, option] of found) if (!option) said.push(fill(TERMS.unknownValue, { parameter: name, value }));
    const kept = [...new Set(found.values())].filter(Boolean);
    for (const option of options) option.checked = kept.includes(option);
  }
  form.elements[WORDS].value = query.getAll(WORDS).join(" ").slice(0, 200);
  const action = query.get("action");
  opened = byId.get(action);
  if (action && !opened) said.push(fill(TERMS.unknownValue, { parameter: "action", value: action }));
  document.querySelector(".site-said").replaceChildren(...said.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
}

function writeUrl(choice) {
  const query = new URLSearchParams();
  for (const { name } of TERMS.filters) for (const value of [choice[name]].flat()) if (value) query.append(name, value);
  if (opened) query.set("action", opened.item.id);
  const text = query.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
}

// --- what is shown ----------------------------------------------------------------------------------------------

/** Fill the gaps of a text, numbers as they are written in English. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString("en"));
}

/** Say a number of what the library counts. */
const say = (what, number) => fill(TERMS.counted[what][number === 1 ? 0 : 1], { number });

function show() {
  const choice = chosen(), test = tests(choice);
  const passes = (action, except) => Object.keys(test).every((kind) => kind === except || test[kind](action));
  const shown = actions.filter((action) => passes(action));
  countOptions(passes);
  list(shown);
  drawPlaces(shown);
  const countries = new Set(shown.map((action) => action.values.country)).size;
  const unpinned = shown.filter((action) => !action.at).length;
  document.querySelector(".am-shown").replaceChildren(
    Object.assign(document.createElement("strong"), { textContent: fill(TERMS.shown, { number: shown.length, listed: actions.length }) }),
    shown.length ? ` ${say("countries", countries)}` : "",
    unpinned ? `; ${say("unpinned", unpinned)}` : "");
  writeUrl(choice);
  return shown;
}

function countOptions(passes) {
  const others = Object.fromEntries(CHECKED.map((name) => [name, actions.filter((action) => passes(action, name))]));
  for (const input of inputs.filter((input) => input.name !== LINK)) {
    const among = others[input.name], label = input.parentElement;
    let said;
    if (input.name !== MEMBER) said = among.filter((action) => action.values[input.name] === input.value).length;
    else if (input.value === TERMS.notStated) said = among.filter((action) => !action.organized.length).length;
    else {
      const number = (link) => among.filter((action) => action[link].includes(input.value)).length;
      said = LINKS.filter(number).map((link) => fill(TERMS.tied[link], { number: number(link) })).join(" · ") || 0;
      label.classList.toggle("site-zero", !said);
    }
    label.querySelector("span").textContent = `(${said.toLocaleString("en")})`;
    if (said === 0) label.classList.add("site-zero");
    else if (input.name !== MEMBER) label.classList.remove("site-zero");
  }
}

function list(shown) {
  const here = opened ? shown.filter((action) => action === opened || (opened.at && action.at === opened.at)) : shown;
  const listed = new Set(opened ? [opened, ...here] : here);
  for (const action of actions) {
    action.item.hidden = !listed.has(action);
    action.item.firstElementChild.open = Boolean(opened) && listed.has(action);
  }
  const bar = document.querySelector(".site-place");
  bar.hidden = !opened;
  bar.firstElementChild.textContent = say("at_place", listed.size);
  document.querySelector(".site-none").hidden = listed.size > 0;
}

function open(action) {
  opened = action;
  show();
}

/** Say on an opened card when the action starts by the reader's own clock. */
function sayLocalTime(action) {
  const utc = [...action.item.querySelectorAll("dt")].find((term) => term.textContent === "UTC");
  if (!action.starts || !utc || action.item.querySelector(".site-local")) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", day: "numeric", month: "long" }).format(new Date(action.starts));
  const term = Object.assign(document.createElement("dt"), { textContent: "Your time", className: "site-local" });
  const text = Object.assign(document.createElement("dd"), { textContent: `${when} (${zone.replaceAll("_", " ")})` });
  utc.nextElementSibling.after(term, text);
}

// --- the map ----------------------------------------------------------------------------------------------------

const view = { x: WIDTH / 2, y: svg.dataset.height / 2, zoom: 1 }; // the middle, in the drawing's units

/** Pixels per unit of the drawing. */
const scale = () => svg.clientWidth * view.zoom / WIDTH;

/** Return the middle nearest to one wanted, so that so long a stretch of the whole shows nothing beyond it. */
function inside(middle, length, whole) {
  return length < whole ? Math.min(Math.max(middle, length / 2), whole - length / 2) : whole / 2;
}

function look() {
  const width = WIDTH / view.zoom, height = width * svg.clientHeight / svg.clientWidth;
  view.x = inside(view.x, width, WIDTH);
  view.y = inside(view.y, height, svg.dataset.height);
  svg.setAttribute("viewBox", `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
  svg.style.setProperty("--u", 1 / scale());
  const zoom = Math.log2(scale() * WIDTH / 512); // as deck.gl counts
  for (const from of [1, 2, 3, 4, 6]) svg.classList.toggle(`zoom-${from}`, zoom >= from);
}

/** Zoom by a factor and keep what is under a point of the screen where it is. */
function zoomBy(factor, clientX, clientY) {
  const box = svg.getBoundingClientRect();
  const dx = (clientX ?? box.x + box.width / 2) - box.x - box.width / 2;
  const dy = (clientY ?? box.y + box.height / 2) - box.y - box.height / 2;
  const before = scale();
  view.zoom = Math.min(Math.max(view.zoom * factor, 1), CLOSEST);
  view.x += dx / before - dx / scale();
  view.y += dy / before - dy / scale();
  look();
}

function lookAt(pinned) {
  const points = pinned.filter((action) => action.at).map((action) => action.at.split(" ").map(Number));
  const [left, right] = [Math.min, Math.max].map((end) => end(...points.map(([x]) => x)));
  const [top, bottom] = [Math.min, Math.max].map((end) => end(...points.map(([, y]) => y)));
  const margin = 140; // px
  const zoomX = (svg.clientWidth - margin) * WIDTH / svg.clientWidth / Math.max(right - left, 1);
  const zoomY = (svg.clientHeight - margin) * WIDTH / svg.clientWidth / Math.max(bottom - top, 1);
  view.zoom = points.length ? Math.min(Math.max(Math.min(zoomX, zoomY), 1), 12) : 1;
  [view.x, view.y] = points.length && view.zoom > 1 ? [(left + right) / 2, (top + bottom) / 2] : [WIDTH / 2, svg.dataset.height / 2];
  look();
}

function drawPlaces(shown) {
  const at = new Map();
  for (const action of shown) if (action.at) at.set(action.at, [...(at.get(action.at) ?? []), action]);
  const drawn = [...at.values()].map(marker);
  drawn.sort((a, b) => b.area - a.area || b.radius - a.radius);
  layer.replaceChildren(...drawn.map((one) => one.element));
}

function marker(here) {
  const number = here.length, area = !here.some((action) => action.exact);
  const reported = here.filter((action) => action.values.status === "reported").length;
  const radius = TERMS.radii[Math.min(number, TERMS.radii.length) - 1] + (area ? TERMS.areaMargin : 0);
  const element = document.createElementNS(svg.namespaceURI, "g");
  element.setAttribute("transform", `translate(${here[0].at})`);
  element.classList.add(reported === 0 ? "announced" : reported < number ? "both" : "reported");
  element.classList.toggle("same-day", here.every((action) => action.values.basis === "same-day"));
  element.classList.toggle("area", area);
  element.classList.toggle("chosen", here.includes(opened));
  const circle = document.createElementNS(svg.namespaceURI, "circle");
  circle.setAttribute("r", radius - (element.classList.contains("same-day") && !area ? 1 : 0));
  element.append(circle);
  if (number > 1) {
    const text = document.createElementNS(svg.namespaceURI, "text");
    text.textContent = number;
    element.append(text);
  }
  const label = number === 1 ? here[0].title : `${here[0].title}: ${say("actions", number)}`;
  element.onpointermove = (event) => tell(label, event);
  element.onpointerleave = () => { tip.hidden = true; };
  element.onclick = () => { if (!dragged) open(here[0]); };
  return { element, radius, area };
}

function tell(label, event) {
  const box = tip.parentElement.getBoundingClientRect();
  tip.textContent = label;
  tip.hidden = false;
  const left = Math.min(event.clientX - box.x, box.width - tip.offsetWidth - 20);
  Object.assign(tip.style, { left: `${Math.max(left, 0)}px`, top: `${event.clientY - box.y}px` });
}

// --- hands on ---------------------------------------------------------------------------------------------------

const pointers = new Map();
let dragged = false;

svg.addEventListener("pointerdown", (event) => {
  if (!pointers.size) dragged = false;
  pointers.set(event.pointerId, event);
});
window.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const others = [...pointers.values()].filter((pointer) => pointer.pointerId !== event.pointerId);
  if (Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 3 && !dragged) return;
  dragged = true;
  pointers.set(event.pointerId, event);
  if (others.length) {
    const apart = (pointer) => Math.hypot(pointer.clientX - others[0].clientX, pointer.clientY - others[0].clientY);
    zoomBy(apart(event) / Math.max(apart(last), 1), (event.clientX + others[0].clientX) / 2, (event.clientY + others[0].clientY) / 2);
  } else {
    view.x -= (event.clientX - last.clientX) / scale();
    view.y -= (event.clientY - last.clientY) / scale();
    look();
  }
});
for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, (event) => pointers.delete(event.pointerId));
svg.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoomBy(2 ** (-event.deltaY / (event.deltaMode ? 12 : 300)), event.clientX, event.clientY);
}, { passive: false });

const [zoomIn, zoomOut, wholeWorld] = document.querySelectorAll(".site-zoom button");
zoomIn.onclick = () => zoomBy(1.6);
zoomOut.onclick = () => zoomBy(1 / 1.6);
wholeWorld.onclick = () => lookAt([]);
document.querySelector(".site-place button").onclick = () => open(undefined);
for (const action of actions) action.item.firstElementChild.addEventListener("toggle", (event) => { if (event.target.open) sayLocalTime(action); });
form.onsubmit = (event) => event.preventDefault();
form.oninput = (event) => {
  opened = undefined;
  const shown = show();
  if (event.target.name === "country") lookAt(form.querySelector("[name=country]:checked") ? shown : []);
};
form.onreset = () => setTimeout(() => { opened = undefined; show(); lookAt([]); });
window.onresize = look;

if (phone) document.querySelector(".site-filters").open = false;
readUrl();
const first = show();
lookAt(opened ? [opened] : chosen().country.length ? first : []);
if (phone && view.zoom === 1) {
  [view.x, view.y] = svg.dataset.start.split(" ").map(Number);
  view.zoom = 1.6;
  look();
}
