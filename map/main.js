// The live map: it draws what pydeck has composed on the server, and answers to fingers, mouse and keys by itself. The
// server hears of it only which place was clicked.

import { CanvasPainter, css } from "./canvas_painter.js";
import { Controls, element } from "./controls.js";
import { listen } from "./gestures.js";
import { Language } from "./language.js";
import { Countries, holds, Land, largest } from "./land.js";
import style from "./map.css";
import { latitude, longitude, metres, mod, x, y } from "./mercator.js";
import { Names, write } from "./names.js";
import palettes from "./palettes.json";
import { areaStrength, discs, isDark, Places } from "./places.js";
import { sceneOf } from "./scene.js";
import { Streets } from "./streets.js";
import { GREATEST, GREATEST_AT_VENUES, NARROW, View } from "./view.js";

const [CLOSEST, CLOSEST_AREA] = [7, 4]; // zoom of the first look
const GLIDE = 220; // ms
const HINT = 1600; // ms
const SLACK = { mouse: 2, finger: 12 }; // px that a click may miss a marker by
const MOST_FANNED = 24;
const LEAST_DOUBT = 4; // px: the least radius of a circle of uncertainty that is drawn

class ActionMap {
  view = new View();
  places = new Places([], {});
  scene = sceneOf([], {});
  isMoved = false;
  fanned = null;

  constructor(parent, { load, base }) {
    this.load = load;
    this.isStill = matchMedia("(prefers-reduced-motion: reduce)");
    element("style", { textContent: style }, parent);
    this.root = element("div", { className: "map", role: "region" }, parent);
    this.frame = element("div", { className: "frame" }, this.root);
    this.stage = element("div", { className: "stage", tabIndex: 0, role: "application" }, this.frame);
    this.described = element("div", { className: "described", id: "how" }, this.root);
    this.stage.setAttribute("aria-describedby", "how");
    this.canvas = element("canvas", { ariaHidden: "true" }, this.stage);
    this.painter = new CanvasPainter(this.canvas);
    this.over = element("canvas", { ariaHidden: "true" }, this.stage);
    this.tooltip = element("div", { className: "tooltip" }, this.frame);
    this.hinted = element("div", { className: "hint", ariaHidden: "true" }, this.frame);
    this.note = element("div", { className: "note", hidden: true }, this.frame);
    const redraw = () => this.draw();
    this.land = new Land(base, redraw);
    this.names = new Names(base, redraw);
    this.countries = new Countries(base, () => {
      this.compose();
      this.fitFrame();
    });
    this.root.actionMap = this; // what it shows and where it looks, to be read by whoever tests it
  }

  /** Show what the server sent; `send` takes the clicked place's key. */
  show({ deck, said, alt, streets }, send) {
    const isFirst = !this.deck;
    Object.assign(this, { deck, said, send, language: new Language(said.language, said.towns) });
    this.root.ariaLabel = alt;
    this.stage.ariaLabel = said.map;
    this.described.textContent = said.keys;
    const markers = deck.layers.find((layer) => layer["@@type"] === "MarkerLayer");
    const isNews = JSON.stringify(markers?.data) !== JSON.stringify(this.markers?.data);
    const chosenBefore = this.markers?.chosen;
    this.markers = markers;
    if (isNews) this.fanned = null;
    this.compose(isNews);
    if (isFirst) this.begin(streets);
    else {
      this.follow(markers && markers.chosen !== chosenBefore ? markers.chosen : null);
      this.drawNow();
    }
  }

  begin(streets) {
    this.controls = new Controls(this.frame, this, this.said);
    if (streets) this.streets = new Streets(this.stage, this.root, streets, this);
    listen(this.stage, this);
    new ResizeObserver(() => this.fitFrame()).observe(this.stage);
    this.fitFrame();
    this.usePainter();
  }

