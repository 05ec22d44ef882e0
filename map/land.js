// The land: shores and borders in tiles of four levels, fetched as they are looked at and kept.

import { clamp, pixels, x, y } from "./mercator.js";

const DEEPEST = 3;
const LEVEL_OFFSET = 2; // the whole world in one tile until zoom 2.5
const [DASH, SPACE] = [4, 3]; // px
const LAST_DASHED = 8; // zoom from which dashes only grow

export class Land {
  tiles = new Map();

  constructor(base, onLoad) {
    this.base = base;
    this.onLoad = onLoad;
  }

  /** The tiles in view: of the level that suits, or of the coarsest until all of those are there. */
  seen(view) {
    const level = clamp(Math.round(view.at.zoom) - LEVEL_OFFSET, 0, DEEPEST);
    const tiles = this.needed(view, level).map((name) => this.tile(name));
    if (tiles.every((tile) => tile.polygons)) return tiles;
    const coarse = this.tile("0/0/0");
    return coarse.polygons ? [coarse] : [];
  }

  needed({ at, size, frame }, level) {
    const across = 2 ** level;
    const [wide, high] = [Math.min(frame.width / size, 1) / 2, frame.height / size / 2];
    const names = new Set();
    for (let column = Math.floor((at.x - wide) * across); column <= Math.floor((at.x + wide) * across); column++) {
      for (let row = Math.floor((at.y - high) * across); row <= Math.floor((at.y + high) * across); row++) {
        if (row >= 0 && row < across) names.add(`${level}/${((column % across) + across) % across}/${row}`);
      }
    }
    return [...names];
  }

  tile(name) {
    if (!this.tiles.has(name)) {
      this.tiles.set(name, { name });
      this.fetch(name);
    }
    return this.tiles.get(name);
  }

  async fetch(name) {
    const tile = this.tiles.get(name);
    const features = await fetchFeatures(`${this.base}land/${name}.json`);
    const [polygons, lines, dashed] = [[], [], []];
    for (const { geometry, properties } of features) {
      if (geometry.type === "Polygon") polygons.push(geometry.coordinates);
      if (geometry.type === "MultiPolygon") polygons.push(...geometry.coordinates);
      if (geometry.type === "LineString") lines.push(geometry.coordinates);
      if (geometry.type === "MultiLineString") (properties.dashed ? dashed : lines).push(...geometry.coordinates);
    }
    Object.assign(tile, { polygons, lines, dashed });
    this.onLoad();
  }
}

/** The step of zoom for which dashes are cut. */
export const dashStep = (zoom) => clamp(Math.floor(zoom), 0, LAST_DASHED);

/** The borders of a tile that are not settled, cut into dashes for a zoom. */
export function dashes(tile, zoom) {
  const step = dashStep(zoom);
  if (tile.cut?.step !== step) tile.cut = { step, lines: tile.dashed.flatMap((line) => cut(line, pixels(step))) };
  return tile.cut.lines;
}

function cut(line, size) {
  const pieces = [];
  let before = 0; // px along the line
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const long = Math.hypot(x(b[0]) - x(a[0]), y(b[1]) - y(a[1])) * size;
    const at = (far) => [0, 1].map((k) => a[k] + (far / long) * (b[k] - a[k]));
    for (let from = 0, to; from < long; from = to) {
      const phase = (before + from) % (DASH + SPACE);
      to = Math.min(from + Math.max((phase < DASH ? DASH : DASH + SPACE) - phase, 0.01), long);
      if (phase >= DASH) continue;
      if (from === 0 && phase > 0 && pieces.length) pieces.at(-1).push(at(to));
      else pieces.push([at(from), at(to)]);
    }
    before += long;
  }
  return pieces;
}

/** What a file of JSON holds; nothing where it cannot be had. */
export async function fetchJson(url) {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? answer.json() : {};
}

/** The features of a GeoJSON file; none where it cannot be had. */
export const fetchFeatures = async (url) => (await fetchJson(url)).features ?? [];

/** The shapes of countries by their code, fetched when they are first asked for. */
export class Countries {
  constructor(base, onLoad) {
    this.base = base;
    this.onLoad = onLoad;
  }

  /** All features, or none until they are there. */
  get features() {
    this.fetched ??= fetchFeatures(`${this.base}countries.json`).then((features) => {
      this.loaded = features;
      this.byCode = new Map(features.map((one) => [one.properties.code, one.geometry.coordinates]));
      this.onLoad();
    });
    return this.loaded ?? [];
  }

  /** One country's shape for a map of its own, fetched when it is first asked for. */
  finer(code) {
    this.fine ??= {};
    if (!this.fine[code]) {
      this.fine[code] = [];
      fetchFeatures(`${this.base}countries/${code}.json`).then((features) => {
        this.fine[code] = features;
        this.onLoad();
      });
    }
    return this.fine[code];
  }

  /** The polygons of a country; none where it has no shape. */
  polygons(code) {
    return this.features.length ? (this.byCode.get(code) ?? []) : [];
  }
}

/** Whether a point lies in a polygon of rings. */
export function holds(polygon, [lon, lat]) {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
      if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/** The largest of some polygons: its outer ring and its middle, `p`. */
export function largest(polygons) {
  let best = { area: 0 };
  for (const [ring] of polygons) {
    let [area, cx, cy] = [0, 0, 0];
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
      area += cross;
      cx += (ring[j][0] + ring[i][0]) * cross;
      cy += (ring[j][1] + ring[i][1]) * cross;
    }
    if (Math.abs(area) > best.area) best = { area: Math.abs(area), ring, p: [cx / (3 * area), cy / (3 * area)] };
  }
  return best;
}
