// Names of countries and towns, placed so that none lies under a marker, another name, or what lies over the map.

import { fetchFeatures, fetchJson } from "./land.js";

const FONT = '"Public Sans", system-ui, sans-serif';
const KINDS = [
  { file: "countries", zooms: [1, 2, 3, 4, 6], font: `600 12px ${FONT}`, color: "country", height: 14 },
  { file: "cities", zooms: [3, 4, 5, 6, 7], font: `450 11px ${FONT}`, color: "city", height: 13 },
];
const NEAR = 7; // px between a town's point and its name
export const NUMBER_FONT = `700 11px ${FONT}`;

export class Names {
  files = new Map();
  widths = new Map();

  constructor(base, onLoad) {
    this.base = base;
    this.onLoad = onLoad;
    // All files of the font: Latin, Latin Extended, Vietnamese.
    document.fonts?.load(KINDS[1].font, "aāả").then(() => {
      this.widths.clear();
      onLoad();
    });
  }

  /** What a file holds, once it is there. */
  file(url, fetched = fetchFeatures) {
    if (!this.files.has(url)) {
      this.files.set(url, null);
      fetched(this.base + url).then((found) => {
        this.files.set(url, found);
        this.onLoad();
      });
    }
    return this.files.get(url);
  }

  /** Draw on a canvas of the frame; `discs` and `boxes` must stay bare: [x, y, radius], and left, top, right and bottom, in pixels. */
  draw(context, view, palette, discs, boxes, language) {
    const taken = [...boxes, ...discs.map(([x, y, r]) => [x - r, y - r, x + r, y + r])];
    Object.assign(context, { lineWidth: 3, lineJoin: "round", textBaseline: "middle", textAlign: "left" });
    context.strokeStyle = palette.land;
    for (const { file, zooms, font, color, height } of KINDS) {
      Object.assign(context, { font, fillStyle: palette[color] });
      for (const zoom of zooms.filter((from) => from <= view.at.zoom)) {
        const towns = file === "cities" && language.towns ? this.file(`labels/${language.towns}/cities-${zoom}.json`, fetchJson) : {};
        const names = this.file(`labels/${file}-${zoom}.json`);
        if (towns) names?.forEach(({ properties: { code, text }, geometry }, i) => {
          const at = view.project(geometry.coordinates);
          const said = code ? language.country(code, text) : towns[i] ?? text;
          if (view.sees(at, -60)) this.place(context, said, at, file === "cities", height, discs, taken);
        });
      }
    }
  }

  place(context, text, [x, y], isTown, height, discs, taken) {
    const lines = text.split("\n");
    const wide = this.width(context, text, lines);
    const high = height * lines.length;
    const marker = isTown && discs.find(([mx, my, r]) => Math.hypot(mx - x, my - y) < r + 3);
    const [cx, cy] = marker || [x, y];
    const away = marker ? marker[2] + 4 : NEAR;
    const tries = isTown
      ? [[cx + away, cy - high / 2], [cx - away - wide, cy - high / 2], [cx - wide / 2, cy - away - high], [cx - wide / 2, cy + away]]
      : [[x - wide / 2, y - high / 2]];
    for (const [left, top] of tries) {
      const box = [left, top, left + wide, top + high];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push([box[0] - 3, box[1] - 1, box[2] + 3, box[3] + 1]);
      if (isTown && !marker) {
        context.beginPath();
        context.arc(x, y, 1.6, 0, 7);
        context.fill();
      }
      lines.forEach((line, i) => {
        const start = isTown ? left : left + (wide - context.measureText(line).width) / 2;
        context.strokeText(line, start, top + height * (i + 0.5));
        context.fillText(line, start, top + height * (i + 0.5));
      });
      return;
    }
  }

  width(context, text, lines) {
    const key = context.font + text;
    if (!this.widths.has(key)) this.widths.set(key, Math.max(...lines.map((line) => context.measureText(line).width)));
    return this.widths.get(key);
  }
}

/** Write numbers or short words, each in the middle of its point: [x, y, text, color]. */
export function write(context, texts) {
  Object.assign(context, { font: NUMBER_FONT, textAlign: "center", textBaseline: "middle" });
  for (const [x, y, text, color] of texts) {
    context.fillStyle = color;
    context.fillText(text, x, y + 0.5);
  }
}