  /** Read the page's colours: a page on dark ground has a dark map. */
  get palette() {
    const ground = getComputedStyle(this.root).getPropertyValue("--st-background-color").trim();
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(ground.slice(i, i + 2), 16));
    const isDark = ground ? r + g + b < 384 : matchMedia("(prefers-color-scheme: dark)").matches;
    return palettes[isDark ? "dark" : "light"];
  }

  async usePainter() {
    const fallBack = () => {
      this.note.textContent = this.said.drawn;
      this.note.hidden = false;
      this.root.dataset.painter = "canvas";
      if (this.painter instanceof CanvasPainter) return;
      const canvas = element("canvas", { ariaHidden: "true" }, this.stage);
      this.canvas.replaceWith(canvas);
      [this.canvas, this.painter] = [canvas, new CanvasPainter(canvas)];
      this.draw();
    };
    if (!document.createElement("canvas").getContext("webgl2")) return fallBack();
    const deck = await this.load("deck.js").catch(() => null);
    if (!deck) return; // not to be had; the canvas goes on
    const canvas = document.createElement("canvas");
    canvas.ariaHidden = "true";
    this.canvas.after(canvas);
    const drawn = this.canvas;
    this.painter = new deck.DeckPainter(canvas, {
      onDrawn: () => {
        drawn.remove();
        this.root.dataset.painter = "deck.gl";
      },
      onLost: fallBack,
    });
    this.canvas = canvas;
    this.draw();
  }

  // What is shown

  /** Compose the scene from the layers; gather the places anew where they or their shapes are news. */
  compose(isNews = true) {
    this.still = sceneOf(this.deck.layers, this.countries);
    if (this.markers && isNews) {
      const rows = this.markers.data.map((row) => {
        const { p = row.p, ring = [p] } = largest(this.shape(row));
        return { ...row, p, ring };
      });
      this.places = new Places(rows, this.markers.sizes, this.view.frame.width < NARROW ? 0.8 : 1);
    }
    if (!this.streets?.isOn) this.view.greatest = this.greatest;
    this.composed = null;
    this.draw();
  }

  /** How far one can zoom in on the own basemap. */
  get greatest() {
    return this.places.rows.some((row) => row.u) ? GREATEST_AT_VENUES : GREATEST;
  }

  /** The polygons of the country of a row that knows no more than that. */
  shape(row) {
    return row.i[2] === "a" && row.c ? this.countries.polygons(row.c) : [];
  }

  /** The markers of the view, with those of a fanned one around it. */
  get shown() {
    const markers = this.markers ? this.places.at(this.view.at.zoom) : [];
    if (!this.fanned) return markers;
    const { members } = this.fanned;
    const around = members.map((row, i) => {
      const marker = this.places.marker([row]);
      const far = Math.max(34, (members.length * (2 * marker.radius + 5)) / (2 * Math.PI)) / this.view.size;
      const angle = (2 * Math.PI * i) / members.length;
      const [ax, ay] = [this.fanned.x + far * Math.sin(angle), this.fanned.y - far * Math.cos(angle)];
      return { ...marker, x: ax, y: ay, p: [longitude(ax), latitude(ay)] };
    });
    return [...markers.filter((one) => one !== this.fanned), ...around];
  }

  /** The scene at this zoom: what stays, tinted countries, and markers. */
  get sceneNow() {
    const markers = this.shown;
    const strength = areaStrength(this.view.at.zoom);
    const key = `${strength.toFixed(1)} ${this.fanned ? this.view.at.zoom : ""}`;
    if (this.composed?.markers !== markers || this.composed.key !== key) {
      const scene = { ...this.still, polygons: [...this.still.polygons], discs: [...this.still.discs] };
      const colors = this.markers?.colors;
      for (const row of strength > 0 && this.markers ? this.markers.data : []) {
        const fill = [...(row.i[0] === "a" ? colors.announced : colors.reported), Math.round(60 * strength)];
        for (const rings of this.shape(row)) scene.polygons.push({ rings, fill });
      }
      for (const marker of [...markers].reverse()) scene.discs.push(...discs(marker, colors, this.places.scale, strength));
      this.composed = { markers, key, scene };
    }
    return this.composed.scene;
  }

  draw() {
    this.asked ??= requestAnimationFrame(() => this.drawNow());
  }

  /** Draw in this frame: on a machine without a graphics processor the next is a tenth of a second away. */
  drawNow() {
    cancelAnimationFrame(this.asked);
    this.asked = null;
    if (this.deck && this.view.frame.width > 1) this.paint();
  }

  paint() {
    const { view, palette } = this;
    for (const name of ["sea", "land", "ink", "paper", "line", "link", "quiet", "focus"]) this.root.style.setProperty(`--${name}`, palette[name]);
    const tiles = this.streets?.isOn ? [] : this.land.seen(view);
    const scene = this.sceneNow;
    this.painter.paint(view, palette, tiles, scene);
    this.streets?.show(view);
    this.controls.show(view, this.language);
    this.write(palette);
    const { west, south, east, north } = view.edges;
    Object.assign(this.root.dataset, { west, south, east, north, zoom: view.at.zoom });
    if (tiles.length && !this.isDrawn) {
      this.isDrawn = true;
      this.root.dispatchEvent(new CustomEvent("am-map-drawn", { bubbles: true, composed: true }));
    }
  }

  /** Draw what lies over the painter's picture: names, numbers, rings. */
  write(palette) {
    const { view, over } = this;
    const { width, height } = view.frame;
    const ratio = devicePixelRatio;
    [over.width, over.height] = [width * ratio, height * ratio];
    const context = over.getContext("2d");
    context.scale(ratio, ratio);
    const markers = this.shown.map((one) => ({ ...one, at: view.place(one.x, one.y) }));
    const covered = [...markers.map(({ at, radius }) => [...at, radius + 2]), ...this.still.hits.map((hit) => [...view.project(hit.p), hit.radius + 2])];
    if (!this.streets?.isOn) this.names.draw(context, view, palette, covered, this.controls.boxes, this.language);
    write(context, this.still.texts.map(({ p, text, color }) => [...view.project(p), text, css(color)]));
    const strength = areaStrength(view.at.zoom);
    for (const { at, n, kind } of markers) {
      if (n === 1) continue;
      context.globalAlpha = kind[2] === "a" ? strength : 1;
      write(context, [[...at, this.language.number(n), isDark(kind) ? "#fff" : kind[2] === "a" ? palette.ink : "#16202a"]]);
    }
    context.globalAlpha = 1;
    Object.assign(context, { strokeStyle: palette.ink, lineWidth: 3 });
    const ring = ([px, py], radius) => {
      context.beginPath();
      context.arc(px, py, radius, 0, 7);
      context.stroke();
    };
    for (const { at, y: down, members: [row] } of markers) {
      const radius = (row.u ?? 0) / metres(latitude(down), view.at.zoom);
      if (radius < LEAST_DOUBT || !view.sees(at, -radius)) continue;
      context.globalAlpha = 0.1;
      context.beginPath();
      context.arc(...at, radius, 0, 7);
      Object.assign(context, { fillStyle: palette.ink }).fill();
      context.globalAlpha = 1;
      for (const [strokeStyle, lineWidth] of [["#fff", 3], [palette.ink, 1.5]]) {
        Object.assign(context, { strokeStyle, lineWidth });
        context.stroke();
      }
    }
    Object.assign(context, { strokeStyle: palette.ink, lineWidth: 3 });
    const { chosen, origin } = this.markers ?? {};
    const marker = chosen == null ? null : markers.find((one) => one.members.some((row) => row.k === chosen));
    if (marker) ring(marker.at, marker.radius + 4);
    if (origin) {
      const at = view.project(origin);
      const under = markers.find((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < one.radius);
      ring(at, under ? under.radius + 9 : 9);
      if (!under) ring(at, 3);
    }
  }

  // Where it looks

  /** All points that the map is about: of a country known alone, its shores and borders. */
  get points() {
    return this.markers ? this.places.rows.flatMap((row) => row.ring) : this.still.hits.map((hit) => hit.p);
  }

  /** The view of what was asked for, else of all points. */
  get fit() {
    const isArea = this.markers?.data.every((row) => row.i[2] === "a");
    return this.view.fitted(this.deck.look ?? this.points, this.deck.closest ?? (isArea ? CLOSEST_AREA : CLOSEST));
  }

  fitFrame() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!width || !height) return;
    const wasNarrow = this.view.frame.width < NARROW;
    this.view.frame = { width, height };
    if (wasNarrow !== width < NARROW) this.compose();
    this.sought = this.signature;
    this.set(this.isMoved ? this.view.kept(this.view.at) : this.fit);
  }

  get signature() {
    return JSON.stringify([this.deck.look ?? this.markers?.data.map((row) => row.p), this.deck.closest]);
  }

  /** Follow what the server shows now: something else is fitted, but a view that the visitor has moved stays as long as
   * some of it is in view; what was newly asked for or chosen in the list always comes into view. */
  follow(chosen) {
    const { signature } = this;
    if (signature !== this.sought) {
      this.sought = signature;
      if (!this.isMoved || this.deck.look || !this.points.some((p) => this.view.sees(this.view.project(p)))) {
        this.isMoved = false;
        this.glide(this.fit);
      }
    }
    const row = chosen == null ? null : this.places.rows.find(({ k }) => k === chosen);
    const { aim } = this;
    if (row && !aim.sees(aim.project(row.p), 12)) this.glide(aim.kept({ ...aim.at, x: row.x, y: row.y }));
    this.draw();
  }

  set(at) {
    this.view.at = at;
    if (this.fanned && Math.abs(at.zoom - this.fannedAt) > 0.01) this.fanned = null;
    this.draw();
  }

  /** Move at once, as a gesture does. */
  jump(at) {
    this.target = null;
    this.isMoved = true;
    this.hover(null);
    this.set(at);
  }

  /** Move smoothly, as a button does, to the view after the one to which it is moving already. */
  go(next) {
    this.isMoved = true;
    this.glide(next(this.aim));
  }

  /** The view to which the map is moving, or in which it rests. */
  get aim() {
    return Object.assign(new View(), { ...this.view, at: this.target ?? this.view.at });
  }

  home() {
    this.isMoved = false;
    this.glide(this.view.fitted(this.points, this.deck.closest ?? CLOSEST));
  }

  glide(to) {
    this.hover(null);
    const from = this.view.at;
    this.target = to;
    if (this.isStill.matches) {
      this.target = null;
      return this.set(to);
    }
    const across = mod(to.x - from.x + 0.5, 1) - 0.5;
    let start;
    const step = (now) => {
      if (this.target !== to) return;
      start ??= now;
      const part = Math.min((now - start) / GLIDE, 1);
      const eased = part * (2 - part);
      if (part === 1) this.target = null;
      this.set(part === 1 ? to : this.view.kept({
        x: from.x + across * eased,
        y: from.y + (to.y - from.y) * eased,
        zoom: from.zoom + (to.zoom - from.zoom) * eased,
      }));
      this.drawNow();
      if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(() => requestAnimationFrame(step)); // what is shown now is seen before it moves
  }

  /** Let one zoom in so far; as far as the own basemap goes where nothing is said. */
  allow(greatest = this.greatest) {
    this.view.greatest = greatest;
    this.set(this.view.kept(this.view.at));
  }

  // What the visitor does

  /** What is under a pixel of the frame: a marker, a disc or a tinted country. */
  under([px, py], slack = SLACK.mouse) {
    const near = [
      ...this.shown.map((one) => ({ marker: one, at: this.view.place(one.x, one.y), radius: one.radius })),
      ...this.still.hits.map((hit) => ({ text: hit.text, at: this.view.project(hit.p), radius: hit.radius })),
    ]
      .map((one) => ({ ...one, far: Math.hypot(one.at[0] - px, one.at[1] - py) }))
      .filter((one) => one.far < one.radius + slack)
      .sort((a, b) => a.far - a.radius - (b.far - b.radius));
    if (near.length || !this.markers || areaStrength(this.view.at.zoom) === 0) return near[0];
    const { width, height } = this.view.frame;
    const at = [longitude(this.view.at.x + (px - width / 2) / this.view.size), latitude(this.view.at.y + (py - height / 2) / this.view.size)];
    const row = this.places.rows.find((one) => this.shape(one).some((polygon) => holds(polygon, at)));
    return row && { marker: this.places.marker([row]), at: [px, py], radius: 0 };
  }

  /** Say what is under the pointer. */
  hover(at) {
    const found = at && this.under(at);
    this.stage.classList.toggle("over-marker", Boolean(found?.marker));
    this.tooltip.style.visibility = found ? "visible" : "hidden";
    if (!found) return false;
    this.tooltip.textContent = found.text ?? this.label(found.marker);
    const { width, height } = this.view.frame;
    const left = Math.min(at[0] + 14, Math.max(width - this.tooltip.offsetWidth - 4, 4));
    const top = Math.min(at[1] + 14, height - this.tooltip.offsetHeight - 4);
    this.tooltip.style.transform = `translate(${left}px, ${top}px)`;
    return true;
  }

  label({ members, n }) {
    if (members.length === 1) return members[0].t;
    return this.language.filled(this.said.together, { number: n, places: members.length });
  }

  click(at, isTouch) {
    const found = this.under(at, isTouch ? SLACK.finger : SLACK.mouse)?.marker;
    if (isTouch) this.hover(null);
    if (!found) return void (this.fanned = this.fanned && (this.draw(), null));
    const { members } = found;
    if (members.length === 1) return this.open(members[0]);
    const closer = this.view.fitted(members.map((row) => row.p), this.view.greatest);
    const apart = this.places.at(closer.zoom).filter((one) => one.members.some((row) => members.includes(row)));
    if (apart.length > 1) return this.go((view) => (closer.zoom > view.at.zoom ? closer : view.kept({ ...closer, zoom: view.at.zoom + 1 })));
    if (members.length > MOST_FANNED) return this.open({ ...members[0], i: members[0].i.slice(0, 2) + "m" });
    [this.fanned, this.fannedAt] = [found, this.view.at.zoom];
    this.draw();
  }

  /** Tell the server which place to open. */
  open({ k, i }) {
    if (this.markers) this.markers.chosen = k;
    this.draw();
    this.send({ k, i });
  }

  /** Say for a moment what the page's own gesture leaves to the map. */
  hint(which) {
    const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
    this.hinted.textContent = which === "wheel" ? this.said.wheel.replace("{key}", isMac ? "⌘" : "Ctrl") : this.said.finger;
    this.hinted.classList.add("shown");
    clearTimeout(this.hintEnds);
    this.hintEnds = setTimeout(() => this.hinted.classList.remove("shown"), HINT);
  }

  finish() {
    this.painter.finish();
  }
}

const maps = new WeakMap();

/** Show a map in an element; called again with the same element, it goes on with the map that is there. */
export function show(parent, data, { load, base, send }) {
  let map = maps.get(parent);
  if (!map) maps.set(parent, (map = new ActionMap(parent, { load, base })));
  map.show(data, send);
  return () => {
    maps.delete(parent);
    map.finish();
  };
}
