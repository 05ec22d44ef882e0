// The view: where a frame of some width and height looks, and what it may not leave.

import { around, clamp, latitude, longitude, mod, pixels, SIDE, x, y } from "./mercator.js";

const [NORTH, SOUTH] = [y(75), y(-60)]; // nobody demonstrates beyond
const [TOP, BOTTOM] = [y(84), y(-75)]; // as far as one can move
const MIDDLE = x(0);
const MARGIN = 14; // px beside the whole world, so that no marker is cut
const BESIDE = 58; // px beside points that are looked at, so that none lies under the buttons
const FOOT = 36; // px that the buttons take at the foot of a narrow frame
export const GREATEST = 11;
export const NARROW = 480; // px: a frame in which markers are smaller, and buttons at the foot
export const GREATEST_AT_VENUES = 13; // where some are known to a few metres

export class View {
  frame = { width: 1, height: 1 };
  at = { x: MIDDLE, y: (NORTH + SOUTH) / 2, zoom: 0 };
  greatest = GREATEST;

  /** The least zoom: the whole world in the frame, nothing twice. */
  get least() {
    const { width, height } = this.frame;
    const beside = Math.min(MARGIN, width / 20);
    return Math.log2(Math.min(width - 2 * beside, height / (SOUTH - NORTH)) / SIDE);
  }

  get size() {
    return pixels(this.at.zoom);
  }

  /** Whether the frame is wider than the world, which then lies in its middle and is not repeated. */
  get isWhole() {
    return this.size <= this.frame.width;
  }

  get latitude() {
    return latitude(this.at.y);
  }

  /** What deck.gl calls a view state. */
  get state() {
    return { longitude: longitude(this.at.x), latitude: this.latitude, zoom: this.at.zoom };
  }

  /** The edges of the frame in degrees; a frame wider than the world ends where the world does. */
  get edges() {
    const [half, tall] = [Math.min(this.frame.width / this.size, 1) / 2, this.frame.height / this.size / 2];
    const middle = longitude(this.at.x);
    return {
      west: middle - half * 360,
      south: latitude(this.at.y + tall),
      east: middle + half * 360,
      north: latitude(this.at.y - tall),
    };
  }

  /** Where a point in degrees is, in pixels of the frame. */
  project([lon, lat]) {
    return this.place(x(lon), y(lat));
  }

  /** Where a point of the world is, in pixels of the frame: the copy next to the middle. */
  place(worldX, worldY) {
    return [
      this.frame.width / 2 + (mod(worldX - this.at.x + 0.5, 1) - 0.5) * this.size,
      this.frame.height / 2 + (worldY - this.at.y) * this.size,
    ];
  }

  sees([px, py], margin = 0) {
    return px > margin && py > margin && px < this.frame.width - margin && py < this.frame.height - margin;
  }

  /** The nearest view that may be. */
  kept({ x: toX, y: toY, zoom }) {
    zoom = clamp(zoom, this.least, this.greatest);
    const [half, wide] = [this.frame.height / pixels(zoom) / 2, this.frame.width / pixels(zoom)];
    const room = half * 2 <= BOTTOM - TOP;
    return {
      x: wide >= 1 ? MIDDLE : mod(toX, 1),
      y: room ? clamp(toY, TOP + half, BOTTOM - half) : (NORTH + SOUTH) / 2,
      zoom,
    };
  }

  /** The view of all these points, no closer than `closest`; of none, the whole world. */
  fitted(points, closest) {
    if (!points.length) return this.kept({ ...this.at, y: (NORTH + SOUTH) / 2, zoom: this.least });
    const { west, width, north, south } = around(points, MIDDLE - 0.5);
    const foot = this.frame.width < NARROW ? FOOT : 0;
    const height = this.frame.height - foot;
    const margin = Math.min(BESIDE, this.frame.width / 6, height / 5);
    const zoom = Math.log2(
      Math.min(
        (this.frame.width - 2 * margin) / (Math.max(width, 1e-9) * SIDE),
        (height - 2 * margin) / (Math.max(south - north, 1e-9) * SIDE),
      ),
    );
    const near = Math.min(zoom, closest);
    if (zoom <= this.least) return this.kept({ x: MIDDLE, y: (NORTH + SOUTH) / 2, zoom: this.least });
    return this.kept({ x: west + width / 2, y: (north + south) / 2 + foot / 2 / pixels(near), zoom: near });
  }

  /** The view after zooming about a pixel of the frame, which stays where it is. */
  zoomed(by, [px, py] = [this.frame.width / 2, this.frame.height / 2]) {
    const zoom = clamp(this.at.zoom + by, this.least, this.greatest);
    const [dx, dy] = [px - this.frame.width / 2, py - this.frame.height / 2];
    const step = 1 / this.size - 1 / pixels(zoom);
    return this.kept({ x: this.at.x + dx * step, y: this.at.y + dy * step, zoom });
  }

  /** The view moved by so many pixels. */
  moved(dx, dy) {
    return this.kept({ ...this.at, x: this.at.x + dx / this.size, y: this.at.y + dy / this.size });
  }
}
