// Places: markers that would cover one another become one, at every zoom; and what a marker looks like.

import { clamp, latitude, longitude, mod, pixels, x, y } from "./mercator.js";

const LEGIBLE = 11.5; // px: the least radius of a marker with a number
const GAP = 2; // px between markers
const STEP = 4; // of zoom levels, at which markers are gathered anew
const AREAS_GO = [4, 6]; // zooms from and to which what is only known by its country or region fades

// Where a marker may be set aside to, the nearest first: px to the right and down.
const AROUND = Array.from({ length: 14 }, (_, ring) => 6 * ring).flatMap((far) =>
  Array.from({ length: far ? 12 : 1 }, (_, i) => [far * Math.sin((i * Math.PI) / 6), far * Math.cos((i * Math.PI) / 6)]));

/** How strongly areas are drawn at a zoom: 1 for wholly, 0 for gone. */
export const areaStrength = (zoom) => clamp((AREAS_GO[1] - zoom) / (AREAS_GO[1] - AREAS_GO[0]), 0, 1);

/** Of what a marker stands for: status r, a or both; basis c, s or mixed; a point, an area or many places. */
export function merged(kinds) {
  const one = (at, other) => {
    const seen = new Set(kinds.map((kind) => kind[at]));
    return seen.size === 1 ? [...seen][0] : other;
  };
  return one(0, "b") + one(1, "m") + one(2, "p");
}

export class Places {
  /** `rows` of the MarkerLayer; `sizes` of its radii in pixels. */
  constructor(rows, sizes, scale = 1) {
    this.scale = scale;
    this.sizes = sizes;
    this.rows = rows
      .map((row) => ({ n: 1, ...row, x: mod(x(row.p[0]), 1), y: y(row.p[1]) }))
      .sort((a, b) => b.n - a.n);
    this.kept = new Map();
  }

  radius(n, kind = "") {
    const { smallest, step, largest, area } = this.sizes;
    const grown = this.scale * (Math.min(smallest + step * Math.log2(n), largest) + (kind[2] === "a" ? area : 0));
    return n > 1 ? Math.max(grown, LEGIBLE) : grown;
  }

  /** The markers at a zoom: each with its place, radius, kind, number and members. */
  at(zoom) {
    const step = Math.floor(zoom * STEP);
    if (!this.kept.has(step)) this.kept.set(step, this.gathered(step / STEP));
    return this.kept.get(step);
  }

  gathered(zoom) {
    const size = pixels(zoom);
    const [towns, areas] = ["p", "a"].map((precision) => {
      let markers = this.rows.filter((row) => (row.i[2] === "a") === (precision === "a")).map((row) => this.marker([row]));
      for (let before = Infinity; markers.length < before; ) {
        before = markers.length;
        markers = this.joined(markers, size);
      }
      return markers;
    });
    if (areaStrength(zoom) <= 0.05) return towns;
    const taken = [...towns];
    for (const area of areas) taken.push(this.beside(area, taken, size));
    return taken.sort((a, b) => b.n - a.n);
  }

  /** Move the marker of an area, which stands for no spot, to where it covers no other, as near as can be. */
  beside(area, taken, size) {
    const isFree = (x, y) => !taken.some((other) => {
      const across = (mod(other.x - x + 0.5, 1) - 0.5) * size;
      return Math.hypot(across, (other.y - y) * size) < other.radius + area.radius + GAP;
    });
    for (const [dx, dy] of AROUND) {
      const [x, y] = [area.x + dx / size, area.y + dy / size];
      if (isFree(x, y)) return { ...area, x, y, p: [longitude(x), latitude(y)] };
    }
    return area;
  }

  /** Join each marker to the first, larger one that it would cover; a grid tells which are near. */
  joined(markers, size) {
    const cell = 2 * this.radius(Infinity, "  a") + GAP;
    const columns = Math.max(Math.floor(size / cell), 1);
    const grid = new Map();
    const groups = [];
    for (const marker of markers) {
      const [column, row] = [Math.floor(marker.x * columns), Math.floor(marker.y * columns)];
      let found;
      for (let dx = -1; dx <= 1 && !found; dx++) {
        for (let dy = -1; dy <= 1 && !found; dy++) {
          found = grid.get(mod(column + dx, columns) * 1e5 + row + dy)?.find(({ head }) => {
            const across = (mod(head.x - marker.x + 0.5, 1) - 0.5) * size;
            return Math.hypot(across, (head.y - marker.y) * size) < head.radius + marker.radius + GAP;
          });
        }
      }
      if (found) found.members.push(...marker.members);
      else {
        const group = { head: marker, members: [...marker.members] };
        const key = column * 1e5 + row;
        grid.set(key, [...(grid.get(key) ?? []), group]);
        groups.push(group);
      }
    }
    return groups
      .map(({ head, members }) => (members.length === head.members.length ? head : this.marker(members)))
      .sort((a, b) => b.n - a.n);
  }

  marker(members) {
    const n = members.reduce((sum, row) => sum + row.n, 0);
    const kind = members.length === 1 ? members[0].i : merged(members.map((row) => row.i));
    const { x, y, p } = members[0];
    return { x, y, p, n, kind, members, radius: this.radius(n, kind) };
  }
}

const WHITE = [255, 255, 255];
const tint = (color, alpha) => [...color, Math.round(255 * alpha)];

/** The discs of a marker, the largest first. */
export function discs({ p, radius, kind }, { reported, announced }, scale, strength) {
  const [status, basis, precision] = kind;
  const inner = status === "a" ? announced : reported;
  const outer = status === "r" ? reported : announced;
  const disc = (r, fill) => ({ p, r, fill });
  if (precision === "a") {
    const fill = tint(basis === "s" ? WHITE : inner, (basis === "s" ? 0.55 : 0.35) * strength);
    return [{ p, r: radius, fill, line: tint(outer, strength), width: 1.5 }];
  }
  const ring = 3 * scale;
  const found = [disc(radius + 1, WHITE), disc(radius, outer)];
  if (basis === "c") return status === "b" ? [...found, disc(radius - ring, inner)] : found;
  if (status === "b") found.push(disc(radius - ring, inner));
  const bare = radius - ring * (status === "b" ? 1.7 : 1);
  found.push(disc(bare, WHITE));
  if (basis === "m") found.push(disc(bare - 1.7, inner));
  return found;
}

/** Whether a marker's number is written in white. */
export const isDark = (kind) => kind[1] !== "s" && kind[2] !== "a";
