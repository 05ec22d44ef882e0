// The painter without WebGL: it draws until deck.gl is there, and alone where the browser cannot run that.

import { dashes } from "./land.js";
import { x, y } from "./mercator.js";

export class CanvasPainter {
  kept = new WeakMap();

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
  }

  paint(view, palette, tiles, scene) {
    const { canvas, context } = this;
    const ratio = devicePixelRatio;
    [canvas.width, canvas.height] = [view.frame.width * ratio, view.frame.height * ratio];
    const { size, at, frame } = view;
    const copies = (view.isWhole ? [0] : [-1, 0, 1]).filter((turn) => Math.abs(turn + 0.5 - at.x) * size < (frame.width + size) / 2);
    for (const turn of copies) {
      const left = frame.width / 2 + (turn - at.x) * size;
      const world = [size * ratio, 0, 0, size * ratio, left * ratio, (frame.height / 2 - at.y * size) * ratio];
      context.setTransform(...world);
      for (const tile of tiles) this.fill(tile, tile.polygons, palette.land);
      context.strokeStyle = palette.border;
      context.lineWidth = 0.75 / size;
      for (const tile of tiles) for (const line of [...tile.lines, ...dashes(tile, view.at.zoom)]) context.stroke(this.path(line, line));
      for (const { rings, fill } of scene.polygons) this.fill(rings, [rings], css(fill));
      for (const { path, color, width } of scene.paths) {
        context.strokeStyle = css(color);
        context.lineWidth = width / size;
        context.stroke(this.path(path, path));
      }
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const { p, r, fill, line, width } of scene.discs) {
      const [px, py] = view.project(p);
      if (!view.sees([px, py], -r)) continue;
      context.beginPath();
      context.arc(px, py, Math.max(r, 0), 0, 7);
      if (fill) Object.assign(context, { fillStyle: css(fill) }).fill();
      if (line) Object.assign(context, { strokeStyle: css(line), lineWidth: width }).stroke();
    }
  }

  fill(key, polygons, color) {
    this.context.fillStyle = color;
    if (!this.kept.has(key)) {
      const path = new Path2D();
      for (const rings of polygons) for (const ring of rings) path.addPath(this.path(ring, ring));
      this.kept.set(key, path);
    }
    this.context.fill(this.kept.get(key), "evenodd");
  }

  path(key, points) {
    if (!this.kept.has(key)) {
      const path = new Path2D();
      points.forEach(([lon, lat], i) => (i ? path.lineTo(x(lon), y(lat)) : path.moveTo(x(lon), y(lat))));
      this.kept.set(key, path);
    }
    return this.kept.get(key);
  }

  finish() {}
}

export const css = ([r, g, b, a = 255]) => `rgba(${r},${g},${b},${a / 255})`;
