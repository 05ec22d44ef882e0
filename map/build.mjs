// Builds static/map.js and static/deck.js. Each begins with the digest of the sources, so that a test can tell whether
// they are of these: tests/unit/test_map_bundle.py.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const sources = readdirSync(".").filter((name) => /\.(js|css|mjs|json)$/.test(name)).sort();
const digest = createHash("sha256");
for (const name of sources) digest.update(`${name}\n`).update(readFileSync(name));

const { metafile } = await build({
  entryPoints: { map: "main.js", deck: "deck_painter.js" },
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  loader: { ".css": "text" },
  legalComments: "none",
  banner: { js: `/* ${digest.digest("hex")} */` },
  metafile: true,
});

// The licences of what is bundled.
const bundled = Object.keys(metafile.inputs).map((path) => path.match(/^node_modules\/((@[^/]+\/)?[^/]+)/)?.[1]);
const notices = [...new Set(bundled)].filter(Boolean).sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`));
  const file = readdirSync(`node_modules/${name}`).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(`node_modules/${name}/${file}`, "utf8").trim() : ""}\n`;
});
writeFileSync("../static/deck-LICENSES.txt", notices.join("\n\n"));
