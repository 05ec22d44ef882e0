// Web Mercator: degrees to a square world of side 1 and to the pixels of a frame. 512 px are the world at zoom 0.

export const SIDE = 512;
const EARTH = 40_075_017; // m around the equator

export const x = (longitude) => (longitude + 180) / 360;
export const y = (latitude) => 0.5 - Math.asinh(Math.tan((clamp(latitude, -85.05, 85.05) * Math.PI) / 180)) / (2 * Math.PI);
export const longitude = (x) => mod(x, 1) * 360 - 180;
export const latitude = (y) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
export const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
export const mod = (value, by) => ((value % by) + by) % by;
export const pixels = (zoom) => SIDE * 2 ** zoom;

/** The metres of a pixel at a latitude. */
export const metres = (at, zoom) => (EARTH * Math.cos((at * Math.PI) / 180)) / pixels(zoom);

/** The box, in the world's units, around points: beginning east of the widest gap between them, where that leaves less
 * than half of the world; else east of a seam, so that the world stays as everybody knows it. */
export function around(points, seam) {
  const xs = points.map(([lon]) => mod(x(lon), 1)).sort((a, b) => a - b);
  let [west, gap] = [xs[0], xs[0] + 1 - xs.at(-1)];
  for (let i = 1; i < xs.length; i++) if (xs[i] - xs[i - 1] > gap) [west, gap] = [xs[i], xs[i] - xs[i - 1]];
  let width = 1 - gap;
  if (width > 0.5) {
    const fromSeam = xs.map((one) => mod(one - seam, 1)).sort((a, b) => a - b);
    west = seam + fromSeam[0];
    width = fromSeam.at(-1) - fromSeam[0];
  }
  const ys = points.map(([, lat]) => y(lat));
  const [north, south] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  return { west, width, north, south };
}
