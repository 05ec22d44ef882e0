// Builds static/map.js and static/deck.js. Each begins with the digest of the sources, so that a test can tell whether
// they are of these: tests/unit/test_map_bundle.py.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";

const sources = readdirSync(".").filter((name) => /\.(js|css|mjs|json)$/.test(name)).sort();
const digest = createHash("sha256");
for (const name of sources) digest.update(`${name}\n`).update(readFileSync(name));
const licence = "deck.gl, luma.gl, math.gl, loaders.gl: MIT; earcut: ISC";

await build({
  entryPoints: { map: "main.js", deck: "deck_painter.js" },
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  loader: { ".css": "text" },
  legalComments: "none",
  banner: { js: `/* ${digest.digest("hex")} · ${licence} */` },
});
